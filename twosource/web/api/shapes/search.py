"""What the API tells of what a search finds."""

from __future__ import annotations

from pydantic import Field

from twosource.web.api.shapes.propositions import Hit
from twosource.web.api.shapes.shape import Shape


class Hits(Shape):
    """A piece of what has the words, the best first."""

    items: list[Hit]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")
