from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from twosource.export.jsonl import lines
from twosource.records import Article, Attribution


def test_a_line_an_article(article: Article, attributions: tuple[Attribution, ...]) -> None:
    made = list(lines([(article, attributions), (article, ())], made_by="twosource 9"))
    assert [line.count("\n") for line in made] == [1, 1]
    first, second = map(json.loads, made)
    assert first["article"] == article.as_dict()
    assert [found["id"] for found in first["attributions"]] == [found.id for found in attributions]
    assert second["attributions"] == []
    assert first["made_by"] == second["made_by"] == "twosource 9"


def test_spans_lead_back_to_the_words(article: Article, attributions: tuple[Attribution, ...]) -> None:
    record = json.loads(next(iter(lines([(article, attributions)], made_by="twosource 9"))))
    start, end = record["attributions"][1]["source"][0]
    assert record["article"]["text"][start:end] == "Mayor Anna Feld"


@given(st.text(alphabet=st.characters()))
def test_any_text_survives_and_the_line_is_one_harmless_line(text: str) -> None:
    line = next(iter(lines([(Article(text=text, paragraphs=()), ())], made_by="twosource 9")))
    stored = line.encode("utf-8", "backslashreplace").decode("utf-8")
    assert json.loads(stored)["article"]["text"] == text
    assert len(stored.splitlines()) == 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in stored[:-1])
