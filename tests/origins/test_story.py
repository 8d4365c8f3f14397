"""The example story: copies, partitions, ranges and statuses come out as planted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.origins import story
from twosource.across import Account
from twosource.origins import direction, extent, keys, lineage, origins, passages, shared, status

Truth = dict[str, list[dict[str, Any]]]
PROPOSITIONS = ("toll", "munitions", "gate", "video", "attack", "tarsk", "dust", "containers", "owner")


@pytest.fixture(scope="module")
def accounts(truth: Truth) -> dict[str, Account]:
    return story.accounts(truth)


def test_the_planted_copies_are_found_with_their_extent(truth: Truth) -> None:
    of = {known["id"]: article for known, article in zip(truth["articles"], story.articles(), strict=True)}
    for planted in truth["copies"]:
        original, reprint = of[planted["of"]], of[planted["article"]]
        assert extent(shared(original, reprint), of=original.id) == planted["extent"], planted
        found = direction(original, reprint)
        assert found
        assert found[0] == original.id
        assert (lineage(reprint).wire is not None) == (planted["credit"] == "declared"), planted


def test_no_other_pair_is_called_a_copy(truth: Truth) -> None:
    named = {article.id: known["id"] for known, article in zip(truth["articles"], story.articles(), strict=True)}
    planted = {"01", *(known["article"] for known in truth["copies"])}
    for copy in story.copies():
        assert copy.quoted or {named[copy.left], named[copy.right]} <= planted


def test_every_copy_shares_a_key() -> None:
    of = {article.id: article for article in story.articles()}
    found = {name: frozenset[str]().union(*map(keys, passages(article))) for name, article in of.items()}
    assert all(found[copy.left] & found[copy.right] for copy in story.copies())


def test_the_propositions_are_those_of_the_truth_table(truth: Truth) -> None:
    assert sorted(known["id"] for known in truth["propositions"]) == sorted(PROPOSITIONS)


@pytest.mark.parametrize("name", PROPOSITIONS)
def test_partition_range_and_status_come_out_as_planted(truth: Truth, accounts: dict[str, Account], name: str) -> None:
    known = next(proposition for proposition in truth["propositions"] if proposition["id"] == name)
    own = [accounts[one] for one in known["stances"]]
    found = origins(
        own,
        proposition=name,
        source_of=story.source_of(list(accounts.values())),
        copies=story.copies(),
        stances=story.stances(known, accounts),
    )
    by_id = {account.id: one for one, account in accounts.items()}
    affirming = [origin for origin in found.origins if origin.stance == "affirm"]
    assert sorted(sorted(by_id[one] for one in origin.attributions) for origin in affirming) == sorted(
        map(sorted, known["origins"])
    )
    assert found.independent == (known["independent"]["low"], known["independent"]["high"])
    assert status(own, found, story.links(truth, accounts)) == known["status"]


def test_reprints_say_how_many_words_are_whose(truth: Truth, accounts: dict[str, Account]) -> None:
    known = next(proposition for proposition in truth["propositions"] if proposition["id"] == "attack")
    own = [accounts[one] for one in known["stances"]]
    copied = origins(own, proposition="attack", source_of=lambda *_: None, copies=story.copies()).origins[0]
    assert copied.basis == "copy"
    assert [why.split(" prints ")[0] for why in copied.why] == ["The Sarnow Courier", "Kestrel Daily"]
    assert all(why.endswith("words of Halyard News Agency's text") for why in copied.why)
