from __future__ import annotations

import pytest

from twosource.resolve.body import body, initials, is_generic, labels, spells


@pytest.mark.parametrize(
    ("names"),
    [
        ("Ministry of Defence", "Defence Ministry", "Defense Ministry", "the Ministry of Defense"),
        ("Russian Defence Ministry", "Russia's Ministry of Defense", "Russia’s defence ministry"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("US Pacific Command", "U.S. Pacific Command", "American Pacific Command"),
        ("UN Security Council", "United Nations Security Council", "U.N. Security Council"),
        ("Corvian Observatory for Human Rights", "Corvian Observatory Human Rights"),
        ("Strandholt", "Strandholt Corp.", "Strandholt Ltd"),
        ("Japan", "Japanese government", "Government of Japan", "Japan’s government", "Tokyo"),
        ("Labour Organisation of Orrin", "Labor Organization of Orrin"),
    ],
)
def test_one_body(names: tuple[str, ...]) -> None:
    assert len({(body(name).words, body(name).country) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian Defence Ministry", "Ukrainian Defence Ministry"),
        ("University of Orrin", "Orrin University Orrin"),
        ("Kremlin", "Russia"),
        ("White House", "United States"),
        ("Interior Ministry", "Foreign Ministry"),
        ("Bank of Orrin", "Orrin Bank"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert (body(one).words, body(one).country) != (body(other).words, body(other).country)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("World Health Organization", "WHO"),
        ("Ministry of Defence", "MOD"),
        ("Defence Ministry", "MOD"),
        ("Department of Justice", "DOJ"),
        ("Agence Halyard-Presse", "AHP"),
        ("Syrian Observatory for Human Rights", "SOHR"),
        ("UN Security Council", "UNSC"),
        ("Press Trust of India", "PTI"),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert short in initials(body(name))


@pytest.mark.parametrize(
    ("short", "long", "spelled"),
    [
        ("TfL", "Transport for London", True),
        ("TFL", "Transport for London", False),
        ("AOOS", "Academy of Orrin Science", False),
        ("AOS", "Academy of Orrin Science", True),
        ("CDC", "Centers for Disease Control and Prevention", True),
        ("CDC", "Corvia District Court", False),
        ("MSF", "Doctors Without Borders", True),
    ],
)
def test_spells(short: str, long: str, spelled: bool) -> None:
    assert spells(body(short), body(long)) is spelled


def test_an_acronym_or_address_has_no_initials() -> None:
    assert not initials(body("WHO"))
    assert not initials(body("www.sarnow.example"))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("BBC", "www.bbc.com"),
        ("BBC", "https://bbc.co.uk"),
        ("CNN", "edition.cnn.com"),
        ("The Sarnow Courier", "sarnowcourier.example"),
        ("New Orrin Times", "www.notimes.example"),
        ("The Sun", "www.thesun.co.uk"),
        ("Orrin Street Journal", "osj.example"),
    ],
)
def test_address(name: str, address: str) -> None:
    assert labels(body(name)) & labels(body(address))


def test_another_address() -> None:
    assert not labels(body("Kestrel Daily")) & labels(body("daily.example"))


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("Defence Ministry", True),
        ("the Army", True),
        ("Supreme Court", True),
        ("Ministry", True),
        ("Times", True),
        ("Labour Party", True),
        ("Chamber of Commerce", True),
        ("Port Authority", True),
        ("Russian Defence Ministry", False),
        ("Pentagon", False),
        ("Kremlin", False),
        ("White House", False),
        ("The Times", False),
        ("The Guardian", False),
        ("United Nations", False),
        ("Human Rights Watch", False),
        ("Strandholt Terminals", False),
        ("WHO", False),
    ],
)
def test_generic(name: str, generic: bool) -> None:
    assert is_generic(name) is generic
