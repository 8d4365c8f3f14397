"""What the API tells of judgements, and what it is sent to add one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from twosource.across import Status, Subject, Verdict
from twosource.records import Anonymity, Certainty, Kind, Mention, Polarity, Span
from twosource.review.amended import Amendment
from twosource.room.history import Standing
from twosource.room.judging import Request, Thing
from twosource.web.api.shapes.shape import Shape

Id = Annotated[str, Field(min_length=1, max_length=40)]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


class Anchor(Shape):
    """What a judgement is about: a record by the id that it had, and the passage or the name that it stood for."""

    record: str
    article: str | None
    span: Span | None
    name: str | None


class Judgement(Shape):
    """A person's verdict. It is only ever added, and taken back by another."""

    id: str
    verdict: Verdict
    about: Subject
    left: Anchor
    right: Anchor | None
    by: str
    made_at: str
    note: str | None
    reliability: Reliability | None
    credibility: Credibility | None


class Entry(Judgement):
    """A judgement and what became of it."""

    standing: Standing = Field(description="`outranked`: a later one in force says otherwise of the same thing.")
    withdrawn_by: str | None
    withdrawn_at: str | None
    effect: str | None = Field(description="What it changed, in words, where that is known.")


class Entries(Shape):
    """Judgements, the newest first."""

    items: list[Entry]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")


class Independent(Shape):
    """How many origins affirm: `low` are shown to be independent, `high` not shown to depend on another."""

    low: int
    high: int


class Shift(Shape):
    """How a proposition stands otherwise: before and after; null where it was not there."""

    proposition: str
    wording: str
    status: tuple[Status | None, Status | None]
    independent: tuple[Independent | None, Independent | None]


class Effect(Shape):
    """What a verdict changed."""

    propositions: list[Shift]
    regrouped: int = Field(description="Statements that belong with others than before.")
    left_out: int = Field(description="Statements that no longer count.")
    taken_in: int = Field(description="Statements that count again, or are new.")
    sources: tuple[int, int] = Field(description="How many sources it was about, before and after.")
    text: str


class Judged(Shape):
    """What became of a request to judge or to withdraw."""

    judgement: Judgement
    known: bool = Field(description="It was there already: the same request had come before.")
    effect: Effect | None
    leaning: list[Judgement] = Field(description="Of a withdrawal: later verdicts on the same thing, which still hold.")


class ToName(Shape):
    """One link of a chain, as a person names it."""

    name: str | None = Field(default=None, max_length=300)
    kind: Kind = "person"
    anonymity: Anonymity = "named"
    role: str | None = Field(default=None, max_length=300)
    affiliation: str | None = Field(default=None, max_length=300)
    number: int | None = Field(default=None, ge=1, le=1_000_000)
    reason: str | None = Field(default=None, max_length=300)
    span: Span | None = Field(default=None, description="Where the article's words stand that name it.")

    @property
    def mention(self) -> Mention:
        """The same as a record."""
        return Mention(**self.model_dump())


class Changes(Shape):
    """What a correction changes; what is left out stays. Spans are half-open code-point offsets into the text of the
    article; they are in order and apart."""

    content: list[Span] | None = Field(default=None, min_length=1, max_length=50, description="What is attributed.")
    cue: list[Span] | None = Field(
        default=None, max_length=50, description="The words that attribute; from them the stance is read anew."
    )
    source: list[Span] | None = Field(
        default=None, max_length=50, description="The words that name the source; from them the chain is read anew."
    )
    chain: list[ToName] | None = Field(
        default=None, max_length=20, description="Who says so, from the mention nearest the article to the origin."
    )
    polarity: Polarity | None = None
    certainty: Certainty | None = None

    @property
    def amendment(self) -> Amendment:
        """The same for the room."""
        return Amendment(
            content=tuple(self.content) if self.content is not None else None,
            cue=tuple(self.cue) if self.cue is not None else None,
            source=tuple(self.source) if self.source is not None else None,
            chain=tuple(one.mention for one in self.chain) if self.chain is not None else None,
            polarity=self.polarity,
            certainty=self.certainty,
        )


class ToJudge(Shape):
    """A verdict. `same`, `not-same` and `unsure` are said of two: attributions (`about` a `proposition` or a `link`:
    one question; an `attribution`: one origin) or sources. `right`, `wrong` and `corrected` are said of one
    attribution, `grade` of a source (`reliability`) or an attribution (`credibility`), `note` of anything.

    A mention of a source is written `attribution/place`. To take a statement out of its proposition, send `not-same`
    about a `proposition`, with the id of the proposition for `right`."""

    about: Subject
    left: Id
    right: Id | None = None
    verdict: Verdict
    note: str | None = Field(default=None, max_length=2000)
    reliability: Reliability | None = Field(default=None, description="Null: it cannot be judged.")
    credibility: Credibility | None = Field(default=None, description="Null: it cannot be judged.")
    changes: Changes | None = Field(default=None, description="What `corrected` changes.")

    def request(self, *, by: str, made_at: str) -> Request:
        """The same for the room."""
        return Request(
            thing=Thing(about=self.about, left=self.left, right=self.right),
            verdict=self.verdict,
            by=by,
            made_at=made_at,
            note=self.note,
            reliability=self.reliability,
            credibility=self.credibility,
            changes=self.changes.amendment if self.changes else None,
        )
