"""Taking out of a group and joining groups: propositions and sources, as people judge them and take it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import account, day, derived, judge, judged, withdrawal
from tests.upkeep.made import STORY, WIRE, Piece, add, fill, report
from twosource import upkeep
from twosource.across import Anchor, Judgement
from twosource.ledger import Ledger, View

TOLL = "drowned off Orrin when the ferry Morning Star sank on Monday"


FOUR = [report(number, f"{count} passengers {TOLL}") for number, count in enumerate(("Four", "Four", "Five", "Four"))]
LATE = report(5, f"Four passengers {TOLL}, it was said at noon")
STRIKE = [report(number, "The bakers of Sarnow strike for higher wages from Friday") for number in (6, 7)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with Ledger.open(tmp_path / "a.db") as opened:
        yield opened


def groups(view: View, pieces: Sequence[Piece]) -> set[frozenset[int]]:
    """The propositions that the first statements of ``pieces`` are in, by their places in it."""
    of = view.proposition_of([made.attributions[0].id for made in pieces])
    found: dict[str, set[int]] = {}
    for place, made in enumerate(pieces):
        found.setdefault(of[made.attributions[0].id], set()).add(place)
    return set(map(frozenset, found.values()))


def test_not_same_takes_a_statement_out_of_the_rest_and_it_stays_out(ledger: Ledger) -> None:
    fill(ledger, FOUR)
    with ledger.view() as view:
        assert groups(view, FOUR) == {frozenset({0, 1, 2, 3})}
    out = judged("not-same", account(FOUR[2], 0), account(FOUR[0], 0), about="proposition")
    judge(ledger, out)
    with ledger.view() as view:
        assert groups(view, FOUR) == {frozenset({0, 1, 3}), frozenset({2})}
    with ledger.write() as writer:
        add(writer, LATE)
        assert groups(writer, [*FOUR, LATE]) == {frozenset({0, 1, 3, 4}), frozenset({2})}
    judge(ledger, withdrawal(out))
    with ledger.view() as view:
        assert groups(view, [*FOUR, LATE]) == {frozenset({0, 1, 2, 3, 4})}


def test_same_joins_two_propositions_whole(ledger: Ledger) -> None:
    fill(ledger, [*FOUR, *STRIKE])
    before = content(ledger)
    with ledger.view() as view:
        assert groups(view, [*FOUR, *STRIKE]) == {frozenset({0, 1, 2, 3}), frozenset({4, 5})}
    one = judged("same", account(FOUR[3], 0), account(STRIKE[1], 0), about="proposition")
    judge(ledger, one)
    with ledger.view() as view:
        assert groups(view, [*FOUR, *STRIKE]) == {frozenset(range(6))}
    judge(ledger, withdrawal(one))
    assert derived(content(ledger)) == before


def test_of_two_contrary_verdicts_the_later_outranks_and_both_stay_on_record(ledger: Ledger) -> None:
    fill(ledger, [*FOUR, *STRIKE])
    ends = (account(FOUR[3], 0), account(STRIKE[1], 0))
    hers = judged("same", *ends, about="proposition", on=1, by="ada")
    his = judged("not-same", *reversed(ends), about="proposition", on=2, by="bo")
    judge(ledger, his)
    judge(ledger, hers)
    with ledger.view() as view:
        assert groups(view, [*FOUR, *STRIKE]) == {frozenset({0, 1, 2, 3}), frozenset({4, 5})}
        assert view.judgements() == [hers, his]
    judge(ledger, withdrawal(his))
    with ledger.view() as view:
        assert groups(view, [*FOUR, *STRIKE]) == {frozenset(range(6))}


def test_what_is_wrong_leaves_its_source_its_links_and_its_origin_and_comes_back(ledger: Ledger) -> None:
    fill(ledger, STORY)
    before = content(ledger)
    gone, wrong = WIRE.attributions[2].id, judged("wrong", account(WIRE, 2))
    with ledger.view() as view:
        assert view.links_at([gone])
        assert view.source_of([(gone, 0)])
    judge(ledger, wrong)
    with ledger.view() as view:
        assert gone not in {one for found in view.sources() for one, _ in found.mentions}
        assert gone not in {end for link in view.links() for end in (link.left, link.right)}
        assert gone not in {one for found in view.origins() for one in found.attributions}
        assert gone not in [hit.id for hit in view.search("ferry", limit=100)]
        assert view.accounts([gone])
    judge(ledger, withdrawal(wrong))
    assert derived(content(ledger)) == before


def test_who_alone_spoke_as_a_source_leaves_no_source_behind(ledger: Ledger) -> None:
    fill(ledger, STRIKE)
    judge(ledger, judged("wrong", account(STRIKE[0], 0)))
    with ledger.view() as view:
        assert [one.mentions for one in view.sources()] == [((STRIKE[1].attributions[0].id, 0),)]
    assert not [line for line in content(ledger) if "Officer Gnna" in line and '"keys"' in line]


SMITHS = [
    report(number, content, speaker="John Smith")
    for number, content in enumerate(("The bridge is safe", "The harvest was poor", "The pier of Orrin is shut"))
]


def named(ledger: Ledger, made: Piece) -> tuple[str, ...]:
    """Which of ``SMITHS`` the speaker of a piece speaks in."""
    with ledger.view() as view:
        (source,) = view.sources(view.source_of([(made.attributions[0].id, 0)]).values())
    place = {made.attributions[0].id: str(number) for number, made in enumerate(SMITHS)}
    return tuple(sorted(place[one] for one, _ in source.mentions))


def test_one_of_a_name_is_taken_out_of_its_source_alone(ledger: Ledger) -> None:
    fill(ledger, SMITHS[:2])
    assert named(ledger, SMITHS[0]) == ("0", "1")
    with ledger.view() as view:
        left, right = upkeep.taken_out(view, (SMITHS[1].attributions[0].id, 0))
    out = Judgement(verdict="not-same", about="source", left=left, right=right, by="ada", made_at=day(1))
    judge(ledger, out)
    assert named(ledger, SMITHS[1]) == ("1",)
    with ledger.write() as writer:
        add(writer, SMITHS[2])
    assert named(ledger, SMITHS[2]) == ("0", "2")
    assert named(ledger, SMITHS[1]) == ("1",)
    judge(ledger, withdrawal(out))
    assert named(ledger, SMITHS[1]) == ("0", "1", "2")
    with Ledger.open(ledger.where + ".other") as other:
        with other.write() as writer:
            upkeep.judge(writer, [out])
        fill(other, [SMITHS[2], SMITHS[0], SMITHS[1]])
        assert named(other, SMITHS[1]) == ("1",)
        with other.write() as writer:
            upkeep.judge(writer, [withdrawal(out)])
        assert content(other) == content(ledger)


def test_of_two_mentions_of_one_name_the_left_one_is_taken_out(ledger: Ledger) -> None:
    def mention(made: Piece) -> Anchor:
        found = made.attributions[0].chain[0]
        return Anchor(record="-", article=made.article.id, span=found.span, name=found.name)

    apart = Judgement(
        verdict="not-same",
        about="source",
        left=mention(SMITHS[0]),
        right=mention(SMITHS[2]),
        by="ada",
        made_at=day(1),
    )
    fill(ledger, SMITHS[:2])
    judge(ledger, apart)
    assert named(ledger, SMITHS[0]) == ("0", "1")
    with ledger.write() as writer:
        add(writer, SMITHS[2])
    assert named(ledger, SMITHS[0]) == ("0",)
    assert named(ledger, SMITHS[2]) == ("1", "2")
    again = Judgement(verdict="same", about="source", left=apart.left, right=apart.right, by="bo", made_at=day(2))
    judge(ledger, again)
    assert named(ledger, SMITHS[0]) == ("0", "1", "2")
    judge(ledger, withdrawal(again))
    assert named(ledger, SMITHS[0]) == ("0",)


def test_same_joins_two_sources_with_all_that_each_goes_by(ledger: Ledger) -> None:
    people = ("Anna Feld", "Anna M. Feld", "Ivo Tarn", "Ivo P. Tarn")
    pieces = [
        report(number, f"The pier of Orrin is shut for {number} days", speaker=name)
        for number, name in enumerate(people)
    ]

    def sources(view: View) -> set[frozenset[str]]:
        return {frozenset(filter(None, (one.name, *one.names))) for one in view.sources()}

    fill(ledger, pieces)
    before = content(ledger)
    with ledger.view() as view:
        assert sources(view) == {frozenset(people[:2]), frozenset(people[2:])}
    one = Judgement(
        verdict="same",
        about="source",
        left=Anchor(record="-", name="Anna Feld"),
        right=Anchor(record="-", name="Ivo P. Tarn"),
        by="ada",
        made_at=day(1),
    )
    judge(ledger, one)
    with ledger.view() as view:
        assert sources(view) == {frozenset(people)}
    judge(ledger, withdrawal(one))
    assert derived(content(ledger)) == before


def test_a_person_s_word_on_origins_settles_what_was_doubtful(ledger: Ledger) -> None:
    pieces = [report(number, f"Four passengers {TOLL}", speaker="an official") for number in (0, 1)]
    fill(ledger, pieces)

    def independent() -> tuple[int, int]:
        with ledger.view() as view:
            return next(iter(view.propositions())).independent

    assert independent() == (1, 2)
    for verdict, expected in (("not-same", (2, 2)), ("same", (1, 1)), ("unsure", (1, 2))):
        given = judged(verdict, account(pieces[0], 0), account(pieces[1], 0), on=len(verdict))
        judge(ledger, given)
        assert independent() == expected, verdict
        judge(ledger, withdrawal(given))
