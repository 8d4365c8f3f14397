"""GUM read for its coreference: articles with the gold mentions of each, in our offsets.

The trees of ``dep/`` carry their mentions in brackets (``Entity=(3-person-…`` … ``3)``); mentions of one number are
one entity. Text and paragraphs are made anew from the tokens.
"""

from __future__ import annotations

import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from twosource.records import Article, Span

CORPUS = "attribution/gum.tar.gz"
_OPEN_CLOSE = re.compile(r"\((\d+)-(\w+)[^()]*(\))?|(\d+)\)")
_EVERY = 5
_RECORD = ("id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "deps", "misc")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text and in its tree; ``head`` is the index of its head in the document, or -1."""

    span: Span
    form: str
    lemma: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: tokens from ``first`` to ``last`` of entity ``entity``, with the token that heads it."""

    entity: str
    type: str
    first: int
    last: int
    head: int


@dataclass(slots=True)
class Document:
    """One text of GUM."""

    name: str
    article: Article
    tokens: list[Token]
    mentions: list[Gold] = field(default_factory=list)

    @property
    def genre(self) -> str:
        """News, interview, bio, …"""
        return self.name.split("_")[1]

    def span(self, mention: Gold) -> Span:
        """The offsets of a mention."""
        return self.tokens[mention.first].span[0], self.tokens[mention.last].span[1]

    def names(self) -> dict[str, frozenset[str]]:
        """For each entity that a proper name names somewhere, all words of its names in lower case."""
        found: dict[str, set[str]] = defaultdict(set)
        for mention in self.mentions:
            if self.tokens[mention.head].upos == "PROPN":
                inside = self.tokens[mention.first : mention.last + 1]
                found[mention.entity] |= {t.form.lower().strip(".") for t in inside if t.upos not in ("DET", "PUNCT")}
        return {entity: frozenset(words) for entity, words in found.items()}


def documents(data: Path) -> Iterator[tuple[Document, bool]]:
    """The documents by name, each with whether it is held out for testing: every fifth of a genre is."""
    seen: Counter[str] = Counter()
    with tarfile.open(data / CORPUS) as archive:
        members = sorted((m for m in archive if re.search(r"dep/GUM_\w+\.conllu\Z", m.name)), key=lambda m: m.name)
        for member in members:
            opened = archive.extractfile(member)
            if opened is not None:
                document = read(Path(member.name).stem, opened.read().decode())
                seen[document.genre] += 1
                yield document, seen[document.genre] % _EVERY == 0


def read(name: str, conllu: str) -> Document:
    """The document in ``conllu``."""
    text, starts, tokens, marks = "", [], [], []
    for block in conllu.split("\n\n"):
        lines = block.strip().split("\n")
        if any(line.startswith("# newpar") for line in lines) or not starts:
            text = text.rstrip() + "\n\n" if text else ""
            starts.append(len(text))
        base, glued = len(tokens), _glued(lines)
        for line in lines:
            cells = line.split("\t")
            if len(cells) == len(_RECORD) and cells[0].isdigit():
                head = base + int(cells[6]) - 1 if cells[6] != "0" else -1
                span = len(text), len(text) + len(cells[1])
                tokens.append(Token(span, cells[1], cells[2].lower(), cells[3], head, cells[7]))
                marks.append(next((m[7:] for m in cells[9].split("|") if m.startswith("Entity=")), ""))
                text += cells[1] + ("" if "SpaceAfter=No" in cells[9] or int(cells[0]) in glued else " ")
    text = text.rstrip()
    ends = [len(text[:start].rstrip()) for start in starts[1:]] + [len(text)]
    paragraphs = tuple((s, e) for s, e in zip(starts, ends, strict=True) if s < e)
    return Document(name, Article(text=text, paragraphs=paragraphs), tokens, list(_mentions(marks, tokens)))


def _glued(lines: list[str]) -> set[int]:
    """The numbers of words written together with the next: all but the last of "don't", and that too if so marked."""
    found: set[int] = set()
    for line in lines:
        if match := re.match(r"(\d+)-(\d+)\t(.*)", line):
            found |= set(range(int(match[1]), int(match[2]) + ("SpaceAfter=No" in match[3])))
    return found


def _mentions(marks: list[str], tokens: list[Token]) -> Iterator[Gold]:
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, mark in enumerate(marks):
        for match in _OPEN_CLOSE.finditer(mark):
            if match[1]:
                opened[match[1]].append((place, match[2]))
            if (entity := match[1] if match[3] else match[4]) and opened[entity]:
                first, type_ = opened[entity].pop()
                yield Gold(entity, type_, first, place, _head(tokens, first, place))


def _head(tokens: list[Token], first: int, last: int) -> int:
    """The token of a stretch whose own head lies outside it."""
    inside = range(first, last + 1)
    return next((place for place in inside if tokens[place].head not in inside), last)
