from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.quotes import blocks, quotations
from twosource.records import check_spans


def inner(text: str) -> list[str]:
    return [text[q.inner[0] : q.inner[1]] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing is quoted here.", []),
        ('"We are ready," Mayor Anna Feld said.', ["We are ready,"]),
        ("“We are ready,” Mayor Anna Feld said.", ["We are ready,"]),
        ("‘We are ready,’ Mayor Anna Feld said.", ["We are ready,"]),
        ("'We are ready,' Mayor Anna Feld said.", ["We are ready,"]),
        ("''We are ready,'' Mayor Anna Feld said.", ["We are ready,"]),
        ("``We are ready,'' Mayor Anna Feld said.", ["We are ready,"]),
        ("«We are ready», Mayor Anna Feld said.", ["We are ready"]),
        ("« We are ready », Mayor Anna Feld said.", [" We are ready "]),
        ("»We are ready«, Mayor Anna Feld said.", ["We are ready"]),
        ("„We are ready“, Mayor Anna Feld said.", ["We are ready"]),
        ("”We are ready”, Mayor Anna Feld said.", ["We are ready"]),
        ('It sent 3,000 military "advisers” to Corvia.', ["advisers"]),
        ('"Go," he said. "Now."', ["Go,", "Now."]),
        ('The word—"no"—was heard.', ["no"]),
        ('The dam ("a wreck") fell.', ["a wreck"]),
        # Apostrophes are not quotation marks.
        ("Corvia's ministers don't agree; the miners' union won't.", []),
        ("The ’90s and the '90s were kind to the fishermen’s town.", []),
        ("'Twas said the rock 'n' roll bar told 'em.", []),
        ("Let ’em go, o'clock or not.", []),
        ("He called it 'a farce' and the miners' strike 'a fraud'.", ["a farce", "a fraud"]),
        ("'The miners' demands are fair,' she said.", ["The miners' demands are fair,"]),
        ("The 'rebels' fled at dawn, he said.", ["rebels"]),
        ("‘Corvia’s time has come,’ he said.", ["Corvia’s time has come,"]),
        ("'It's Corvia's turn,' she said. 'Don't wait.'", ["It's Corvia's turn,", "Don't wait."]),
        # A quotation inside a quotation belongs to the outer one.
        ("\"She said 'no' to us,\" he said.", ["She said 'no' to us,"]),
        ("'She said \"no\" to us,' he said.", ['She said "no" to us,']),
        ("“She said “no” to us,” he said.", ["She said “no” to us,"]),
        ("“He told me ‘never again’,” she said.", ["He told me ‘never again’,"]),
        # Marks that are no quotation marks, and marks that were lost.
        ("The 5'10\" goalkeeper saved it.", []),
        ('"I caught a 12" trout," he said.', ['I caught a 12" trout,']),
        ('The roof fell," he said.', []),
        ("The roof fell,” he said. “We ran.”", ["We ran."]),
        ("“We ran, he said. “It was dark.”", ["We ran, he said.", "It was dark."]),
        ('""', []),
        ('"', []),
        ('" ', []),
    ],
)
def test_inner_text(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize("mark", ['"', "“", "‘", "'"])
def test_every_paragraph_opens_and_only_the_last_closes(mark: str) -> None:
    close = {"“": "”", "‘": "’"}.get(mark, mark)
    text = f"{mark}The bridge is safe.\n\n{mark}It will stay so.\n\n{mark}Go home,{close} said Anna Feld."
    found = quotations(text)
    assert [text[q.inner[0] : q.inner[1]] for q in found] == ["The bridge is safe.", "It will stay so.", "Go home,"]
    assert [q.closed for q in found] == [False, False, True]
    assert [q.continues for q in found] == [False, True, True]


def test_a_quotation_opened_late_in_a_paragraph_goes_on_in_the_next() -> None:
    text = 'Anna Feld said: "The bridge is safe.\n\n"Go home."\n\nThe crowd stayed.'
    found = quotations(text)
    assert [(q.closed, q.continues) for q in found] == [(False, False), (True, True)]


def test_a_lost_mark_does_not_reach_the_next_paragraph() -> None:
    text = '"The bridge is safe, he said.\n\nThe crowd stayed. "Go home," she said.'
    assert inner(text) == ["The bridge is safe, he said.", "Go home,"]
    assert [q.continues for q in quotations(text)] == [False, False]


def test_given_paragraphs_are_kept_to() -> None:
    text = '"One\n"Two"'
    assert [q.continues for q in quotations(text, ((0, 4), (5, 10)))] == [False, True]


ODD = st.text(alphabet="\"'“”‘’„«»`ab s.,\n1-—", max_size=60)


@given(ODD)
def test_odd_marks_never_raise_and_spans_hold(text: str) -> None:
    found = quotations(text)
    check_spans(tuple(q.span for q in found), len(text))
    for q in found:
        assert q.span[0] < q.inner[0] < q.inner[1] <= q.span[1]
        assert (q.inner[1] < q.span[1]) == q.closed


@given(st.text(max_size=80))
def test_blocks_are_in_order_and_hold_all_that_is_not_space(text: str) -> None:
    spans = tuple(blocks(text))
    check_spans(spans, len(text))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(s[1] for s in spans)], [*(s[0] for s in spans), len(text)], strict=True)
    )
    assert not outside.strip()
