"""What the API answers to a question."""

from __future__ import annotations

from pydantic import Field

from twosource.records import Anonymity, Kind
from twosource.web.api.shapes.propositions import BriefEntry, Moment, Sentence
from twosource.web.api.shapes.shape import Shape


class Voice(Shape):
    """A source as a brief lists it."""

    id: str
    name: str | None
    label: str
    kind: Kind
    anonymity: Anonymity
    role: str | None
    affiliation: str | None
    attributions: list[str]
    propositions: list[str]


class Cited(Shape):
    """An article that a brief cites."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    authors: list[str]
    credits: list[str]
    published: Moment | None


class Unread(Shape):
    """A source that could not be read when it was last tried."""

    source: str
    reason: str
    tried_at: Moment


class Brief(Shape):
    """The cited answer to a question, or to what matters most: as `twosource brief --format json` prints it."""

    question: str | None
    made_at: Moment
    articles: int = Field(description="How many current articles there are.")
    attributions: int
    sources: int
    left_out: int = Field(description="Propositions that fit and are not shown.")
    notes: list[str]
    made_by: list[str] = Field(description="What found the statements in the articles cited: release, code, networks.")
    propositions: list[BriefEntry]
    sentences: list[Sentence] = Field(description="The short answer.")
    missing: list[Sentence] = Field(description="Who was asked and would not answer.")
    voices: list[Voice]
    cited: list[Cited]
    unread: list[Unread] = Field(description="The sources that could not be read, those tried last first; 20 at most.")
    unread_in_all: int = Field(description="How many could not be read.")
