"""The made-up story of :mod:`tests.upkeep.made` in a ledger, with a wreck raised, and judging in few words."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.ledger.support import content
from tests.upkeep.made import STORY, TOLL_CORRECTED, UNDATED, UNION, WIRE, Piece, WordReader, fill, piece
from twosource.across import Case, Judgement, Subject
from twosource.ledger import Ledger, View
from twosource.room import judging
from twosource.room.judging import Outcome, Request, Thing

FJORD = piece(
    "Ferry may be raised\n\nThe wreck of the Morning Star will be raised in May, the Norwegian government said.",
    ("the Norwegian government", "said", "The wreck of the Morning Star will be raised in May"),
    outlet="Fjord Times",
    url="https://fjord.example/wreck",
    published="2025-03-07",
)
QUAY = piece(
    "Wreck to be raised\n\nThe wreck of the Morning Star will be raised, Oslo said. Norway has asked for help.",
    ("Oslo", "said", "The wreck of the Morning Star will be raised"),
    outlet="Quay News",
    url="https://quay.example/wreck",
    published="2025-03-08",
)
TOLL_SAID = TOLL_CORRECTED.attributions[0].id
"""Six drowned, by name and by day."""
OWNER_DENIED = TOLL_CORRECTED.attributions[1].id
SANK = WIRE.attributions[0].id
DIVERS = WIRE.attributions[1].id
UNION_SAID = UNION.attributions[1].id
OSTROW_SAID = UNION.attributions[0].id
UNDATED_SAID = UNDATED.attributions[0].id


def unsure(one: Piece) -> Piece:
    """The same, read with so little confidence that people are asked."""
    return Piece(one.article, tuple(replace(found, confidence=0.5) for found in one.attributions))


def make(path: Path) -> Path:
    """The whole story, at ``path``, and a government that goes by its seat."""
    with Ledger.open(path) as ledger:
        fill(ledger, (*map(unsure, STORY), FJORD, QUAY))
    return path


@contextmanager
def copied(made: Path, to: Path) -> Iterator[Ledger]:
    """A copy of one's own."""
    with Ledger.open(Path(shutil.copy(made, to))) as ledger:
        yield ledger


class Clock:
    """A second later each time that it is read."""

    def __init__(self) -> None:
        self._now = datetime(2025, 3, 8, 10, tzinfo=UTC)

    def __call__(self) -> str:
        self._now += timedelta(seconds=1)
        return self._now.isoformat(timespec="microseconds")


def thing(about: Subject, left: str, right: str | None = None) -> Thing:
    return Thing(about=about, left=left, right=right)


def state_of(ledger: Ledger, about: Thing) -> str:
    with ledger.view() as view:
        return judging.state(view, about)


def read(ledger: Ledger, ask: Callable[[View], Any]) -> Any:
    """What a fresh view gives."""
    with ledger.view() as view:
        return ask(view)


class Desk:
    """Somebody who judges what they have just looked at."""

    def __init__(self, ledger: Ledger, clock: Clock | None = None) -> None:
        self.ledger = ledger
        self.clock = clock or Clock()

    def judge(self, about: Thing, verdict: str, *, by: str = "ada", seen: str | None = None, **more: Any) -> Outcome:
        made_at = more.pop("made_at", None) or self.clock()
        asked = Request(thing=about, verdict=verdict, by=by, made_at=made_at, **more)  # type: ignore[arg-type]
        return judging.judge(
            self.ledger, asked, seen=state_of(self.ledger, about) if seen is None else seen, reader=WordReader
        )

    def kept(self, about: Thing, verdict: str, **more: Any) -> Judgement:
        outcome = self.judge(about, verdict, **more)
        assert outcome.kind == "kept", outcome
        assert outcome.judgement
        return outcome.judgement

    def withdraw(self, one: Judgement, *, by: str = "ada", anybodys: bool = False) -> Outcome:
        return judging.withdraw(self.ledger, one.id, by=by, made_at=self.clock(), anybodys=anybodys)

    @property
    def judgements(self) -> list[Judgement]:
        with self.ledger.view() as view:
            return view.judgements()


def derived(ledger: Ledger) -> list[str]:
    """All that a ledger holds but what people judged, and what is noted of that."""
    kept = ('"type": "judgement"', '"type":"judgement"', '"space": "effect"', '"space":"effect"')
    return [line for line in content(ledger) if not any(mark in line for mark in kept)]


def source_named(view: View, name: str) -> str:
    """The id of the source that has that name, among others."""
    return next(one.id for one in view.sources() if name in (one.name, *one.names))


def proposition_of(view: View, attribution: str) -> str:
    return view.proposition_of([attribution])[attribution]


def proposition(ledger: Ledger, attribution: str) -> str:
    """The id of the proposition that a statement belongs to now."""
    return str(read(ledger, lambda view: proposition_of(view, attribution)))


def ask_about_toll(ledger: Ledger) -> str:
    """Two cases about pairs of statements of one proposition, the most worth judging of all; the proposition."""
    with ledger.write() as writer:
        whole = proposition_of(writer, TOLL_SAID)
        pairs = ((OSTROW_SAID, 3.0), (SANK, 2.0))
        cases = [
            Case(
                about="proposition",
                left=left,
                right=TOLL_SAID,
                proposition=whole,
                doubt=0.4,
                worth=worth,
                reasons=("they have little in common",),
            )
            for left, worth in pairs
        ]
        writer.put_cases([whole], [(whole, case) for case in cases])
    return whole
