"""A made-up story in seven articles, and a reader that needs no network: it counts words."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tests.attribute.told import Told, article, attributions
from twosource import upkeep
from twosource.across import Judgement
from twosource.ledger import Added, Ledger, Writer
from twosource.link.terms import terms
from twosource.model.pairs import WIDTH, Reading
from twosource.model.tags import Floats
from twosource.records import Article, Attribution


class WordReader:
    """Vectors of hashed terms; two statements are about one question as far as they share words."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for term, worth in terms(text).worths.items():
                found[row, zlib.crc32(term.encode()) % WIDTH] += worth
        return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9), np.float32)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        vectors = [self.vectors(pair) for pair in pairs]
        alike = [float(pair[0] @ pair[1]) for pair in vectors]
        return [Reading(same=share, agree=share, contradict=0.0) for share in alike]


@dataclass(frozen=True)
class Piece:
    article: Article
    attributions: tuple[Attribution, ...]


def piece(text: str, *told: Told, **fields: object) -> Piece:
    made = article(text, **fields)
    return Piece(made, tuple(attributions(text, *told, **fields)))


WIRE_TEXT = (
    "Ferry Morning Star sinks off Orrin\n\nThe ferry Morning Star sank off Orrin on Monday and at least four "
    "passengers drowned, harbour master Jana Ostrow said. Divers were still searching the car deck of the ferry at "
    "noon, she said. The Orrin Shipping Company declined to say how many passengers the ferry carried."
)
WIRE_TOLD: tuple[Told, ...] = (
    (
        "harbour master Jana Ostrow",
        "said",
        "The ferry Morning Star sank off Orrin on Monday and at least four passengers drowned",
    ),
    ("she", "said", "Divers were still searching the car deck of the ferry at noon"),
    ("The Orrin Shipping Company", "declined to say", "how many passengers the ferry carried"),
)

WIRE = piece(
    WIRE_TEXT,
    *WIRE_TOLD,
    outlet="Skerry News Agency",
    url="https://skerry.example/1",
    published="2025-03-03T10:00:00+00:00",
)
REPRINT = piece(
    WIRE_TEXT,
    *WIRE_TOLD,
    outlet="Hill Post",
    url="https://hillpost.example/ferry",
    published="2025-03-03T12:00:00+00:00",
)
TOLL = piece(
    "Ferry toll rises to seven\n\nSeven passengers of the ferry Morning Star drowned off Orrin, harbour master Jana "
    "Ostrow said on Tuesday. Ferry owner Karl Brandt denied that the Morning Star carried too many passengers.",
    ("harbour master Jana Ostrow", "said", "Seven passengers of the ferry Morning Star drowned off Orrin"),
    ("Ferry owner Karl Brandt", "denied", "the Morning Star carried too many passengers"),
    outlet="Orrin Gazette",
    url="https://gazette.example/toll",
    published="2025-03-04T09:00:00+00:00",
)
TOLL_CORRECTED = piece(
    "Ferry toll rises to six\n\nSix passengers of the ferry Morning Star drowned off Orrin, harbour master Jana "
    "Ostrow said on Tuesday. Ferry owner Karl Brandt denied that the Morning Star carried too many passengers.",
    ("harbour master Jana Ostrow", "said", "Six passengers of the ferry Morning Star drowned off Orrin"),
    ("Ferry owner Karl Brandt", "denied", "the Morning Star carried too many passengers"),
    outlet="Orrin Gazette",
    url="https://gazette.example/toll",
    published="2025-03-04T18:00:00+00:00",
)
UNION = piece(
    "Union blames crowded ferry\n\nThe ferry Morning Star carried too many passengers off Orrin, said Ostrow, who is "
    "harbour master. The seamen's union said that the Morning Star carried too many passengers.",
    ("Ostrow, who is harbour master", "said", "The ferry Morning Star carried too many passengers off Orrin"),
    ("The seamen's union", "said", "the Morning Star carried too many passengers"),
    outlet="Coast Radio",
    url="https://coast.example/union",
    published="2025-03-05",
)
UNDATED = piece(
    "Morning Star: what is known\n\nJana Ostrow said that six passengers of the ferry Morning Star drowned off Orrin.",
    ("Jana Ostrow", "said", "six passengers of the ferry Morning Star drowned off Orrin"),
    outlet="Open Frame",
    url="https://open.example/known",
    published=None,
)
OTHER = piece(
    "Bakers strike in Sarnow\n\nThe bakers of Sarnow will strike on Friday, their guild said.",
    ("their guild", "said", "The bakers of Sarnow will strike on Friday"),
    outlet="Sarnow Courier",
    url="https://courier.example/bakers",
    published="2025-03-05",
)


def report(number: int, content: str, *, speaker: str = "") -> Piece:
    """An article of one statement, by an outlet and on the word of an officer of its own."""
    who = speaker or f"Officer {'ABCDEFGH'[number]}nna Feld"
    return piece(
        f"Report {number}\n\n{content}, {who} said.",
        (who, "said", content),
        outlet=f"Paper {number}",
        url=f"https://paper{number}.example/",
        published=f"2025-03-0{number + 1}T09:00:00+00:00",
    )


STORY = (WIRE, REPRINT, TOLL, TOLL_CORRECTED, UNION, UNDATED, OTHER)


def add(writer: Writer, made: Piece) -> Added:
    return upkeep.add(writer, made.article, made.attributions, reader=WordReader())


def fill(ledger: Ledger, pieces: Iterable[Piece], judgements: Iterable[Judgement] = ()) -> None:
    for made in pieces:
        with ledger.write() as writer:
            add(writer, made)
    with ledger.write() as writer:
        upkeep.judge(writer, judgements)


DOUBTFUL = (
    report(0, "Four passengers drowned off Orrin when the ferry Morning Star sank on Monday", speaker="an official"),
    report(1, "Four passengers drowned off Orrin when the ferry Morning Star sank on Monday", speaker="an official"),
    report(2, "Passengers drowned off Orrin as divers searched the Morning Star"),
    OTHER,
)
"""Two who may be one, and a third who may speak of something else."""
