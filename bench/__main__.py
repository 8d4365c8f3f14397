"""Measure the whole `extract` path beside the bare network and beside a spaCy pipeline, in one run.

    python -m bench                 the development texts under ../shared/data, or the bundled example where they are
    absent python -m bench --rounds 5

Each round runs every contender once, in turn, in a process of its own on one thread; what is printed is the median of
the rounds. CPU seconds are those of the process (of the calls alone for the bare network and for spaCy, whose loading
is not counted).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gate import DATA
from gate.attribution import CORPUS, rows

EXAMPLES = Path(__file__).parents[1] / "examples"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def texts() -> list[str]:
    """What is read: PolNeAR's development split, or the example's plain-text articles forty times over."""
    if (DATA / CORPUS).exists():
        return [row["text"] for row in rows(DATA / CORPUS)]
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))] * 40


def run(arguments: list[str], *, output: int = subprocess.DEVNULL) -> tuple[float, float, float]:
    """CPU seconds, seconds on the clock and peak megabytes of a process."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdout=output, env={**os.environ, **ONE_THREAD})
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"bench: {' '.join(arguments)} failed")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1024


def extract(folder: Path) -> tuple[float, float, float]:
    """The whole path: `twosource extract --format jsonl` of the folder."""
    return run([sys.executable, "-m", "twosource", "extract", "--format", "jsonl", str(folder)])


def contender(name: str, folder: Path) -> float:
    """CPU seconds that `bench.contenders` says it took, in a process of its own."""
    command = [sys.executable, "-m", "bench.contenders", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **ONE_THREAD}, check=True)
    return float(done.stdout.split()[-1])


def main() -> None:
    """Run the rounds, print the medians and their ratios."""
    options = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        read = texts()
        for number, text in enumerate(read):
            (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        words = sum(len(text.split()) for text in read)
        seconds: dict[str, list[float]] = {"extract": [], "network": [], "spacy": []}
        memory, first = [], []
        for _ in range(chosen.rounds):
            cpu, _, peak = extract(folder)
            seconds["extract"].append(cpu)
            memory.append(peak)
            first.append(extract(folder / "0000.txt")[1])
            for other in ("network", "spacy"):
                seconds[other].append(contender(other, folder))
    speeds = {name: words / statistics.median(runs) for name, runs in seconds.items()}
    print(f"{words} words, {len(read)} articles, median of {chosen.rounds} rounds, one thread")
    for name, speed in speeds.items():
        low, high = words / max(seconds[name]), words / min(seconds[name])
        print(f"{name:10}{speed:8.0f} words a CPU-second   ({low:.0f} to {high:.0f})")
    print(f"extract / network  {speeds['extract'] / speeds['network']:.2f}")
    print(f"extract / spaCy    {speeds['extract'] / speeds['spacy']:.2f}")
    print(f"peak memory        {max(memory):.0f} MB   (this process: {_own():.0f} MB)")
    print(f"one article, from start to result  {statistics.median(first):.2f} s")


def _own() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
