from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.export.csv import COLUMNS, lines, safe
from twosource.export.words import plain
from twosource.records import Article, Attribution, Target


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_an_attribution(article: Article, attributions: tuple[Attribution, ...]) -> None:
    made = rows("".join(lines([(article, attributions), (article, ())], made_by="twosource 9")))
    assert len(made) == 2
    assert tuple(made[0]) == COLUMNS
    first, second = made
    assert first["article_id"] == article.id
    assert first["authors"] == "Jo Lind; Max Ott"
    assert first["chain"] == "the Courier ← unnamed official (Mill Board)"
    assert (first["origin_name"], first["origin_role"], first["origin_anonymity"]) == ("", "official", "unnamed")
    assert json.loads(first["figures"])[0]["low"] == 2
    assert second["content"] == "We know nothing of it, […] Nothing."
    assert (second["said_start"], second["said_end"], second["said_text"]) == ("2025-03-04", "2025-03-05", "on Tuesday")
    assert second["polarity"] == "withhold"


def test_scores_reserve_and_target_have_columns(article: Article, attributions: tuple[Attribution, ...]) -> None:
    first, second = attributions
    target = Target(what="statement", span=second.content[1], attribution=second.id)
    origin = replace(first.chain[-1], number=2, reason="for fear of reprisals")
    rich = replace(first, hedge=first.cue[0], target=target, chain=(origin,), polarity_score=0.91237)
    row = rows("".join(lines([(article, (rich,))], made_by="twosource 9")))[0]
    assert (row["polarity_score"], row["certainty_score"], row["hedge"]) == ("0.9124", "", "said")
    assert (row["target"], row["target_attribution"]) == ("Nothing.", second.id)
    assert (row["origin_number"], row["origin_reason"]) == ("2", "for fear of reprisals")


def test_span_columns_lead_back_to_the_words(article: Article, attributions: tuple[Attribution, ...]) -> None:
    row = rows("".join(lines([(article, attributions)], made_by="twosource 9")))[1]
    pieces = [article.text[start:end] for start, end in json.loads(row["content_spans"])]
    assert pieces == ["We know nothing of it,", "Nothing."]
    assert json.loads(row["source_spans"]) == [list(attributions[1].source[0])]


def test_without_results_there_is_still_a_header() -> None:
    assert "".join(lines([], made_by="twosource 9")).rstrip("\n").split(",") == list(COLUMNS)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1 555", "'+1 555"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'Quoted,' she said", "'Quoted,' she said"),
        ("— a dash", "— a dash"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, expected: str) -> None:
    assert safe(cell) == expected


@given(st.text(alphabet=st.sampled_from("'=+-@ \tab")))
def test_taking_the_apostrophe_away_gives_the_cell(cell: str) -> None:
    made = safe(cell)
    assert not re.match("[=+@\t\r-]", made)
    assert re.sub("^'('*[=+@-])", r"\1", made) == plain(cell)


@given(st.text(alphabet=st.characters(), min_size=1))
def test_any_text_makes_one_well_formed_row(text: str) -> None:
    article = Article(text=text, paragraphs=(), title=text, outlet=text, url=text)
    found = Attribution(article_id=article.id, content=((0, len(text)),))
    made = rows("".join(lines([(article, (found,))], made_by="twosource 9")))
    assert len(made) == 1
    assert None not in made[0].values()
    assert json.loads(made[0]["content_spans"]) == [[0, len(text)]]
