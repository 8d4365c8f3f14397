from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.made import KARL, OFFICER, UNION, by, origin
from tests.changes.made import FULL, HARBOUR, MINISTRY, alone, entry, kinds, told, toll
from tests.link.made import link
from twosource.brief.records import Entry, Statement

FIRST = by(OFFICER, FULL, words="an officer", published="2025-03-01", outlet="Hill Post")
SAME_OFFICER = by(OFFICER, FULL, words="an officer", published="2025-03-02", outlet="Bay Courier")
SECOND = by(HARBOUR, FULL, published="2025-03-02", outlet="Bay Courier")
THIRD = by(UNION, FULL, published="2025-03-03", outlet="Dale News")
CONFIRMED = by(MINISTRY, FULL, "confirmed", published="2025-03-03", outlet="Dale News", act="confirms")
OFFICIAL = by(MINISTRY, FULL, "announced", published="2025-03-03", outlet="Dale News")
DENIED = by(KARL, FULL, "denied", published="2025-03-03", outlet="Dale News", polarity="deny", act="denies")
DENIED_TOO = by(UNION, FULL, "denied", published="2025-03-04", outlet="Dale News", polarity="deny", act="denies")
NO_SIGN = by(HARBOUR, f"no sign that {FULL}", "saw", published="2025-03-03", polarity="deny")
REFUSED = by(KARL, FULL, "would not say whether", published="2025-03-03", polarity="withhold", act="declines")
MAY_BE = by(HARBOUR, FULL, "thought it possible that", published="2025-03-01", certainty="possible")


ONE = entry([FIRST])
MAYBE = entry([MAY_BE], status="unconfirmed")
OPEN = entry([DENIED], status="denied")


@pytest.mark.parametrize(
    ("before", "after", "kind", "text"),
    [
        (
            ONE,
            entry([FIRST, SECOND], status="several-origins"),
            "new-origin",
            "Said for the first time by a named source",
        ),
        (
            entry([FIRST, SECOND], status="several-origins"),
            entry([FIRST, SECOND, THIRD], status="several-origins"),
            "new-origin",
            "Also said by Seamen's Union, in Dale News (3 independent origins, 2 before): The ferry was full",
        ),
        (
            OPEN,
            entry([DENIED, THIRD], status="contested"),
            "contested",
            "Said against another's word, by Seamen's Union",
        ),
        (ONE, entry([FIRST, CONFIRMED], status="several-origins"), "confirmed", "Confirmed by Interior Ministry"),
        (MAYBE, entry([MAY_BE, OFFICIAL], status="several-origins"), "confirmed", "Confirmed by Interior Ministry"),
        (ONE, entry([FIRST, OFFICIAL], status="several-origins"), "new-origin", "Said for the first time by a named"),
        (ONE, entry([FIRST, DENIED], status="contested"), "first-denial", "Denied for the first time, by Karl Brandt"),
        (ONE, entry([FIRST, NO_SIGN], status="contested"), "first-denial", "Not borne out for the first time, by Ruth"),
        (
            entry([FIRST, NO_SIGN], status="single-origin"),
            entry([FIRST, NO_SIGN, DENIED], status="contested"),
            "first-denial",
            "Denied for the first time, by Karl Brandt (owner), in Dale News: The ferry was full",
        ),
        (
            entry([THIRD]),
            entry([THIRD, DENIED_TOO], status="retracted"),
            "corrected",
            "Taken back by Seamen's Union, in Dale News: The ferry was full",
        ),
        (
            entry([toll("Four", 4, 1)]),
            entry([toll("Four", 4, 1), toll("Seven", 7, 2, outlet="Bay Courier")], wording="Four people drowned"),
            "figure-moved",
            "From 4 to 7 people, by Ruth Hale (harbour master), in Bay Courier: Four people drowned",
        ),
    ],
)
def test_what_a_new_statement_changes(before: Entry, after: Entry, kind: str, text: str) -> None:
    (change,) = told([before], [after])
    assert (change.kind, change.proposition) == (kind, after.id)
    assert change.text.startswith(text)
    assert change.attribution in {one.id for one in after.statements if one not in before.statements}
    assert change.made_at == "2025-03-09T12:00:00+00:00"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ONE, ONE),
        # An agency's report under another outlet's name: two statements, and one origin as before.
        (ONE, entry([FIRST, SAME_OFFICER], [origin(FIRST, SAME_OFFICER)])),
        (entry([FIRST, DENIED], status="contested"), entry([FIRST, DENIED, DENIED_TOO], status="contested")),
        (entry([FIRST, DENIED], status="contested"), entry([FIRST, DENIED, NO_SIGN], status="contested")),
        (ONE, entry([FIRST, REFUSED])),
        # Its status changed by regrouping, and nobody said anything new.
        (ONE, entry([FIRST], status="contested")),
        (
            entry([toll("Four", 4, 1)]),
            entry(
                [toll("Four", 4, 1), same := toll("Four", 4, 2, outlet="Bay Courier")],
                [origin(toll("Four", 4, 1), same)],
            ),
        ),
        # An old figure that is printed late.
        (
            entry([toll("Four", 4, 1), toll("Seven", 7, 3)], [origin(toll("Four", 4, 1), toll("Seven", 7, 3))]),
            entry(
                [toll("Four", 4, 1), late := toll("Five", 5, 2, outlet="Dale News"), toll("Seven", 7, 3)],
                [origin(toll("Four", 4, 1), late, toll("Seven", 7, 3))],
            ),
        ),
    ],
)
def test_what_changes_nothing(before: Entry, after: Entry) -> None:
    assert kinds([before], [after]) == []


