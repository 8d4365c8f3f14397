"""The part `speed`: words a CPU-second of `twosource extract`, and of what a user would pick instead.

Each round runs every contender once, in turn, each in a process of its own on one thread, so that what else the machine
does falls on all alike. CPU seconds of `extract` are those of the whole process; those of the others are of the calls
alone, after a first call that loads.
"""

from __future__ import annotations

import statistics
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.contenders import CONTENDERS, missing
from bench.processes import command, told
from bench.setting import Setting
from gate import DATA
from gate.attribution import CORPUS, rows

EXAMPLES = Path(__file__).parents[1] / "examples"
QUICK = 12

Result = dict[str, Any]


def measure(setting: Setting) -> Result:
    """All contenders that can run here, on the texts that there are."""
    read, corpus = texts()
    absent = missing()
    names = [name for name in CONTENDERS if name not in absent]
    found = raced(read[:QUICK] if setting.quick else read, names, rounds=setting.rounds)
    return {"corpus": corpus, "absent": absent, **found}


def texts() -> tuple[list[str], str]:
    """What is read, and what it is: PolNeAR's development split, or the example's plain-text articles many times."""
    if (DATA / CORPUS).exists():
        return [row["text"] for row in rows(DATA / CORPUS)], "PolNeAR, development split"
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))] * 40, "the example, 40 times"


def raced(read: Sequence[str], names: Sequence[str], *, rounds: int) -> Result:
    """Words a CPU-second of `extract` and of each contender: median, least and most of the rounds."""
    words = sum(len(text.split()) for text in read)
    seconds: dict[str, list[float]] = defaultdict(list)
    memory, first = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate(read):
            (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        for _ in range(rounds):
            whole = command(["extract", "--format", "jsonl", str(folder)])
            seconds["extract"].append(whole.cpu)
            memory.append(whole.peak)
            first.append(command(["extract", "--format", "jsonl", str(folder / "0000.txt")]).cpu)
            for other in names:
                seconds[other].append(told("bench.contenders", [other, str(folder)])[0])
    return {
        "words": words,
        "articles": len(read),
        "rounds": rounds,
        "words_a_cpu_second": {name: _spread(words, spent) for name, spent in seconds.items()},
        "extract_to": {name: _ratio(seconds["extract"], seconds[name]) for name in names},
        "peak_mb": max(memory),
        "first_cpu_s": statistics.median(first),
    }


def _spread(words: int, spent: Sequence[float]) -> dict[str, float]:
    return {
        "median": words / statistics.median(spent),
        "least": words / max(spent),
        "most": words / min(spent),
    }


def _ratio(own: Sequence[float], other: Sequence[float]) -> float:
    """How fast ``own`` is where the other is 1: the median of the rounds, each of which has both."""
    return statistics.median(theirs / ours for ours, theirs in zip(own, other, strict=True))


def table(found: Result) -> list[list[str]]:
    """A row a contender."""
    rows_ = [["", "words a CPU-second", "rounds from", "to", "extract / this"]]
    for name, speed in found["words_a_cpu_second"].items():
        ratio = found["extract_to"].get(name)
        figures = [f"{speed[one]:,.0f}" for one in ("median", "least", "most")]
        rows_.append([name, *figures, f"{ratio:.2f}" if ratio else ""])
    rows_.append(["peak of extract", f"{found['peak_mb']:.0f} MB", "", "", ""])
    rows_.append(["one article, start to result", f"{found['first_cpu_s']:.2f} CPU s", "", "", ""])
    return [*rows_, *([name, f"not run: {why}", "", "", ""] for name, why in found["absent"].items())]
