from __future__ import annotations

from tests.brief.made import KARL, RUTH, by
from tests.brief.whole import a_brief, an_entry
from twosource.brief.notes import notes
from twosource.brief.phrases import numbers
from twosource.brief.records import Brief, Sentence


def test_a_note_for_every_number_and_its_words_are_where_it_says(ferry: Brief) -> None:
    found = list(notes(ferry))
    assert {note.attribution: note.number for note in found} == numbers(ferry)
    for note in found:
        assert note.span == (note.content[0][0], note.content[-1][1])
        assert " ".join(note.article.text[slice(*note.span)].split()) in note.quoted


def test_who_would_not_answer_has_a_note_without_a_statement() -> None:
    told, silent = by(RUTH, "the ferry was full"), by(KARL, "whether it was full", "would not say")
    missing = Sentence(text="Karl Brandt would not say.", citations=(silent.citation,))
    articles = (told.account.article, silent.account.article)
    first, second = notes(a_brief(an_entry([told]), missing=(missing,), articles=articles))
    assert (first.statement, second.statement) == (told, None)
    assert (second.number, second.quoted, second.article) == (2, "whether it was full", silent.account.article)
