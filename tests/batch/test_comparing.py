"""Pairs are compared once: what is there is not compared again, and what was begun is not there."""

from __future__ import annotations

from pathlib import Path

from tests.batch import made
from tests.upkeep.made import STORY, TOLL_CORRECTED, UNDATED, UNION, WIRE, WordReader
from twosource.batch import engine
from twosource.batch.comparing import Lately
from twosource.batch.grouping import Grouping
from twosource.batch.job import Job
from twosource.batch.stage import Stage
from twosource.model.pairs import Reading


class Counting(WordReader):
    """Counts what it is asked to read."""

    asked = 0

    def read(self, pairs: object) -> list[Reading]:
        Counting.asked += len(pairs)  # type: ignore[arg-type]
        return super().read(pairs)  # type: ignore[arg-type]


def compared(pieces: object, folder: Path, name: str) -> int:
    """How many pairs of statements were read to group ``pieces`` with the cells in ``folder``."""
    engine.start(Job(sources=(), out=str(folder)))
    Counting.asked = 0
    stage = Stage(folder=str(folder / name / "stages"), workers=0)
    grouping = Grouping(stage, cells=str(folder / "cells"), reader=Counting)
    grouping.run(made.written(pieces, folder / name), str(folder / name / "tables"))  # type: ignore[arg-type]
    return Counting.asked


def test_what_was_compared_is_not_compared_again(tmp_path: Path) -> None:
    few = [WIRE, UNION, UNDATED]
    first = compared(few, tmp_path, "few")
    assert first > 0
    assert compared(few, tmp_path, "again") == 0
    both = compared([*few, TOLL_CORRECTED], tmp_path, "more")
    alone = compared([*few, TOLL_CORRECTED], tmp_path / "fresh", "more")
    assert 0 < both < alone
    assert made.read(tmp_path / "more" / "tables") == made.read(tmp_path / "fresh" / "more" / "tables")


def test_what_is_no_longer_wanted_is_left_out(tmp_path: Path) -> None:
    compared(STORY, tmp_path, "story")
    assert compared([WIRE, UNION], tmp_path, "less") == 0
    compared([WIRE, UNION], tmp_path / "fresh", "less")
    assert made.read(tmp_path / "less" / "tables") == made.read(tmp_path / "fresh" / "less" / "tables")


def test_a_cell_without_its_manifest_is_compared_again(tmp_path: Path) -> None:
    first = compared(STORY, tmp_path, "first")
    (manifest,) = (tmp_path / "cells").glob("*/manifest.json")
    manifest.unlink()
    assert compared(STORY, tmp_path, "second") == first
    assert made.read(tmp_path / "first" / "tables") == made.read(tmp_path / "second" / "tables")


def test_what_was_asked_for_last_is_remembered() -> None:
    asked: list[str] = []

    def make(key: str) -> str:
        asked.append(key)
        return key.upper()

    known: Lately[str, str] = Lately(2)
    assert [known.get_or(key, make) for key in "abacab"] == list("ABACAB")
    assert asked == ["a", "b", "c", "b"]
