"""Entity tags: the same while nothing that was seen is another, and another as soon as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.room import judging_made as made
from tests.room.judging_made import (
    OSTROW_SAID,
    OWNER_DENIED,
    SANK,
    TOLL_SAID,
    UNION_SAID,
    Desk,
    proposition_of,
    read,
    source_named,
    state_of,
    thing,
)
from tests.upkeep.made import OTHER, fill, piece
from twosource.across import Judgement
from twosource.ledger import Ledger
from twosource.review.amended import Amendment
from twosource.room.judging import Thing
from twosource.room.judging_known import Known
from twosource.room.judging_state import since, tagged, touching

ONE = thing("attribution", TOLL_SAID)
PAIR = thing("proposition", TOLL_SAID, SANK)


@pytest.mark.parametrize(
    ("judged", "verdict", "watched", "changes"),
    [
        (ONE, "right", ONE, True),
        (ONE, "right", PAIR, True),  # whether two are one question is another question if one was misread
        (ONE, "grade", ONE, True),
        (ONE, "right", thing("attribution", OWNER_DENIED), False),
        (PAIR, "same", PAIR, True),
        (PAIR, "same", thing("link", SANK, TOLL_SAID), True),
        (PAIR, "same", ONE, False),
        (PAIR, "same", thing("proposition", TOLL_SAID, OSTROW_SAID), False),
        (PAIR, "same", thing("attribution", TOLL_SAID, SANK), False),  # one question is not one origin
        (thing("attribution", TOLL_SAID, SANK), "same", thing("attribution", SANK, TOLL_SAID), True),
    ],
)
def test_a_judgement_changes_the_tags_of_what_it_touches_and_no_others(
    ledger: Ledger, judged: Thing, verdict: str, watched: Thing, changes: bool
) -> None:
    before = state_of(ledger, watched)
    Desk(ledger).kept(judged, verdict)
    assert (state_of(ledger, watched) != before) is changes


def test_a_correction_touches_what_it_corrects_and_the_other_way_round(ledger: Ledger) -> None:
    ada = Desk(ledger)
    kept = ada.kept(ONE, "corrected", changes=Amendment(polarity="deny"))
    assert kept.right
    corrected = thing("attribution", kept.right.record)
    both = state_of(ledger, ONE), state_of(ledger, corrected)
    ada.kept(corrected, "right", by="ben")
    assert not set(both) & {state_of(ledger, ONE), state_of(ledger, corrected)}


def test_taking_back_is_seen_too(ledger: Ledger) -> None:
    ada, tags = Desk(ledger), {state_of(ledger, ONE)}
    kept = ada.kept(ONE, "right")
    tags.add(state_of(ledger, ONE))
    ada.withdraw(kept)
    tags.add(state_of(ledger, ONE))
    assert len(tags) == 3


def test_sources_are_touched_by_their_mentions_and_what_became_of_them(ledger: Ledger) -> None:
    ada = Desk(ledger)
    brandt, ostrow, oslo = (
        read(ledger, lambda view, n=name: source_named(view, n)) for name in ("Karl Brandt", "Jana Ostrow", "Oslo")
    )
    pair, other = thing("source", brandt, ostrow), thing("source", oslo)
    tags = state_of(ledger, pair), state_of(ledger, thing("source", ostrow, brandt)), state_of(ledger, other)
    assert tags[0] == tags[1]
    kept = ada.kept(pair, "same")
    assert state_of(ledger, pair) == state_of(ledger, thing("source", ostrow, brandt)) != tags[0]
    assert state_of(ledger, other) == tags[2]
    found = read(ledger, lambda view: touching(Known(view), pair))
    assert found == [kept]
    ada.kept(other, "not-same")
    assert state_of(ledger, other) != tags[2]


def test_more_articles_change_no_tag_of_a_source(ledger: Ledger) -> None:
    ostrow = thing("source", read(ledger, lambda view: source_named(view, "Jana Ostrow")))
    before = state_of(ledger, ostrow)
    more = piece(
        "Divers go home\n\nThe divers went home, harbour master Jana Ostrow said on Sunday.",
        ("harbour master Jana Ostrow", "said", "The divers went home"),
        outlet="Coast Radio",
        url="https://coast.example/divers",
        published="2025-03-09",
    )
    fill(ledger, [more])
    assert state_of(ledger, ostrow) == before


def test_who_else_is_in_a_proposition_matters_to_who_leaves_it(ledger: Ledger) -> None:
    whole = read(ledger, lambda view: proposition_of(view, TOLL_SAID))
    part = thing("proposition", OSTROW_SAID, whole)
    before = state_of(ledger, part)
    Desk(ledger).kept(thing("proposition", UNION_SAID, TOLL_SAID), "same")
    assert state_of(ledger, part) != before


def test_what_is_not_there_has_a_tag_too(ledger: Ledger) -> None:
    assert state_of(ledger, thing("attribution", "0" * 16)) != state_of(ledger, thing("attribution", "1" * 16))


STATEMENTS = (TOLL_SAID, SANK, OSTROW_SAID, UNION_SAID, OWNER_DENIED, OTHER.attributions[0].id)
singles = st.sampled_from(STATEMENTS).map(lambda one: (thing("attribution", one), ("right", "wrong", "note")))
pairs = st.lists(st.sampled_from(STATEMENTS), min_size=2, max_size=2, unique=True).map(
    lambda two: (thing("proposition", *two), ("same", "not-same", "unsure"))
)
acts = st.lists(
    st.tuples(st.one_of(singles, pairs), st.integers(0, 2), st.sampled_from(("ada", "ben")), st.booleans()),
    min_size=1,
    max_size=4,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=acts, watched=st.one_of(singles, pairs).map(lambda found: found[0]))
def test_a_tag_is_another_exactly_when_a_judgement_touches_and_tells_which(
    story: Path, tmp_path: Path, done: list[tuple[tuple[Thing, tuple[str, ...]], int, str, bool]], watched: Thing
) -> None:
    with made.copied(story, tmp_path / "own.db") as ledger:
        desk = Desk(ledger)
        seen, before = state_of(ledger, watched), _touching(ledger, watched)
        assert seen == state_of(ledger, _turned(watched))
        for (about, verdicts), at, by, back in done:
            outcome = desk.judge(about, verdicts[at], by=by, note="seen")
            if back and outcome.judgement:
                desk.withdraw(outcome.judgement, by=by)
        after = _touching(ledger, watched)
        now = state_of(ledger, watched)
        assert (now != seen) is (after != before)
        assert now == state_of(ledger, _turned(watched))
        assert since(after, seen) == [one for one in after if one not in before]
        assert since(after, now) == []


def _touching(ledger: Ledger, watched: Thing) -> list[Judgement]:
    found: list[Judgement] = read(ledger, lambda view: touching(Known(view), watched))
    return found


def _turned(watched: Thing) -> Thing:
    return watched if watched.right is None else thing(watched.about, watched.right, watched.left)


@given(marks=st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), max_size=100, unique=True))
def test_a_tag_of_many_judgements_stays_short(marks: list[str]) -> None:
    """What is left out of it is older than what it holds, and is never told as new."""
    tag = tagged("0" * 16, marks)
    assert len(tag) <= 16 + 1 + 60 * 4
    assert tag.replace(".", "").isalnum()