def test_a_statement_makes_one_change_and_so_does_an_origin() -> None:
    again = by(KARL, f"{FULL} to the brim", "denied", published="2025-03-03", polarity="deny", act="denies")
    after = entry([FIRST, DENIED, again, THIRD], [alone(FIRST), origin(DENIED, again, stance="deny"), alone(THIRD)])
    after = replace(after, proposition=replace(after.proposition, status="contested"))
    assert kinds([ONE], [after]) == ["first-denial", "new-origin"]


def test_an_outlet_that_names_nobody_is_no_new_origin() -> None:
    nameless = by(OFFICER, FULL, words="It", published="2025-03-03")
    nameless = replace(nameless, speaker="nobody named")
    assert kinds([ONE], [entry([FIRST, nameless], status="several-origins")]) == []


def test_two_propositions_that_become_one_are_not_news_but_what_joins_them_is() -> None:
    left, right = entry([FIRST]), entry([SECOND])
    assert kinds([left, right], [entry([FIRST, SECOND], status="several-origins")]) == []
    joined = entry([FIRST, SECOND, THIRD], status="several-origins")
    assert kinds([left, right], [joined]) == ["new-origin"]


@pytest.mark.parametrize(
    ("older", "later", "moves"),
    [
        (4, 7, True),
        (7, 4, True),  # by the same speaker, who lowers it
        (4, 4, False),
    ],
)
def test_a_toll_rises_or_its_speaker_lowers_it(older: int, later: int, moves: bool) -> None:
    first, second = toll("Some", older, 1), toll("Others", later, 2)
    before = entry([first], [origin(first)])
    assert (kinds([before], [entry([first, second], [origin(first, second)])]) == ["figure-moved"]) is moves


def test_a_toll_that_somebody_else_gives_lower_does_not_move() -> None:
    first, second = toll("Seven", 7, 1), toll("Four", 4, 2, who=KARL)
    assert kinds([entry([first])], [entry([first, second], [origin(first, second)])]) == []


def test_a_toll_of_long_ago_is_of_something_else() -> None:
    first, second = toll("Four", 4, 1), toll("Seven", 7, 20)
    assert kinds([entry([first])], [entry([first, second], [origin(first, second)])]) == []


