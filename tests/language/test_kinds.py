from __future__ import annotations

import pytest

from twosource.language.kinds import ends_with_office, is_personal, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Reuters", "agency"),
        ("Veldra News Agency", "agency"),
        ("Orrin Times", "outlet"),
        ("Voice of Orrin", "outlet"),
        ("France", "government"),
        ("Corvian Defence Ministry", "government"),
        ("Corvian defence ministry", "government"),
        ("Ministry of Defence", "government"),
        ("Court of Appeals", "government"),
        ("National Storm Center", "government"),
        ("Storm Center", "organisation"),
        ("Free Corvian Army", "organisation"),
        ("Corvian Army", "government"),
        ("United Nations", "organisation"),
        ("UN Security Council", "organisation"),
        ("Hezbollah", "organisation"),
        ("Jaish al-Orrin", "organisation"),
        ("Anna Feld", "person"),
        ("Anna B. Hill", "person"),
        ("Park Ye-jun", "person"),
        ("Bill Feld", "person"),
        ("Health Minister", "organisation"),
        ("Orrin Bridge", "organisation"),
        ("Feld/Reuters", "organisation"),
        ("Orrin FC", "organisation"),
        ("Anna Feld QC", "person"),
    ],
)
def test_what_bears_a_name(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_a_title_tells_a_person() -> None:
    assert kind_of("Harbour", "President") == "person"


@pytest.mark.parametrize(("name", "personal"), [("Ivo Tarn", True), ("Corvian", True), ("3 Doors", False), ("", False)])
def test_the_form_of_a_person(name: str, personal: bool) -> None:
    assert is_personal(name) is personal


def test_offices_end_no_name() -> None:
    assert ends_with_office("Foreign Minister")
    assert not ends_with_office("Minister")
