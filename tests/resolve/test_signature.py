from __future__ import annotations

from typing import Any

import pytest

from tests.resolve.given import article, in_text, mention, named, person
from twosource.resolve import alone, signature

HERE = article()


@pytest.mark.parametrize(
    ("found", "reaches"),
    [
        (mention("Anna Feld"), True),
        (mention("Feld"), False),
        (mention("Feld", role="general", affiliation="Corvian Army"), True),
        (mention("Feld", role="resident", affiliation="Orrin"), False),
        (mention("Strandholt Terminals", "organisation"), True),
        (mention("Times", "outlet"), False),
        (mention("Army", "government"), False),
        (mention("French Army", "government"), True),
        (mention("Army", "government", affiliation="France"), True),
        (mention("Ukrainian media", "collective", "collective"), False),
        (mention(None, "document", "role-only"), False),
        (mention(None, "person", "role-only", role="spokesman", affiliation="Strandholt Terminals"), True),
        (mention(None, "person", "role-only", role="spokesman", affiliation="Defence Ministry"), False),
        (mention(None, "person", "role-only", role="spokesman"), False),
        (mention(None, "person", "unnamed", role="spokesman", affiliation="Kremlin"), False),
        (mention(None, "person", "role-only", role="official", affiliation="Kremlin"), False),
    ],
)
def test_what_can_be_known_across_articles(found: Any, reaches: bool) -> None:
    assert (signature(found, article=HERE).scope is None) is reaches


def test_an_author_without_a_name_is_the_outlet() -> None:
    found = signature(mention(None, "author"), article=article(outlet="Kestrel Daily"))
    assert (found.name, found.kind, found.scope) == ("Kestrel Daily", "outlet", None)
    assert signature(mention(None, "author"), article=HERE).scope == HERE.id


def test_an_author_belongs_to_the_outlet() -> None:
    found = signature(mention("Nell Harker", "author"), article=article(outlet="Radio Ansel"))
    assert (found.name, found.affiliation, found.scope) == ("Nell Harker", "Radio Ansel", None)


def test_the_short_name_of_the_article_s_outlet() -> None:
    here = article(outlet="The Sarnow Courier")
    assert signature(mention("Courier", "outlet"), article=here).name == "The Sarnow Courier"


def test_a_ministry_has_the_country_that_the_article_speaks_of() -> None:
    text = "France closed its border. The Defence Ministry said so. France is calm. French towns too."
    found = in_text(text, "Defence Ministry", name="Defence Ministry", kind="government")
    assert (found.country, found.scope) == ("France", None)


@pytest.mark.parametrize(("text", "country"), [("Moscow spoke of Russia.", "Russia"), ("Moscow slept.", None)])
def test_a_capital_stands_for_a_country_that_the_article_names(text: str, country: str | None) -> None:
    assert in_text(text, "Moscow", name="Moscow", kind="government").country == country


def test_an_office_of_one_holder_is_known_for_a_year() -> None:
    text = "The French president and a French president spoke."
    told = {"kind": "person", "anonymity": "role-only", "role": "president", "affiliation": "France"}
    assert in_text(text, "The French president", **told).scope == "2025"
    assert in_text(text, "a French president", **told).scope not in (None, "2025")
    assert in_text(text, "The French president", published=None, **told).scope not in (None, "2025")


def test_unnamed_ones_of_one_article_are_told_apart_by_their_words() -> None:
    text = "A resident wept. The resident slept. Another resident ran. A resident sang. Guards came. Survivors left."
    told = {"kind": "person", "anonymity": "unnamed", "role": "resident"}
    first, again, other = (in_text(text, words, **told) for words in ("A resident", "The resident", "Another resident"))
    second = in_text(text, "A resident", last=True, **told)
    assert first.id == again.id
    assert len({first.id, other.id, second.id}) == 3
    crowd = {"kind": "collective", "anonymity": "collective"}
    assert in_text(text, "Guards", **crowd).id != in_text(text, "Survivors", **crowd).id


def test_pronouns_that_nobody_was_found_for_are_several() -> None:
    text = "He left, he said."
    assert in_text(text, "He", kind="person").id != in_text(text, "he", kind="person").id


def test_short_names_that_the_article_explains() -> None:
    text = "The Main Directorate of Tides (HUT) said so."
    found = in_text(text, "Main Directorate of Tides", name="Main Directorate of Tides", kind="government")
    assert found.also == ("HUT",)


def test_the_id_is_made_from_all_fields() -> None:
    assert person("Anna Feld").id == person("Anna Feld").id
    assert len({person("Anna Feld").id, person("Anna Feld", "minister").id, named("Anna Feld", "outlet").id}) == 3


@pytest.mark.parametrize(
    ("found", "label"),
    [
        (mention("Anna Feld"), "Anna Feld"),
        (mention(None, "person", "role-only", role="Spokesman", affiliation="Kremlin"), "spokesman, Kremlin"),
        (mention(None, "document", "role-only"), "document"),
    ],
)
def test_label(found: Any, label: str) -> None:
    assert signature(found, article=HERE).label == label


def test_what_is_taken_out_is_of_its_place_alone() -> None:
    here = article("Anna Feld said so. Anna Feld laughed.")
    first, second = (mention("Anna Feld", span=span) for span in ((0, 9), (19, 28)))
    one, other = alone(first, article=here), alone(second, article=here)
    assert len({one.id, other.id, signature(first, article=here).id}) == 3
    assert (one.alone, one.label, one.article) == (True, "Anna Feld", here.id)
    assert signature(first, article=here).id == signature(second, article=here).id
