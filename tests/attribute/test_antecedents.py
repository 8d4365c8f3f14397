from __future__ import annotations

import pytest

from tests.attribute.told import article
from twosource.attribute.antecedents import Antecedents
from twosource.attribute.cast import Cast
from twosource.language.facts import Facts
from twosource.language.givennames import Pronoun

TEXT = "A sailor was afraid. Ida Wren said it leaked. Anton Tal said it was old. “It is,” he explained."


@pytest.mark.parametrize(
    ("spoken", "since", "pronoun", "expected"),
    [
        (["Ida Wren", "Anton Tal"], "A sailor", "he", "Anton Tal"),
        (["Ida Wren", "Anton Tal"], "it was old", "he", None),
        (["Ida Wren", "Anton Tal"], "A sailor", "she", None),
        (["Ida Wren"], "A sailor", "she", "Ida Wren"),
        ([], "A sailor", "he", None),
    ],
)
def test_who_spoke_since(spoken: list[str], since: str, pronoun: Pronoun, expected: str | None) -> None:
    facts = Facts(article(TEXT))
    cast = Cast(facts)
    antecedents = Antecedents(facts, cast)
    for name in spoken:
        antecedents.add(TEXT.index(name), cast.person(name))
    found = antecedents.spoke_since(TEXT.index(since), TEXT.index("he explained"), pronoun)
    assert (found and found.name) == expected
