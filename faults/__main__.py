"""Add ten thousand files of which a thousand are bad: nine thousand are in the ledger, a thousand are named.

python -m faults [--good 9000] [--bad 1000] [--seed 1] [--write docs/hardening.md]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from faults.articles import page
from faults.bad import BAD, make
from fuzz.engine import ROOT
from fuzz.report import put, stamp
from twosource.ledger import Ledger

_A_FOLDER = 100


def made(folder: Path, *, good: int, bad: int, seed: int) -> tuple[list[Path], list[Path]]:
    """The files, shuffled among folders: the good and the bad ones."""
    chance, kinds = Random(seed), list(BAD)
    order = [True] * good + [False] * bad
    chance.shuffle(order)
    found: tuple[list[Path], list[Path]] = ([], [])
    for number, is_good in enumerate(order):
        here = folder / f"{number // _A_FOLDER:03}"
        here.mkdir(exist_ok=True)
        if is_good:
            name, text = page(chance, number)
            path = here / name
            path.write_text(text, encoding="utf-8")
        else:
            path = make(here, kinds[len(found[1]) % len(kinds)], chance=chance, number=number)
        found[not is_good].append(path)
    return found


def added(folder: Path, ledger: Path) -> tuple[subprocess.CompletedProcess[str], float]:
    """What the command says and how long it takes."""
    began = time.monotonic()
    command = [sys.executable, "-m", "twosource", "add", "--ledger", str(ledger), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done, time.monotonic() - began


def wrong(done: subprocess.CompletedProcess[str], ledger: Path, good: list[Path], bad: list[Path]) -> list[str]:
    """What is not as it must be."""
    lines = done.stderr.splitlines()
    named = Counter(path for line in lines for path in [_named(line)] if path)
    found = [f"a line names no source: {line}" for line in lines if not _named(line)]
    found += [f"{path} is named {named[str(path)]} times" for path in bad if named[str(path)] != 1]
    found += [f"{path} is named and is good" for path in good if named[str(path)]]
    if done.returncode != 1:
        found.append(f"the exit status is {done.returncode}")
    with Ledger.open(ledger, create=False) as opened, opened.view() as view:
        kept = view.counts("versions")["versions"]
    if kept != len(good):
        found.append(f"{kept} articles are in the ledger and not {len(good)}")
    if (told := sum(" statement" in line for line in done.stdout.splitlines())) < len(good):
        found.append(f"{told} articles were told of")
    return found


def _named(line: str) -> str:
    """The source that a line of complaint names."""
    return line.removeprefix("twosource: ").partition(": ")[0] if line.startswith("twosource: ") else ""


def main() -> None:
    """Make, add, look, say; the exit status is 1 where anything is wrong."""
    options = argparse.ArgumentParser(prog="faults", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--good", type=int, default=9000)
    options.add_argument("--bad", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--write", type=Path, help="put the result into this document")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, ledger = Path(name, "files"), Path(name, "ledger.db")
        folder.mkdir()
        good, bad = made(folder, good=chosen.good, bad=chosen.bad, seed=chosen.seed)
        done, seconds = added(folder, ledger)
        found = wrong(done, ledger, good, bad)
        size = ledger.stat().st_size
    for one in found[:20]:
        print(one, file=sys.stderr)
    total = len(good) + len(bad)
    said = (
        f"{stamp()}: of {total:,} files {len(good):,} are in the ledger ({size / 1e6:,.0f} MB) and {len(bad):,}, of "
        f"{len(BAD)} kinds, are named, in {seconds / 60:.0f} minutes, with the networks; {len(found)} things wrong."
    )
    print(said)
    if chosen.write:
        put(chosen.write, "ten thousand files", said)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
