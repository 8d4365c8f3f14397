from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.brief.hostile import brief_of
from tests.brief.made import KARL, OFFICER, POST, RUTH, UNION, by, origin
from tests.brief.whole import a_brief, an_entry, crowd
from twosource.brief.phrases import numbers
from twosource.brief.records import Brief
from twosource.brief.terminal import lines, wrap
from twosource.terminal import Screen, width

FULL = "the ferry Marigold was full"


def shown(brief: Brief, columns: int = 80, *, colour: bool = False) -> str:
    return "".join(lines(brief, Screen(columns=columns, colour=colour)))


def contested() -> Brief:
    first = by(RUTH, FULL, published="2025-03-04", outlet="Hill Post", certainty="certain")
    again = by(RUTH, FULL, "said that", published="2025-03-04", outlet="Bay Courier")
    told = by(OFFICER, f"{FULL} to the rails", published="2025-03-05", outlet="Dale News", manner="direct")
    against = by(KARL, f"{FULL} that night", "denied that", polarity="deny", act="denies", published="2025-03-06")
    origins = [
        origin(first, again, why=("Bay Courier prints 40 words of Hill Post's text",)),
        origin(told, root="an officer", shown=False, basis="own-word"),
        origin(against, root="Karl Brandt", stance="deny", basis="own-word"),
    ]
    return a_brief(an_entry([first, again, told, against], origins, wording=FULL))


def test_a_contested_proposition_as_it_is_read() -> None:
    assert shown(contested()).split("\nNotes\n")[0] == (
        "Was the ferry full?\n"
        "Read: 4 articles, 4 statements, 0 sources. Made 6 March 2025, 09:00 +00:00.\n"
        "\n"
        "In short\n"
        "────────────────────────────────────────\n"
        "    · Ruth Hale said the ferry Marigold was full; against that, Karl Brandt\n"
        "      denied that the ferry Marigold was full that night. [1][2]\n"
        "\n"
        "1. The ferry Marigold was full\n"
        "Contested: accounts of it contradict each other.\n"
        "Ruth Hale said the ferry Marigold was full; against that, Karl Brandt denied\n"
        "that the ferry Marigold was full that night. [1][2]\n"
        "\n"
        "  Independent origins: 1 to 3\n"
        "    + Ruth Hale: 2 statements\n"
        "      Bay Courier prints 40 words of Hill Post's text\n"
        "    + an officer: 1 statement\n"
        "      leans on nobody shown · not shown to be independent of the others\n"
        "    - Karl Brandt: 1 statement\n"
        "      leans on nobody shown · does not say so, and is not counted\n"
        "\n"
        "  Says so\n"
        "    + Ruth Hale (harbour master): the ferry Marigold was full [1]\n"
        "      printed 4 March 2025 · certain · Hill Post · the same words: Bay Courier\n"
        "      [3]\n"
        "    + unnamed officer: “the ferry Marigold was full to the rails” [4]\n"
        "      printed 5 March 2025 · Dale News\n"
        "\n"
        "  Denies it\n"
        "    - Karl Brandt (owner): the ferry Marigold was full that night [2]\n"
        "      printed 6 March 2025 · Hill Post\n"
        "\n"
        "  How it moved\n"
        "    · Day by day: 4 March 2025 ++ · 5 March 2025 + · 6 March 2025 -\n"
        "    · 4 March 2025, first said: Ruth Hale said the ferry Marigold was full. [1]\n"
        "    · 5 March 2025, also said: Officer said the ferry Marigold was full to the\n"
        "      rails. [4]\n"
        "    · 6 March 2025, denied: Karl Brandt denied that the ferry Marigold was full\n"
        "      that night. [2]\n"
        "\n"
        "Articles cited\n"
        "────────────────────────────────────────\n"
        "    · Hill Post, 4 March 2025 [1]\n"
        "    · Bay Courier, 4 March 2025 [3]\n"
        "    · Dale News, 5 March 2025 [4]\n"
        "    · Hill Post, 6 March 2025 [2]\n"
    )


