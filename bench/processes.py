"""Work in processes of their own, on one thread: what they took, and what they printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Took:
    """CPU seconds, seconds on the clock and peak megabytes of a process."""

    cpu: float
    wall: float
    peak: float


def command(arguments: Sequence[str]) -> Took:
    """`twosource` with these arguments, its output unread."""
    began = time.monotonic()
    whole = [sys.executable, "-m", "twosource", *arguments]
    process = subprocess.Popen(whole, stdout=subprocess.DEVNULL, env={**os.environ, **ONE_THREAD})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"bench: {' '.join(whole)} failed")
    return Took(usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1024)


def told(module: str, arguments: Sequence[str]) -> Any:
    """What `python -m MODULE ARGUMENTS` prints as JSON on its last line."""
    whole = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(whole, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD}, check=False)
    if done.returncode:
        raise SystemExit(f"bench: {' '.join(whole)} failed")
    return json.loads(done.stdout.splitlines()[-1])
