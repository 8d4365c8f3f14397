"""The first real article, read by hand: who, which spans, which stance. Facts only; the text is not ours to keep.

`real_article.json` holds spans of the article's text as read, and for some attributions the origin's name, the
certainty and the day it was said.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gate import DATA
from twosource.pipeline import extract
from twosource.records import Article, Attribution, Span

PAGE = DATA / "articles" / "dw-2024-10-19.txt"
FACTS = json.loads(Path(__file__).with_name("real_article.json").read_text())

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"the real article is not at {PAGE}")


@cache
def found() -> tuple[Article, tuple[Attribution, ...]]:
    (result,) = extract([str(PAGE)], on_error=pytest.fail)
    return result


def overlap(one: Sequence[Span], other: Sequence[Sequence[int]]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def matching(fact: dict[str, Any]) -> Attribution | None:
    """The attribution with the fact's cue or most of its content, and its source."""
    source = [fact["source"]] if fact["source"] else []
    size = sum(end - start for start, end in fact["content"])
    for one in found()[1]:
        same_source = overlap(one.source, source) > 0 if source else not one.source
        if same_source and (overlap(one.content, fact["content"]) > size / 2):
            return one
    return None


def test_the_text_is_the_headline_and_the_body() -> None:
    article, _ = found()
    assert hashlib.sha256(article.text.encode()).hexdigest() == FACTS["sha256"]
    assert article.published == "2024-10-19"
    assert (article.outlet, article.language, len(article.authors)) == ("DW", "en", 3)
    assert len(article.captions) == 8


def test_at_least_36_attributions_are_right() -> None:
    right = [one for fact in FACTS["attributions"] if (one := matching(fact)) and one.polarity == fact["polarity"]]
    assert len({one.id for one in right}) >= 36


def test_few_are_found_that_were_not_read() -> None:
    extra = [
        one for one in found()[1] if not any(overlap(one.content, fact["content"]) for fact in FACTS["attributions"])
    ]
    assert len(extra) <= 8


@pytest.mark.parametrize("field", ["origin", "certainty", "said"])
def test_fields(field: str) -> None:
    told = [(fact, one) for fact in FACTS["attributions"] if field in fact and (one := matching(fact))]
    values = {
        "origin": lambda one: one.chain[-1].name if one.chain else None,
        "certainty": lambda one: one.certainty,
        "said": lambda one: one.said.start if one.said else None,
    }
    wrong = [(fact, found) for fact, one in told if (found := values[field](one)) != fact[field]]
    assert told
    assert [(fact, name) for fact, name in wrong if name or field != "origin"] == []
    assert len(wrong) <= 1, "a wrong name is worse than none, but one pronoun may stay unknown"


def test_spans_lie_in_paragraphs() -> None:
    article, attributions = found()
    for one in attributions:
        for start, end in (*one.source, *one.cue, *one.content):
            assert any(s <= start < end <= e for s, e in article.paragraphs)
            assert not article.text[start].isspace()
            assert not article.text[end - 1].isspace()


def test_ids_are_unique_and_stable() -> None:
    ids = [one.id for one in found()[1]]
    assert len(set(ids)) == len(ids)
