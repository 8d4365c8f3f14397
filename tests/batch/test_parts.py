"""A part is there when its manifest and all of its files are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.batch import files
from tests.batch.test_survey import surveyed
from twosource.batch import extraction, parts
from twosource.batch.isolation import Child
from twosource.batch.parts import Manifest
from twosource.batch.pieces import piece_of
from twosource.batch.versions import versions
from twosource.errors import TwosourceError


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Manifest]:
    path = files.lines(tmp_path, 4)
    with path.open("a") as stream:
        stream.write("{broken\n")
    file = surveyed(path)
    child = Child(program=("-m", "tests.batch.fragile"))
    folder = tmp_path / "parts" / "0123"
    manifest = extraction.part([piece_of(file, 0, 5)], child.ask, number=7, folder=str(folder), published="2031-10-17")
    child.close()
    return folder, manifest


def test_a_part_has_what_its_manifest_says(made: tuple[Path, Manifest]) -> None:
    folder, manifest = made
    assert parts.finished(str(folder)) == manifest
    assert (manifest.part, manifest.counts) == ("0123", {"articles": 4, "attributions": 8, "errors": 1})
    assert manifest.versions == versions()
    tables = {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in extraction.TABLES}
    assert [row["number"] for row in tables["articles"]] == [0, 1, 2, 3]
    assert {row["day"] for row in tables["articles"]} == {date(2031, 10, 17).toordinal()}
    assert [(row["kind"], row["partition"]) for row in tables["errors"]] == [("unreadable", 7)]
    assert len({row["reading"] for row in tables["articles"]}) == 4


@pytest.mark.parametrize("harm", ["no manifest", "torn manifest", "no file", "torn file", "other manifest"])
def test_what_is_not_whole_is_not_there(made: tuple[Path, Manifest], harm: str) -> None:
    folder, _ = made
    manifest, table = folder / "manifest.json", folder / "mentions.parquet"
    if harm == "no manifest":
        manifest.unlink()
    elif harm == "torn manifest":
        manifest.write_bytes(manifest.read_bytes()[:-20])
    elif harm == "other manifest":
        manifest.write_text('{"files": {}}')
    elif harm == "no file":
        table.unlink()
    else:
        table.write_bytes(table.read_bytes()[:-1])
    assert parts.finished(str(folder)) is None


def test_a_worker_of_other_versions_refuses() -> None:
    with pytest.raises(TwosourceError, match="other versions than the driver"):
        extraction.Extractor(published=None, expected={"twosource": "9"})
