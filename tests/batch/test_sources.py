"""Joins among signatures are those that a ledger follows, whichever blocks they meet in."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.support import page
from twosource.batch.rows import _signature
from twosource.batch.sources import joined, resolved
from twosource.records import Mention
from twosource.resolve import Signature, compare, keys, signature

NAMES = ["Jana Ostrow", "J. Ostrow", "Ostrow", "Jana Ostrov", "Karl Brandt", "UN", "United Nations", "Hill Post", None]
MENTIONS = st.builds(
    Mention,
    name=st.sampled_from(NAMES),
    kind=st.sampled_from(["person", "organisation", "outlet", "government"]),
    anonymity=st.sampled_from(["named", "role-only"]),
    role=st.sampled_from([None, "spokesman", "harbour master"]),
    affiliation=st.sampled_from([None, "Orrin", "Defence Ministry"]),
)


def row(mention: Mention) -> dict[str, Any]:
    return _signature(signature(mention, article=page()))


def blocks(rows: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in rows:
        for key in one["keys"]:
            found[key].append(one)
    return found


@given(st.lists(MENTIONS, max_size=12))
def test_each_join_is_found_once(mentions: list[Mention]) -> None:
    rows = list({one["id"]: one for one in map(row, mentions)}.values())
    found = [edge for key, block in blocks(rows).items() for edge in joined(block, key)]
    known = [Signature.unpacked(one["record"]) for one in rows]
    expected = {
        (min(a.id, b.id), max(a.id, b.id))
        for a, b in combinations(known, 2)
        if keys(a) & keys(b) and compare(a, b).joined
    }
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(MENTIONS)
def test_a_signature_comes_back_from_its_row(mention: Mention) -> None:
    one = signature(mention, article=page())
    assert Signature.unpacked(_signature(one)["record"]) == one


def test_a_source_begins_with_its_earliest_mention() -> None:
    rows = [row(Mention(name="Jana Ostrow", kind="person", anonymity="named"))]
    mentions = [
        {
            "signature": rows[0]["id"],
            "attribution": attribution,
            "place": place,
            "published": day,
            "article": "x",
            "start": 1,
        }
        for attribution, place, day in (("b", 0, "2025-03-04"), ("a", 1, "2025-03-05"), ("c", 0, "9999"))
    ]
    (found,) = resolved(rows, mentions)
    assert found.seed == ("b", 0)
    assert found.mentions == (("a", 1), ("b", 0), ("c", 0))
