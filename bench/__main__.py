"""Measure speed, quality, growth, latency and memory, each beside what it should be held against.

    python -m bench                       all parts but the one that takes hours; some 20 minutes
    python -m bench speed quality         some parts
    python -m bench --quick               less of everything, to see that it runs: 3 minutes
    python -m bench million               growth to a million attributions: hours
    python -m bench --write docs/bench.md the same as the first, and the page, its plots and its figures made anew

Parts: speed (words a CPU-second, beside other tools), quality (F1 of the same tools), add (articles an hour), growth
(a ledger that grows), queries (latency on three sizes of ledger), million. Each prints a table and leaves its results
in build/bench. What it needs and does not find (corpora under $TWOSOURCE_DATA, another tool) it says. By themselves run
bench.batch, bench.web and bench.brief.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bench import adding, growth, page, quality, queries, speed
from bench.contenders import missing
from bench.setting import FOLDER, Setting, machine, write

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """How one is measured, and shown."""

    measure: Callable[[Setting], Result]
    table: Callable[[Result], list[list[str]]]


PARTS = {
    "speed": Part(speed.measure, speed.table),
    "quality": Part(quality.measure, quality.table),
    "add": Part(adding.measure, adding.table),
    "queries": Part(queries.measure, queries.table),
    "growth": Part(growth.measure, growth.table),
    "million": Part(growth.million, growth.table),
}
LONG = ("million",)
SIZED = ("growth", "million", "queries")


def main(arguments: list[str] | None = None) -> None:
    """Measure the parts asked for, print them, keep them."""
    options = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    options.add_argument("--quick", action="store_true", help="less of everything")
    options.add_argument("--rounds", type=int, help="of the speed (3; 1 with --quick)")
    options.add_argument(
        "--sizes", type=int, nargs="+", default=[], help="of growth, in attributions, or of queries, in articles"
    )
    options.add_argument("--folder", type=Path, default=FOLDER, help="where results and ledgers are kept")
    options.add_argument("--write", type=Path, metavar="PAGE", help="docs/bench.md")
    chosen = options.parse_args(arguments)
    if chosen.write and (why := missing().get("textacy")):
        options.error(f"the page needs the other tools: {why}")
    setting = Setting(
        folder=chosen.folder,
        rounds=chosen.rounds or (1 if chosen.quick else 3),
        quick=chosen.quick,
        sizes=tuple(chosen.sizes),
    )
    parts = chosen.parts or [name for name in PARTS if name not in LONG]
    made = {name: (measured if len(parts) == 1 else apart)(name, setting) for name in parts}
    if chosen.write:
        page.remake(chosen.write, made)


def measured(name: str, setting: Setting) -> Result:
    """A part's result with the machine, the day and the command; printed, and kept in a file."""
    part, began, on = PARTS[name], time.monotonic(), machine()
    print(f"\n{name}", flush=True)

    def kept(result: Result) -> Result:
        told: Result = {"command": said(name, setting), "made_on": date.today().isoformat(), "machine": on}
        told |= {"seconds": round(time.monotonic() - began), "result": result}
        write(setting.folder / f"{name}.json", told)
        return told

    found = kept(part.measure(replace(setting, tell=kept)))
    print(aligned(part.table(found["result"])), flush=True)
    return found


def apart(name: str, setting: Setting) -> Result:
    """The same in a process of its own, whose memory is that of no other part."""
    options = ["--rounds", str(setting.rounds), "--folder", str(setting.folder)]
    command = [sys.executable, "-m", *said(name, setting).split()[2:], *options]
    if status := subprocess.run(command, check=False).returncode:
        raise SystemExit(status)
    found: Result = json.loads((setting.folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


def said(name: str, setting: Setting) -> str:
    """The command that measures it so again."""
    words = ["python -m bench", name]
    words += ["--quick"] if setting.quick else []
    words += [f"--rounds {setting.rounds}"] if name == "speed" and setting.rounds != 3 else []
    words += ["--sizes", *map(str, setting.sizes)] if setting.sizes and name in SIZED else []
    return " ".join(words)


def aligned(rows: list[list[str]]) -> str:
    """Columns of the same width, the first to the left."""
    first, *others = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(first), *(cell.rjust(room) for cell, room in zip(row[1:], others, strict=True))])
        for row in rows
    )


if __name__ == "__main__":
    main()
