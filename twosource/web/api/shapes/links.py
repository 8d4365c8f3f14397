"""What the API tells of links."""

from __future__ import annotations

from pydantic import Field

from twosource.web.api.shapes.propositions import Link
from twosource.web.api.shapes.shape import Shape


class Links(Shape):
    """A piece of a list: what tells most first (contradicts, differs, updates, …), of one relation the surest."""

    items: list[Link]
    count: int = Field(description="How many there are in all.")
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")
