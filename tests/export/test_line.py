from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.export.line import line


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters()) | st.integers() | st.none()))
def test_a_record_is_one_harmless_line_and_comes_back(record: dict[str, object]) -> None:
    written = line(record)
    stored = written.encode("utf-8", "backslashreplace").decode("utf-8")
    assert json.loads(written) == json.loads(stored) == record
    assert stored.splitlines(keepends=True) == [written.encode("utf-8", "backslashreplace").decode("utf-8")]
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in stored[:-1])


def test_what_is_readable_stays_readable() -> None:
    assert line({"name": "“Jiří”", "n": 1.5}) == '{"name": "“Jiří”", "n": 1.5}\n'


def test_what_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        line({"score": float("nan")})
