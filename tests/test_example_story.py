"""What is planted in the example story comes out of the whole product: read, attributed, added, grouped, counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from tests.support import STORY, needs_network
from twosource.across import Account, Proposition
from twosource.errors import SourceError
from twosource.ledger import Ledger, View
from twosource.pipeline import add
from twosource.upkeep import copies

pytestmark = needs_network

Truth = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    failed: list[SourceError] = []
    with Ledger.open(tmp_path_factory.mktemp("story") / "port.db") as ledger:
        assert len(list(add([str(STORY)], ledger, on_error=failed.append))) == 12
        assert not failed
        with ledger.view() as opened:
            yield opened


@pytest.fixture(scope="module")
def accounts(view: View) -> list[Account]:
    inside = view.attributions_of([article.id for article in view.articles()])
    return list(view.accounts([one for ids in inside.values() for one in ids]).values())


@pytest.fixture(scope="module")
def planted(accounts: list[Account], truth: Truth) -> dict[str, Account]:
    """The accounts of the planted attributions that the network finds, by their numbers in truth.json."""
    titles = {entry["id"]: entry["title"] for entry in truth["articles"]}
    found: dict[str, Account] = {}
    for entry in truth["attributions"]:
        for account in accounts:
            article, (start, end) = account.article, _whole(account)
            place = article.text.find(entry["content"])
            if article.title == titles[entry["article"]] and place >= 0 and start <= place + 1 and place < end:
                found.setdefault(entry["id"], account)
    return found


def _whole(account: Account) -> tuple[int, int]:
    content = account.attribution.content
    return content[0][0] - 2, content[-1][1]


def proposition(view: View, account: Account) -> Proposition:
    (found,) = view.propositions(view.proposition_of([account.id]).values())
    return found


def test_most_planted_attributions_are_found(planted: dict[str, Account], truth: Truth) -> None:
    assert len(planted) >= 0.9 * len(truth["attributions"])


def test_every_planted_copy_comes_out_and_no_other(view: View, truth: Truth) -> None:
    number = {entry["title"]: entry["id"] for entry in truth["articles"]}
    articles = {article.id: number[str(article.title)] for article in view.articles()}
    found = {
        tuple(sorted((articles[copy.left], articles[copy.right])))
        for copy in copies.between(view, articles)
        if not copy.quoted
    }
    family = ["01", "02", "03", "04"]
    assert found == set(combinations(family, 2))
    assert {(entry["of"], entry["article"]) for entry in truth["copies"]} <= found


@pytest.mark.parametrize("number", ["01-2", "01-3", "01-12"])
def test_a_reprinted_statement_is_one_proposition_of_one_origin(
    view: View, planted: dict[str, Account], number: str
) -> None:
    own = [account for key, account in planted.items() if key.partition("-")[2] == number.partition("-")[2]]
    own = [account for account in own if account.quote.strip('“”"') == planted[number].quote.strip('“”"')]
    assert len(own) >= 3
    assert len({view.proposition_of([account.id])[account.id] for account in own}) == 1
    found = proposition(view, planted[number])
    ids = {account.id for account in own}
    assert any(ids <= set(origin.attributions) for origin in view.origins([found.id]))
