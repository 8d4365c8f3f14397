"""Headlines lean on what they sum up, and what "he" says next is his."""

from __future__ import annotations

from tests.origins.made import (
    DIVERS,
    FOUR,
    RUTH,
    article,
    outlet,
    person,
    said,
    standing,
    unnamed,
)
from tests.origins.test_copies import WIRE
from twosource.records import Mention


def test_a_headline_leans_on_what_the_text_attributes() -> None:
    where = article(f"Ferry: {FOUR}, governor says\n\nThe governor, Ana Lund, said that {DIVERS}.", outlet="Hill Post")
    governor = Mention(name=None, kind="person", anonymity="role-only", role="governor")
    named = person("Ana Lund", "governor")
    (origin,) = standing(said(where, FOUR, governor), said(where, DIVERS, named)).origins
    assert origin.root == "Ana Lund"
    assert origin.why == ("Hill Post sums up at the head what it attributes below",)


def test_a_headline_without_a_source_leans_only_on_what_it_repeats() -> None:
    where = article(f"Divers find four bodies in ferry\n\nA captain said that {DIVERS}. {WIRE}", outlet="Hill Post")
    other = article(f"Mayor calls for calm\n\nA captain said that {DIVERS}. {WIRE}", outlet="Hill Post")
    captain = unnamed("captain")
    assert len(standing(said(where, "Divers find four bodies in ferry"), said(where, DIVERS, captain)).origins) == 1
    assert len(standing(said(other, "Mayor calls for calm"), said(other, DIVERS, captain)).origins) == 2


def test_a_headline_without_a_source_leans_on_the_outlet_that_the_text_cites() -> None:
    where = article(
        f"Divers find four bodies in ferry\n\nThe Orrin Gazette reported that {DIVERS}.", outlet="Hill Post"
    )
    headline, cited = said(where, "Divers find four bodies in ferry"), said(where, DIVERS, outlet("Orrin Gazette"))
    (origin,) = standing(headline, cited).origins
    assert origin.root == "Orrin Gazette"


def test_what_he_says_next_is_his() -> None:
    where = article(f"Ferry news\n\nRuth Hale said that {DIVERS}. He knew by noon, he said, that {FOUR}.")
    he = Mention(
        name=None,
        kind="person",
        anonymity="named",
        span=(where.text.index("he said,"), where.text.index("he said,") + 2),
    )
    (origin,) = standing(said(where, DIVERS, RUTH), said(where, FOUR, he)).origins
    assert origin.root == "Ruth Hale"


def test_he_refers_to_nobody_who_comes_later_or_far_before() -> None:
    he = Mention(name=None, kind="person", anonymity="named")
    before = article(f"Ferry news\n\nNobody knew his name.\n\n{WIRE} He said that {DIVERS}. Ruth Hale said {FOUR}.")
    far = article(f"Ferry news\n\nRuth Hale said {FOUR}.\n\n{WIRE}\n\n{WIRE[::-1]}\n\nHe said that {DIVERS}.")
    for where in (before, far):
        assert len(standing(said(where, DIVERS, he), said(where, FOUR, RUTH)).origins) == 2
