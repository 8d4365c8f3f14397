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
    ],
)  # fmt: skip
def test_who_is_described(text: str, told: list[Told], name: str | None) -> None:
    assert names(attributions(text, *told)[-1])[-1] == name
