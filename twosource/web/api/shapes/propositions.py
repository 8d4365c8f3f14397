"""What the API tells of propositions, in a list and in full."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from twosource.across import Basis, ChangeKind, Relation, Status
from twosource.brief.records import Move
from twosource.brief.records import Stance as FineStance
from twosource.ledger.facets import Stance
from twosource.records import Bound, Certainty, Polarity
from twosource.web.api.shapes.attributions import Interval, Mention
from twosource.web.api.shapes.judgements import Judgement
from twosource.web.api.shapes.shape import Shape

Span = Annotated[tuple[int, int], Field(description="Half-open code-point offsets into the text of the article.")]
MadeBy = Annotated[
    str, Field(description="The release, the code and the networks that made it; `unknown` of what was there before.")
]
Moment = Annotated[str, Field(description="ISO 8601: a date, or a time with its zone where that is known.")]


class Independent(Shape):
    """Of the origins that affirm, `low` are shown to be independent, `high` not shown to depend on another."""

    low: int
    high: int


class Stances(Shape):
    """How many statements take each stance."""

    says_so: int = Field(alias="says-so")
    may_be: int = Field(alias="may-be")
    denies: int
    withholds: int


class Word(Shape):
    """A statement in a list; `when` is when it was said, else printed, `said` whether its words tell the former."""

    attribution: str
    article: str
    span: Span
    speaker: str
    outlet: str | None
    stance: Stance
    when: Moment | None
    said: bool
    quote: str


class Change(Shape):
    """How an article moved the reporting, as it was noticed at `made_at`."""

    id: str
    kind: ChangeKind
    proposition: str
    attribution: str | None
    when: Moment | None
    made_at: Moment
    text: str


class Hit(Shape):
    """What has the words asked for: `passage` of the article, at `span`, shows them at `marks`."""

    type: Literal["attribution", "article"]
    id: str
    article: str
    proposition: str | None = Field(description="Of a statement: the proposition that it belongs to.")
    speaker: str | None = Field(description="Of a statement: who it comes from, in words.")
    title: str | None
    outlet: str | None
    published: Moment | None
    span: Span
    passage: str
    marks: list[Span]
    score: float = Field(description="The higher, the better it fits; for comparing within one answer.")


class Row(Shape):
    """A proposition in a list. With `q`, `hits` are the best of its statements that have the words, and `others` counts
    the rest of them."""

    id: str
    wording: str
    status: Status
    independent: Independent
    statements: int
    outlets: int
    stances: Stances
    sides: list[str] = Field(description="The parties that its origins speak for.")
    first_said: Moment | None
    last_said: Moment | None
    last: Word | None = Field(description="The latest word.")
    change: Change | None = Field(description="The change that was noticed last.")
    hits: list[Hit]
    others: int


class Rows(Shape):
    """A piece of a list."""

    items: list[Row]
    count: int = Field(description="How many there are in all; without `q` counted to 1,000.")
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")


class PropositionStatement(Shape):
    """An attribution, as it stands to the proposition."""

    id: str
    article: str
    polarity: Polarity
    certainty: Certainty
    stance: FineStance
    said: Interval | None
    when: Moment | None = Field(description="When it was said, else printed.")
    source: str | None = Field(description="The source that the end of the chain resolves to.")
    speaker: str
    chain: list[Mention]
    chain_in_words: str
    quote: str
    span: Span
    content: list[Span]
    context: Span = Field(description="The whole sentences around it.")


class Origin(Shape):
    """An independent root of support, denial or refusal."""

    id: str
    proposition: str
    root: str
    basis: Basis
    why: list[str]
    attributions: list[str]
    stance: Polarity
    side: str | None
    shown: bool = Field(description="Whether it is shown to be independent of every other.")


class FigureSaid(Shape):
    """A figure, and when it held."""

    attribution: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    of: str | None
    as_of: Moment | None
    span: Span


class Link(Shape):
    """A typed relation of two attributions; `score` is the chance that both belong to one proposition."""

    left: str
    right: str
    relation: Relation
    score: float
    reasons: list[str]
    made_by: MadeBy


class Citation(Shape):
    """Where the words stand that bear a sentence."""

    attribution: str
    article: str
    span: Span


class Sentence(Shape):
    """A sentence with what bears it."""

    text: str
    citations: list[Citation]
    proposition: str | None
    reworded: bool


class Step(Shape):
    """One move of the story."""

    move: Move
    attribution: str
    when: Moment | None
    sentence: Sentence


class Side(Shape):
    """A party, and the origins that speak for it."""

    side: str
    origins: list[str]


class Related(Shape):
    """Another proposition, and the surest link to it; `forward` where the left end is a statement of this one."""

    id: str
    wording: str
    status: Status
    forward: bool
    link: Link


class PropositionJudgement(Judgement):
    """A verdict that bears on statements of the proposition (`attributions`)."""

    attributions: list[str]
    withdrawn_by: str | None
    withdrawn_at: Moment | None


class BriefEntry(Shape):
    """What a brief says of one proposition."""

    id: str
    wording: str
    status: Status
    independent: Independent
    first_said: Moment | None
    last_said: Moment | None
    made_by: MadeBy
    attributions: list[PropositionStatement]
    origins: list[Origin]
    figures: list[FigureSaid]
    links: list[Link]
    lead: Sentence
    steps: list[Step]
    sides: list[Side]
    missing: list[Sentence]


class FullProposition(BriefEntry):
    """A proposition in full, as a brief has it, with what it is related to and what people judged of it."""

    links: list[Link] = Field(description="Those that tell most, 500 at most; `/api/links` has all.")
    links_count: int
    related: list[Related]
    judgements: list[PropositionJudgement]
