from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tests.resolve.given import article, mention, named, person, signatures
from twosource.resolve import Signature, compare, keys, signature


@settings(max_examples=800, deadline=None)
@given(signatures(), signatures())
def test_what_may_be_joined_shares_a_key(one: Signature, other: Signature) -> None:
    if compare(one, other).joined:
        assert keys(one) & keys(other)


def test_an_office_in_one_article_shares_a_key_whether_the_story_is_known_or_not() -> None:
    one = signature(
        mention(None, "person", "role-only", role="minister", affiliation="Orrin College"), article=article()
    )
    known = replace(one, scope="a1", story=("ana tarn", "port orrin"))
    other = replace(one, scope="a1", story=())
    assert keys(known) & keys(other) - {one for one in keys(other) if one.startswith("name:")}


def test_strangers_share_none() -> None:
    found = [
        person("Anna Feld"),
        person("Ivo Tarn", "spokesman", "Strandholt Terminals"),
        named("Strandholt Terminals", "organisation"),
        named("Kestrel Daily", "outlet"),
        named("Halyard", "agency"),
        signature(mention(None, "collective", "collective", role="experts"), article=article("One.")),
        signature(mention(None, "collective", "collective", role="experts"), article=article("Two.")),
        signature(mention("Feld"), article=article("One.")),
        signature(mention("Feld"), article=article("Two.")),
    ]
    for place, one in enumerate(found):
        assert not any(keys(one) & keys(other) for other in found[:place])
