"""Fixtures that several tests share: a made-up article with its attributions, and the truth of the example story."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from tests.support import FIRST, HEADLINE, ROOT, SECOND, TEXT, span
from twosource.records import Article, Attribution, Figure, Interval, Mention


@pytest.fixture
def article() -> Article:
    paragraphs = (span(HEADLINE), span(FIRST), span(SECOND))
    return Article(
        text=TEXT,
        paragraphs=paragraphs,
        title=HEADLINE,
        outlet="Hill Post",
        published="2025-03-05T08:00:00+02:00",
        source="mill.html",
        authors=("Jo Lind", "Max Ott"),
    )


@pytest.fixture
def attributions(article: Article) -> tuple[Attribution, ...]:
    return (
        Attribution(
            article_id=article.id,
            content=(span("At least two people died"),),
            cue=(span("said"), span("citing")),
            source=(span("an unnamed official"),),
            certainty="probable",
            chain=(
                Mention(name="the Courier", kind="outlet", anonymity="named"),
                Mention(name=None, kind="person", anonymity="unnamed", role="official", affiliation="Mill Board"),
            ),
            figures=(Figure(span=span("At least two people"), low=2, high=None, bound="at_least", unit="people"),),
            confidence=0.91234,
        ),
        Attribution(
            article_id=article.id,
            content=(span("We know nothing of it,"), span("Nothing.")),
            cue=(span("told"),),
            source=(span("Mayor Anna Feld"),),
            manner="direct",
            act="declines",
            polarity="withhold",
            said=Interval(start="2025-03-04", end="2025-03-05", text="on Tuesday"),
            chain=(Mention(name="Anna Feld", kind="person", anonymity="named", role="Mayor"),),
            confidence=0.5,
        ),
    )


@pytest.fixture(scope="session")
def truth() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "examples" / "truth.json").read_text("utf-8"))
    return found


@pytest.fixture
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is real; each article gets two attributions without a network: its first 10 characters, and 10 more."""

    def attribute(articles: Iterable[Article], *, threads: int) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
        assert threads > 0
        for article in articles:
            sure = Attribution(article_id=article.id, content=((0, 10),), confidence=0.9)
            unsure = Attribution(article_id=article.id, content=((10, 20),), confidence=0.4, polarity="deny")
            yield article, (sure, unsure)

    monkeypatch.setattr("twosource.pipeline.attribute", attribute)
