"""A ledger handed on in pieces, against what the command line writes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.upkeep.made import STORY, fill
from twosource.export import records
from twosource.ledger import Ledger
from twosource.room import exporting
from twosource.room.exporting import KINDS, Form, exported


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("export") / "ferry.db") as ledger:
        fill(ledger, STORY)
        yield ledger


@pytest.mark.parametrize("block", [1, 5000, 10**9])
@pytest.mark.parametrize("form", KINDS)
def test_the_pieces_together_are_the_file(
    ferry: Ledger, monkeypatch: pytest.MonkeyPatch, form: Form, block: int
) -> None:
    monkeypatch.setattr(exporting, "BLOCK", block)
    kind = KINDS[form]
    with ferry.view() as view:
        whole = "".join(getattr(import_module(f"twosource.export.{kind.module}"), kind.function)(view))
    pieces = list(exported(ferry, form))
    assert b"".join(pieces).decode("utf-8") == whole
    # A piece is full with the line that fills it.
    longest = max(map(len, whole.splitlines(keepends=True)), default=0)
    assert all(len(one.decode()) < block + longest for one in pieces)


def test_it_is_made_as_it_is_taken(ferry: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "BLOCK", 1)
    taken: list[int] = []
    write = records.lines

    def counted(view: object) -> Iterator[str]:
        for line in write(view):  # type: ignore[arg-type]
            taken.append(len(line))
            yield line

    monkeypatch.setattr(records, "lines", counted)
    pieces = exported(ferry, "jsonl")
    next(pieces)
    assert len(taken) == 1
    pieces.close()
    assert len(taken) == 1


def test_half_a_character_is_written_as_its_escape(tmp_path: Path) -> None:
    from tests.web.made import article

    with Ledger.open(tmp_path / "half.db") as ledger:
        with ledger.write() as writer:
            writer.add(article("Half \ud83d of it\n\nNothing.", outlet="Hill Post", published="2025-03-04"), [])
        assert b"Half \\ud83d of it" in b"".join(exported(ledger, "jsonl"))
