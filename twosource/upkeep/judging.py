"""Taking down what people judge, and bringing up to date what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.across import Judgement
from twosource.ledger import Writer
from twosource.link.verdicts import ABOUT_ONE
from twosource.upkeep import aside, propositions, sources
from twosource.upkeep.judged import Judged

_WORDS_ALONE = ("note", "grade")
"""Verdicts that nothing is derived from."""


def judge(writer: Writer, judgements: Iterable[Judgement]) -> None:
    """Keep verdicts and bring up to date what they are about; many together cost little more than one."""
    given = list(judgements)
    for judgement in given:
        writer.judge(judgement)
    judged = Judged(writer)
    subjects = [one for one in _subjects(given, judged) if one.verdict not in _WORDS_ALONE]
    if not subjects:
        return
    articles = {one.left.article for one in subjects if one.about == "attribution" and one.verdict in ABOUT_ONE}
    back, out = aside.settle(writer, filter(None, articles), judged=judged)
    mentions = {place for one in subjects if one.about == "source" for place in judged.mentions(one)}
    accounts = {found for one in subjects if one.about != "source" for found in judged.at(one)}
    renamed: set[str] = set()
    if back or out or mentions:
        renamed = sources.update(writer, judged=judged, arrived=sorted(back), retired=sorted(out), mentions=mentions)
    propositions.update(writer, {*accounts, *back, *renamed}, judged=judged, retired=out)


def _subjects(given: Iterable[Judgement], judged: Judged) -> Iterator[Judgement]:
    """The judgements themselves; of withdrawals those that they withdraw."""
    known = {one.id: one for one in judged.all}
    for one in given:
        yield known[one.left.record] if one.verdict == "withdrawn" else one
