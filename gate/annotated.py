"""Stories annotated by hand: which statements are about one question, how pairs of them stand, how many origins.

``stories.json`` holds, of each story, the rows of a collection under ``stories/`` of the data, offsets of statements
in their texts, and the annotation by number of statement; no text. Readers who did not know the rules annotated what
the product had extracted, before anything was tuned. ``use`` says what a story is for: six to *develop* on; 28 to
*train* the relation network on and 12 to *fit* the scores of :mod:`twosource.link.score` on, which must be new to the
network; and three *blind* ones, whose texts and misses nobody who works on the rules has read.

Statements are matched to what the product extracts now by their content (IoU at least a half, best first).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gate import corpora
from twosource.across import Account
from twosource.attribute import attribute
from twosource.errors import SourceError
from twosource.read import jsonl
from twosource.records import Article, Span

FILE = Path(__file__).with_name("stories.json")


@dataclass(frozen=True)
class Story:
    """A story as the product reads it. ``number_of`` maps an account to its annotated statement's number; ``group_of``
    a statement to its proposition (one of its own where it is listed in none); ``skip`` are statements that say
    nothing, which are measured nowhere."""

    name: str
    use: str
    articles: tuple[Article, ...]
    accounts: tuple[tuple[Account, ...], ...]
    number_of: dict[str, int]
    group_of: dict[int, int]
    skip: frozenset[int]
    propositions: list[dict[str, Any]]
    pairs: list[tuple[int, int, str]]
    statements: int

    @property
    def account_of(self) -> dict[int, str]:
        """A statement's number → the account matched to it."""
        return {number: account for account, number in self.number_of.items()}


@cache
def annotation() -> list[dict[str, Any]]:
    """The file as it is."""
    loaded: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return loaded


def digest(data: Path) -> str:
    """SHA-256 of the annotation and of the texts it points into."""
    whole = hashlib.sha256(FILE.read_bytes())
    for entry in annotation():
        for line in _lines(data, entry):
            whole.update(line.encode())
    return whole.hexdigest()


def stories(data: Path, uses: Iterable[str]) -> Iterator[Story]:
    """The stories of these ``uses``, read and attributed by the product."""
    wanted = set(uses)
    for entry in annotation():
        if entry["use"] in wanted:
            yield _story(data, entry)


def _story(data: Path, entry: dict[str, Any]) -> Story:
    read = list(jsonl.articles("\n".join(_lines(data, entry)), source=entry["name"]))
    articles = [article for article in read if not isinstance(article, SourceError)]
    assert len(articles) == len(entry["rows"]), f"{entry['name']}: an article is not read"
    accounts = tuple(
        tuple(Account(article=article, attribution=found) for found in own) for article, own in attribute(articles)
    )
    number_of: dict[str, int] = {}
    for row, own in zip(entry["rows"], accounts, strict=True):
        listed = [(number, spans) for number, (at, spans) in enumerate(entry["statements"]) if at == row]
        number_of |= _matched(own, listed)
    group_of = {number: -1 - number for number in range(len(entry["statements"]))}
    for group, proposition in enumerate(entry["propositions"]):
        group_of |= dict.fromkeys(proposition["members"], group)
    return Story(
        name=entry["name"],
        use=entry["use"],
        articles=tuple(articles),
        accounts=accounts,
        number_of=number_of,
        group_of=group_of,
        skip=frozenset(entry["skip"]),
        propositions=entry["propositions"],
        pairs=[(left, right, relation) for left, right, relation in entry["pairs"]],
        statements=len(entry["statements"]),
    )


def _lines(data: Path, entry: dict[str, Any]) -> Iterator[str]:
    rows = _rows(data, entry["corpus"])
    for number in entry["rows"]:
        made = corpora.article(rows[number], entry["corpus"])
        # Two texts without an address are two articles all the same.
        made.setdefault("url", f"{entry['corpus']}:{number}")
        yield json.dumps(made)


@cache
def _rows(data: Path, corpus: str) -> list[dict[str, Any]]:
    return corpora.rows(data, corpus)


def _matched(accounts: Sequence[Account], listed: Sequence[tuple[int, list[Span]]]) -> dict[str, int]:
    likeness = sorted(
        (
            (_overlap(account.attribution.content, spans), account.id, number)
            for account in accounts
            for number, spans in listed
        ),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    found: dict[str, int] = {}
    taken: set[int] = set()
    for score, account, number in likeness:
        if score >= 0.5 and account not in found and number not in taken:
            found[account] = number
            taken.add(number)
    return found


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    left, right = ({place for start, end in spans for place in range(start, end)} for spans in (one, other))
    return len(left & right) / max(1, len(left | right))
