from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.brief.made import statement
from tests.origins.made import article, said
from twosource.brief.excerpt import AROUND, excerpt
from twosource.brief.notes import Note
from twosource.records import Article, Span

TEXT = "It rained. The ferry was full, Ruth Hale said, and the sea\nwas rough. Nobody slept."


def note(where: Article, *content: Span, told: bool = True) -> Note:
    account = said(where, where.text[slice(*content[0])])
    account = replace(account, attribution=replace(account.attribution, content=content))
    return Note(
        number=1,
        attribution=account.id,
        article=where,
        span=(content[0][0], content[-1][1]),
        content=content,
        statement=statement(account) if told else None,
    )


def shown(found: Note) -> Sequence[tuple[str, bool]]:
    return [(piece.text, piece.marked) for piece in excerpt(found)]


@pytest.mark.parametrize("told", [True, False])
def test_the_cited_words_stand_in_their_sentence(told: bool) -> None:
    start = TEXT.index("The ferry")
    found = shown(note(article(TEXT), (start, start + len("The ferry was full")), told=told))
    assert found == [("The ferry was full", True), (", Ruth Hale said, and the sea was rough.", False)]


def test_broken_content_is_marked_in_its_pieces() -> None:
    spans = tuple(
        (TEXT.index(words), TEXT.index(words) + len(words)) for words in ("The ferry was full", "the sea\nwas")
    )
    assert shown(note(article(TEXT), *spans)) == [
        ("The ferry was full", True),
        (", Ruth Hale said, and ", False),
        ("the sea was", True),
        (" rough.", False),
    ]


def test_a_page_without_sentences_is_cut_but_never_the_cited_words() -> None:
    words = "it " * 900 + "ends"
    where = article("so " * 900 + words + " and" * 900)
    found = shown(note(where, (2700, 2700 + len(words))))
    assert [text for text, marked in found if marked] == [words]
    assert (found[0], found[-1]) == (("… ", False), (" …", False))
    assert sum(len(text) for text, marked in found if not marked) <= 2 * AROUND + 8


def test_what_steers_a_reader_is_taken_out() -> None:
    where = article("He said \u202ethe ferry\x1b[31m was full.")
    assert shown(note(where, (8, 19))) == [("He said ", False), ("�the ferry�", True), ("[31m was full.", False)]
