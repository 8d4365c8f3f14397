"""What a file is, how many records it has, and where they begin."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from tests.batch import files
from twosource.batch import storage
from twosource.batch.pieces import Mark, Surveyed
from twosource.batch.survey import STEP, survey

KINDS = {"warc": "warc", "warc of members": "warc", "warc in one": "warc", "lines": "lines", "rows": "rows"}
KINDS["packed lines"] = "lines"


def surveyed(path: Path) -> Surveyed:
    entry = storage.about(str(path))
    assert entry
    return survey(entry)


@pytest.mark.parametrize("count", [1, STEP, STEP + 1, 3 * STEP])
@pytest.mark.parametrize("name", files.MADE)
def test_records_are_counted_and_the_bytes_digested(tmp_path: Path, name: str, count: int) -> None:
    path = files.MADE[name](tmp_path, count)
    found = surveyed(path)
    assert (found.kind, found.records, found.size) == (KINDS[name], count, path.stat().st_size)
    assert found.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert Surveyed.read(found.as_dict()) == found


@pytest.mark.parametrize("name", ["warc", "warc of members", "lines"])
def test_marks_are_where_records_begin(tmp_path: Path, name: str) -> None:
    path = files.MADE[name](tmp_path, 2 * STEP + 3)
    found = surveyed(path)
    assert [mark.number for mark in found.marks] == [0, STEP, 2 * STEP]
    begin = {"warc": b"WARC/1.0", "warc of members": b"\x1f\x8b", "lines": b"{"}[name]
    assert all(path.read_bytes()[mark.offset :].startswith(begin) for mark in found.marks)
    assert found.whence(STEP + 5) == found.marks[1]
    assert found.whence(0) == Mark(0, 0)


@pytest.mark.parametrize("name", ["warc in one", "packed lines", "rows"])
def test_what_is_packed_in_one_can_be_begun_at_the_front_alone(tmp_path: Path, name: str) -> None:
    found = surveyed(files.MADE[name](tmp_path, 2 * STEP))
    assert not [mark for mark in found.marks if mark.offset]
    assert found.whence(STEP + 5).offset == 0


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", files.page(1), "whole"),
        ("a.txt", b"A text.", "whole"),
        ("a.pdf", b"%PDF-1.4", "whole"),
        ("empty.jsonl", b"", "whole"),
        ("array.json", b'[{"text": "a"},\n{"text": "b"}]', "whole"),
        ("pretty.json", b'{\n "text": "a"\n}', "whole"),
        ("picture", b"\x89PNG\r\n", "whole"),
        ("torn.gz", gzip.compress(b"A text." * 100, mtime=0)[:-9], "whole"),
        ("no gzip.gz", b"\x1f\x8bnothing", "whole"),
        ("no table.parquet", b"PAR1 and no more", "rows"),
        ("one line.jsonl", b'{"text": "a"}', "lines"),
        ("torn.warc.gz", gzip.compress(files.record(1), mtime=0)[:-20], "warc"),
    ],
)
def test_kinds(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = surveyed(path)
    assert found.kind == kind
    assert found.digest == hashlib.sha256(data).hexdigest()


def test_damage_in_the_middle_leaves_the_digest_of_all(tmp_path: Path) -> None:
    path = files.warc_of_members(tmp_path, 20)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    path.write_bytes(data)
    found = surveyed(path)
    assert 0 < found.records < 20
    assert found.digest == hashlib.sha256(data).hexdigest()
