"""Running targets: a worker each, started again when an input ends it, until all inputs are tried or the time is up."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzz import found
from fuzz.shrink import shrunk
from fuzz.tally import Tally

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run of one target came to: inputs tried, seconds of the processor for all and for the slowest, megabytes
    of the worker at the most, and the failures with the inputs that lead to them."""

    target: str
    tried: int
    seconds: float
    slowest: float
    peak: int
    failures: tuple[tuple[str, Path], ...]


def fuzz(name: str, folder: Path, *, inputs: int, seconds: float, seed: int, worker: str = "fuzz.worker") -> Result:
    """Try ``inputs`` inputs of the target ``name``, for ``seconds`` at the most, and make small what fails. ``worker``
    is the module that is run."""
    folder.mkdir(parents=True, exist_ok=True)
    with Tally(folder) as tally:
        before = tally.tried
    until, done, starts = time.monotonic() + seconds, 0, 0
    while done < inputs and (left := until - time.monotonic()) > 1:
        options = ["--inputs", str(inputs - done), "--seconds", str(left), "--seed", str(seed + starts)]
        status = _work([worker, name, str(folder.resolve()), *options], folder / "log")
        starts += 1
        with Tally(folder) as tally:
            data = tally.given_up()
            done, stood = tally.tried - before, done
        if data is not None:
            found.keep(folder / "found", how(status), data)
        elif status and done == stood:
            raise SystemExit(f"fuzz: the worker for {name} does not start; see {folder / 'log'}")
        if not status and time.monotonic() < until and data is None and done == stood:
            break
    _shrink(name, folder, worker)
    with Tally(folder) as tally:
        return Result(
            target=name,
            tried=done,
            seconds=tally.seconds,
            slowest=tally.slowest,
            peak=tally.peak // 1024,
            failures=tuple(found.kept(folder / "found")),
        )


def how(status: int) -> str:
    """What a process that ended with ``status`` died of."""
    if status == -signal.SIGPROF:
        return "hang"
    return "memory" if status == -signal.SIGKILL else "crash"


def _shrink(name: str, folder: Path, worker: str) -> None:
    """Make what failed small: exceptions all in one process, what ends a process in one for each try."""
    failures = list(found.kept(folder / "found"))
    if any(failure not in found.HARD for failure, _ in failures):
        _work([worker, name, str(folder.resolve()), "--shrink"], folder / "log")
    for failure, path in failures:
        if failure in found.HARD:
            path.write_bytes(shrunk(path.read_bytes(), lambda data, f=failure: _ends(name, f, data, worker)))  # type: ignore[misc]


def _ends(name: str, failure: str, data: bytes, worker: str) -> bool:
    """Whether ``data`` ends a process in that way."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        command = [sys.executable, "-m", worker, name, ".", "--once", file.name]
        status = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode
    return status not in (0, 3) and how(status) == failure


def _work(arguments: Sequence[str], log: Path) -> int:
    with log.open("ab") as file:
        command = [sys.executable, "-m", *arguments]
        return subprocess.run(command, cwd=ROOT, stdout=file, stderr=file, check=False).returncode
