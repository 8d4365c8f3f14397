"""How a ledger grows: time and memory from a thousand to a hundred thousand attributions, `python -m bench.growth
--help`.

Articles are those of the news collections, extracted once, and variants of them: other words of the same length and
rarity, other figures, four months later, so that each variant is news of events of its own, as a longer stretch of
news would be. They are added one by one, each in a transaction, as `twosource add` does after extraction. What the
networks cost is the same for each attribution and each pair that is read, however large the ledger: in the long run a
stand-in answers, its calls are counted, and their cost is measured on the networks and added. Printed are the time to
grow to each size and the exponent between sizes, the peak of memory, and, on the largest ledger and with the real
networks, the time to add one more article and of full-text queries.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, count
from pathlib import Path

import numpy as np

from gate import DATA, corpora
from twosource import upkeep, wire
from twosource.attribute import attribute
from twosource.errors import SourceError
from twosource.ledger import Ledger
from twosource.link.terms import terms
from twosource.model.pairs import WIDTH, PairReader, Reading
from twosource.model.tags import Floats
from twosource.model.wordpiece import WordPieces
from twosource.read import jsonl
from twosource.records import Article, Attribution

Found = tuple[Article, tuple[Attribution, ...]]

_LEAST = 5
_WORD = re.compile(r"\b[A-Za-z]{5,}\b")
_NUMBER = re.compile(r"\d")
_MONTHS = 4


class CountingReader:
    """Stands in for the networks: vectors of hashed terms, readings by their likeness; counts what it is asked."""

    def __init__(self) -> None:
        self.statements = self.pairs = 0

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of each text."""
        self.statements += len(texts)
        table = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for term, worth in terms(text).worths.items():
                for seed in (1, 2):
                    table[row, hash_of(term, seed) % WIDTH] += worth
        return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9), np.float32)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """By the words that the two share."""
        self.pairs += len(pairs)
        found = []
        for left, right in pairs:
            one, other = terms(left).worths.keys(), terms(right).worths.keys()
            share = len(one & other) / max(1, len(one | other))
            found.append(Reading(same=share, agree=share, contradict=0.0))
        return found


def hash_of(term: str, seed: int) -> int:
    """The same on every run."""
    value = 1469598103934665603 + seed
    for byte in term.encode():
        value = (value ^ byte) * 1099511628211 % 2**64
    return value


def news(data: Path) -> Iterator[Article]:
    """The articles of two collections, as the product reads them."""
    for corpus in ("news-clusters", "fa-kes"):
        for number, row in enumerate(corpora.rows(data, corpus)):
            made = corpora.article(row, corpus)
            made.setdefault("url", f"{corpus}:{number}")
            yield from (found for found in jsonl.articles(json.dumps(made)) if not isinstance(found, SourceError))


def extracted(data: Path, kept: Path) -> list[Found]:
    """The news with its attributions, in the order of publication; kept in a file for the next run."""
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("w", encoding="utf-8") as out:
            for article, own in attribute(news(data)):
                out.write(json.dumps([article.as_dict(), [found.as_dict() for found in own]]) + "\n")
    found = []
    with kept.open(encoding="utf-8") as lines:
        for line in lines:
            fields, own = json.loads(line)
            article = wire.article(fields)
            found.append((article, tuple(wire.attribution(one, article_id=article.id) for one in own)))
    return sorted(found, key=lambda one: (one[0].published or "", one[0].id))


def variant(found: Found, number: int) -> Found:
    """The article as news of another event: words and figures changed to others of the same length, the same way all
    through the variant, and the date moved. Offsets stay."""
    if number == 0:
        return found
    article, own = found

    def other(text: str) -> str:
        return other_words(text, number)

    moved = replace(
        article,
        text=other(article.text),
        title=other(article.title) if article.title else None,
        url=f"{article.url}#{number}",
        published=_moved(article.published, number),
    )
    return moved, tuple(_of(one, moved.id, other) for one in own)


def other_words(text: str, number: int) -> str:
    """``text`` with its longer words and its figures changed to others of the same length; itself of variant 0."""
    if number == 0:
        return text
    return _NUMBER.sub(
        lambda digit: str((int(digit[0]) + number) % 10), _WORD.sub(lambda m: _other(m[0], number), text)
    )


@cache
def _by_length() -> dict[int, list[str]]:
    """The words of the vocabulary, most frequent first, by length."""
    found: dict[int, list[str]] = {}
    for token in WordPieces.embedded().numbers:
        if token.isascii() and token.isalpha() and len(token) >= _LEAST:
            found.setdefault(len(token), []).append(token)
    return found


