"""Whom mentions stand for, held against GUM's coreference: the rules and the trained ranker side by side.

    python -m gate.mentions [--train] [--misses]

Asked for are (``person``) every "he" and "she", and (``said``) every subject of a verb of saying that names nobody:
"they", "the company", "the minister". An answer is right where its words are all of the names that the gold entity
bears in the document. Precision counts the names given, coverage the mentions whose entity is named anywhere. What has
no name in the document should be given none. Every fifth document of each genre is held out, and the ranker is trained
without it. Sources and contents are those that the product finds by itself; there is no tree at run time.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gate import DATA
from gate.gum import CORPUS, Document, documents
from twosource.attribute import relate
from twosource.attribute.mentions import Mentions
from twosource.language.facts import Facts
from twosource.language.words import words
from twosource.records import Mention, Relation, Span

GENRES = frozenset({"news", "interview", "speech", "bio", "court", "academic"})
PERSONAL = words("he him his himself she her hers herself")
_SAYING = words(
    """say tell report announce claim add state explain argue note warn believe think suggest describe confirm deny
    write admit insist promise call ask declare reveal acknowledge indicate express estimate predict hope fear
    suspect allege accuse demand urge recall recommend conclude find show propose agree know consider feel expect"""
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention that names nobody, and the words of the names of its gold entity (none where it has no name)."""

    span: Span
    group: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the product reads it, with what is asked of it."""

    document: Document
    test: bool
    facts: Facts
    relations: Sequence[Relation]
    asked: Sequence[Asked]


@dataclass
class Tally:
    """Of one group: mentions that have a name to find, names given, names right."""

    named: int = 0
    given: int = 0
    right: int = 0
    rows: list[str] = field(default_factory=list)

    def scores(self, name: str) -> dict[str, float]:
        """Precision and coverage."""
        right = float(self.right)
        return {f"{name}.precision": right / max(1, self.given), f"{name}.coverage": right / max(1, self.named)}


def digest(data: Path) -> str:
    """The SHA-256 of the corpus file."""
    return hashlib.sha256((data / CORPUS).read_bytes()).hexdigest()


def scores(data: Path) -> dict[str, float]:
    """Precision and coverage of the product on the documents held out, by group."""
    held = [one for one in read_all(data) if one.test]
    found: dict[str, float] = {}
    for group, tally in tallies(held, ranked=True).items():
        if "." not in group:
            found |= tally.scores(f"mentions.{group}")
    return found


def read_all(data: Path) -> Iterator[Read]:
    """The documents of the genres measured, with the relations that the product finds in them."""
    chosen = [(document, test) for document, test in documents(data) if document.genre in GENRES]
    found = relate(document.article for document, _ in chosen)
    for (document, test), (facts, relations) in zip(chosen, found, strict=True):
        yield Read(document, test, facts, relations, tuple(asked(document)))


def asked(document: Document) -> Iterator[Asked]:
    """The mentions of a document that are asked for, in order."""
    named = document.names()
    for mention in sorted(document.mentions, key=lambda m: (m.first, m.last)):
        head, span = document.tokens[mention.head], document.span(mention)
        names = named.get(mention.entity, frozenset())
        if mention.first == mention.last and head.form.lower() in PERSONAL and head.upos == "PRON":
            yield Asked(span, "person", names)
        if _says(document, mention.head) and head.upos in ("NOUN", "PRON") and head.form.lower() not in _NOBODY:
            yield Asked(span, "said", names)


_NOBODY = words("i we you who which that what one me us")


def _says(document: Document, place: int) -> bool:
    token = document.tokens[place]
    verb = document.tokens[token.head] if token.head >= 0 else None
    return verb is not None and token.deprel == "nsubj" and verb.upos == "VERB" and verb.lemma in _SAYING


def tallies(reads: Iterable[Read], *, ranked: bool) -> dict[str, Tally]:
    """The tally of each group over ``reads``."""
    found: dict[str, Tally] = {}
    for one in reads:
        for what, mention in answers(one, ranked=ranked):
            for group in (what.group, f"{what.group}.{one.document.genre}"):
                _count(found.setdefault(group, Tally()), one, what, mention)
    return {group: tally for group, tally in found.items() if tally.named >= 10 or "." not in group}


def _count(tally: Tally, one: Read, what: Asked, mention: Mention) -> None:
    good = agrees(mention.name, what.names)
    tally.named += bool(what.names)
    tally.given += mention.name is not None
    tally.right += good
    if not good and (mention.name or what.names):
        low = max(0, what.span[0] - 200)
        near = one.facts.text[low : what.span[0]] + "[[" + one.facts.text[slice(*what.span)] + "]]"
        after = one.facts.text[what.span[1] : what.span[1] + 40]
        tally.rows.append(
            f"{one.document.name} {mention.name!r} for {sorted(what.names)}: {near}{after}".replace("\n", "|")
        )


def answers(one: Read, *, ranked: bool) -> Iterator[tuple[Asked, Mention]]:
    """What the product answers to each mention asked for; sources are read in the order of the text."""
    mentions = Mentions(one.facts, one.relations, ranked=ranked)
    order = sorted((r.source[0], n) for n, r in enumerate(one.relations) if r.source)
    done = 0
    for what in one.asked:
        while done < len(order) and order[done][0] < what.span:
            number = order[done][1]
            mentions.resolve(one.relations[number].source, number=number)
            done += 1
        yield what, mentions.meant([what.span])


def agrees(name: str | None, names: frozenset[str]) -> bool:
    """Whether every word of ``name`` is a word of the names of the gold entity."""
    tokens = {token.lower().strip(".") for token in re.findall(r"[\w.-]+", name or "")} - {"the", "and"}
    return bool(tokens) and tokens <= names


def main() -> None:
    """Print the figures of both ways, by group and genre."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--train", action="store_true", help="on the documents that the ranker is trained on")
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    reads = [one for one in read_all(chosen.data) if one.test != chosen.train]
    for way, ranked in (("rules", False), ("ranker", True)):
        for group, tally in sorted(tallies(reads, ranked=ranked).items()):
            precision, coverage = tally.scores("").values()
            print(f"{way:8}{group:20}named{tally.named:5}  precision {precision:.3f}  coverage {coverage:.3f}")
            if chosen.misses and "." not in group:
                print("\n".join(tally.rows))


if __name__ == "__main__":
    main()
