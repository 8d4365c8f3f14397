"""What an article declares of whose text it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.origins.made import article
from twosource.origins import lineage

TEXT = "Ferry hits pier\n\nA ferry struck the north pier at dawn."


@pytest.mark.parametrize(
    ("text", "fields", "wire", "beside"),
    [
        (TEXT, {}, None, set()),
        (TEXT, {"credits": ("Halm",)}, "halm", set()),
        (TEXT, {"credits": ("AP",)}, "Associated Press", set()),
        (TEXT, {"authors": ("Reuters",)}, "Reuters", set()),
        (TEXT, {"credits": ("Reuters",), "authors": ("Jo Lind",)}, None, {"Reuters"}),
        (TEXT, {"credits": ("Reuters", "AFP")}, None, {"Reuters", "AFP"}),
        (TEXT, {"outlet": "Reuters", "credits": ("Reuters",), "authors": ("Jo Lind",)}, None, set()),
        (TEXT.replace("A ferry", "ELIN, March 4 (Reuters) - A ferry"), {"authors": ("Jo Lind",)}, "Reuters", set()),
        (TEXT.replace("A ferry", "ELIN (Halm) — A ferry"), {}, "halm", set()),
        (TEXT.replace("A ferry", "(AFP) - A ferry"), {}, "AFP", set()),
        (TEXT.replace("A ferry", "A ferry (built 1988) - the Elin - "), {}, None, set()),
        (TEXT.replace("A ferry", "The ferry (Elin II) - she was built in 1988 -"), {}, None, set()),
        (TEXT, {"url": "https://daily.example/wires/reuters/article-1/Ferry.html"}, "Reuters", set()),
        (TEXT, {"url": "https://daily.example/aponline/2025/03/04/ferry.html"}, "Associated Press", set()),
        (TEXT, {"url": "https://daily.example/wires/ferry/article-1"}, None, set()),
        (f"{TEXT}\n\nCopyright 2025 The Associated Press. All rights reserved.", {}, "Associated Press", set()),
        (f"{TEXT}\n\nCopyright 2025 Hill Post.", {}, None, set()),
        (f"{TEXT}\n\nReuters contributed to this report.", {"authors": ("Jo Lind",)}, None, {"Reuters"}),
    ],
)
def test_lineage(text: str, fields: dict[str, Any], wire: str | None, beside: set[str]) -> None:
    found = lineage(article(text, **fields))
    assert (found.wire, found.beside) == (wire, beside)
    assert bool(found.why) == bool(found.wire)


def test_agencies_without_a_name_are_no_agency() -> None:
    found = lineage(article(TEXT, credits=("agencies",)))
    assert found.unsaid
    assert (found.wire, found.beside) == (None, frozenset())


def test_the_root_is_the_wire_else_the_outlet() -> None:
    assert lineage(article(TEXT)).root == "hill post"
    assert lineage(article(TEXT, credits=("Halm",))).root == "halm"
    assert lineage(article(TEXT, outlet=None, url="https://bay.example/1")).root == "bay.example"
