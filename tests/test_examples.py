"""The example story: its truth is really in its files, and reading gives the articles as the truth table has them."""

from __future__ import annotations

import importlib.util
import re
from datetime import datetime
from typing import Any

import pytest

from tests.support import ROOT, STORY
from twosource.read import read
from twosource.records import Article

Truth = dict[str, list[dict[str, Any]]]
RELATIONS = {"same", "agrees", "contradicts", "differs", "updates"}
STATUSES = {"single-origin", "several-origins", "contested", "denied", "figures-differ", "unconfirmed", "retracted"}


@pytest.fixture(scope="module")
def articles(truth: Truth) -> dict[str, Article]:
    """The articles as read, by their id in the truth table."""
    found = [article for path in sorted(STORY.iterdir()) for article in read(str(path))]
    return {known["id"]: article for known, article in zip(truth["articles"], found, strict=True)}


def paragraph(article: Article, at: int) -> str:
    return next(article.text[start:end] for start, end in article.paragraphs if start <= at < end)


def test_the_files_are_the_ones_of_the_truth_table(truth: Truth) -> None:
    assert sorted({known["file"] for known in truth["articles"]}) == sorted(path.name for path in STORY.iterdir())
    table = (ROOT / "examples" / "README.md").read_text("utf-8")
    assert all(f"`{known['file']}`" in table for known in truth["articles"])


def test_articles_are_read_with_their_facts(truth: Truth, articles: dict[str, Article]) -> None:
    for known in truth["articles"]:
        article = articles[known["id"]]
        assert (article.title, article.outlet) == (known["title"], known["outlet"]), known["id"]
        assert list(article.authors) == known["authors"], known["id"]
        assert article.language == "en"
        assert known["url"] in {None, article.url}


def test_credits_are_read(truth: Truth, articles: dict[str, Article]) -> None:
    for known in truth["articles"]:
        given = " ".join(articles[known["id"]].credits)
        assert all(credit in given for credit in known["credits"]), known["id"]
        assert known["credits"] or not given, known["id"]


def test_times_are_read_with_time_of_day_and_zone(truth: Truth, articles: dict[str, Article]) -> None:
    for known in truth["articles"]:
        for name in ("published", "modified"):
            time, expected = getattr(articles[known["id"]], name), known[name]
            if expected and "T" in expected:
                assert datetime.fromisoformat(time) == datetime.fromisoformat(expected), (known["id"], name)
            elif expected:
                assert time.startswith(expected), (known["id"], name)


FURNITURE = [
    "cookie",
    "our newsletter",
    "Sign up",
    "Read next",
    "READ MORE",
    "Most read",
    "All rights reserved",
    "Photograph:",
]
FURNITURE += [
    "ADVERTISEMENT",
    "Home |",
    "Skip to",
    "JavaScript",
    "Also in the Courier",
    "Listen to Radio",
    "SHOCK:",
    "Image:",
]
FURNITURE += [
    "Call the Kestrel newsdesk",
    "Become a member",
    "Shipping industry",
    "1.20 crowns",
    "Page 3",
    "rated Misleading",
]


def test_no_furniture_in_the_text(articles: dict[str, Article]) -> None:
    found = [(name, words) for name, article in articles.items() for words in FURNITURE if words in article.text]
    assert not found


def test_the_words_of_every_attribution_are_in_one_paragraph(truth: Truth, articles: dict[str, Article]) -> None:
    for known in truth["attributions"]:
        article = articles[known["article"]]
        assert article.text.count(known["content"]) == 1, known["id"]
        around = paragraph(article, article.text.index(known["content"]))
        assert (known["source"] or "") in around, known["id"]
        assert (known["cue"] or "") in around, known["id"]
        assert known.get("figure", {"words": ""})["words"] in article.text, known["id"]


def test_attributions_use_the_words_of_the_design(truth: Truth) -> None:
    for known in truth["attributions"]:
        assert known["manner"] in {"direct", "indirect", "mixed"}
        assert known["polarity"] in {"affirm", "deny", "withhold", None}
        assert known["anonymity"] in {"named", "role-only", "unnamed", "collective", None}
        assert known.get("chain", [known["origin"]])[-1] == known["origin"], known["id"]
        assert known["id"].rpartition("-")[0] == known["article"]


def test_ids_are_unique_and_references_lead_somewhere(truth: Truth) -> None:
    ids = [known["id"] for known in truth["attributions"]]
    assert len(ids) == len(set(ids))
    names = {known["id"] for known in truth["articles"]}
    assert all(copy["article"] in names and copy["of"] in names for copy in truth["copies"])
    used = [name for citation in truth["citations"] for name in citation["attributions"]]
    used += [name for proposition in truth["propositions"] for name in proposition["stances"]]
    used += [name for proposition in truth["propositions"] for group in proposition["origins"] for name in group]
    used += [end for link in truth["relations"] for end in (link["left"], link["right"])]
    assert set(used) <= set(ids)


def test_propositions_and_relations_use_the_words_of_the_design(truth: Truth) -> None:
    assert {link["relation"] for link in truth["relations"]} == RELATIONS
    for proposition in truth["propositions"]:
        assert proposition["status"] in STATUSES
        affirmed = {name for name, stance in proposition["stances"].items() if stance == "affirm"}
        grouped = [name for group in proposition["origins"] for name in group]
        assert sorted(grouped) == sorted(affirmed), proposition["id"]
        low, high = proposition["independent"]["low"], proposition["independent"]["high"]
        assert low <= high == len(proposition["origins"]), proposition["id"]


def test_copies_are_copies(truth: Truth, articles: dict[str, Article]) -> None:
    for copy in truth["copies"]:
        source, reprint = (runs(articles[copy[end]]) for end in ("of", "article"))
        assert len(source & reprint) >= 0.6 * len(reprint), copy


def runs(article: Article) -> set[tuple[str, ...]]:
    """Every five words in a row."""
    words = re.findall(r"\w+", article.text)
    return set(zip(*(words[start:] for start in range(5)), strict=False))


def test_the_pdf_is_what_its_script_writes() -> None:
    spec = importlib.util.spec_from_file_location("make_pdf", ROOT / "examples" / "make_pdf.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.document() == (STORY / "10-coastal-dispatch.pdf").read_bytes()
