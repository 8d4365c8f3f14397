"""Statements in their sentences, and the words among which a span is chosen."""

from __future__ import annotations

import pytest

from tests.attribute.told import article, attributions
from twosource.across import Account
from twosource.export.words import plain
from twosource.room.desk_excerpt import Bit, choices, mention, sentence

TEXT = (
    "Mill burns down\n\nThe mill burned for two nights, mayor Anna Feld said on Monday. “We saw it,” a guard told us, "
    "“from the bridge.” Nobody slept.\n\nSeven men were hurt. The owner was away."
)


def accounts(text: str, *told: tuple[str, str, str]) -> list[Account]:
    found = article(text)
    return [Account(article=found, attribution=one) for one in attributions(text, *told)]


FELD, GUARD = accounts(
    TEXT,
    ("mayor Anna Feld", "said", "The mill burned for two nights"),
    ("a guard", "told", "“We saw it,” … “from the bridge.”"),
)


def shown(bits: tuple[Bit, ...]) -> str:
    return "".join(one.text for one in bits)


def marked(bits: tuple[Bit, ...], mark: str) -> list[str]:
    return [one.text for one in bits if mark in one.marks]


def test_a_statement_stands_in_its_whole_sentence_with_its_parts_marked() -> None:
    bits = sentence(FELD)
    assert shown(bits) == "The mill burned for two nights, mayor Anna Feld said on Monday."
    assert marked(bits, "source") == ["mayor Anna Feld"]
    assert marked(bits, "cue") == ["said"]
    assert marked(bits, "content") == ["The mill burned for two nights"]
    assert marked(bits, "differs") == []


def test_content_in_pieces_is_marked_piece_by_piece() -> None:
    assert marked(sentence(GUARD), "content") == ["“We saw it,”", "“from the bridge.”"]


def test_words_that_the_other_has_not_are_marked() -> None:
    one, other = accounts(
        "Toll\n\nSeven men died in the mill, police said. Nine people died at the mills, doctors said.",
        ("police", "said", "Seven men died in the mill"),
        ("doctors", "said", "Nine people died at the mills"),
    )
    assert marked(sentence(one, beside=[other]), "differs") == ["Seven", "men"]
    assert marked(sentence(other, beside=[one]), "differs") == ["Nine", "people"]
    assert shown(sentence(one, beside=[other])) == shown(sentence(one))


def test_where_no_word_is_in_common_none_is_marked() -> None:
    assert marked(sentence(FELD, beside=[GUARD]), "differs") == []


def test_a_mention_is_marked_where_it_stands() -> None:
    assert marked(mention(FELD, 0), "mention") == ["mayor Anna Feld"]


def test_a_page_without_sentences_is_cut_short_and_says_so() -> None:
    text = "x " * 500 + "the mill burned, Feld said " + "y " * 500
    (found,) = accounts(text.strip(), ("Feld", "said", "the mill burned"))
    told = shown(sentence(found))
    assert "the mill burned, Feld said" in told
    assert len(told) < 900


def test_words_to_choose_from_are_those_of_the_paragraph_and_of_those_beside_it() -> None:
    found = choices(FELD)
    text = FELD.article.text
    assert [text[slice(*one.span)] for one in found] == [one.text for one in found]
    assert [one.text for one in found if "content" in one.parts] == ["The", "mill", "burned", "for", "two", "nights"]
    assert [one.text for one in found if one.parts and "content" not in one.parts] == ["mayor", "Anna", "Feld", "said"]
    assert found[0].text == "Mill"
    assert found[-1].text == "away"
    heads = [one.text for one in found if one.tail is not None]
    assert heads == ["The", "Seven"]


@pytest.mark.parametrize("found", [FELD, GUARD])
def test_between_the_words_nothing_of_the_text_is_lost(found: Account) -> None:
    words = choices(found)
    told = "".join(f"{one.tail or ''} {one.before}{one.text}" for one in words)
    whole = found.article.text[words[0].span[0] : words[-1].span[1]]
    assert plain(told).replace(" ", "") == plain(whole).replace(" ", "")


def test_of_a_page_that_is_one_paragraph_the_words_around_the_statement_are_given() -> None:
    text = "word " * 900 + "the mill burned, Feld said. " + "more " * 900
    (found,) = accounts(text.strip(), ("Feld", "said", "the mill burned"))
    words = choices(found)
    assert len(words) == 400
    assert [one.text for one in words if "content" in one.parts] == ["the", "mill", "burned"]
