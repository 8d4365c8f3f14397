"""Article → Attributions: who says what, in an article's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from twosource.attribute.decode import relations
from twosource.attribute.describe import describe
from twosource.attribute.quoted import with_quotations
from twosource.language.facts import Facts
from twosource.model.network import Network
from twosource.model.windows import read_words, windows
from twosource.model.wordpiece import WordPieces
from twosource.records import Article, Attribution, Relation


def attribute(articles: Iterable[Article], *, threads: int = 1) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
    """Each article with its attributions, in the order given; ``threads`` is for the network alone."""
    for facts, found in relate(articles, threads=threads):
        yield facts.article, tuple(describe(facts, found))


def relate(articles: Iterable[Article], *, threads: int = 1) -> Iterator[tuple[Facts, list[Relation]]]:
    """What is known of each article with its bare relations, each as soon as it is read."""
    network, vocabulary = _loaded(threads)
    for article in articles:
        words = read_words(article.text, article.paragraphs, vocabulary)
        cut = list(windows(words, vocabulary))
        found = [
            replace(relation, confidence=network.calibrated(relation.confidence))
            for relation in relations(words, cut, list(network.run(cut)), network)
        ]
        facts = Facts(article)
        yield facts, with_quotations(facts, found)


@cache
def _loaded(threads: int) -> tuple[Network, WordPieces]:
    """Once a process: servers and watchers ask for one article at a time, and loading takes 30 to 120 ms."""
    return Network(threads=threads), WordPieces.embedded()
