from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions, names


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("Corvia and Feldmark said it leaked.", [("Corvia and Feldmark", "said", "it leaked")], "Corvia and Feldmark"),
        ("Anna Feld and Otto Pike came. Pike and Feld said it leaked.",
         [("Pike and Feld", "said", "it leaked")], "Otto Pike and Anna Feld"),
        ("Anna Feld met Otto Pike. The two said it leaked.", [("The two", "said", "it leaked")],
         "Anna Feld and Otto Pike"),
        ("Anna Feld met Otto Pike. The two men said it leaked.", [("The two men", "said", "it leaked")], None),
        ("Anna Feld, Ida Wren and Otto Pike met. The two said it leaked.", [("The two", "said", "it leaked")], None),
    ],
)  # fmt: skip
def test_several_who_speak_together(text: str, told: list[Told], name: str | None) -> None:
    found = names(attributions(text, *told)[-1])[-1]
    assert found == name
