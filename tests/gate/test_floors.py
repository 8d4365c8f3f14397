"""The gate: what it lets through, and that pins are lowered only on request."""

from __future__ import annotations

import argparse
from typing import Any

import pytest

from gate.__main__ import _judge


def chosen(**options: bool) -> argparse.Namespace:
    return argparse.Namespace(**{"update": False, "allow_regression": False, **options})


def pin() -> dict[str, Any]:
    return {"margin": 0.01, "scores": {"f1": 0.8}}


@pytest.mark.parametrize(
    ("score", "options", "passes", "after"),
    [
        (0.80, {}, True, 0.8),
        (0.795, {}, True, 0.8),
        (0.78, {}, False, 0.8),
        (0.90, {}, True, 0.8),
        (0.90, {"update": True}, True, 0.9),
        (0.78, {"update": True}, False, 0.8),
        (0.795, {"update": True}, True, 0.8),
        (0.78, {"update": True, "allow_regression": True}, True, 0.78),
    ],
)
def test_judge(
    score: float, options: dict[str, bool], passes: bool, after: float, capsys: pytest.CaptureFixture[str]
) -> None:
    pins = pin()
    assert _judge("f1", score, pins, chosen(**options)) is passes
    assert pins["scores"]["f1"] == after
    assert ("BELOW" in capsys.readouterr().err) is not passes


def test_a_new_score_is_pinned_on_update(capsys: pytest.CaptureFixture[str]) -> None:
    pins = pin()
    assert _judge("recall", 0.5, pins, chosen(update=True))
    assert pins["scores"]["recall"] == 0.5
    assert capsys.readouterr().out
