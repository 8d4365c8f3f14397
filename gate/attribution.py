"""PolNeAR development split, first annotator: the whole product path scored against it.

Each text goes in as a plain-text file and comes out as relations; offsets are those of the file. Metrics are those of
the first experiment: relations match one to one, "any" where cue or content overlaps and sources overlap or both have
none, "IoU" where the content has IoU >= .5 and so has the source (or both have none), "exact" where content and source
hold the same tokens. Tokens are scored micro over roles, spans exactly by their tokens.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

ROLES = ("source", "cue", "content")
CORPUS = "attribution/polnear-dev.jsonl.gz"

Tokens = frozenset[int]


@dataclass(frozen=True)
class Gold:
    """A relation as sets of token numbers, and its spans as pairs of them."""

    source: Tokens
    cue: Tokens
    content: Tokens
    spans: tuple[tuple[str, int, int], ...]


@dataclass
class Count:
    """Hits, and what was found and what was there."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hits: int, found: int, gold: int) -> None:
        self.hits, self.found, self.gold = self.hits + hits, self.found + found, self.gold + gold

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, self.found + self.gold)


def _overlap(one: Tokens, other: Tokens) -> float:
    return len(one & other) / max(1, len(one | other))


def any_match(a: Gold, b: Gold) -> float:
    """How much two relations overlap, where they match at all."""
    if not (a.cue & b.cue or a.content & b.content) or not (a.source & b.source or not (a.source or b.source)):
        return 0.0
    return _overlap(a.cue | a.content | a.source, b.cue | b.content | b.source)


def iou_match(a: Gold, b: Gold) -> float:
    """IoU of the contents, where it and that of the sources are at least a half."""
    source = _overlap(a.source, b.source) if a.source or b.source else 1.0
    content = _overlap(a.content, b.content)
    return content if min(source, content) >= 0.5 else 0.0


def exact_match(a: Gold, b: Gold) -> float:
    """1 where content and source hold the same tokens."""
    return float(a.content == b.content and a.source == b.source)