@cache
def _other(word: str, number: int) -> str:
    """Another word of the same length, in the vocabulary about as rare; of one that is not there, other letters."""
    listed = _by_length().get(len(word), [])
    if word.lower() in listed:
        new = listed[(listed.index(word.lower()) + 3 * number) % len(listed)]
    else:
        chance = random.Random(f"{number} {word.lower()}")
        new = "".join(chance.choice("aeioubdfgklmnprstvz") for _ in word)
    return new.capitalize() if word[0].isupper() else new


def _moved(published: str | None, number: int) -> str | None:
    if published is None:
        return None
    months = int(published[:4]) * 12 + int(published[5:7]) - 1 + _MONTHS * number
    return f"{months // 12:04}-{months % 12 + 1:02}-{min(int(published[8:10]), 28):02}"


def _of(one: Attribution, article_id: str, other: object) -> Attribution:
    assert callable(other)
    links = tuple(
        replace(
            mention,
            name=other(mention.name) if mention.name else None,
            affiliation=other(mention.affiliation) if mention.affiliation else None,
        )
        for mention in one.chain
    )
    return replace(one, article_id=article_id, chain=links, target=None)


def stream(base: Sequence[Found]) -> Iterator[Found]:
    """Variant after variant without end."""
    return chain.from_iterable((variant(found, number) for found in base) for number in count())


def cost(base: Sequence[Found]) -> tuple[float, float]:
    """Seconds of the relation network for a statement's vector and for a pair."""
    reader = PairReader()
    texts = [article.text[slice(*one.content[0])] for article, own in base[:40] for one in own][:200]
    seconds = []
    for call in (lambda: reader.vectors(texts), lambda: reader.read(list(zip(texts, reversed(texts), strict=True)))):
        began = time.perf_counter()
        call()
        seconds.append((time.perf_counter() - began) / len(texts))
    return seconds[0], seconds[1]


def grow(base: Sequence[Found], sizes: Sequence[int], ledger: Ledger) -> Iterator[tuple[int, float, CountingReader]]:
    """Each size reached with the seconds that it took from the beginning, without the networks."""
    reader, sides = CountingReader(), upkeep.Sides()
    there, seconds, wanted = 0, 0.0, iter(sizes)
    goal = next(wanted)
    for article, own in stream(base):
        began = time.perf_counter()
        with ledger.write() as writer:
            upkeep.add(writer, article, own, reader=reader, sides=sides)
        seconds += time.perf_counter() - began
        there += len(own)
        if there >= goal:
            yield there, seconds, reader
            goal = next(wanted, 0)
            if not goal:
                return


def main() -> None:
    """Grow, and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--kept", type=Path, default=Path("build/bench/news.jsonl"), help="where extraction is kept")
    chosen = options.parse_args()
    base = extracted(chosen.data, chosen.kept)
    alone, pair = cost(base)
    print(f"{len(base)} articles of news; a vector {1000 * alone:.1f} ms, a pair read {1000 * pair:.1f} ms", flush=True)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "growth.db") as ledger:
        before: tuple[int, float] | None = None
        for size, seconds, reader in grow(base, chosen.sizes, ledger):
            whole = seconds + reader.statements * alone + reader.pairs * pair
            exponent = f"   n^{math.log(whole / before[1]) / math.log(size / before[0]):.2f}" if before else ""
            print(
                f"{size:8,} attributions  {whole:8.0f} s, of them {seconds:.0f} s without the network "
                f"({reader.pairs / size:.1f} pairs read each){exponent}   {_peak():.0f} MB",
                flush=True,
            )
            before = (size, whole)
        _largest(base, ledger)


def _largest(base: Sequence[Found], ledger: Ledger) -> None:
    """One more article, and queries, on the largest ledger."""
    reader = PairReader()
    seconds = []
    for place in range(0, len(base), len(base) // 12):
        # A late reprint of a story that the ledger knows: near to all of its articles, and a copy of one.
        known, told = base[place]
        article = replace(known, url=f"{known.url}#late", outlet="Late Post", text=f"{known.text} More follows.")
        own = [replace(one, article_id=article.id, target=None) for one in told]
        began = time.perf_counter()
        with ledger.write() as writer:
            upkeep.add(writer, article, own, reader=reader)
        seconds.append(time.perf_counter() - began)
    print(f"one more article: median {statistics.median(seconds):.2f} s, at most {max(seconds):.2f} s")
    words = [word for article, _ in base[::40] for word in re.findall(r"[A-Za-z]{5,}", article.title or "")[:2]]
    times = []
    with ledger.view() as view:
        for word in words[:60]:
            began = time.perf_counter()
            view.search(word)
            times.append(time.perf_counter() - began)
    print(f"a full-text query: median {1000 * statistics.median(times):.0f} ms, at most {1000 * max(times):.0f} ms")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
