from __future__ import annotations

import pytest

from tests.upkeep.made import STORY
from twosource.across import Account, Link
from twosource.propose import Bundle, in_order, propose, support

ACCOUNTS = {
    found.id: Account(article=piece.article, attribution=found) for piece in STORY for found in piece.attributions
}
IDS = sorted(ACCOUNTS)


def test_each_part_becomes_one_proposition_of_its_members_in_order() -> None:
    parts = [IDS[:2], IDS[2:3], IDS[3:]]
    looks = list(propose(Bundle(accounts=ACCOUNTS), parts))
    assert [set(look.proposition.attributions) for look in looks] == [set(part) for part in parts]
    for look in looks:
        assert list(look.members) == in_order(look.members)
        assert {one for origin in look.standing.origins for one in origin.attributions} == set(look.by_id)
        assert look.central in look.by_id


def test_a_part_has_the_links_inside_of_it_alone() -> None:
    within = Link(left=IDS[0], right=IDS[1], relation="agrees", score=0.8)
    across = Link(left=IDS[1], right=IDS[2], relation="agrees", score=0.2)
    bundle = Bundle(accounts={one: ACCOUNTS[one] for one in IDS[:3]}, links=[within, across])
    assert [list(look.links) for look in propose(bundle, [IDS[:2], IDS[2:3]])] == [[within], []]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_accounts_is_no_matter(order: int) -> None:
    bundle = Bundle(accounts={one: ACCOUNTS[one] for one in IDS[::order]})
    (look,) = propose(bundle, [IDS[::order]])
    (other,) = propose(Bundle(accounts=ACCOUNTS), [IDS])
    assert look.proposition == other.proposition
    assert support(bundle) == look.standing
