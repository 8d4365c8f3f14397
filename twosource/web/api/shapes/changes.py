"""What the API tells of changes."""

from __future__ import annotations

from pydantic import Field

from twosource.across import ChangeKind
from twosource.web.api.shapes.propositions import Moment, Span
from twosource.web.api.shapes.shape import Shape


class Printed(Shape):
    """The article that made a change."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published: Moment | None


class Changed(Shape):
    """How an article moved the reporting of a proposition, as it was noticed at `made_at`. `text` is it in a sentence;
    `quote` are the words that did it, at `span` of the `article`."""

    id: str
    kind: ChangeKind
    label: str = Field(description="The kind in words.")
    proposition: str | None = Field(description="That of the statement now; null where it is in none any more.")
    attribution: str | None = Field(description="The statement that did it.")
    when: Moment | None = Field(description="When that was said, else printed.")
    made_at: Moment
    text: str
    article: Printed | None
    span: Span | None
    quote: str | None


class Changes(Shape):
    """A piece of the list, the latest noticed first."""

    items: list[Changed]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")
