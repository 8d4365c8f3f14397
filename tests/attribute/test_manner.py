from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions


@pytest.mark.parametrize(
    ("text", "told", "manner"),
    [
        ('"We are ready," Feld said.', ("Feld", "said", '"We are ready,"'), "direct"),
        ('"We are ready," Feld said. "Go home."', ("Feld", "said", '"We are ready," … "Go home."'), "direct"),
        ("Feld said the town was ready.", ("Feld", "said", "the town was ready"), "indirect"),
        ('Feld said the town was "ready."', ("Feld", "said", 'the town was "ready."'), "mixed"),
        ("‘We’re ready,’ Feld said.", ("Feld", "said", "‘We’re ready,’"), "direct"),
        ('"Tal says we are ready," Feld said.', ("Tal", "says", "we are ready"), "indirect"),
        ("The '90s were better, Feld said.", ("Feld", "said", "The '90s were better"), "indirect"),
    ],
)
def test_manner(text: str, told: Told, manner: str) -> None:
    assert attributions(text, told)[0].manner == manner
