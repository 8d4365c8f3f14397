"""What is derived follows from what is there: in whatever order it came, and after whatever was taken back."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.made import OTHER, REPRINT, STORY, TOLL, TOLL_CORRECTED, UNDATED, UNION, WIRE, Piece, add, fill
from twosource import upkeep
from twosource.across import Anchor, Judgement
from twosource.ledger import Ledger, View


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with Ledger.open(tmp_path / "story.db") as opened:
        yield opened


def group_of(view: View, made: Piece, place: int) -> frozenset[str]:
    """The members of the proposition of a piece's attribution."""
    own = made.attributions[place].id
    (found,) = view.propositions([view.proposition_of([own])[own]])
    return frozenset(found.attributions)


def anchor(made: Piece, place: int) -> Anchor:
    found = made.attributions[place]
    return Anchor(record=found.id, article=made.article.id, span=(found.content[0][0], found.content[-1][1]))


def verdict(
    kind: str, left: Anchor, right: Anchor | None = None, *, about: str = "proposition", day: int = 1
) -> Judgement:
    return Judgement(
        verdict=kind,
        about=about,
        left=left,
        right=right,
        by="ada",
        made_at=f"2025-03-{day:02}T00:00:00+00:00",  # type: ignore[arg-type]
    )


def test_every_statement_of_a_current_article_is_in_one_proposition_and_has_one_source_a_mention(
    ledger: Ledger,
) -> None:
    fill(ledger, STORY)
    with ledger.view() as view:
        current = [a.id for a in view.articles()]
        assert TOLL.article.id not in current
        statements = [one for ids in view.attributions_of(current).values() for one in ids]
        assert sorted(one for found in view.propositions() for one in found.attributions) == sorted(statements)
        accounts = view.accounts(statements)
        mentions = [(one, at) for one, found in accounts.items() for at in range(len(found.attribution.chain))]
        assert sorted(one for found in view.sources() for one in found.mentions) == sorted(mentions)
        assert sorted(one for o in view.origins() for one in o.attributions) == sorted(statements)


def test_what_is_said_of_the_story_is_found(ledger: Ledger) -> None:
    fill(ledger, STORY)
    with ledger.view() as view:
        assert WIRE.attributions[1].id in group_of(view, REPRINT, 1)
        assert group_of(view, OTHER, 0) == {OTHER.attributions[0].id}
        (found,) = view.propositions([view.proposition_of([WIRE.attributions[1].id])[WIRE.attributions[1].id]])
        (origin,) = (one for one in view.origins([found.id]) if WIRE.attributions[1].id in one.attributions)
        assert REPRINT.attributions[1].id in origin.attributions
        assert origin.basis == "copy"
        assert "Hill Post prints" in " ".join(origin.why)
        ostrow = [one for one in view.sources() if one.name == "Jana Ostrow"]
        assert len(ostrow) == 1
        assert {one for one, _ in ostrow[0].mentions} >= {WIRE.attributions[0].id, UNDATED.attributions[0].id}


@pytest.mark.parametrize("seed", range(8))
def test_any_order_gives_the_same_ledger(tmp_path: Path, seed: int) -> None:
    order = random.Random(seed).sample(STORY, len(STORY))
    for name, pieces in (("straight", STORY), ("mixed", order)):
        with Ledger.open(tmp_path / name) as opened:
            fill(opened, pieces)
    with Ledger.open(tmp_path / "straight") as one, Ledger.open(tmp_path / "mixed") as other:
        assert content(one) == content(other)


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    fill(ledger, STORY)
    before = content(ledger)
    fill(ledger, reversed(STORY))
    assert content(ledger) == before


def test_a_newer_version_takes_the_place_of_the_older(ledger: Ledger) -> None:
    fill(ledger, [TOLL, UNDATED])
    with ledger.write() as writer:
        added = add(writer, TOLL_CORRECTED)
        assert added.status == "version"
        assert added.retired == tuple(one.id for one in TOLL.attributions)
        assert not writer.links_at(added.retired)
        assert not writer.proposition_of(added.retired)
        assert [one.id for one in writer.versions("https://gazette.example/toll")] == [
            TOLL.article.id,
            TOLL_CORRECTED.article.id,
        ]


