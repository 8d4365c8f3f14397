"""A packed export is what was written, whole, or an error that says where it ends."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import TwosourceError
from twosource.export import saved

LINES = [json.dumps({"type": "keys", "space": "a", "item": str(n), "keys": ["é"]}) + "\n" for n in range(2000)]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "saved.gz"
    saved.write(LINES, path)
    assert path.stat().st_size < sum(map(len, LINES)) / 5
    with path.open("rb") as file:
        assert list(saved.read(file, name="saved.gz")) == LINES


def test_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    saved.write(LINES, one)
    saved.write(LINES, other)
    assert one.read_bytes() == other.read_bytes()


def test_a_line_that_could_not_be_imported_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TwosourceError, match=r"saved\.gz: line 2 of it could not be imported"):
        saved.write([LINES[0], '{"type": "nothing"}\n'], tmp_path / "saved.gz")


@given(st.lists(st.text(alphabet="abé \t", max_size=30).map("{}\n".format), max_size=20), st.booleans())
def test_packed_or_not_the_lines_are_the_same(lines: list[str], packed: bool) -> None:
    data = "".join(lines).encode()
    file = io.BytesIO(gzip.compress(data) if packed else data)
    assert list(saved.read(file, name="x")) == lines


WHOLE = gzip.compress("".join(LINES).encode())
DAMAGED = [
    ("torn", WHOLE[: len(WHOLE) // 2], "is damaged behind line "),
    ("garbled", WHOLE[:200] + bytes(50) + WHOLE[250:], "is damaged behind line "),
    ("no text", b"\xff\xfe\n", "line 1 is no UTF-8; this is no export"),
]


@pytest.mark.parametrize(("data", "said"), [case[1:] for case in DAMAGED], ids=[case[0] for case in DAMAGED])
def test_what_is_damaged_says_so(data: bytes, said: str) -> None:
    with pytest.raises(TwosourceError, match=f"^port.gz: {said}"):
        list(saved.read(io.BytesIO(data), name="port.gz"))
