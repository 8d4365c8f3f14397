"""Building the archives, and trying them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from release import ROOT, Refused


def run(command: Sequence[str | Path], *, at: Path = ROOT, environment: Mapping[str, str] | None = None) -> str:
    """What ``command`` prints; :class:`Refused` with its last line where it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=at,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "it says nothing").splitlines()[-1]
        raise Refused(f"{' '.join(map(str, command[:4]))}: {said}")
    return done.stdout


def epoch(*, root: Path = ROOT) -> str:
    """The time of the commit, in seconds: all times in the archives are this one."""
    return run(["git", "log", "-1", "--format=%ct"], at=root).strip()


def build(folder: Path, *, times: str, root: Path = ROOT) -> tuple[Path, Path]:
    """The wheel and the source archive, made anew in ``folder``.

    Each is built twice, the wheel the second time out of the source archive. :class:`Refused` unless both come out the
    same to the last byte.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _hatchling(root, folder, "sdist", "wheel", times=times)
    wheel, source = next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))
    again = folder / "again"
    with tarfile.open(source) as archive:
        archive.extractall(again / "unpacked", filter="data")
    _hatchling(next((again / "unpacked").iterdir()), again, "sdist", "wheel", times=times)
    for one in (wheel, source):
        if digest(one) != digest(again / one.name):
            raise Refused(f"{one.name} comes out otherwise when it is built out of the source archive")
    shutil.rmtree(again)
    return wheel, source


def _hatchling(root: Path, folder: Path, *targets: str, times: str) -> None:
    wanted = [part for target in targets for part in ("--target", target)]
    command = [sys.executable, "-m", "hatchling", "build", "--directory", folder.resolve(), *wanted]
    run(command, at=root, environment={"SOURCE_DATE_EPOCH": times})


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sums(files: Sequence[Path], into: Path) -> None:
    """Write the SHA-256 of ``files`` as ``sha256sum --check`` reads it."""
    into.write_text("".join(f"{digest(file)}  {file.name}\n" for file in files), encoding="utf-8")


def tried(wheel: Path, folder: Path, *, root: Path = ROOT) -> Path:
    """The Python of a new environment in which ``wheel`` is installed as users install it, with the versions of the
    lock, and has shown its example; in a folder that is none of the source's."""
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    run([python, "-m", "pip", "install", "--quiet", "--constraint", root / "requirements.lock", wheel])
    shown = run([folder / "bin" / "twosource", "demo"], at=folder)
    if "The whole brief as a page" not in shown:
        raise Refused("twosource demo ends without a brief")
    return python