@pytest.mark.parametrize(
    ("judgements", "together"),
    [
        ([("same", WIRE, 0, OTHER, 0)], True),
        ([("same", WIRE, 0, OTHER, 0), ("not-same", WIRE, 0, OTHER, 0)], False),
        ([("not-same", WIRE, 0, OTHER, 0), ("same", WIRE, 0, OTHER, 0)], True),
        ([("unsure", WIRE, 0, OTHER, 0)], False),
    ],
)
def test_the_last_verdict_outranks_scores(
    ledger: Ledger, judgements: list[tuple[str, Piece, int, Piece, int]], together: bool
) -> None:
    given = [
        verdict(kind, anchor(left, x), anchor(right, y), day=1 + number)
        for number, (kind, left, x, right, y) in enumerate(judgements)
    ]
    fill(ledger, STORY, given)
    with ledger.view() as view:
        assert (OTHER.attributions[0].id in group_of(view, WIRE, 0)) is together


def test_not_same_parts_what_scores_join_and_withdrawing_it_joins_them_again(ledger: Ledger) -> None:
    fill(ledger, STORY)
    before = content(ledger)
    parted = verdict("not-same", anchor(WIRE, 1), anchor(REPRINT, 1))
    taken_back = verdict("withdrawn", Anchor(record=parted.id), day=2)
    for judgement, together in ((parted, False), (taken_back, True)):
        with ledger.write() as writer:
            upkeep.judge(writer, [judgement])
            assert (REPRINT.attributions[1].id in group_of(writer, WIRE, 1)) is together
    assert [line for line in content(ledger) if '"judgement"' not in line] == before


def test_judging_first_or_last_is_the_same(tmp_path: Path) -> None:
    given = [
        verdict("same", anchor(WIRE, 0), anchor(OTHER, 0)),
        verdict("not-same", anchor(WIRE, 1), anchor(REPRINT, 1)),
    ]
    with Ledger.open(tmp_path / "last") as last, Ledger.open(tmp_path / "first") as first:
        fill(last, STORY, given)
        with first.write() as writer:
            upkeep.judge(writer, given)
        fill(first, STORY)
        assert content(last) == content(first)


def test_a_wrong_extraction_leaves_the_propositions(ledger: Ledger) -> None:
    own = UNION.attributions[1].id
    wrong = verdict("wrong", anchor(UNION, 1), about="attribution")
    fill(ledger, STORY, [wrong])
    with ledger.write() as writer:
        assert not writer.proposition_of([own])
        upkeep.judge(writer, [verdict("withdrawn", Anchor(record=wrong.id), day=2)])
        assert writer.proposition_of([own])


def test_people_judge_sources_too(ledger: Ledger) -> None:
    fill(ledger, STORY)
    owner = TOLL_CORRECTED.attributions[1]
    with ledger.view() as view:
        found = next(one for one in view.sources() if one.name == "Jana Ostrow")
        other = next(one for one in view.sources() if one.name == "Karl Brandt")
    ends = (Anchor(record=found.id, name="Jana Ostrow"), Anchor(record=other.id, name="Karl Brandt"))
    with ledger.write() as writer:
        upkeep.judge(writer, [verdict("same", *ends, about="source")])
        of = writer.source_of([(owner.id, 0), (WIRE.attributions[0].id, 0)])
        assert len(set(of.values())) == 1
        (joined,) = writer.sources(set(of.values()))
        assert joined.reasons


def test_standing_of_a_group_that_people_ask_about(ledger: Ledger) -> None:
    fill(ledger, STORY)
    with ledger.view() as view:
        found = upkeep.standing(view, [WIRE.attributions[1].id, REPRINT.attributions[1].id, UNION.attributions[1].id])
    assert [len(origin.attributions) for origin in found.origins] == [2, 1]
