from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from twosource.web.etags import not_modified, require, tag
from twosource.web.problem import Problem

OWN = tag("a", "b")


def request(**headers: str) -> Request:
    listed = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": listed})


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_a_tag_is_of_its_parts_and_of_nothing_else(left: list[str], right: list[str]) -> None:
    assert tag(*left) == tag(*left)
    assert (tag(*left) == tag(*right)) == ("\x1f".join(left) == "\x1f".join(right))


@pytest.mark.parametrize(
    ("header", "same"),
    [
        (OWN, True),
        (f"W/{OWN}", True),
        (f'"other", {OWN}', True),
        (f'"other",W/{OWN}', True),
        ("*", True),
        ('"other"', False),
        (OWN.strip('"'), False),
        ("", False),
    ],
)
def test_nothing_has_changed(header: str, same: bool) -> None:
    answer = not_modified(request(if_none_match=header), OWN)
    assert (answer is not None) == same
    if answer:
        assert (answer.status_code, answer.headers["etag"], answer.body) == (304, OWN, b"")


def test_who_does_not_ask_gets_it_all() -> None:
    assert not_modified(request(), OWN) is None


@pytest.mark.parametrize("header", [OWN, f'"other", {OWN}', "*"])
def test_what_is_as_it_was_may_be_changed(header: str) -> None:
    require(request(if_match=header), OWN)


@pytest.mark.parametrize("header", ['"other"', f"W/{OWN}", "", OWN.strip('"')])
def test_what_has_changed_may_not(header: str) -> None:
    with pytest.raises(Problem) as caught:
        require(request(if_match=header), OWN)
    assert (caught.value.status, caught.value.extra["etag"]) == (412, OWN)


def test_a_condition_is_not_asked_for() -> None:
    require(request(), OWN)
