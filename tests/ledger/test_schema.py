from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from twosource.ledger.schema import AnyText, comparable, digest, packed, stored


@given(st.text(st.characters()))
@example("\\")
@example("\\0041")
@example("\ud800\x00")
def test_any_text_goes_in_and_comes_out(text: str) -> None:
    kind, dialect = AnyText(), None
    written = kind.process_bind_param(text, dialect)  # type: ignore[arg-type]
    assert written == stored(text)
    assert "\x00" not in written
    written.encode("utf-8")
    assert kind.process_result_value(written, dialect) == text  # type: ignore[arg-type]


@given(st.lists(st.text(st.characters()), unique=True))
def test_texts_stay_apart(texts: list[str]) -> None:
    assert len(set(comparable(texts))) == len({digest(text) for text in texts}) == len(texts)
    assert all(-(2**63) <= digest(text) < 2**63 for text in texts)


@given(
    st.dictionaries(
        st.text(st.characters()), st.text(st.characters()) | st.floats(allow_nan=False, allow_infinity=False)
    )
)
def test_records_are_kept_in_ascii(fields: dict[str, object]) -> None:
    assert packed(fields).isascii()
    assert "\x00" not in packed(fields)
    assert json.loads(packed(fields)) == fields
