"""What the API tells of origins."""

from __future__ import annotations

from twosource.web.api.shapes.propositions import Independent, Origin
from twosource.web.api.shapes.shape import Shape


class Origins(Shape):
    """All origins of a proposition, in the order in which they were first heard."""

    proposition: str
    independent: Independent
    items: list[Origin]
