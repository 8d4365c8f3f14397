"""Steps of a source's words, from made-up statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.web.made import article, spans
from twosource.across import Proposition, Source
from twosource.brief.records import Stance
from twosource.ledger import Ledger
from twosource.ledger.spoken import spoken
from twosource.records import Article, Attribution, Certainty, Figure, Mention
from twosource.room.source_moves import MOST, STEPS, Moved, moves

WHO = Mention(name="Ines Marr", kind="person", anonymity="named")


@dataclass(frozen=True)
class Word:
    """One statement: on which day, about what, how sure, with which figure."""

    day: str | None
    about: str = "dam"
    stance: Stance = "says-so"
    certainty: Certainty = "unstated"
    figure: int | None = None


def moved(tmp_path: Path, words: Sequence[Word]) -> tuple[dict[str, Moved], int]:
    """What is told of ``words``, by what they are about."""
    grouped: dict[str, list[tuple[Attribution, Stance]]] = {}
    with Ledger.open(tmp_path / "moves.db") as ledger:
        with ledger.write() as writer:
            for number, word in enumerate(words):
                whole, made = written(word, number)
                writer.add(whole, [made])
                grouped.setdefault(word.about, []).append((made, word.stance))
            propositions = {about: proposition(about, own) for about, own in grouped.items()}
            writer.put_propositions(propositions.values())
            mentions = sorted((one.id, 0) for own in grouped.values() for one, _ in own)
            engineer = Source(name="Ines Marr", kind="person", anonymity="named", mentions=tuple(mentions))
            writer.put_sources([engineer])
        with ledger.view() as view:
            records = {one.attribution: one for one in spoken(view, engineer.id)}
            own = {propositions[about].id: {one.id: how for one, how in said} for about, said in grouped.items()}
            found, further = moves(view, own, records)
    return {one.proposition.wording: one for one in found}, further


def written(word: Word, number: int) -> tuple[Article, Attribution]:
    """An article that holds nothing but the word."""
    content = f"Word {number} of {word.about}: {f'{word.figure} houses are gone' if word.figure else 'all is well'}"
    whole = article(f"News {number}\n\n{content}.", outlet=f"Post {number}", published=word.day or "")
    figures = ()
    if word.figure:
        span = spans(whole, f"{word.figure} houses")[0]
        figures = (Figure(span=span, low=word.figure, high=word.figure, unit="houses"),)
    return whole, Attribution(
        article_id=whole.id, content=spans(whole, content), chain=(WHO,), certainty=word.certainty, figures=figures
    )


def proposition(about: str, own: Sequence[tuple[Attribution, Stance]]) -> Proposition:
    ids = tuple(one.id for one, _ in own)
    return Proposition(attributions=ids, wording=about, status="contested", independent=(1, 1))


def told(one: Moved) -> list[tuple[str, str, int]]:
    return [(step.when, step.told, step.times) for step in one.points]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([Word("2025-03-01")], None),
        ([Word("2025-03-01"), Word("2025-03-02")], None),
        ([Word("2025-03-01"), Word(None, stance="denies")], None),
        (
            [Word("2025-03-02", stance="denies"), Word("2025-03-01", stance="may-be", certainty="possible")],
            [("2025-03-01", "says it may be; possible", 1), ("2025-03-02", "denies it", 1)],
        ),
        (
            [
                Word("2025-03-01", stance="may-be", certainty="possible"),
                Word("2025-03-02", stance="may-be", certainty="probable"),
                Word("2025-03-03", stance="may-be", certainty="probable"),
            ],
            [("2025-03-01", "says it may be; possible", 1), ("2025-03-02", "says it may be; probable", 2)],
        ),
        ([Word("2025-03-01", certainty="certain"), Word("2025-03-02")], None),
        (
            [
                Word("2025-03-01", figure=4),
                Word("2025-03-02"),
                Word("2025-03-03", figure=7),
                Word("2025-03-04", figure=7),
            ],
            [("2025-03-01", "says so; 4 houses", 2), ("2025-03-03", "says so; 7 houses", 2)],
        ),
        (
            [Word("2025-03-01"), Word("2025-03-02", figure=4), Word("2025-03-03", figure=7)],
            [("2025-03-02", "says so; 4 houses", 2), ("2025-03-03", "says so; 7 houses", 1)],
        ),
    ],
)
def test_a_step_is_what_differs_from_the_one_before(
    tmp_path: Path, words: list[Word], expected: list[tuple[str, str, int]] | None
) -> None:
    found, further = moved(tmp_path, words)
    assert (told(found["dam"]) if expected else found) == (expected or {})
    assert further == 0


def test_those_that_turned_come_first_then_those_of_the_latest_word(tmp_path: Path) -> None:
    words = [
        Word("2025-03-01", "old", figure=1),
        Word("2025-03-02", "old", figure=2),
        Word("2025-03-05", "late", figure=1),
        Word("2025-03-06", "late", figure=2),
        Word("2025-02-01", "turned"),
        Word("2025-02-02", "turned", stance="denies"),
        Word("2025-02-03", "open"),
        Word("2025-02-04", "open", stance="no-sign"),
    ]
    found, _ = moved(tmp_path, words)
    assert list(found) == ["turned", "open", "late", "old"]
    assert [one.turned for one in found.values()] == [True, False, False, False]


def test_of_many_steps_the_first_and_the_last_are_told(tmp_path: Path) -> None:
    found, _ = moved(tmp_path, [Word(f"2025-03-{day:02}", figure=day) for day in range(1, STEPS + 4)])
    assert len(found["dam"].points) == STEPS
    assert found["dam"].left_out == 3
    assert [step.when for step in found["dam"].points][:: STEPS - 1] == ["2025-03-01", f"2025-03-{STEPS + 3:02}"]


def test_of_many_propositions_so_many_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    words = [Word(f"2025-03-0{1 + day}", f"dam {place}", figure=day + 1) for place in range(MOST + 5) for day in (0, 1)]
    found, further = moved(tmp_path, words)
    assert (len(found), further) == (MOST, 5)
