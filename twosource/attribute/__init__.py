"""Article → Attributions: who says what, in an article's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from twosource.attribute.decode import relations
from twosource.attribute.describe import describe
from twosource.attribute.quoted import with_quotations
from twosource.language.facts import Facts
from twosource.model.network import Network
from twosource.model.windows import Window, Words, read_words, windows
from twosource.model.wordpiece import WordPieces
from twosource.records import Article, Attribution, Relation

_GATHERED = 16
"""Windows gathered before the network runs: two batches, so that those of one run are of like length."""


@dataclass(frozen=True, slots=True)
class _Cut:
    article: Article
    words: Words
    windows: list[Window]


def attribute(articles: Iterable[Article], *, threads: int = 1) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
    """Each article with its attributions, in the order given; ``threads`` is for the network alone."""
    for facts, found in relate(articles, threads=threads):
        yield facts.article, tuple(describe(facts, found))


def relate(articles: Iterable[Article], *, threads: int = 1) -> Iterator[tuple[Facts, list[Relation]]]:
    """What is known of each article with its bare relations, in the order given.

    The first article is answered alone, so that a reader sees something at once; later ones are gathered.
    """
    network, vocabulary = _loaded(threads)
    gathered: list[_Cut] = []
    limit = 0
    for article in articles:
        words = read_words(article.text, article.paragraphs, vocabulary)
        gathered.append(_Cut(article, words, list(windows(words, vocabulary))))
        if sum(len(cut.windows) for cut in gathered) >= limit:
            yield from _related(gathered, network)
            gathered, limit = [], _GATHERED
    yield from _related(gathered, network)


@cache
def _loaded(threads: int) -> tuple[Network, WordPieces]:
    """Once a process: servers and watchers ask for one article at a time, and loading takes 30 to 120 ms."""
    return Network(threads=threads), WordPieces.embedded()


def _related(gathered: list[_Cut], network: Network) -> Iterator[tuple[Facts, list[Relation]]]:
    scores = iter(network.run([window for cut in gathered for window in cut.windows]))
    for cut in gathered:
        own = [next(scores) for _ in cut.windows]
        found = [
            replace(relation, confidence=network.calibrated(relation.confidence))
            for relation in relations(cut.words, cut.windows, own, network)
        ]
        facts = Facts(cut.article)
        yield facts, with_quotations(facts, found)
