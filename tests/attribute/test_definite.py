from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions, names


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("Nurse Ida Wren, 34, came. The 34-year-old said it leaked.",
         [("The 34-year-old", "said", "it leaked")], "Ida Wren"),
        ("Ida Wren, 34, met Otto Pike, 34. The 34-year-old said it leaked.",
         [("The 34-year-old", "said", "it leaked")], None),
        ("Otto Pike, a professor of law, came. The professor said it leaked.",
         [("The professor", "said", "it leaked")], "Otto Pike"),
        ("Otto Pike, a professor of law, came. Another professor said it leaked.",
         [("Another professor", "said", "it leaked")], None),
        ("Otto Pike, a professor, and Ida Wren, a professor, came. The professor said it leaked.",
         [("The professor", "said", "it leaked")], None),
        ("TV Orrin reported a leak. The second broadcaster said it was old.",
         [("TV Orrin", "reported", "a leak"), ("The second broadcaster", "said", "it was old")], None),
        ("Otto Pike opened the sluice. The actor said it leaked.",
         [("The actor", "said", "it leaked")], "Otto Pike"),
        ("Otto Pike met Ida Wren. The actor said it leaked.",
         [("The actor", "said", "it leaked")], None),
        ("Otto Pike met Ida Wren. The actress said it leaked.",
         [("The actress", "said", "it leaked")], "Ida Wren"),
        ("Strand Lines said it rained. The company said it leaked.",
         [("Strand Lines", "said", "it rained"), ("The company", "said", "it leaked")], "Strand Lines"),
        ("Corvian police came. Police said it leaked.",
         [("Police", "said", "it leaked")], "Corvian police"),
        ("A monitoring group said it leaked. The Orrin Observatory for Rights was there.",
         [("A monitoring group", "said", "it leaked")], "Orrin Observatory for Rights"),
    ],
)  # fmt: skip
def test_who_is_described(text: str, told: list[Told], name: str | None) -> None:
    assert names(attributions(text, *told)[-1])[-1] == name


def test_a_union_is_no_company() -> None:
    text = "The Union of Dam Workers said it leaked. Strandholt Terminals denied it. The company said it was dry."
    found = attributions(
        text,
        ("The Union of Dam Workers", "said", "it leaked"),
        ("Strandholt Terminals", "denied", "it"),
        ("The company", "said", "it was dry"),
    )
    assert names(found[-1]) == ["Strandholt Terminals"]
    only = attributions(text, ("The Union of Dam Workers", "said", "it leaked"), ("The company", "said", "it was dry"))
    assert names(only[-1]) != ["Union of Dam Workers"]


def test_an_operator_of_a_crane_is_no_company() -> None:
    text = "Otto Reke left. Crane operator Dano Pell recalled a smell. He said it was hot."
    found = attributions(text, ("Crane operator Dano Pell", "recalled", "a smell"), ("He", "said", "it was hot"))
    assert [(one.chain[0].name, one.chain[0].kind) for one in found] == [("Dano Pell", "person")] * 2
