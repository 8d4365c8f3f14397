from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.conftest import Places
from tests.ledger.support import content, ids, page, statements
from twosource.ledger import Ledger
from twosource.ledger.versions import Version, instant, version
from twosource.records import Article

INSTANTS = [
    (None, ""),
    ("", ""),
    ("yesterday", ""),
    ("2025-03-04", "2025-03-04T00:00:00+00:00"),
    ("2025-03-04T08:00:00+02:00", "2025-03-04T06:00:00+00:00"),
    ("2025-03-04T08:00:00Z", "2025-03-04T08:00:00+00:00"),
    ("2025-03-04T08:00:00", "2025-03-04T08:00:00+00:00"),
    ("0001-01-01T00:00:00+02:00", ""),
]


@pytest.mark.parametrize(("time", "expected"), INSTANTS)
def test_instants_are_in_one_zone(time: str | None, expected: str) -> None:
    assert instant(time) == expected


@given(st.lists(st.datetimes(timezones=st.timezones()), min_size=2, max_size=2))
def test_the_order_of_instants_is_the_order_of_times(times: list) -> None:  # type: ignore[type-arg]
    earlier, later = sorted(times)
    assert instant(earlier.isoformat()) <= instant(later.isoformat())


def _articles() -> st.SearchStrategy[list[Article]]:
    """Few texts, pages, outlets and times, so that they meet in every way."""
    made = st.builds(
        lambda text, url, outlet, published: page(text, url=url, outlet=outlet, published=published),
        text=st.sampled_from(
            ["Mill burns\n\nin the night", "mill BURNS in the night", "Toll rises to three", "Toll now four"]
        ),
        url=st.sampled_from(
            [None, *(f"https://{host}.example/{path}" for host in ("www.hill", "hill", "vale") for path in "ab")]
        ),
        outlet=st.sampled_from([None, "Hill Post", "Vale Times"]),
        published=st.sampled_from([None, "2025-03-04", "2025-03-04T01:00:00+02:00", "2025-03-05"]),
    )
    return st.lists(made, min_size=1, max_size=6, unique_by=lambda article: article.id)


def current(kept: Sequence[Article]) -> set[str]:
    """What is current, from the definition alone."""
    found = {article.id: version(article) for article in kept}

    def versions(name: str) -> list[Version]:
        return sorted((own for own in found.values() if own.page == name), key=lambda own: (own.stamp, own.id))

    def rank(name: str) -> tuple[str, str]:
        return versions(name)[0].stamp, name

    def head(name: str) -> Version:
        own = versions(name)
        firsts = [one for place, one in enumerate(own) if one.fingerprint not in {e.fingerprint for e in own[:place]}]
        return firsts[-1]

    def gives_way(name: str) -> bool:
        top = head(name)
        return any(
            other.fingerprint == top.fingerprint
            and rank(other.page) < rank(name)
            and ((top.outlet and top.outlet == other.outlet) or (top.host and top.host == other.host))
            for other in found.values()
            if other.page != name
        )

    return {head(name).id for name in {own.page for own in found.values()} if not gives_way(name)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=_articles(), data=st.data())
def test_what_is_current_follows_from_the_articles_and_not_from_their_order(
    places: Places, articles: list[Article], data: st.DataObject
) -> None:
    written = []
    for order in (articles, data.draw(st.permutations(articles))):
        with Ledger.open(places()) as ledger:
            live: set[str] = set()
            standing: set[str] = set()
            with ledger.write() as writer:
                for place, article in enumerate(order):
                    added = writer.add(article, statements(article))
                    assert live.issuperset(added.retired)
                    assert live.isdisjoint(added.arrived)
                    live = live - set(added.retired) | set(added.arrived)
                    standing = standing - set(added.lowered) | set(added.raised)
                    expected = current(order[: place + 1])
                    assert {found.id for found in writer.articles()} == standing == expected
                    assert live == {id_ for one in order if one.id in expected for id_ in ids(statements(one))}
            written.append(content(ledger))
    assert written[0] == written[1]
    assert expected, "something is always current"


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_pages_that_have_each_others_text_one_remains(ledger: Ledger, first: int) -> None:
    def at(path: str, text: str, day: int) -> Article:
        return page(text, url=f"https://hillpost.example/{path}", published=f"2025-03-0{day}")

    swapped = [at("a", "Mill burns down", 1), at("a", "Mill burns again", 4), at("b", "Mill burns again", 2)]
    swapped.append(at("b", "Mill burns down", 3))
    with ledger.write() as writer:
        for article in swapped[first:] + swapped[:first]:
            writer.add(article, statements(article))
        assert list(writer.articles()) == [swapped[1]]
