from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.web import probe
from tests.web.conftest import client_of
from twosource.web.navigation import PLACES, here


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/", "stories"),
        ("/propositions/12", "stories"),
        ("/articles", "articles"),
        ("/articles/12", "articles"),
        ("/sources/12", "sources"),
        ("/brief", "brief"),
        ("/review/history", "review"),
        ("/add/12", "add"),
        ("/changes.atom", "changes"),
    ],
)
def test_the_place_of_a_path(path: str, key: str) -> None:
    assert here(path) == key
    assert key in {place.key for place in PLACES}


@pytest.mark.parametrize("role", ["read", "review", "admin"])
def test_the_menu_has_what_one_may_use(hand_made: Path, role: str) -> None:
    with client_of(probe.app(hand_made, people=True)) as client:
        menu = html.fromstring(client.get("/nothing", headers=probe.bearer(role)).text).xpath("//nav[@class='menu']//a")
        for link in menu:
            assert client.get(link.get("href"), headers=probe.bearer(role)).status_code == 200
        there = {link.get("href") for link in menu}
        for place in PLACES:
            if place.path not in there:
                answer = client.get(place.path, headers=probe.bearer(role))
                assert answer.status_code in (403, 404)
