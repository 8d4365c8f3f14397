"""The format of a brief is documented in full."""

from __future__ import annotations

from typing import get_args

from tests.support import ROOT
from twosource.brief.records import Brief, Move, Stance


def test_every_field_of_a_brief_is_documented(ferry: Brief) -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    made = ferry.as_dict()
    parts = [made, made["sentences"][0], made["sentences"][0]["citations"][0], made["voices"][0], made["cited"][0]]
    entries = made["propositions"]
    parts += entries + [
        one for name in ("attributions", "figures", "steps", "sides") for e in entries for one in e[name]
    ]
    assert not {name for part in parts for name in part if f"`{name}`" not in page}
    choices = {word for alias in (Stance, Move) for word in get_args(alias)}
    assert not {word for word in choices if f"`{word}`" not in page}
