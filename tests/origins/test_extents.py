"""How much an article prints of another's text, and who has it from whom."""

from __future__ import annotations

import pytest

from tests.origins.made import article
from tests.origins.test_copies import QUOTED, WIRE
from twosource.origins import direction, extent, shared

OWN = " ".join(
    f"The Courier's own sentence number {number} about tides, tolls and the old lighthouse." for number in range(9)
)
HALF = WIRE.split(". ")[0] + "."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Courier's harbour desk is following this story. {WIRE}", "whole"),
        (f"{WIRE}", "whole"),
        (
            WIRE.replace("at dawn on Monday ", "").replace(" above the town for news of those who", " as some"),
            "almost whole",
        ),
        (HALF, "shortened"),
        (f"{HALF} {OWN}", "in part"),
        (f"{OWN} {QUOTED}", None),
    ],
    ids=["with more", "whole", "almost", "shortened", "in part", "quotation alone"],
)
def test_extent(text: str, expected: str | None) -> None:
    original = article(f"{WIRE} {QUOTED}" if expected is None else WIRE)
    reprint = article(text, outlet="Bay Courier", published="2025-03-05")
    assert extent(shared(original, reprint), of=original.id) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"outlet": "Halm News Agency"}, {"credits": ("Halm",)}, "left"),
        ({"credits": ("Halm",)}, {"outlet": "Halm News Agency", "published": "2025-03-05"}, "right"),
        ({"credits": ("Halm",)}, {"credits": ("Halm",), "published": "2025-03-05"}, None),
        ({"published": "2025-03-04T09:00:00+02:00"}, {"published": "2025-03-04T08:00:00+00:00"}, "left"),
        ({"published": "2025-03-04"}, {"published": "2025-03-05T08:00:00+00:00"}, "left"),
        ({"published": "2025-03-04"}, {"published": "2025-03-04T08:00:00+00:00"}, None),
        ({"published": None}, {"published": "2025-03-04"}, None),
    ],
)
def test_direction(left: dict[str, object], right: dict[str, object], expected: str | None) -> None:
    a = article(WIRE, **{"outlet": "Hill Post", "url": "https://hill.example", **left})  # type: ignore[arg-type]
    b = article(WIRE, **{"outlet": "Bay Courier", "url": "https://bay.example", **right})  # type: ignore[arg-type]
    for found in (direction(a, b), direction(b, a)):
        assert (found[0] if found else None) == {"left": a.id, "right": b.id, None: None}[expected]
