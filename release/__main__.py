"""``python -m release``: all that a release takes, and nothing published unless asked for."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from release import ROOT, Refused, bill, building, checks
from twosource import __version__


def main(arguments: list[str] | None = None) -> int:
    """0 where all checks hold; 1 where one does not, each with its line on standard error."""
    asked = _asked(arguments)
    complaints = Complaints()
    complaints.hear(checks.tree)
    complaints.hear(lambda: checks.version(__version__, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    if asked.tests:
        complaints.hear(lambda: _say(building.run(["make", "test"]).splitlines()[-1]))
    try:
        files = made(asked.folder, complaints)
    except Refused as error:
        complaints.add(error)
        files = []
    if complaints.number:
        return 1
    if asked.publish:
        _say(building.run([sys.executable, "-m", "twine", "upload", *map(str, files)]))
    else:
        _say("nothing was published: that takes --publish")
    return 0


def made(folder: Path, complaints: Complaints) -> list[Path]:
    """The archives, in ``folder`` with their bill of materials and their sums."""
    times = building.epoch()
    wheel, source = building.build(folder, times=times)
    for one in (wheel, source):
        _say(f"{one.name}  {one.stat().st_size / 1e6:.2f} MB  sha256 {building.digest(one)}")
    complaints.hear(lambda: checks.size(wheel))
    complaints.hear(lambda: checks.contents(checks.inside(wheel)))
    complaints.hear(lambda: _say(building.run([sys.executable, "-m", "twine", "check", "--strict", wheel, source])))
    python = building.tried(wheel, folder / "environment")
    _say(building.run([python.parent / "twosource", "--version"], at=folder))
    told = bill.bill(python, times=times)
    materials = folder / f"twosource-{__version__}.cdx.json"
    materials.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    _say(f"{materials.name}  {len(told['components'])} components")
    building.sums([wheel, source, materials], folder / "SHA256SUMS")
    return [wheel, source]


class Complaints:
    """Hears what is wrong, says it, and lets the rest go on: a rehearsal tells all of it at once."""

    def __init__(self) -> None:
        self.number = 0

    def hear(self, check: Callable[[], object]) -> None:
        """Run ``check``."""
        try:
            check()
        except Refused as error:
            self.add(error)

    def add(self, error: Refused) -> None:
        """Say what is wrong."""
        self.number += 1
        print(f"release: {error}", file=sys.stderr)


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument("--tests", action="store_true", help="run make test too")
    parser.add_argument("--publish", action="store_true", help="upload with twine where every check holds")
    parser.add_argument("--folder", type=Path, default=ROOT / "dist", help="where to build; emptied first")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    print(text.rstrip())


if __name__ == "__main__":
    sys.exit(main())
