from __future__ import annotations

import pytest

from tests.attribute.told import article
from twosource.attribute.bodies import Bodies
from twosource.language.facts import Facts


def bodies(text: str) -> Bodies:
    return Bodies(Facts(article(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The broadcaster Harbour One showed it.", {"Harbour One": "outlet"}),
        ("The news agency Veldra Wire reported it.", {"Veldra Wire": "agency"}),
        ("She met Ida Wren in Orrin.", {}),
    ],
)
def test_the_noun_before_a_name_tells_its_kind(text: str, told: dict[str, str]) -> None:
    assert bodies(text).told == told


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("The Orrin Dam Authority (ODA) met. The ODA left.", {"ODA": "Orrin Dam Authority"}),
        ("The Orrin Dam Authority (which is small) met.", {}),
        ("The Orrin Dam Authority (EU) met.", {}),
    ],
)
def test_initials_in_brackets(text: str, full: dict[str, str]) -> None:
    assert bodies(text).full == full


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Strandholt Shipping Company sank. The company said", "company", "Strandholt Shipping Company"),
        ("The Corvian Interior Ministry met. The ministry said", "ministry", "Corvian Interior Ministry"),
        ("The Corvian Interior Ministry met the Corvian Defence Ministry. The ministry said", "ministry", None),
        ("Rain fell. The company said", "company", None),
    ],
)
def test_the_body_that_a_description_means(text: str, head: str, name: str | None) -> None:
    found = bodies(text).described(head, (), text.rindex("The "))
    assert (found[0] if found else None) == name


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        ("The Orrin Observatory for Rights said so.", "Observatory", "Orrin Observatory for Rights"),
        ("The Orrin Observatory and the Tal Observatory met.", "Observatory", "Observatory"),
        ("The New Orrin Times wrote.", "Times", "New Orrin Times"),
        ("Strand Air Lines flew.", "Strand", "Strand Air Lines"),
        ("The Orrin Police Department came.", "Orrin police", "Orrin Police Department"),
        ("United Twitter users met at Times Square.", "United", "United"),
        ("The Times Square crowd left.", "Times", "Times"),
        ("France Telecom sold it.", "France", "France"),
    ],
)
def test_the_longer_name_of_a_body(text: str, short: str, whole: str) -> None:
    assert bodies(text).whole(short) == whole


@pytest.mark.parametrize(
    ("text", "monitor"),
    [
        ("A monitor said. The Orrin Observatory for Rights said.", "Orrin Observatory for Rights"),
        ("The Orrin Observatory and the Tal Observatory said.", None),
        ("Nobody said.", None),
    ],
)
def test_the_body_that_watches(text: str, monitor: str | None) -> None:
    assert bodies(text).monitor == monitor
