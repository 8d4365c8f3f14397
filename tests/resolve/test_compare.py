from __future__ import annotations

import pytest
from hypothesis import given

from tests.resolve.given import article, in_text, mention, named, person, signatures
from twosource.resolve import Signature, compare, signature


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("Anna Feld"), person("Anna Feld", "mayor", "Orrin"), "same name"),
        (person("Dr. Anna Feld"), person("Anna M. Feld"), "same first and family name"),
        (person("Oleksandr Tarnskyy"), person("Oleksandr Tarnsky"), "spellings of one name"),
        (person("Oleksandr Tarnskyi"), person("Alexander Tarnskiy"), "forms of one first name"),
        (person("Kim Jae-in"), person("Kim Jae In"), "same name"),
        (person("Bill Feld"), person("William Feld"), "forms of one first name"),
        (person("Ana Tarn"), person("Ana Tarn Vesk"), "begins the other"),
        (
            person("J. Torrel", "minister", "Orrin Party"),
            person("Jana Torrel", "minister", "Orrin Party"),
            "same surname and initial: J. Torrel, Jana Torrel",
        ),
        (person("Mohammed Talib", "president"), person("Muhammad Talib", "president"), "alike but for vowels"),
        (
            person("Feld", "general", "French Army"),
            person("Anna Feld", "general", "Army of France"),
            "same surname and office",
        ),
        (named("Ministry of Defence of Russia", "government"), named("Russian Defence Ministry", "government"), "same"),
        (
            in_text("Moscow spoke of Russia.", "Moscow", name="Moscow", kind="government"),
            named("Russia", "government"),
            "seat of the government",
        ),
        (named("MoD", "government", affiliation="Russia"), named("Russian Ministry of Defence", "government"), "short"),
        (named("Russian government", "government"), named("Russia", "government"), "the government of Russia"),
        (named("WHO", "organisation"), named("World Health Organization", "organisation"), "is short for it"),
        (named("RAIC", "organisation"), named("Rail Accident Inquiry Chamber", "organisation"), "is short for it"),
        (named("AHP", "agency"), named("Agence Halyard-Presse", "agency"), "is short for it"),
        (named("HP", "agency"), named("Halyard Press", "agency"), "is short for it"),
        (named("BBC", "outlet"), named("www.bbc.com", "outlet"), "address"),
        (named("The Sarnow Courier", "outlet"), named("Sarnow Courier", "outlet"), "the same body"),
        (named("Halyard", "agency"), named("Halyard News Agency", "agency"), "but for what it is"),
        (named("VBN", "outlet"), named("VBN News", "outlet"), "but for what it is"),
        (named("Strandholt", "organisation"), named("Strandholt Corp.", "organisation"), "the same body"),
        (
            named("U.S. State Department", "government"),
            named("Department of State", "government", affiliation="United States"),
            "the same body",
        ),
    ],
)
def test_joined(one: Signature, other: Signature, why: str) -> None:
    found = compare(one, other)
    assert found.joined, found
    assert why in found.reasons[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("J. Torrel"), person("Jana Torrel")),
        (person("J. Torrel", "minister"), person("Jana Torrel", "minister")),
        (person("Mohammed Talib"), person("Muhammad Talib")),
        (person("Anna Torrel"), person("Anna Torrek")),
        (person("Anna Feld", "minister", "Orrin Party"), person("Anna Feld", "director", "Tarn Mills")),
        (person("Juan Carlos"), person("Juan Carlos Tarn")),
        (person("Tomas Reke"), person("Tomas Reke Jr.")),
        (person("Feld"), person("Anna Feld")),
        (named("San Jose", "government"), named("Costa Rica", "government")),
        (named("HP", "organisation"), named("Halyard Party", "organisation")),
        (named("VWB", "organisation"), named("Veldrian Water Board", "organisation")),
        (named("VWB", "outlet"), named("Vale Wine Bureau", "organisation")),
        (named("Security Council", "government"), named("UN Security Council", "organisation")),
        (named("Orrin Water", "organisation"), named("Orrin Water Board", "organisation")),
    ],
)
def test_unsure(one: Signature, other: Signature) -> None:
    found = compare(one, other)
    assert found.unsure, found
    assert not found.joined
    assert not found.conflict


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("John Smith"), person("Jane Smith"), "other first name"),
        (person("Ivo W. Tarn"), person("Ivo H. W. Tarn"), "other first name"),
        (person("Anna Feld"), person("Ivo Tarn"), "other name"),
        (
            person("Anna Feld", "coach", "Orrin College"),
            person("Anna Feld", "historian", "Tarn Mills"),
            "walks of life",
        ),
        (person("Strandholt Terminals"), named("Strandholt Terminals", "organisation"), "a person and a body"),
        (
            named("Russian Foreign Ministry", "government"),
            named("French Foreign Ministry", "government"),
            "two countries",
        ),
        (named("World Health Organization", "organisation"), named("Water Harm Office", "organisation"), "other name"),
        (named("VWB", "organisation"), named("WHO", "organisation"), "other acronym"),
    ],
)
def test_conflict(one: Signature, other: Signature, why: str) -> None:
    found = compare(one, other)
    assert found.conflict
    assert found.score == 0
    assert why in found.reasons[0]


