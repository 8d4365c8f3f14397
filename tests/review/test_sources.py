"""Which joins of mentions are asked about."""

from __future__ import annotations

import math

from tests.resolve.given import judged, person
from twosource.across import Source
from twosource.resolve import Cluster, cluster, source
from twosource.review.sources import LEAST, joins


def found(*names: str, joined: bool = False) -> tuple[Source, Cluster]:
    said = [judged("same", names[0], names[1])] if joined else []
    (own,) = cluster([person(name) for name in names], judgements=said)
    return source(own, {one.id: [(one.id, 0)] for one in own.signatures}), own


def test_a_join_on_little_is_asked_about() -> None:
    one, own = found("Bill Feld", "William M. Feld")
    counts = {each.id: number for number, each in enumerate(own.signatures, start=3)}
    (case,) = joins(one, own, counts)
    assert (case.about, case.left, case.right, case.proposition) == ("source", one.id, None, None)
    assert case.doubt == round(1 - one.score, 4)
    assert case.worth == round(case.doubt * math.log2(4), 4)
    assert "“Bill Feld”" in case.reasons[0]
    assert "“William M. Feld”" in case.reasons[0]
    assert case.reasons[1].startswith("same family name, forms of one first name")


def test_a_join_on_much_or_on_a_person_s_word_is_not() -> None:
    assert 1 - found("William Feld", "William M. Feld")[0].score < LEAST
    for one, own in (
        found("William Feld", "William M. Feld"),
        found("Anna Feld"),
        found("Bill Feld", "William M. Feld", joined=True),
    ):
        assert not list(joins(one, own, {}))
