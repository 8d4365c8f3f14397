"""What a ledger holds in the end does not depend on the order in which articles, corrections and verdicts came."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import Step, account, amend, day, derived, judged, run, span, withdrawal
from tests.upkeep.made import OTHER, REPRINT, STORY, TOLL, TOLL_CORRECTED, UNDATED, UNION, WIRE, Piece, add
from twosource import upkeep
from twosource.across import Account, Anchor, Judgement
from twosource.ledger import Ledger
from twosource.records import Attribution, Mention
from twosource.review.amended import Amendment, amended

OWNER = Mention(name="Karl Brandt", kind="person", anonymity="named", role="owner")
DENIED = Amendment(polarity="deny")
SHORTER = Amendment(content=(span(WIRE, "at least four passengers drowned"),))
POSSIBLE = Amendment(certainty="possible")
OF_OWNER = Amendment(chain=(OWNER,))


def corrected(made: Piece, place: int, amendment: Amendment) -> Account:
    """What :func:`upkeep.amend` makes of an attribution."""
    return Account(article=made.article, attribution=amended(account(made, place), amendment, made.attributions))


def of_correction(made: Piece, first: Account, amendment: Amendment) -> Attribution:
    return amended(first, amendment, [*made.attributions, first.attribution])


HERS, HIS = corrected(WIRE, 0, SHORTER), corrected(WIRE, 0, DENIED)
TWICE = Account(article=WIRE.article, attribution=of_correction(WIRE, HIS, POSSIBLE))
MOVED = corrected(UNION, 1, OF_OWNER)


def amending(id_: str, amendment: Amendment, on: int, by: str, after: tuple[int, ...]) -> Step:
    return Step(lambda writer: amend(writer, id_, amendment, on=on, by=by), after)


def judging(judgement: Judgement, after: tuple[int, ...] = ()) -> Step:
    return Step(lambda writer: upkeep.judge(writer, [judgement]), after)


def adding(made: Piece) -> Step:
    return Step(lambda writer: add(writer, made))


PLACE = {made.article.id: number for number, made in enumerate(STORY)}
HERE, UNIONS = (PLACE[WIRE.article.id],), (PLACE[UNION.article.id],)
REPRINTS = (PLACE[REPRINT.article.id],)
WRONG = judged("wrong", account(REPRINT, 0), on=3)
LATER = judged("same", account(WIRE, 0), account(OTHER, 0), about="proposition", on=6)
APART = judged("not-same", HIS, account(UNDATED, 0), about="proposition", on=7)


def mention(made: Piece, place: int) -> Anchor:
    found = made.attributions[place].chain[0]
    return Anchor(record="-", article=made.article.id, span=found.span, name=found.name)


def of_sources(verdict: str, left: Anchor, right: Anchor, on: int) -> Judgement:
    return Judgement(verdict=verdict, about="source", left=left, right=right, by="ada", made_at=day(on))  # type: ignore[arg-type]


STEPS = (
    *map(adding, STORY),
    amending(WIRE.attributions[0].id, SHORTER, 1, "ada", HERE),
    amending(WIRE.attributions[0].id, DENIED, 2, "bo", HERE),
    amending(HIS.id, POSSIBLE, 4, "ada", (len(STORY) + 1,)),
    amending(UNION.attributions[1].id, OF_OWNER, 5, "bo", UNIONS),
    amending(REPRINT.attributions[1].id, POSSIBLE, 5, "bo", REPRINTS),
    judging(WRONG),
    judging(LATER),
    judging(APART),
    judging(judged("not-same", MOVED, account(TOLL_CORRECTED, 1), about="attribution", on=8)),
    judging(withdrawal(WRONG), (len(STORY) + 5,)),
    judging(of_sources("not-same", mention(UNDATED, 0), Anchor(record="-", name="Jana Ostrow"), 9)),
    judging(of_sources("not-same", mention(WIRE, 1), mention(REPRINT, 0), 9)),
    judging(of_sources("same", mention(UNION, 0), Anchor(record="-", name="Karl Brandt"), 10)),
    amending(TOLL.attributions[0].id, DENIED, 11, "bo", (PLACE[TOLL.article.id],)),
)


def test_the_steps_are_about_what_they_seem_to_be(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        run(ledger, STEPS, range(len(STEPS)))
        with ledger.view() as view:
            assert set(view.accounts([HERS.id, HIS.id, TWICE.id, MOVED.id])) == {HERS.id, HIS.id, TWICE.id, MOVED.id}
            assert view.proposition_of([HERS.id, HIS.id, TWICE.id, WIRE.attributions[0].id]).keys() == {TWICE.id}
            assert view.proposition_of([MOVED.id])
            assert view.proposition_of([REPRINT.attributions[0].id])


@pytest.mark.parametrize("seed", range(10))
def test_any_order_gives_the_same_ledger(tmp_path: Path, seed: int) -> None:
    order = random.Random(seed).sample(range(len(STEPS)), len(STEPS))
    with Ledger.open(tmp_path / "straight.db") as one, Ledger.open(tmp_path / "mixed.db") as other:
        run(one, STEPS, range(len(STEPS)))
        run(other, STEPS, order)
        assert content(one) == content(other)


@pytest.mark.parametrize("seed", range(4))
def test_taking_back_everything_in_any_order_gives_the_articles_alone(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Ledger.open(tmp_path / "bare.db") as bare, Ledger.open(tmp_path / "judged.db") as ledger:
        run(bare, STEPS, range(len(STORY)))
        run(ledger, STEPS, chance.sample(range(len(STEPS)), len(STEPS)))
        with ledger.view() as view:
            given = [one for one in view.judgements() if one.verdict != "withdrawn"]
            corrections = [one.right.record for one in given if one.verdict == "corrected" and one.right]
        for number, one in enumerate(chance.sample(given, len(given))):
            with ledger.write() as writer:
                upkeep.judge(writer, [withdrawal(one, on=21 + number % 5)])
        assert derived(content(ledger), *corrections) == content(bare)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_exported_comes_back_and_can_be_undone(tmp_path: Path, seed: int) -> None:
    from twosource.ledger import restore

    with Ledger.open(tmp_path / "first.db") as first, Ledger.open(tmp_path / "second.db") as second:
        run(first, STEPS, random.Random(seed).sample(range(len(STEPS)), len(STEPS)))
        with second.write() as writer:
            restore(writer, content(first))
        assert content(second) == content(first)
        with first.view() as view:
            given = [one for one in view.judgements() if one.verdict == "corrected"]
        for ledger in (first, second):
            with ledger.write() as writer:
                upkeep.judge(writer, [withdrawal(one) for one in given])
        assert content(second) == content(first)
