"""News without end, to grow on: the articles of two collections, or the example, extracted once, and variants.

A variant has other words of the same length and rarity, other figures, and is printed months later, so that it is news
of events of its own, as a longer stretch of news would be.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, count
from pathlib import Path

from gate import corpora
from twosource import wire
from twosource.attribute import attribute
from twosource.errors import SourceError
from twosource.model.wordpiece import WordPieces
from twosource.read import jsonl, read_all
from twosource.records import Article, Attribution

Found = tuple[Article, tuple[Attribution, ...]]

KEPT = Path("build/bench/news.jsonl")
"""Where the extraction is kept for the next run."""

EXAMPLE = Path(__file__).parents[1] / "examples" / "port-ansel"

_LEAST = 5
_WORD = re.compile(r"\b[A-Za-z]{5,}\b")
_NUMBER = re.compile(r"\d")
_MONTHS = 4


def news(data: Path) -> Iterator[Article]:
    """The articles of two collections, as the product reads them; of the example where they are not in ``data``."""
    if not there(data):
        yield from read_all([str(EXAMPLE)], on_error=_raise)
        return
    for corpus in ("news-clusters", "fa-kes"):
        for number, row in enumerate(corpora.rows(data, corpus)):
            made = corpora.article(row, corpus)
            made.setdefault("url", f"{corpus}:{number}")
            yield from (found for found in jsonl.articles(json.dumps(made)) if not isinstance(found, SourceError))


def there(data: Path) -> bool:
    """Whether the collections are."""
    return (data / "stories").is_dir()


def _raise(error: SourceError) -> None:
    raise error


def extracted(data: Path, kept: Path) -> list[Found]:
    """The news with its attributions, in the order of publication; kept in a file for the next run."""
    kept = kept if there(data) else kept.with_name("example.jsonl")
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        half = kept.with_suffix(".half")
        with half.open("w", encoding="utf-8") as out:
            for article, own in attribute(news(data)):
                out.write(json.dumps([article.as_dict(), [found.as_dict() for found in own]]) + "\n")
        half.replace(kept)
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


def _of(one: Attribution, article_id: str, other: Callable[[str], str]) -> Attribution:
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
