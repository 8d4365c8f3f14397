"""A clock that is put forward and back between runs (libfaketime, where it is installed)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.faults.support import ARTICLES, content, long, twosource
from tests.support import needs_network
from twosource.export.records import lines
from twosource.ledger import Ledger

_LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
pytestmark = [
    needs_network,
    pytest.mark.skipif(not _LIBRARIES, reason="libfaketime is not installed (apt-get install faketime)"),
]


def at(jump: str) -> dict[str, str]:
    """An environment in which the clock stands elsewhere by ``jump``."""
    return {**os.environ, "LD_PRELOAD": str(_LIBRARIES[0]), "FAKETIME": jump}


def test_what_is_known_does_not_depend_on_the_clock(tmp_path: Path, unharmed: Path) -> None:
    place = tmp_path / "jumping.db"
    for jump, articles in (("+400d", ARTICLES[:2]), ("-3650d", ARTICLES[2:])):
        assert twosource("add", "--ledger", str(place), *articles, env=at(jump)).returncode == 0
    assert content(place) == content(unharmed)


@long
def test_changes_are_told_in_the_order_in_which_they_were_noticed(tmp_path: Path) -> None:
    place = tmp_path / "jumping.db"
    for jump, article in zip(("+400d", "-3650d", "-1d", "+0"), ARTICLES, strict=True):
        assert twosource("add", "--ledger", str(place), article, env=at(jump)).returncode == 0
    noticed = [one["made_at"] for one in map(json.loads, _lines(place)) if one["type"] == "change"]
    assert noticed
    assert noticed != sorted(noticed), "by the clock, that jumped, they would be in another order"
    with Ledger.open(place) as ledger, ledger.view() as view:
        assert [one.made_at for one in view.changes(limit=1000)] == noticed[::-1]


def _lines(place: Path) -> list[str]:
    with Ledger.open(place) as ledger, ledger.view() as view:
        return list(lines(view))