def test_a_new_story_is_told_once_and_what_is_disputed_from_the_start_each_time() -> None:
    heavy = entry([SECOND, THIRD], status="several-origins", wording="the ferry sank")
    light, denied = entry([FIRST]), entry([DENIED], status="denied", wording="a bribe was paid")
    assert [(one.kind, one.text) for one in told([], [light, heavy])] == [
        ("new-proposition", "Ruth Hale said the ferry was full (Bay Courier)")
    ]
    assert sorted(kinds([], [light, heavy, denied])) == ["first-denial", "new-proposition"]
    known = entry([THIRD], wording="the ferry was old")
    later = entry([THIRD, CONFIRMED], status="several-origins", wording="the ferry was old")
    assert sorted(kinds([known], [later, light])) == ["confirmed"]
    assert sorted(kinds([known], [later, light, denied])) == ["confirmed", "first-denial"]


def _pages(old: str, new: str, **more: object) -> tuple[Statement, Statement]:
    """What a speaker says in two versions of one page."""
    found = []
    for text, day in ((old, "2025-03-01"), (new, "2025-03-02")):
        one = by(MINISTRY, text, published=day, outlet="Hill Post", **more)
        article = replace(one.account.article, url="https://hillpost.example/ferry")
        attribution = replace(one.account.attribution, article_id=article.id)
        found.append(replace(one, account=replace(one.account, article=article, attribution=attribution)))
    return found[0], found[1]


def test_a_new_version_of_a_page_says_nothing_new_where_it_says_the_same() -> None:
    old, new = _pages(FULL, f"{FULL} that morning")
    assert kinds([entry([old, SECOND])], [entry([new, SECOND])]) == []
    assert kinds([entry([old])], [entry([new])]) == []


def test_a_figure_that_a_page_changes_is_a_correction() -> None:
    old, new = _pages("21 people had drowned off Orrin on Monday", "19 people had drowned off Orrin on Monday")
    old, new = _counted(old, "21", 21), _counted(new, "19", 19)
    (change,) = told([entry([old])], [entry([new])])
    assert change.kind == "corrected"
    assert change.text.startswith("Hill Post changes 21 to 19 people: Interior Ministry said 19 people had")


def _counted(one: Statement, number: str, value: int) -> Statement:
    from twosource.records import Figure

    start = one.account.article.text.index(number)
    figure = Figure(span=(start, start + len(number)), low=value, high=value, unit="people")
    attribution = replace(one.account.attribution, figures=(figure,))
    return replace(one, account=replace(one.account, attribution=attribution))


@pytest.mark.parametrize(
    "sentence",
    [
        "Correction, March 7: An earlier version of this article",
        "CLARIFICATION: This page",
        "A previous version of our story",
        "An earlier version of this online report",
    ],
)
def test_a_note_of_an_outlet_on_itself_is_a_correction_once_an_article(sentence: str) -> None:
    note = by(MINISTRY, "21 people drowned", words=sentence, published="2025-03-07", outlet="Hill Post")
    (change,) = told([ONE], [ONE, entry([note], wording="21 people drowned")])
    assert (change.kind, change.attribution) == ("corrected", note.id)
    assert change.text.startswith(f"Hill Post corrects itself: {sentence}")


@given(st.permutations([FIRST, SECOND, THIRD, DENIED, MAY_BE]), st.permutations(range(3)))
def test_the_order_in_which_things_are_given_tells_nothing(order: list[Statement], places: list[int]) -> None:
    known, new = [FIRST, DENIED], [SECOND, THIRD, MAY_BE]
    before = [entry([FIRST]), entry([DENIED], status="denied", wording="it was empty")]
    after = [
        entry([FIRST, *sorted([one for one in order if one in (SECOND, THIRD)], key=lambda one: one.account.order)]),
        entry([DENIED], status="denied", wording="it was empty"),
        entry([MAY_BE], status="unconfirmed", wording="it may have been"),
    ]
    straight = told(before, after)
    turned = told(before[::-1], [after[place] for place in places])
    assert turned == straight
    assert {change.attribution for change in straight} <= {one.id for one in new} - {one.id for one in known}


def test_links_do_not_make_a_change_by_themselves() -> None:
    for first, second in permutations([FIRST, SECOND]):
        tied = entry([first, second], links=[link(first.id, second.id, "contradicts")], status="contested")
        assert kinds([tied], [tied]) == []
