"""Corrections of the made-up story, and what tests of them share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.upkeep.made import Piece, WordReader
from twosource import upkeep
from twosource.across import Account, Anchor, Judgement
from twosource.ledger import Ledger, Writer
from twosource.link.verdicts import anchor
from twosource.records import Span
from twosource.review.amended import Amendment


def day(number: int) -> str:
    return f"2025-04-{number:02}T00:00:00+00:00"


def span(made: Piece, words: str, *, last: bool = False) -> Span:
    """Where ``words`` stand in an article, first or last."""
    text = made.article.text
    start = text.rindex(words) if last else text.index(words)
    return start, start + len(words)


def account(made: Piece, place: int) -> Account:
    return Account(article=made.article, attribution=made.attributions[place])


def amend(writer: Writer, id_: str, amendment: Amendment, *, on: int = 1, by: str = "ada") -> Judgement:
    return upkeep.amend(writer, id_, amendment, by=by, made_at=day(on), reader=WordReader())


def judged(verdict: str, *ends: Account, on: int = 1, about: str = "attribution", by: str = "ada") -> Judgement:
    left, right = (*map(anchor, ends), None)[:2]
    assert left
    return Judgement(verdict=verdict, about=about, left=left, right=right, by=by, made_at=day(on))  # type: ignore[arg-type]


def withdrawal(judgement: Judgement, *, on: int = 20) -> Judgement:
    return Judgement(
        verdict="withdrawn", about=judgement.about, left=Anchor(record=judgement.id), by="ada", made_at=day(on)
    )


def judge(ledger: Ledger, *judgements: Judgement) -> None:
    with ledger.write() as writer:
        upkeep.judge(writer, judgements)


def derived(lines: Iterable[str], *corrections: str) -> list[str]:
    """What a ledger holds without the record of who judged what: judgements, ``corrections``, and what is kept beside
    for those that do not count."""
    found = []
    for line in lines:
        record = json.loads(line)
        beside = record.get("space") in ("aside", "waiting") and any(one in line for one in corrections)
        of_correction = record["type"] == "attribution" and record["id"] in corrections
        if record["type"] != "judgement" and not beside and not of_correction:
            found.append(line)
    return found


@dataclass(frozen=True)
class Step:
    """Something done to a ledger, after the steps of the numbers ``after``."""

    do: Callable[[Writer], object]
    after: tuple[int, ...] = ()


def run(ledger: Ledger, steps: Sequence[Step], order: Sequence[int]) -> None:
    """Do ``steps`` in ``order``; each waits for those that it comes after."""
    done: set[int] = set()
    waiting = list(order)
    while waiting:
        number = next(one for one in waiting if done.issuperset(steps[one].after))
        waiting.remove(number)
        with ledger.write() as writer:
            steps[number].do(writer)
        done.add(number)
