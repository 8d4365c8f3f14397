"""Quotations without a cue of their own, given to the one who was speaking."""

from __future__ import annotations

import re

import pytest

from twosource.attribute.quoted import with_quotations
from twosource.language.facts import Facts
from twosource.records import Article, Relation

SAID = "“The quay is gone,” Mayor Ines Falk said."


def facts(text: str) -> Facts:
    return Facts(Article(text=text, paragraphs=tuple(m.span() for m in re.finditer(r"[^\n]+", text))))


def spoken(text: str, content: str = "“The quay is gone,”", cue: str = "said") -> Relation:
    start, at = text.index(content), text.index(cue)
    return Relation(content=((start, start + len(content)),), cue=((at, at + len(cue)),), source=())


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (SAID + " “We will rebuild it within two years.”", ["“We will rebuild it within two years.”"]),
        (SAID + "\n\n“We will rebuild it within two years.”", ["“We will rebuild it within two years.”"]),
        (
            SAID + " “We will rebuild it within two years.\n\n“Nobody should doubt that for a moment.”",
            ["“We will rebuild it within two years.", "“Nobody should doubt that for a moment.”"],
        ),
        (
            '"The quay is gone," Falk said. "We will not rest until we know why."',
            ['"We will not rest until we know why."'],
        ),
    ],
)
def test_a_quotation_continues_the_speaker(text: str, joined: list[str]) -> None:
    quote = text[: text.index(",") + 2]
    (found,) = with_quotations(facts(text), [spoken(text, quote)])
    assert [text[s:e] for s, e in found.content] == [quote, *joined]


@pytest.mark.parametrize(
    "text",
    [
        SAID + " The film “A Long Night on the Water” opens on Friday.",
        SAID + " “Never,” a boy shouted.",
        SAID + "\n\nThe port closed at noon.\n\n“We will rebuild it within two years.”",
        SAID + " Others spoke of “the worst night that anybody had seen here”.",
        SAID + "\n\nA sign at the gate read: “Nobody may enter the harbour today.”",
    ],
)
def test_other_quotations_stay_alone(text: str) -> None:
    relation = spoken(text)
    assert with_quotations(facts(text), [relation]) == [relation]


def test_what_has_a_part_in_a_relation_stays_there() -> None:
    text = SAID + " “We will rebuild it within two years,” Jon Reth said."
    relations = [spoken(text), spoken(text, "“We will rebuild it within two years,”", "said")]
    assert with_quotations(facts(text), relations) == relations


@pytest.mark.parametrize("text", ["“", "””““ said “", '"a" "', '‘’“”"\n\n“', SAID + " “Open and never closed again"])
def test_odd_marks_never_fail(text: str) -> None:
    assert with_quotations(facts(text), []) == []
