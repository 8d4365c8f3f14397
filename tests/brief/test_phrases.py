from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from tests.brief.made import KARL, RUTH, by, origin
from tests.brief.whole import a_brief, an_entry, crowd
from tests.origins.made import article
from twosource.across import Status
from twosource.brief import phrases
from twosource.brief.figures import extremes
from twosource.brief.records import STANCES, Brief, Move, Sentence, Statement
from twosource.records import Certainty, Figure, Interval, Manner


@pytest.mark.parametrize(
    ("independent", "expected"),
    [
        ((0, 0), "no origin says so"),
        ((0, 3), "none shown independent; up to 3"),
        ((1, 1), "1 independent origin"),
        ((1, 2), "1 to 2 independent origins"),
        ((2, 2), "2 independent origins"),
    ],
)
def test_independent(independent: tuple[int, int], expected: str) -> None:
    entry = an_entry([by(RUTH, "the ferry was full")])
    assert phrases.independent(replace(entry, proposition=replace(entry.proposition, independent=independent))) == (
        expected
    )


def test_every_status_stance_move_and_certainty_has_words() -> None:
    entry = an_entry([by(RUTH, "the ferry was full")])
    told = [replace(entry, proposition=replace(entry.proposition, status=one)) for one in get_args(Status)]
    assert len({phrases.status(one) for one in told} | {phrases.explained(one) for one in told}) == 2 * len(told)
    assert len({phrases.stance_heading(one) for one in STANCES}) == len({*phrases.SIGNS.values()}) == len(STANCES)
    assert len({phrases.move(one) for one in get_args(Move)}) == len(get_args(Move))
    assert [phrases.sure(one) for one in get_args(Certainty)] == ["certain", "probable", "possible", ""]


@pytest.mark.parametrize(
    ("independent", "expected"),
    [
        ((1, 2), "more than one origin says so, not all of them shown to be independent"),
        ((2, 2), "more than one origin says so"),
    ],
)
def test_several_origins_need_not_be_independent(independent: tuple[int, int], expected: str) -> None:
    entry = an_entry([by(RUTH, "the ferry was full")], status="several-origins")
    assert (
        phrases.explained(replace(entry, proposition=replace(entry.proposition, independent=independent))) == expected
    )


def test_no_sign_is_less_than_a_denial() -> None:
    assert phrases.move("denied", "no-sign") == "not confirmed"
    assert phrases.move("denied", "denies") == phrases.move("denied") == "denied"


@pytest.mark.parametrize(
    ("manner", "words", "expected"),
    [
        ("indirect", "the ferry was full", "the ferry was full"),
        ("mixed", "the ferry was “full”", "the ferry was “full”"),
        ("direct", "We were full", "“We were full”"),
        ("direct", "“We were full,”", "“We were full,”"),
        ("direct", '"We were full"', '"We were full"'),
        ("direct", "We were full,” she added, “all of us", "“We were full,” she added, “all of us”"),
    ],
)
def test_cited_words_are_in_quotation_marks_where_they_are_the_speakers(
    manner: Manner, words: str, expected: str
) -> None:
    assert phrases.cited(by(RUTH, words, manner=manner)) == expected


def test_when() -> None:
    printed = by(RUTH, "the ferry was full", published="2025-03-04T09:30:00+02:00")
    said = Interval(start="2025-03-03", end="2025-03-04", text="on Monday")
    told = by(RUTH, "it was full", published="2025-03-04", said=said)
    assert phrases.when(printed) == "printed 4 March 2025, 09:30 +02:00"
    assert phrases.when(told) == "said 3 March 2025"
    assert phrases.when(replace(printed, when=None)) == "undated"


def test_place() -> None:
    assert phrases.place(article("x", url="https://a.example", source="b.html")) == "https://a.example"
    assert phrases.place(article("x", source="b.html")) == "b.html"
    assert phrases.place(article("x")) == ""


def test_reasons() -> None:
    one = by(RUTH, "the ferry was full")
    assert phrases.reasons(origin(one, why=("both cite Ruth Hale", "one text"))) == "both cite Ruth Hale; one text"
    assert phrases.reasons(origin(one, basis="own-word")) == "leans on nobody shown"


def counted(number: int, day: int) -> Statement:
    words = f"{number} people had drowned by day {day}"
    figure = Figure(span=(15, 15 + len(str(number))), low=number, high=number, of="people")
    return by(RUTH, words, published=f"2025-03-0{day}", figures=(figure,), outlet=f"Post {day}")


def test_extremes_of_figures() -> None:
    told = [counted(number, day) for day, number in enumerate((7, 19, 4, 12), 1)]
    entry = an_entry(told)
    assert [(name, found.figure.low) for name, found in extremes(entry)] == [
        ("lowest", 4),
        ("highest", 19),
        ("latest", 12),
    ]
    same = an_entry([counted(7, 1), counted(7, 2)])
    assert [(name, found.as_of) for name, found in extremes(same)] == [("latest", "2025-03-02")]
    none = an_entry([by(RUTH, "the ferry was full")])
    assert extremes(none) == []


def test_numbers_go_in_the_order_of_reading(ferry: Brief) -> None:
    numbered = phrases.numbers(ferry)
    assert sorted(numbered.values()) == list(range(1, len(numbered) + 1))
    first = phrases.numbers_of(ferry.sentences[0].citations, numbered)
    assert first == list(range(1, len(first) + 1))
    assert set(numbered) >= set(ferry.statement_of)


def test_a_number_stands_for_one_statement_however_often_it_is_cited() -> None:
    one, other = by(RUTH, "the ferry was full"), by(KARL, "the ferry was empty")
    both = Sentence(text="Both.", citations=(other.citation, one.citation, other.citation))
    brief = a_brief(an_entry([one]), an_entry([other, one]), sentences=(both,))
    assert phrases.numbers(brief) == {other.id: 1, one.id: 2}
    assert phrases.marks(both, phrases.numbers(brief)) == "[1][2]"


def test_counts() -> None:
    brief = a_brief(crowd(3), read=1, attributions=1200, sources=2, left_out=1)
    assert phrases.read(brief) == "1 article, 1,200 statements, 2 sources"
    assert phrases.left_out(brief) == "1 more proposition not shown"
    assert phrases.left_out(a_brief()) == ""


@pytest.mark.parametrize(
    ("called", "heading"),
    [
        ("the ferry was full", "The ferry was full"),
        ("the night as a nightmare", "Ruth Hale described the night as a nightmare"),
        ("no words of any statement", "No words of any statement"),
    ],
)
def test_a_heading_has_a_verb_where_the_article_has_one(called: str, heading: str) -> None:
    told = [by(RUTH, "the ferry was full"), by(RUTH, "the night as a nightmare", "described")]
    entry = an_entry(told, [origin(*told)], wording=called)
    assert phrases.heading(entry) == heading
    assert phrases.wording(entry) == called[0].upper() + called[1:]
