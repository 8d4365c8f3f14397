from __future__ import annotations

from typing import Any

import pytest

from tests.brief.made import KARL, RUTH, by
from tests.brief.whole import an_entry, spread
from twosource.brief.records import Statement
from twosource.brief.timeline import timeline


def on(day: str | None, number: int = 0, **more: Any) -> Statement:
    return by(RUTH if number % 2 else KARL, f"the ferry was full on night {number}", published=day, **more)


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([on("2025-03-04"), on("2025-03-04", 1)], ""),
        ([on("2025-03-04"), on(None, 1)], ""),
        (
            [on("2025-03-05"), on("2025-03-04T23:00:00+02:00", 1), on("2025-03-05", 2, polarity="deny", act="denies")],
            "4 March 2025 + · 5 March 2025 +-",
        ),
        (
            [*(on("2025-03-04", number) for number in range(9)), on("2025-03-05", 9)],
            "4 March 2025 +×9 · 5 March 2025 +",
        ),
        (list(spread(20)), ""),
    ],
)  # fmt: skip
def test_timeline(statements: list[Statement], expected: str) -> None:
    assert timeline(an_entry(statements)) == expected
