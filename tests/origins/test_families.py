"""Publisher families: no dead, missing or over-merged entry; what is unknown stands alone."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from twosource.origins.families import family, host_of, is_agency, is_same, table

ENTRIES = [(name, also) for part in table().values() for name, also in part.items()]


def test_no_entry_is_dead() -> None:
    """Every family has a second member, and every member leads to it."""
    for name, also in ENTRIES:
        assert also, name
        assert {family(member) for member in (name, *also)} == {name}


def test_no_member_is_in_two_families() -> None:
    counted = Counter(member.casefold() for name, also in ENTRIES for member in {name, *also})
    assert [member for member, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("edition.cnn.com", "CNN"),
        ("usa.chinadaily.com.cn", "europe.chinadaily.com.cn"),
        ("https://www.bbc.co.uk/news/1", "BBC News"),
        ("The Associated Press", "apnews.com"),
        ("ITAR-TASS", "tass.com"),
        ("Agence France-Presse", "AFP"),
        ("The Halm News Agency", "Halm"),
        ("The Sarnow Courier", "sarnow courier"),
        ("m.harbour.example", "m.harbour.example"),
    ],
)
def test_one_family(one: str, other: str) -> None:
    assert family(one) == family(other)


APART = [
    ("Reuters", "AP", "AFP", "TASS", "RIA Novosti", "Interfax", "Interfax-Ukraine", "Xinhua"),
    ("RT", "Sputnik", "TASS"),
    ("CCTV", "China Daily", "Xinhua"),
    ("Washington Post", "Washington Times", "Huffington Post"),
    ("The Sun", "Baltimore Sun"),
    ("The Times", "New York Times", "Financial Times", "Jordan Times"),
    ("Daily Mail", "Daily Express", "Daily Sabah"),
    ("TRT", "Anadolu", "Daily Sabah"),
    ("Fox News", "Sky News", "Wall Street Journal"),
    ("news.harbour.example", "news.bay.example"),
]


@pytest.mark.parametrize("names", APART, ids=[names[0] for names in APART])
def test_newsrooms_that_must_stay_apart(names: tuple[str, ...]) -> None:
    assert all(family(one) != family(other) for one, other in combinations(names, 2))


@pytest.mark.parametrize(
    ("mentioned", "outlet", "expected"),
    [
        ("the Courier", "The Sarnow Courier", True),
        ("Meridian Review", "meridianreview.example", True),
        ("New York Times", "www.nytimes.com", True),
        ("Times", "www.nytimes.com", False),
        ("Reuters", "The Sarnow Courier", False),
        ("Hill Courier", "The Sarnow Courier", False),
    ],
)
def test_an_outlet_mentioned(mentioned: str, outlet: str, expected: bool) -> None:
    assert is_same(mentioned, outlet) is expected


def test_agencies_are_told_from_outlets() -> None:
    assert is_agency("AP")
    assert is_agency("www.reuters.com")
    assert not is_agency("CNN")
    assert not is_agency("Halm News")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("https://www.bay.example/a", "bay.example"), ("bay.example", "bay.example"), ("Bay Courier", None), ("", None)],
)
def test_hosts(text: str, expected: str | None) -> None:
    assert host_of(text) == expected