def pairs(found: Sequence[Gold], gold: Sequence[Gold], match: Callable[[Gold, Gold], float]) -> list[tuple[int, int]]:
    """A one-to-one matching, best pairs first."""
    ranked = sorted(((match(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold)), reverse=True)
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for score, i, j in ranked:
        if score > 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            chosen.append((i, j))
    return chosen


def tokens(text: str) -> list[tuple[int, int]]:
    """Words and single punctuation marks."""
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def as_tokens(relation: dict[str, Sequence[Sequence[int]]], text_tokens: Sequence[tuple[int, int]]) -> Gold:
    """A relation of character spans as one of token numbers."""
    sets: dict[str, Tokens] = {}
    spans = []
    for role in ROLES:
        own: set[int] = set()
        for start, end in relation[role]:
            reach = [n for n, (s, e) in enumerate(text_tokens) if s < end and e > start]
            if reach:
                own.update(reach)
                spans.append((role, reach[0], reach[-1] + 1))
        sets[role] = frozenset(own)
    return Gold(sets["source"], sets["cue"], sets["content"], tuple(sorted(set(spans))))


@dataclass
class Scorer:
    """Adds up articles; :meth:`scores` gives the F1 of each measure."""

    counts: dict[str, Count]

    @classmethod
    def new(cls) -> Scorer:
        names = ["any", "iou", "exact", "tokens", *(f"spans_{role}" for role in ROLES)]
        return cls({name: Count() for name in names})

    def add(self, found: Sequence[Gold], gold: Sequence[Gold]) -> None:
        for name, match in (("any", any_match), ("iou", iou_match), ("exact", exact_match)):
            self.counts[name].add(len(pairs(found, gold, match)), len(found), len(gold))
        for role in ROLES:
            one, other = ({s for r in side for s in r.spans if s[0] == role} for side in (found, gold))
            self.counts[f"spans_{role}"].add(len(one & other), len(one), len(other))
            have, want = (frozenset().union(*(getattr(r, role) for r in side)) for side in (found, gold))
            self.counts["tokens"].add(len(have & want), len(have), len(want))

    def scores(self) -> dict[str, float]:
        return {f"attribution.{name}": round(count.f1, 4) for name, count in self.counts.items()}


def rows(path: Path) -> list[dict[str, Any]]:
    """The articles of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def gold_rows(path: Path) -> list[dict[str, Any]]:
    """The articles of a gzipped JSONL file, each with ``relations`` of its first annotator."""
    found = rows(path)
    for row in found:
        first = next(iter(row["annotations"].values()))
        row["relations"] = [
            relation for relation in first if relation["content"] and (relation["cue"] or relation["source"])
        ]
    return found


def product(texts: Sequence[str]) -> Iterator[tuple[str, list[dict[str, list[tuple[int, int]]]]]]:
    """What the product finds in each text, read from a plain-text file: the article's text and its relations."""
    from twosource.attribute import attribute
    from twosource.read import read

    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, text in enumerate(texts):
            names.append(Path(folder) / f"{number:04}.txt")
            names[-1].write_text(text, encoding="utf-8", newline="")
        articles = (next(iter(read(str(name)))) for name in names)
        for article, attributions in attribute(articles):
            spans = [{role: list(getattr(one, role)) for role in ROLES} for one in attributions if one.cue]
            yield article.text, spans


def per_article(data: Path) -> Iterator[Scorer]:
    """The counts of each article of the development split under ``data``."""
    gold = gold_rows(data / CORPUS)
    for row, (text, found) in zip(gold, product([row["text"] for row in gold]), strict=True):
        if text != row["text"].rstrip():
            raise ValueError(f"{row['id']}: the text that was read is not the text of the file")
        places = tokens(row["text"])
        scorer = Scorer.new()
        scorer.add([as_tokens(r, places) for r in found], [as_tokens(r, places) for r in row["relations"]])
        yield scorer


def total(articles: Sequence[Scorer]) -> dict[str, float]:
    """F1 of each measure over some articles."""
    whole = Scorer.new()
    for article in articles:
        for name, count in article.counts.items():
            whole.counts[name].add(count.hits, count.found, count.gold)
    return whole.scores()


def scores(data: Path) -> dict[str, float]:
    """F1 of each measure on the development split under ``data``."""
    return total(list(per_article(data)))


def digest(data: Path) -> str:
    """SHA-256 of the corpus."""
    return hashlib.sha256((data / CORPUS).read_bytes()).hexdigest()


def spread(articles: Sequence[Scorer], *, rounds: int = 1000) -> dict[str, tuple[float, float]]:
    """The middle 95 of 100 totals over articles drawn with replacement (bootstrap; Efron 1979)."""
    chance = random.Random(0)
    drawn = [total(chance.choices(articles, k=len(articles))) for _ in range(rounds)]
    sides = {name: sorted(one[name] for one in drawn) for name in drawn[0]}
    return {name: (side[int(0.025 * rounds)], side[int(0.975 * rounds)]) for name, side in sides.items()}


def humans(data: Path) -> dict[str, float]:
    """The same measures between every two annotators of one article of the training split (235 pairs)."""
    scorer = Scorer.new()
    for row in rows(data / "attribution" / "polnear-train.jsonl.gz"):
        places = tokens(row["text"])
        if len(row["annotations"]) == 1:
            continue
        marked = [[as_tokens(r, places) for r in each if r["content"]] for each in row["annotations"].values()]
        for one, other in combinations(marked, 2):
            scorer.add(one, other)
    return scorer.scores()


def main() -> None:
    """Print each measure with precision, recall and spread; after the folder, ``humans`` prints theirs."""
    if sys.argv[2:] == ["humans"]:
        print("\n".join(f"{name:28}{f1:.3f}" for name, f1 in humans(Path(sys.argv[1])).items()))
        return
    articles = list(per_article(Path(sys.argv[1])))
    ranges = spread(articles)
    for name, f1 in total(articles).items():
        counts = [article.counts[name.split(".")[1]] for article in articles]
        hits, found, gold = (sum(getattr(count, part) for count in counts) for part in ("hits", "found", "gold"))
        low, high = ranges[name]
        print(f"{name:28}{f1:.3f}  ({low:.3f} to {high:.3f})  P {hits / found:.3f}  R {hits / gold:.3f}")


if __name__ == "__main__":
    main()
