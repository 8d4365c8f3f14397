"""What the API answers about attributions: the wire form, and what is beside it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from twosource.records import Act, Anonymity, Bound, Certainty, Kind, Manner, Polarity, Span
from twosource.web.api.shapes.judgements import Judgement


class Interval(BaseModel):
    """A half-open stretch of time as wide as the words that name it."""

    start: str
    end: str
    text: str


class Mention(BaseModel):
    """One link of a chain, as named in the text."""

    name: str | None
    kind: Kind
    role: str | None
    affiliation: str | None
    anonymity: Anonymity
    number: int | None = Field(description="How many speak, where the words count them.")
    reason: str | None = Field(description="Why a source is not named, in the article's words.")
    span: Span | None


class Figure(BaseModel):
    """A quantity in a statement; either end may be open."""

    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    of: str | None
    part_of: Span | None


class Target(BaseModel):
    """What a statement about another statement is about."""

    what: Literal["statement", "speaker"]
    span: Span
    attribution: str | None


class Attribution(BaseModel):
    """One source–cue–content relation. Spans are half-open code-point offsets into the article's `text`."""

    id: str
    content: list[Span]
    cue: list[Span]
    source: list[Span]
    manner: Manner
    act: Act
    polarity: Polarity
    certainty: Certainty
    polarity_score: float | None
    certainty_score: float | None
    hedge: Span | None
    target: Target | None
    said: Interval | None
    about: Interval | None
    chain: list[Mention] = Field(description="From the mention nearest the article to the origin.")
    figures: list[Figure]
    confidence: float = Field(description="The calibrated chance that the relation was read rightly.")
    amends: str | None = Field(description="The id of the attribution that it corrects, on a person's word.")


class Statement(Attribution):
    """An attribution with what is known of it beside its article."""

    article: str = Field(description="The id of the article that it stands in.")
    quote: str = Field(description="The words of the content.")
    proposition: str | None = Field(description="The id of the proposition that it belongs to.")
    sources: list[str | None] = Field(description="For each mention of the chain, the id of the source.")
    judgements: list[Judgement] = Field(description="Those in force that name it, oldest first.")
    rejected: Literal["wrong", "corrected", "undone"] | None = Field(
        description="Why it does not count, where people called it wrong, corrected it, or took back what it corrects."
    )
    instead: str | None = Field(description="The id of the attribution that counts in its place.")


class Statements(BaseModel):
    """The statements of an article, in the order of the text."""

    items: list[Statement]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")
