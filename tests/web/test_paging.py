from __future__ import annotations

import base64
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from twosource.web.paging import LONGEST, after, decode, encode, link_next
from twosource.web.problem import Problem

KEYS = st.lists(
    st.text() | st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False),
    min_size=1,
    max_size=4,
)


@given(KEYS)
def test_what_goes_in_comes_out(key: list[str | int | float]) -> None:
    cursor = encode(*key)
    assert cursor.isascii()
    assert not set(cursor) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
    found = decode(cursor)
    assert (found, list(map(type, found))) == (tuple(key), list(map(type, key)))


def packed(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


BROKEN = [
    "",
    "!",
    "a",
    "é",
    "a b",
    "\ud800",
    packed([]),
    packed({}),
    packed("text"),
    packed(1),
    packed([None]),
    packed([True]),
    packed([2**63]),
    packed([[1]]),
    packed([float("nan")]),
    packed([float("inf")]),
    packed(["a"])[:-2],
    packed(["a"]) + "====",
    base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    base64.urlsafe_b64encode(b"[" * 100_000).decode(),
    base64.urlsafe_b64encode(b"[" + b"9" * 5000 + b"]").decode(),
    "+/+/",
]


@pytest.mark.parametrize("cursor", BROKEN, ids=lambda cursor: cursor[:20].encode("ascii", "backslashreplace").decode())
def test_what_is_no_cursor_is_a_problem(cursor: str) -> None:
    with pytest.raises(Problem) as caught:
        decode(cursor)
    assert caught.value.status == 422


@given(st.text(max_size=LONGEST))
def test_any_text_is_a_cursor_or_a_problem(text: str) -> None:
    with suppress(Problem):
        assert decode(text)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.text(), st.text())
def test_where_a_list_goes_on(key: float | str, id_: str) -> None:
    assert after(encode(key, id_)) == (key, id_)


def test_without_a_cursor_a_list_begins() -> None:
    assert after(None) is None


@pytest.mark.parametrize("cursor", [encode("a"), encode("a", 1), encode("a", "b", "c")])
def test_a_cursor_of_another_list_is_a_problem(cursor: str) -> None:
    with pytest.raises(Problem):
        after(cursor)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "?cursor=next"),
        ("limit=5", "?limit=5&cursor=next"),
        ("limit=5&cursor=this", "?limit=5&cursor=next"),
        ("q=a%3E%22b", "?q=a%3E%22b&cursor=next"),
    ],
)
def test_the_next_piece_is_named_in_a_header(query: str, expected: str) -> None:
    scope = {
        "type": "http",
        "scheme": "http",
        "server": ("127.0.0.1", 1),
        "path": "/api/things",
        "query_string": query.encode(),
        "headers": [],
    }
    response = Response()
    link_next(Request(scope), response, "next")
    assert response.headers["link"] == f'</api/things{expected}>; rel="next"'
    response = Response()
    link_next(Request(scope), response, None)
    assert "link" not in response.headers
