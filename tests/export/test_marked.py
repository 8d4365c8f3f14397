"""An article with its attributions marked: all of the text, nothing of its markup, all spans."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.support import span
from twosource.export.marked import KINDS, STYLE, marked
from twosource.records import Article, Attribution


def parsed(article: Article, attributions: tuple[Attribution, ...]) -> Any:
    return html.fromstring(marked(article, attributions))


def test_all_words_stand_there_and_the_spans_are_marked(
    article: Article, attributions: tuple[Attribution, ...]
) -> None:
    page = parsed(article, attributions)
    paragraphs = [p.text_content() for p in page.iterchildren("p") if "class" not in p.attrib]
    assert paragraphs == [article.text[start:end] for start, end in article.paragraphs]
    marks = {kind: "".join(page.xpath(f"//p[not(@class)]/span[@class='ts-{kind}']/text()")) for kind in KINDS}
    assert marks["source"] == "an unnamed officialMayor Anna Feld"
    assert marks["cue"] == "saidcitingtold"
    assert marks["content"] == "At least two people diedWe know nothing of it,Nothing."
    assert [li.text_content() for li in page.iterfind("ol/li")] == [
        "the Courier ← unnamed official (Mill Board) says so, probable: At least two people died",
        "Anna Feld (Mayor) does not say: We know nothing of it, […] Nothing.",
    ]


def test_a_word_in_two_spans_has_both_kinds(article: Article) -> None:
    inside = Attribution(article_id=article.id, content=(span("two people died, the Courier said"),))
    outside = Attribution(
        article_id=article.id, content=(span("At least two people died"),), source=(span("Courier said, citing"),)
    )
    page = parsed(article, (outside, inside))
    (both,) = page.xpath("//p[not(@class)]/span[@class='ts-source ts-content']")
    assert both.text == "Courier said"
    assert both.get("title") == "source and content"


def test_every_rule_of_style_stays_within_the_article() -> None:
    rules = [line.partition("{")[0] for line in STYLE.strip().splitlines()]
    assert all(selector.startswith(".ts-article") for rule in rules for selector in rule.split(","))


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "a & b", "\u202egnp.exe", "</style>"]
)
def test_hostile_text_stays_text(hostile: str) -> None:
    text = f"One said {hostile} so."
    article = Article(text=text, paragraphs=((0, len(text)),), title=hostile, outlet=hostile)
    page = parsed(article, (Attribution(article_id=article.id, content=((9, 9 + len(hostile)),)),))
    assert {element.tag for element in page.iter()} <= {"div", "style", "h3", "p", "span", "ol", "li", "b"}
    assert hostile.replace("\u202e", "\N{REPLACEMENT CHARACTER}") in page.text_content()


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60), st.data())
def test_no_letter_is_lost(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1]), max_size=4))
    article = Article(text=text, paragraphs=((0, len(text)),))
    found = tuple(Attribution(article_id=article.id, content=(one,)) for one in spans)
    (paragraph,) = [p for p in parsed(article, found).iterchildren("p") if "class" not in p.attrib]
    assert "".join(paragraph.text_content().split()) == "".join(text.split())
