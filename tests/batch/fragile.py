"""A child that takes no network, and does to itself what some inputs do: ``python -m tests.batch.fragile``."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from typing import Any

from tests.upkeep.made import WordReader
from twosource.batch import child, opening
from twosource.read import read_raw
from twosource.read.sources import Raw
from twosource.records import Article, Attribution


def fragile(raw: Raw, **options: Any) -> Iterator[Any]:
    """Reads ``raw``, unless it says otherwise."""
    if b"SEGFAULT" in raw.data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"PANIC" in raw.data:
        raise BaseException("a panic of native code")
    yield from read_raw(raw, **options)


def attribute(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
    """Two attributions of every article, in gatherings of four, as the network gathers."""
    gathered: list[Article] = []
    for article in articles:
        gathered.append(article)
        if len(gathered) == 4:
            yield from map(told, gathered)
            gathered = []
    yield from map(told, gathered)


def told(article: Article) -> tuple[Article, tuple[Attribution, ...]]:
    if "NETWORK DIES" in article.text:
        os.kill(os.getpid(), signal.SIGABRT)
    if "NETWORK FAILS" in article.text:
        raise RuntimeError("bad allocation")
    if "SAME TWICE" in article.text:
        one = Attribution(article_id=article.id, content=((0, 4),))
        return article, (one, one)
    return article, tuple(Attribution(article_id=article.id, content=((at, at + 4),)) for at in (0, 5))


def main() -> None:
    import twosource.attribute
    import twosource.model.pairs

    opening.read_raw = fragile  # type: ignore[assignment]
    twosource.attribute.attribute = attribute  # type: ignore[assignment]
    twosource.model.pairs.PairReader = WordReader  # type: ignore[assignment,misc]
    child.main()


if __name__ == "__main__":
    main()