def test_every_number_has_a_note_with_outlet_words_and_place(ferry: Brief) -> None:
    made = " ".join(shown(ferry).split())
    body, notes = made.split(" Notes ─")
    assert sorted(numbers(ferry).values()) == list(range(1, len(numbers(ferry)) + 1))
    for attribution, number in numbers(ferry).items():
        statement = ferry.statement_of.get(attribution)
        assert f"[{number}]" in body
        note = notes.split(f"[{number}] ")[1].split(f" [{number + 1}] ")[0]
        if statement:
            article = statement.account.article
            start, end = statement.span
            assert f"characters {start} to {end} of " in note
            assert {article.outlet, article.title, article.url} - {None} <= {
                part for part in (article.outlet, article.title, article.url) if part and part in note
            }
            assert " ".join(article.text[start:end].split()) in note


def test_all_that_is_known_is_shown(ferry: Brief) -> None:
    made = " ".join(shown(ferry).split())
    for entry in ferry.entries:
        for sentence in (entry.lead, *entry.missing):
            assert sentence.text in made
        for statement in entry.statements:
            assert statement.chain in made
    for voice in ferry.voices:
        assert voice.label in made


def test_who_is_cited_by_whom_and_when_it_was_said() -> None:
    relayed = by(POST, FULL, "said, citing an officer, that", published="2025-03-05")
    made = shown(a_brief(an_entry([relayed], status="single-origin")))
    assert "Hill Post: the ferry Marigold was full [1]" in made
    assert "printed 5 March 2025" in made


def test_figures_are_told_from_lowest_to_latest() -> None:
    made = shown(a_brief(crowd(12)))
    found = re.findall(r"· (Lowest|Highest|Latest): ([\w ]+) people, ", made)
    assert [name for name, _ in found] == ["Lowest", "Highest", "Latest"]
    low, high = (int(re.findall(r"\d+", value)[0]) for name, value in found if name != "Latest")
    assert low < high


def test_missing_notes_and_what_is_left_out_are_told(ferry: Brief) -> None:
    made = a_brief(*ferry.entries, left_out=7, notes=("Worded by small.",), missing=ferry.entries[0].missing)
    assert "7 more propositions not shown." in shown(made)
    assert "Worded by small." in shown(made)


def test_a_brief_of_nothing() -> None:
    assert shown(a_brief()).endswith("\nNothing in what was read answers this.\n")


def test_sides_are_told_where_there_are_two() -> None:
    one, other = by(RUTH, FULL), by(UNION, f"{FULL} that night")
    origins = [origin(one), origin(other, root="Seamen's Union")]
    sides = (("Harbour Board", (origins[0].id,)), ("Seamen's Union", (origins[1].id,)))
    assert "\n  Sides\n    · Harbour Board: Ruth Hale\n    · Seamen's Union\n" in shown(
        a_brief(an_entry([one, other], origins, sides=sides))
    )
    assert "Sides" not in shown(a_brief(an_entry([one, other], origins, sides=sides[:1])))


@pytest.mark.parametrize("columns", [12, 20, 40, 80, 120])
@pytest.mark.parametrize("text", ["東京 " * 40, "x" * 300, "👍" * 90, "e\u0301" * 200, "word " * 100])
def test_no_line_is_wider_than_the_screen(text: str, columns: int) -> None:
    made = shown(brief_of(text.strip(), url="https://example.org/" + "long" * 60), columns)
    assert max(map(width, made.splitlines())) <= columns


def test_three_hundred_statements_are_shown_and_fit() -> None:
    brief = a_brief(crowd(300))
    made = shown(brief)
    assert max(map(width, made.splitlines())) <= 80
    assert "[300]" in made


def test_colour_changes_nothing_but_colour(ferry: Brief) -> None:
    coloured = shown(ferry, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(ferry)
    assert "\x1b" not in shown(ferry)


@pytest.mark.parametrize("evil", ["\x1b]0;owned\x07\x1b[2J\x9b31m\u202etxt", "a\nfake line", "\x1b[1mbold\x1b[0m"])
def test_hostile_text_cannot_steer_the_terminal(evil: str) -> None:
    made = shown(brief_of(evil, url=evil))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", made)
    assert "\nfake line" not in made


@given(st.text(), st.integers(2, 60))
@settings(max_examples=200)
def test_wrapped_text_fits_and_is_whole(text: str, cells: int) -> None:
    made = wrap(text, cells)
    assert all(width(line) <= cells for line in made)
    assert "".join("".join(made).split()) == "".join(text.split())
