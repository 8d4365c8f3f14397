from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attribute.told import attributions
from twosource.attribute.acronyms import acronyms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The World Health Organization (WHO) met.", {"WHO": "World Health Organization"}),
        ("Corvia’s Main Directorate of Intelligence (HUR) met.", {"HUR": "Main Directorate of Intelligence"}),
        ("The State Bureau for Roads (SBR) met.", {"SBR": "State Bureau for Roads"}),
        ("The Department of Justice (DoJ) met.", {"DoJ": "Department of Justice"}),
        ("The SWB (State Water Board) met.", {"SWB": "State Water Board"}),
        ("The U.N. (United Nations) met.", {"UN": "United Nations"}),
        # the name of a person, a party's letter, a word in brackets: no acronym
        ("Anna Feld (R-Orrin) spoke.", {}),
        ("Anna Feld (OFP) spoke.", {}),
        ("The Harbour Board (Monday) met.", {}),
        # explained in two ways
        ("The Port Authority Union (PAU) met the Pilots Alliance Union (PAU).", {}),
    ],
)
def test_acronyms_that_a_text_explains(text: str, expected: dict[str, str]) -> None:
    assert acronyms(text) == expected


def test_a_source_gets_its_full_name() -> None:
    text = "The State Water Board (SWB) met. The SWB said it leaked."
    (found,) = attributions(text, ("The SWB", "said", "it leaked"))
    assert found.chain[-1].name == "State Water Board"


@given(st.text(alphabet="ABCdef (),.’“”-&", max_size=200))
def test_full_names_stand_in_the_text(text: str) -> None:
    assert all(full.split()[0] in text and full.split()[-1] in text for full in acronyms(text).values())
