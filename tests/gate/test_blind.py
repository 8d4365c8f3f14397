from __future__ import annotations

import json
from typing import get_args

import pytest

from gate import blind
from twosource.records import Anonymity, Bound, Certainty, Kind, Polarity

ALLOWED = {
    "kind": (*get_args(Kind), None),
    "anonymity": (*get_args(Anonymity), None),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
}


@pytest.mark.parametrize("name", blind.SAMPLES)
def test_the_annotation_holds_places_and_known_values_and_no_text(name: str) -> None:
    for one in blind.sample(name):
        assert set(one) == {"corpus", "row", "attributions"}
        for row in one["attributions"]:
            for field, allowed in ALLOWED.items():
                assert row[field] in allowed
            for role in ("source", "cue", "content"):
                assert all(0 <= start < end for start, end in row[role])
            assert all(figure["bound"] in get_args(Bound) for figure in row["figures"])
            assert all(len(link) <= 90 for link in row["chain"] if isinstance(link, str))


def test_what_is_annotated_is_never_trained_on() -> None:
    unseen = json.loads(blind.Path(blind.__file__).with_name("unseen.json").read_text())
    for name in blind.SAMPLES:
        assert all(one["row"] in unseen[one["corpus"]] for one in blind.sample(name))


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-03-04", "2025-03-05", "2025-03-04..2025-03-05"),
        ("2025-03-04T12:00", "2025-03-04T18:00", "2025-03-04..2025-03-05"),
        ("2025-03-04T18:00", "2025-03-05T00:00", "2025-03-04..2025-03-05"),
        ("2025-03-04T18:00", "2025-03-05T06:00", "2025-03-04..2025-03-06"),
    ],
)
def test_a_time_of_day_counts_as_its_day(start: str, end: str, days: str) -> None:
    assert blind._days(start, end) == days


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("President Anna Feld", "Anna Feld", True),
        ("Corvia's Storm Agency", "Storm Agency", True),
        ("the Feld Bank", "Feld Bank", True),
        ("Anna Feld", "Otto Feld", False),
    ],
)
def test_titles_part_no_names(one: str, other: str, same: bool) -> None:
    assert (blind._words(one) == blind._words(other)) is same
