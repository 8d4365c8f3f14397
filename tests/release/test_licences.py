"""Nothing that runs is under a licence of the GNU family, by its own metadata."""

from __future__ import annotations

from email.message import Message
from types import SimpleNamespace
from typing import Any

import pytest

from release.licences import EXTRAS, is_free, licences, needed


@pytest.mark.parametrize("extras", [(), EXTRAS], ids=["base", "extras"])
def test_what_runs_is_free_of_copyleft(extras: tuple[str, ...]) -> None:
    found = needed(extras=extras)
    assert {"numpy", "onnxruntime", "sqlalchemy", "trafilatura"} <= found.keys()
    assert ("fastapi" in found) == bool(extras)
    assert not {name: licences(one) for name, one in found.items() if not is_free(licences(one))}


def test_the_one_exception_is_an_extra_of_its_own() -> None:
    assert not is_free(licences(needed(extras=["postgres"])["psycopg"]))


@pytest.mark.parametrize(
    ("fields", "alternatives", "free"),
    [
        ([("License-Expression", "MIT")], ["MIT"], True),
        ([("License-Expression", "MPL-1.1 OR GPL-2.0-only")], ["MPL-1.1", "GPL-2.0-only"], True),
        ([("License-Expression", "MIT AND LGPL-3.0-or-later")], ["MIT AND LGPL-3.0-or-later"], False),
        ([("License", "AGPL-3.0")], ["AGPL-3.0"], False),
        ([("Classifier", "License :: OSI Approved :: BSD License")], ["BSD License"], True),
        (
            [("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"), ("License", "free")],
            ["GNU General Public License v3 (GPLv3)"],
            False,
        ),
        ([], [], False),
    ],
)
def test_how_a_licence_is_told(fields: list[tuple[str, str]], alternatives: list[str], free: bool) -> None:
    told = Message()
    for name, value in fields:
        told[name] = value
    known: Any = SimpleNamespace(metadata=told, files=None)
    assert licences(known) == alternatives
    assert is_free(licences(known)) is free