def test_an_acronym_that_the_other_article_explains() -> None:
    text = "The Main Directorate of Tides (HUT) said so."
    long = in_text(text, "Main Directorate of Tides", name="Main Directorate of Tides", kind="government")
    assert compare(named("HUT", "government"), long).reasons == ("an article calls Main Directorate of Tides HUT",)
    assert not compare(named("HUT", "government"), named("Main Directorate of Tides", "government")).joined


def test_every_country_has_an_mod() -> None:
    assert not compare(named("MoD", "government"), named("Russian Ministry of Defence", "government")).joined


def test_what_means_somebody_within_an_article_is_not_joined_across() -> None:
    here, there = article("One."), article("Two.")
    for one in (
        mention("Feld"),
        mention("Times", "outlet"),
        mention(None, "person", "role-only", role="minister", affiliation="Army"),
        mention("Corvian media", "collective", "collective"),
    ):
        assert not compare(signature(one, article=here), signature(one, article=there)).joined


def test_a_spokesman_of_a_body_is_its_voice_in_every_article() -> None:
    told = {"kind": "person", "anonymity": "role-only", "affiliation": "Strandholt Terminals"}
    here = signature(mention(role="spokesman", **told), article=article("One."))
    there = signature(mention(role="spokesman", **told), article=article("Two."))
    woman = signature(mention(role="spokeswoman", **told), article=article("Two."))
    anybody = signature(mention(role="spokesperson", **told), article=article("Two."))
    assert here.id == there.id
    assert compare(here, woman).conflict
    assert compare(here, anybody).unsure


def test_who_holds_an_office_is_for_a_person_to_say() -> None:
    told = {"role": "spokesman", "affiliation": "Strandholt Terminals"}
    office = signature(mention(anonymity="role-only", **told), article=article())
    assert compare(office, person("Ivo Tarn", **told)).unsure


def test_a_ministry_is_one_in_the_reports_of_one_story() -> None:
    event = "At Port Orrin, Ana Tarn met Tal Vesk. The Interior Ministry"
    told = {"name": "Interior Ministry", "kind": "government"}
    one = in_text(f"{event} wept.", "Interior Ministry", **told)
    two = in_text(f"{event} slept.", "Interior Ministry", **told)
    elsewhere = in_text("At Feld Mill, Ivo Reke met Tal Vesk. The Interior Ministry ran.", "Interior Ministry", **told)
    abroad = in_text(f"{event} in Tarsk slept.", "Interior Ministry", **told)
    assert compare(one, two).joined
    assert compare(one, elsewhere).unsure
    assert compare(one, abroad).unsure


@given(signatures(), signatures())
def test_symmetric(one: Signature, other: Signature) -> None:
    assert compare(one, other) == compare(other, one)
    assert 0 <= compare(one, other).score <= 1
    assert compare(one, one).score == 1
