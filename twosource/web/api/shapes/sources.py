"""What the API tells of sources."""

from __future__ import annotations

from pydantic import Field

from twosource.across import Status
from twosource.brief.records import Stance
from twosource.records import Act, Anonymity, Certainty, Kind, Manner, Polarity
from twosource.web.api.shapes.attributions import Figure, Interval
from twosource.web.api.shapes.judgements import Judgement
from twosource.web.api.shapes.propositions import MadeBy, Moment, Span
from twosource.web.api.shapes.shape import Shape


class Known(Shape):
    """Who a source is. One that is never named has no `name`; `label` is then what its earliest mention calls it."""

    id: str
    label: str
    name: str | None
    names: list[str] = Field(description="Other names in use.")
    kind: Kind
    anonymity: Anonymity
    role: str | None
    affiliation: str | None


class Heard(Known):
    """A source in a list."""

    mentions: int = Field(description="How often it stands in a chain.")


class Sources(Shape):
    """A piece of the list, those mentioned most first."""

    items: list[Heard]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")


class Alias(Shape):
    """A name in use, and why it is taken for this source."""

    name: str
    mentions: int
    reasons: list[str]


class SourceStances(Shape):
    """How many of its statements take each stance."""

    says_so: int = Field(alias="says-so")
    may_be: int = Field(alias="may-be")
    denies: int
    no_sign: int = Field(alias="no-sign")
    silent: int


class Companion(Shape):
    """An outlet, or another source, and how many statements the two have together."""

    label: str
    source: str | None
    statements: int


class SourceStep(Shape):
    """Where its words came to stand otherwise; `times` is how often it was told so until the next step."""

    attribution: str
    article: str
    span: Span
    outlet: str | None
    when: Moment | None
    stance: Stance
    certainty: Certainty
    figure: Figure | None
    quote: str = Field(description="Its words, cut to 200 characters.")
    times: int
    told: str


class Moved(Shape):
    """How its words on one proposition moved; `turned` where it came to say the opposite, `left_out` counts steps in
    the middle."""

    proposition: str
    wording: str
    turned: bool
    steps: list[SourceStep]
    left_out: int


class DisputeEnd(Shape):
    """A statement, and how it stands."""

    attribution: str
    article: str
    stance: Stance
    quote: str = Field(description="Its words, cut to 200 characters.")


class Clash(Shape):
    """A proposition on which two stand against each other."""

    proposition: str
    wording: str
    own: DisputeEnd
    other: DisputeEnd


class Dispute(Shape):
    """Another source that stands against it, on `number` propositions."""

    source: str
    label: str
    number: int
    propositions: list[Clash]


class Credibility(Shape):
    """How many grades of that kind its statements have, 1 the best, 6 for what cannot be judged."""

    grade: int
    statements: int


class Grades(Shape):
    """What people judged: of who it is, how reliable it is, how credible its statements are. Two axes, no score."""

    judgements: list[Judgement]
    reliability: list[Judgement]
    credibility: list[Credibility]


class Source(Known):
    """A source with all that is known of it but its statements, which have a list of their own."""

    score: float = Field(description="The least sure join of its mentions.")
    reasons: list[str]
    made_by: MadeBy
    aliases: list[Alias]
    statements: int = Field(description="Statements that come from it.")
    relayed: int = Field(description="Statements of others that it passes on.")
    articles: int
    first: Moment | None
    last: Moment | None
    stances: SourceStances
    outlets: list[Companion] = Field(description="Who prints its words.")
    through: list[Companion] = Field(description="The sources in whose mouth they stand.")
    relays: list[Companion] = Field(description="Whose words it passes on.")
    moves: list[Moved] = Field(description="Propositions on which it moved, 24 at the most.")
    further: int = Field(description="On how many propositions besides it may have moved.")
    disputes: list[Dispute] = Field(description="Who stands against it: the first 40.")
    disputed: int = Field(description="How many sources stand against it.")
    grades: Grades


class About(Shape):
    """The proposition that a statement belongs to."""

    id: str
    wording: str
    status: Status


class Said(Shape):
    """A statement, with how it stands to its proposition."""

    attribution: str
    article: str
    outlet: str | None
    title: str | None
    published: Moment | None
    when: Moment | None = Field(description="When it was said, else printed.")
    said: Interval | None
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    manner: Manner
    act: Act
    quote: str
    span: Span
    chain: str = Field(description="On whose word it reached the page, outermost first.")
    through: list[str | None] = Field(description="For each mention of the chain, the id of the source.")
    figures: list[Figure]
    proposition: About | None


class SaidList(Shape):
    """A piece of what it says, the latest first."""

    items: list[Said]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")
