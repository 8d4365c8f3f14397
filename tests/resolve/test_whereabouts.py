from __future__ import annotations

import pytest

from tests.resolve.given import article
from twosource.resolve.whereabouts import country_told, half, names_country, place_beside, story

ONE_COUNTRY = "France closed its border. The French army moved. The Defence Ministry said so. France is calm."
TWO_COUNTRIES = "France blamed Italy. Italian troops left. The Defence Ministry said so. French troops stayed."
GUEST = "France voted. France counted. French towns slept. France woke. In Italy, the Defence Ministry smiled."


@pytest.mark.parametrize(
    ("text", "country"),
    [(ONE_COUNTRY, "France"), (TWO_COUNTRIES, None), (GUEST, None), ("The Defence Ministry said so.", None)],
)
def test_country_told(text: str, country: str | None) -> None:
    start = text.index("Defence Ministry")
    assert country_told(article(text), (start, start + len("Defence Ministry"))) == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Tarsk, the Foreign Ministry laughed.", "Tarsk"),
        ("The Foreign Ministry in Sarnow laughed.", "Sarnow"),
        ("The Foreign Ministry laughed.", None),
    ],
)
def test_place_beside(text: str, place: str | None) -> None:
    start = text.index("Foreign Ministry")
    assert place_beside(article(text), (start, start + len("Foreign Ministry"))) == place


def test_a_story_is_its_names_unless_a_country_tells_where_it_is() -> None:
    text = "Ana Tarn met Tal Vesk at Port Orrin. Ana Tarn left."
    assert story(article(text)) == ("ana tarn", "port orrin", "tal vesk")
    assert story(article(text + " France saw it. France slept.")) == ()


@pytest.mark.parametrize(
    ("text", "named"), [("Moscow and Russian towns.", True), ("Moscow alone.", False), ("Moscow and France.", False)]
)
def test_names_country(text: str, named: bool) -> None:
    assert names_country(article(text), "Russia") is named


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("North Korea and South Korean ships. The North left.", "North Korea"),
        ("North Korea and North Macedonia. The North left.", None),
        ("The North left.", None),
    ],
)
def test_half(text: str, country: str | None) -> None:
    assert half(article(text), "North") == country
