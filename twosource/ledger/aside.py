"""Attributions that are kept and do not count: what a person called wrong or corrected, and corrections taken back.

Which ones they are is for others to know, who set them aside. They stay where they are, with their words, and are left
out of what is searched and counted. The keys of :data:`~twosource.ledger.schema.ASIDE` say why each of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from twosource.ledger.schema import ASIDE
from twosource.ledger.view import View
from twosource.ledger.writer import Writer

Why = Literal["wrong", "corrected", "undone"]
"""``undone`` is a correction that is not, or no longer, in force."""


def aside(view: View, ids: Iterable[str]) -> dict[str, str]:
    """Those of ``ids`` that do not count, and why."""
    return {id_: why for id_, whys in view.keys(ASIDE, ids).items() for why in whys}


def set_aside(writer: Writer, whys: Mapping[str, Why | None]) -> None:
    """Let attributions count no longer, or, where there is no reason against it, again."""
    writer.put_keys(ASIDE, {id_: (why,) if why else () for id_, why in whys.items()})


def counting(view: View, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Article id → ids of its attributions that count today, in the order of the text."""
    inside = view.attributions_of(article_ids)
    out = aside(view, (id_ for ids in inside.values() for id_ in ids))
    return {article: tuple(id_ for id_ in ids if id_ not in out) for article, ids in inside.items()}
