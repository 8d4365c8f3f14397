"""Read the worst documents that we know of, and say what came of each: in what time, in how much memory.

python -m fuzz.extremes --write docs/hardening.md
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from fuzz.engine import ROOT
from fuzz.made.bombs import BOMBS
from fuzz.report import put, stamp
from twosource.errors import SourceError
from twosource.read import apart, read_raw
from twosource.read.sources import Raw

SECONDS = 60.0
"""Of the processor, for each in all; what is read apart may take 30."""
_PATIENCE = 600.0
"""Of the clock, on a machine that does other work as well."""


def one(name: str) -> dict[str, object]:
    """What reading the document ``name`` in this process comes to."""
    data = BOMBS[name]()
    before, began = _peak(resource.RUSAGE_SELF), time.process_time()
    found = list(read_raw(Raw(source=name, data=data)))
    # What the process apart took is known when it has ended.
    apart.end()
    apart_took = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - began + apart_took.ru_utime + apart_took.ru_stime
    grown = max(_peak(resource.RUSAGE_SELF) - before, _peak(resource.RUSAGE_CHILDREN))
    errors = [each.reason for each in found if isinstance(each, SourceError)]
    read = len(found) - len(errors)
    outcome = [f"{read:,} article{'' if read == 1 else 's'}"] if read else []
    return {"bytes": len(data), "seconds": seconds, "megabytes": grown // 1024, "said": "; ".join(outcome + errors[:1])}


def _peak(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss


def measured(name: str) -> dict[str, object]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "fuzz.extremes", "--one", name]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return {"bytes": 0, "seconds": _PATIENCE, "megabytes": 0, "said": "**never ended**"}
    if done.returncode:
        said = (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]
        return {"bytes": 0, "seconds": 0.0, "megabytes": 0, "said": f"**failed: {said}**"}
    found: dict[str, object] = json.loads(done.stdout)
    return found


def main() -> None:
    """Parse, measure, print; the exit status is 1 where one fails or takes too long."""
    options = argparse.ArgumentParser(prog="fuzz.extremes", description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME")
    options.add_argument("--one", metavar="NAME", help="read this one here, and print what came of it as JSON")
    options.add_argument("--write", type=Path, help="put the table into this document")
    chosen = options.parse_args()
    if chosen.one:
        print(json.dumps(one(chosen.one)))
        return
    rows, bad = [], False
    for name in chosen.names or BOMBS:
        found = measured(name)
        size, seconds = int(str(found["bytes"])), float(str(found["seconds"]))
        bad |= seconds > SECONDS or str(found["said"]).startswith("**")
        said = str(found["said"])[:110]
        rows.append(f"| {name} | {size / 1000:,.0f} | {seconds:.1f} | {found['megabytes']} | {said} |")
        print(rows[-1], flush=True)
    if chosen.write:
        head = ["| document | kB | seconds of the processor | MB | what is said |", "|---|---:|---:|---:|---|"]
        put(chosen.write, "extremes", "\n".join([stamp(), "", *head, *rows]))
    sys.exit(bad)


if __name__ == "__main__":
    main()
