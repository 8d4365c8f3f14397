"""Fuzz the targets and print what came of it; see the package.

python -m fuzz --inputs 1000000 --jobs 2 --write docs/hardening.md
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fuzz.engine import ROOT, Result, fuzz
from fuzz.report import put, stamp
from fuzz.targets import TARGETS, shares
from fuzz.worker import has_coverage


def main() -> None:
    """Parse, run, report; the exit status is 1 where something failed."""
    options = argparse.ArgumentParser(prog="fuzz", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    options.add_argument("--inputs", type=int, default=1_000_000, help="over all targets")
    options.add_argument("--seconds", type=float, default=6 * 3600, help="over all targets")
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz")
    options.add_argument("--write", type=Path, help="put the results into this document")
    chosen = options.parse_args()
    names = chosen.targets or list(TARGETS)
    if strange := [name for name in names if name not in TARGETS]:
        options.error(f"there is no target {strange[0]!r}")
    began = time.monotonic()
    results = _all(names, chosen)
    table = "\n".join(lines(results, seed=chosen.seed, hours=(time.monotonic() - began) / 3600))
    print(table)
    for result in results:
        for failure, path in result.failures:
            print(f"{result.target}: {failure}: {path}", file=sys.stderr)
    if chosen.write:
        put(chosen.write, "fuzz", table)
    sys.exit(any(result.failures for result in results))


def _all(names: Sequence[str], chosen: argparse.Namespace) -> list[Result]:
    """One after the other, ``jobs`` at a time; what time one leaves is for those that wait."""
    inputs, waiting, until = shares(names, chosen.inputs), list(names), time.monotonic() + chosen.seconds

    def one(name: str) -> Result:
        left = until - time.monotonic()
        seconds = left * min(1, chosen.jobs * TARGETS[name].share / sum(TARGETS[other].share for other in waiting))
        waiting.remove(name)
        result = fuzz(name, chosen.folder / name, inputs=inputs[name], seconds=seconds, seed=chosen.seed)
        print(f"{name}: {result.tried:,} inputs, {len(result.failures)} failures", file=sys.stderr, flush=True)
        return result

    with ThreadPoolExecutor(chosen.jobs) as pool:
        return list(pool.map(one, names))


def lines(results: Sequence[Result], *, seed: int, hours: float) -> list[str]:
    """A table of what came of each target, under a line that says when, of what and how it was made."""
    how = "coverage-guided (atheris)" if has_coverage() else "by chance, without coverage"
    total, failed = sum(result.tried for result in results), sum(len(result.failures) for result in results)
    head = f"{stamp()}, seed {seed}, {how}, {hours:.1f} hours: "
    head += f"**{total:,} inputs, {failed} failures**."
    rows = [
        f"| {result.target} | {result.tried:,} | {len(result.failures)} "
        f"| {1000 * result.seconds / max(1, result.tried):.2f} | {result.slowest:.2f} | {result.peak} |"
        for result in results
    ]
    columns = "| target | inputs | failures | ms an input | slowest, s | worker's peak, MB |"
    return [head, "", columns, "|---|---:|---:|---:|---:|---:|", *rows]


if __name__ == "__main__":
    main()
