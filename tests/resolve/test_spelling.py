from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.resolve.spelling import bones, fold, loosened, one_letter_off, romanised

WORDS = st.text(alphabet="abcdeghiklmnoqrstuyzáüł", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Łódź", "lodz"), ("O’Tarn", "otarn"), ("Müller", "muller"), ("ĐORĐE", "dorde"), ("Weiß", "weiss")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Zelensky", "Zelenskiy"),
        ("Zelenskyi", "Zelenskij"),
        ("Lukashenko", "Lukashenka"),
        ("Gaddafi", "Qaddafi"),
        ("Gadhafi", "Gaddafi"),
        ("Kadafi", "Qadhafi"),
        ("Sergey", "Sergei"),
        ("Yevgeniy", "Evgeny"),
        ("Nikolay", "Nikolai"),
        ("Zakharova", "Zaharova"),
        ("Müller", "Mueller"),
        ("Alexandr", "Aleksandr"),
    ],
)
def test_transliterations_share_a_form(one: str, other: str) -> None:
    assert romanised(one) & romanised(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Smith", "Smyth"), ("Miller", "Muller"), ("Kim", "Kam"), ("Lee", "Li"), ("Gates", "Kates")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not romanised(one) & romanised(other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Mohammed", "Muhammad", True),
        ("Hussein", "Hossain", True),
        ("Moallem", "Muallem", True),
        ("Houthi", "Huthi", True),
        ("Kadafi", "Gaddafi", True),
        ("Maria", "Marie", False),
        ("Dan", "Den", False),
        ("Martin", "Merton", False),
    ],
)
def test_vowels_may_vary_in_long_names(one: str, other: str, alike: bool) -> None:
    assert bool(loosened(one) & loosened(other)) is alike


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [("torrel", "torel", True), ("torrel", "torrek", True), ("tarn", "tarm", False), ("torrel", "tarrek", False)],
)
def test_one_letter_off(one: str, other: str, off: bool) -> None:
    assert one_letter_off(one, other) is off
    assert one_letter_off(other, one) is off


@given(WORDS, WORDS)
def test_what_is_spelled_alike_has_bones_in_common(one: str, other: str) -> None:
    if romanised(one) & romanised(other) or loosened(one) & loosened(other):
        assert bones(one) & bones(other)
