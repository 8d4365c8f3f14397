"""What the API tells of the review queue."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from twosource.across import Status, Subject
from twosource.brief.records import Stance
from twosource.records import Anonymity, Kind
from twosource.web.api.shapes.attributions import Attribution
from twosource.web.api.shapes.judgements import Independent, Judgement
from twosource.web.api.shapes.propositions import MadeBy


class Shape(BaseModel):
    """Nothing else is in it."""

    model_config = ConfigDict(extra="forbid")


class Bit(Shape):
    """A stretch of a sentence, and what it is part of. `differs`: a word that the other side has not."""

    text: str
    marks: list[Literal["source", "cue", "content", "mention", "differs"]]


class Printed(Shape):
    """The article that a statement stands in."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


class Proposition(Shape):
    """The proposition that a statement belongs to."""

    id: str
    wording: str
    status: Status
    attributions: list[str]
    independent: Independent
    first_said: str | None
    last_said: str | None
    made_by: MadeBy


class StatementSide(Shape):
    """A statement in its sentence, with all that tells about it."""

    attribution: Attribution
    article: Printed
    quote: str
    sentence: list[Bit]
    speaker: str
    chain: str = Field(description="On whose word it reached the page, in words, outermost first.")
    stance: Stance
    source: str | None = Field(description="The id of the source at the end of the chain.")
    proposition: Proposition | None


class Source(Shape):
    """A source as it is."""

    id: str
    name: str | None
    names: list[str]
    kind: Kind
    anonymity: Anonymity
    role: str | None
    affiliation: str | None
    mentions: list[tuple[str, int]]
    score: float
    reasons: list[str]
    seed: tuple[str, int] | None
    made_by: MadeBy


class Example(Shape):
    """A statement in which a source is mentioned; the mention is marked."""

    attribution: str
    article: str
    outlet: str | None
    published: str | None
    sentence: list[Bit]


class SourceSide(Shape):
    """A source, or those of its mentions that have some words, with some of what it says."""

    id: str
    label: str
    mentions: int = Field(description="How many it stands for; of some words, among 30 at most.")
    source: Source
    wordings: dict[str, str] = Field(description="How it is worded, each with a mention of that wording.")
    outlets: list[str]
    examples: list[Example]


class Part(Shape):
    """How to take a statement out of its proposition: `left`, `right` and the ETag of that."""

    left: str
    right: str
    etag: str


class Item(Shape):
    """Something to judge: `left` and `right` are what a verdict names, `sides` all that tells about them."""

    id: str
    about: Subject
    left: str
    right: str | None
    proposition: str | None
    doubt: float = Field(description="How unsure the program is, 0 to 1.")
    worth: float = Field(description="How much judging it would tell; the queue is in this order.")
    reasons: list[str] = Field(description="Why it is asked.")
    sides: list[StatementSide | SourceSide]
    stakes: list[str] = Field(description="What hangs on a verdict.")
    judgements: list[Judgement] = Field(description="The verdicts on it that are in force.")
    parts: list[Part] = Field(description="Statements of it that are not alone in their proposition.")
    etag: str = Field(description="For `If-Match` of a verdict.")
    waits: bool = Field(description="Whether the queue has it.")


class Items(Shape):
    """A piece of the queue, what is most worth judging first."""

    items: list[Item]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")
