from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.quotes import blocks
from twosource.language.sentences import sentences
from twosource.records import check_spans


@pytest.mark.parametrize(
    "parts",
    [
        ["The dam broke.", "Nobody was hurt."],
        ["Mayor Feld met Mr. Orban Tal.", "They shook hands."],
        ["Gen. Ivo Marsh and Rep. Lia Wren spoke.", "Sen. Oda Pike did not."],
        ["“We are ready.”", "Feld left the room."],
        ["“The dam is safe,” Ms. Feld said.", "“Go home.”", "Nobody did."],
        ["“Is it safe?” Lia Wren asked.", "Nobody knew."],
        ["He shouted “Stop!” and ran."],
        ["It opened at 6 p.m. on Tuesday.", "It closed early."],
        ["It opened at 6 p.m.", "The crowd came later."],
        ["Troops left the U.S. Embassy in Port Orrin.", "They returned."],
        ["Troops left the U.S.", "They returned."],
        ["Orrin Holdings Inc. fell 3.5 percent.", "Corvia Steel Co.", "The rest rose."],
        ["The law was passed on Oct. 3 in Corvia.", "It cost $1.2 billion."],
        ["John F. Wren and J. R. Pike spoke.", "I was there."],
        ["It was me, not I.", "Nobody saw."],
        ["Why?", "Because it rained!", "It rained…", "And then it stopped."],
        ["Rain fell... and then stopped.", "Then more."],
        ["One sentence without a stop"],
    ],
)
def test_borders(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[a:b] for a, b in sentences(text, [(0, len(text))])] == parts


def test_a_list_number_belongs_to_its_item() -> None:
    text = "1. The dam broke."
    assert sentences(text, [(0, len(text))]) == ((0, len(text)),)


@given(st.text(alphabet='aB.?! \n”“’"1', max_size=60))
def test_spans_are_in_order_and_within_paragraphs(text: str) -> None:
    paragraphs = tuple(blocks(text))
    spans = sentences(text, paragraphs)
    check_spans(spans, len(text))
    assert all(any(p[0] <= s[0] and s[1] <= p[1] for p in paragraphs) for s in spans)
