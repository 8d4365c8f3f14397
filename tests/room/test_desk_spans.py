"""The content, or the cue, that somebody chose by its first and its last word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.room.test_desk_excerpt import FELD, GUARD, TEXT
from twosource.across import Account
from twosource.records import check_spans
from twosource.room.desk_excerpt import choices
from twosource.room.desk_spans import content, cue


def at(words: str) -> tuple[int, int]:
    assert TEXT.count(words) == 1, words
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("account", "first", "last", "pieces"),
    [
        (FELD, "mill burned", "two", ["mill burned for two"]),
        (FELD, "The mill", "Monday", ["The mill burned for two nights", "on Monday"]),
        # Where an end stays, the quotation marks beside it do.
        (GUARD, "We", "bridge", ["“We saw it,”", "us, “from the bridge.”"]),
        (GUARD, "saw", "bridge", ["saw it,”", "us, “from the bridge.”"]),
        (GUARD, "We", "slept", ["“We saw it,”", "us, “from the bridge.” Nobody slept"]),
    ],
)
def test_the_words_of_source_and_cue_are_left_out(account: Account, first: str, last: str, pieces: list[str]) -> None:
    found = content(account, at(first)[0], at(last)[1])
    assert [TEXT[slice(*span)] for span in found] == pieces


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [("nights", "burned", "stands before the first"), ("Anna", "said", "these words are the source and the cue")],
)
def test_what_says_nothing_is_refused(first: str, last: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        content(FELD, at(first)[0], at(last)[1])


@pytest.mark.parametrize(
    ("account", "first", "last", "pieces"),
    [
        (FELD, "said", "said", ["said"]),
        # Of the source and of what is said nothing goes in.
        (FELD, "two", "Monday", ["said on Monday"]),
        (GUARD, "bridge", "slept", ["Nobody slept"]),
    ],
)
def test_of_the_words_of_a_cue_those_of_source_and_content_are_left_out(
    account: Account, first: str, last: str, pieces: list[str]
) -> None:
    found = cue(account, at(first)[0], at(last)[1])
    assert [TEXT[slice(*span)] for span in found] == pieces


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [("nights", "burned", "stands before the first"), ("mill burned", "two", "these words are the source and what is")],
)
def test_what_attributes_nothing_is_refused(first: str, last: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        cue(FELD, at(first)[0], at(last)[1])


def test_offsets_outside_of_the_article_are_refused() -> None:
    for first, last in ((-5, 10), (0, 99_999)):
        with pytest.raises(ValueError, match="before the first"):
            content(FELD, first, last)


WORDS = choices(FELD)


@given(first=st.sampled_from(WORDS), last=st.sampled_from(WORDS), account=st.sampled_from((FELD, GUARD)))
def test_whatever_is_chosen_gives_spans_in_order_apart_from_source_and_cue(
    first: object, last: object, account: Account
) -> None:
    start, end = first.span[0], last.span[1]  # type: ignore[attr-defined]
    try:
        found = content(account, start, end)
    except ValueError:
        return
    check_spans(found, len(TEXT))
    kept = {place for left, right in found for place in range(left, right)}
    parts = (*account.attribution.source, *account.attribution.cue)
    assert not kept & {place for left, right in parts for place in range(left, right)}
    assert all(TEXT[slice(*span)] == TEXT[slice(*span)].strip() for span in found)
