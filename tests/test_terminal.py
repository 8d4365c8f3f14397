from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import span
from twosource.records import Article, Attribution, Target
from twosource.terminal import Screen, shorten, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [("plain", 5), ("東京", 4), ("e\u0301", 1), ("ｱ", 1), ("！", 2), ("👍", 2), ("a\u200db", 2), ("", 0), ("Ω≈ç", 3)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("fits exactly", 12, "fits exactly"),
        ("the mill burned down", 14, "the mill…"),
        ("the mill burned down", 16, "the mill burned…"),
        ("unbrokenwordwithoutspace", 10, "unbrokenw…"),
        ("東京東京東京", 7, "東京東…"),
        ("東京東京東京", 6, "東京…"),
        ("e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"),
    ],
)
def test_shorten(text: str, cells: int, expected: str) -> None:
    assert shorten(text, cells) == expected


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_shortened_text_fits_and_begins_as_before(text: str, cells: int) -> None:
    made = shorten(text, cells)
    assert width(made) <= cells
    assert made == text or text.startswith(made.removesuffix("…"))


def shown(screen: Screen, article: Article, *attributions: Attribution) -> str:
    return "".join(screen.lines([(article, attributions)]))


def test_list_without_colour(article: Article, attributions: tuple[Attribution, ...]) -> None:
    assert shown(Screen(columns=70), article, *attributions) == (
        "Hill Post · 5 March 2025, 08:00 +02:00\n"
        "Mill fire kills two\n"
        "mill.html\n"
        "\n"
        "  + the Courier ← unnamed official (Mill Board)  said (probable)\n"
        "    At least two people died\n"
        "    at least 2 people\n"
        "\n"
        "  ? Anna Feld (Mayor)  declined\n"
        "    We know nothing of it, […] Nothing.\n"
        "    said 4 March 2025\n"
        "\n"
        "\n"
        "2 attributions in 1 article from 1 outlet\n"
        "  +    1  says so\n"
        "  -    0  says not\n"
        "  ?    1  does not say\n"
        "       1  on the word of someone unnamed\n"
        "       1  through another source\n"
    )


def test_reserve_reason_and_target_are_shown(article: Article, attributions: tuple[Attribution, ...]) -> None:
    first, second = attributions
    origin = dataclasses.replace(first.chain[-1], reason="because he was not cleared to speak")
    target = Target(what="statement", span=second.content[1], attribution=second.id)
    made = shown(
        Screen(columns=120),
        article,
        dataclasses.replace(first, chain=(origin,), hedge=span("At least"), target=target, figures=()),
    )
    assert "the writer: At least · unnamed because he was not cleared to speak · of: Nothing." in made


def test_colour_changes_nothing_but_colour(article: Article, attributions: tuple[Attribution, ...]) -> None:
    coloured = shown(Screen(columns=70, colour=True), article, *attributions)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(Screen(columns=70), article, *attributions)


def test_an_article_without_attributions_and_without_facts() -> None:
    assert shown(Screen(), Article(text="x", paragraphs=())).startswith(
        "Unknown outlet · undated\n-\n\n  No attribution found.\n"
    )


def test_nothing_at_all() -> None:
    assert list(Screen().lines([])) == []


@pytest.mark.parametrize("columns", [1, 20, 30, 40, 80, 120])
def test_lines_fit_the_terminal(article: Article, attributions: tuple[Attribution, ...], columns: int) -> None:
    wide = dataclasses.replace(article, title="東京 " * 60, outlet="The Long and Winding Evening Intelligencer " * 4)
    body = "".join(Screen(columns=columns).article(wide, attributions))
    assert max(map(width, body.splitlines())) <= max(columns, 34)


def test_hostile_text_cannot_steer_the_terminal(attributions: tuple[Attribution, ...]) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202etxt\nfake line"
    article = Article(text=evil, paragraphs=(), title=evil, outlet=evil, published=evil, source=evil)
    found = dataclasses.replace(
        attributions[0],
        content=((0, len(evil)),),
        chain=tuple(
            dataclasses.replace(link, name=evil, role=evil, affiliation=evil) for link in attributions[0].chain
        ),
        figures=tuple(dataclasses.replace(figure, unit=evil, of=evil) for figure in attributions[0].figures),
    )
    screen = Screen(columns=100)
    text = shown(screen, article, found)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "\nfake line" not in text
