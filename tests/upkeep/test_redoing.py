"""Reading anew what an older network read: the ledger becomes what it would be, and no word of a person is lost."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import account, amend, judged, withdrawal
from tests.upkeep.made import OTHER, STORY, TOLL_CORRECTED, UNDATED, UNION, WIRE, WordReader, fill
from tests.upkeep.older import BEFORE, OLDER, older, otherwise, redo, redo_all
from twosource import making, upkeep
from twosource.across import Judgement
from twosource.ledger import Ledger
from twosource.records import Target
from twosource.review.amended import Amendment

OLD_WIRE, OLD_UNION, OLD_OTHER = BEFORE[0], BEFORE[4], BEFORE[6]
JUDGEMENTS = (
    judged("wrong", account(UNION, 1), on=1),
    judged("not-same", account(OLD_WIRE, 0), account(UNDATED, 0), on=2, about="proposition"),
    judged("same", account(TOLL_CORRECTED, 1), account(OLD_UNION, 0), on=3, about="link"),
)


@pytest.fixture(scope="module")
def made_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the older network made of the story."""
    path = tmp_path_factory.mktemp("older") / "older.db"
    with Ledger.open(path) as opened, pytest.MonkeyPatch.context() as patched:
        older(patched)
        fill(opened, BEFORE)
    return path


@pytest.fixture
def ledger(tmp_path: Path, made_before: Path) -> Iterable[Ledger]:
    """The same, to do with as a test likes."""
    with Ledger.open(shutil.copy(made_before, tmp_path / "older.db")) as opened:
        yield opened


def fresh(path: Path, judgements: Iterable[Judgement] = ()) -> list[str]:
    """What a ledger holds that never knew the older network."""
    with Ledger.open(path) as opened:
        fill(opened, STORY, judgements)
        return content(opened)


def texts(ledger: Ledger, article: str) -> set[str]:
    """The words of the attributions of an article that count."""
    with ledger.view() as view:
        inside = upkeep.counting(view, [article])[article]
        return {one.quote for one in view.accounts(inside).values()}


@pytest.mark.parametrize("judgements", [(), JUDGEMENTS], ids=["unjudged", "judged"])
@pytest.mark.parametrize("seed", range(2))
def test_in_any_order_it_becomes_what_it_would_be(
    ledger: Ledger, tmp_path: Path, seed: int, judgements: tuple[Judgement, ...]
) -> None:
    with ledger.write() as writer:
        upkeep.judge(writer, judgements)
    expected = fresh(tmp_path / "fresh.db", judgements)
    assert content(ledger) != expected
    made = redo_all(ledger, random.Random(seed).sample(STORY, len(STORY)))
    assert content(ledger) == expected
    assert not [one for found in made for one in found.left]


def test_twice_is_once(ledger: Ledger) -> None:
    redo_all(ledger)
    before = content(ledger)
    again = redo_all(ledger)
    assert content(ledger) == before
    assert [(one.changed, one.gone, one.new) for one in again] == [(0, 0, 0)] * len(STORY)


@pytest.mark.parametrize(
    ("place", "counts"),
    [
        # same, changed, gone, new
        (0, (1, 1, 0, 1)),
        (1, (0, 0, 0, 3)),
        (3, (1, 1, 0, 0)),
        (4, (1, 0, 0, 1)),
        (5, (1, 0, 0, 0)),
        (6, (0, 0, 1, 1)),
    ],
)
def test_what_it_came_to_is_counted(ledger: Ledger, place: int, counts: tuple[int, ...]) -> None:
    with ledger.write() as writer:
        made = redo(writer, STORY[place])
    assert (made.same, made.changed, made.gone, made.new) == counts
    assert made.attributions == STORY[place].attributions


def test_comparing_writes_nothing_and_says_the_same(ledger: Ledger) -> None:
    before = content(ledger)
    with ledger.view() as view:
        told = [upkeep.compared(view, made.article, made.attributions) for made in STORY]
    assert content(ledger) == before
    assert told == redo_all(ledger)


def test_records_say_who_made_them_before_and_after(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert view.makers() == {OLDER: len(STORY)}
        assert {one.made_by for one in (*view.links(), *view.sources(), *view.propositions())} == {OLDER}
    with ledger.write() as writer:
        redo(writer, WIRE)
    now = making.made_by()
    with ledger.view() as view:
        assert view.makers() == {OLDER: len(STORY) - 1, now: 1}
        assert view.made_with([now]) == [WIRE.article.id]
        ends = {one.id for one in WIRE.attributions}
        assert {one.made_by for one in view.links() if {one.left, one.right} & ends} == {now}
        assert {one.made_by for one in view.links() if not {one.left, one.right} & ends} == {OLDER}


def test_versions_that_do_not_count_are_read_anew_and_still_do_not(ledger: Ledger) -> None:
    toll = STORY[2]
    with ledger.write() as writer:
        redo(writer, toll)
    with ledger.view() as view:
        assert not list(view.articles([toll.article.id]))
        inside = view.attributions_of([toll.article.id])[toll.article.id]
        assert [one.attribution for one in view.accounts(inside).values()] == list(toll.attributions)
        assert not view.source_of([(one, 0) for one in inside])


def test_the_full_text_forgets_what_is_gone_and_finds_what_is_new(ledger: Ledger) -> None:
    def found(words: str) -> set[str]:
        with ledger.view() as view:
            return {hit.id for hit in view.search(words) if hit.type == "attribution"}

    assert found('"in Sarnow"') == {OLD_OTHER.attributions[0].id}
    redo_all(ledger)
    assert found('"in Sarnow"') == set()
    assert found('"will strike"') == {OTHER.attributions[0].id}


def test_what_a_person_corrected_stays_and_nothing_stands_beside_it(ledger: Ledger) -> None:
    with ledger.write() as writer:
        made = amend(writer, OLD_WIRE.attributions[0].id, Amendment(polarity="deny"))
    assert made.right
    with ledger.write() as writer:
        told = redo(writer, WIRE)
    assert (told.kept, told.carried, told.left) == (2, (made,), ())
    assert WIRE.attributions[0] not in told.attributions
    with ledger.view() as view:
        counting = upkeep.counting(view, [WIRE.article.id])[WIRE.article.id]
        assert made.right.record in counting
        assert set(counting) == {made.right.record, *(one.id for one in WIRE.attributions[1:])}
        assert view.proposition_of([made.right.record])
    with ledger.write() as writer:
        upkeep.judge(writer, [withdrawal(made)])
    assert OLD_WIRE.article.text[slice(*OLD_WIRE.attributions[0].content[0])] in texts(ledger, WIRE.article.id)


def test_a_correction_that_the_network_has_learnt_is_not_counted_twice(ledger: Ledger) -> None:
    wider = WIRE.attributions[0].content
    with ledger.write() as writer:
        amend(writer, OLD_WIRE.attributions[0].id, Amendment(content=wider))
        redo(writer, WIRE)
    words = [WIRE.article.text[slice(*one.content[0])] for one in WIRE.attributions]
    assert texts(ledger, WIRE.article.id) == set(words)
    with ledger.view() as view:
        assert len(upkeep.counting(view, [WIRE.article.id])[WIRE.article.id]) == len(words)


def test_what_a_person_called_right_stays_as_they_saw_it(ledger: Ledger) -> None:
    said = judged("right", account(OLD_WIRE, 0))
    with ledger.write() as writer:
        upkeep.judge(writer, [said])
        told = redo(writer, WIRE)
    assert (told.kept, told.carried, told.moved) == (1, (said,), ())
    assert set(told.attributions) == {OLD_WIRE.attributions[0], *WIRE.attributions[1:]}


def test_what_is_called_wrong_is_wrong_for_what_is_found_of_its_passage(ledger: Ledger) -> None:
    said = judged("wrong", account(OLD_WIRE, 0))
    with ledger.write() as writer:
        upkeep.judge(writer, [said])
        told = redo(writer, WIRE)
    assert (told.carried, told.moved, told.left) == ((said,), (said,), ())
    with ledger.view() as view:
        assert WIRE.attributions[0].id not in upkeep.counting(view, [WIRE.article.id])[WIRE.article.id]


def test_a_judgement_on_what_is_gone_is_kept_and_told_of_and_takes_effect_again(ledger: Ledger) -> None:
    said = judged("wrong", account(OLD_OTHER, 0))
    with ledger.write() as writer:
        upkeep.judge(writer, [said])
        told = redo(writer, OTHER)
    assert (told.carried, told.left) == ((), (said,))
    with ledger.view() as view:
        assert said in view.judgements()
        assert upkeep.counting(view, [OTHER.article.id])[OTHER.article.id] == (OTHER.attributions[0].id,)
    with ledger.write() as writer:
        redo(writer, OLD_OTHER)
    with ledger.view() as view:
        assert upkeep.counting(view, [OTHER.article.id])[OTHER.article.id] == ()


def test_a_judgement_about_who_is_meant_holds_while_the_words_are_found(ledger: Ledger) -> None:
    with ledger.view() as view:
        mention = view.accounts([UNDATED.attributions[0].id])[UNDATED.attributions[0].id].attribution.chain[0]
        assert mention.span
        parted = upkeep.taken_out(view, (UNDATED.attributions[0].id, 0))
    said = Judgement(
        verdict="not-same", about="source", left=parted[0], right=parted[1], by="ada", made_at="2025-04-01"
    )
    with ledger.write() as writer:
        upkeep.judge(writer, [said])
        assert redo(writer, UNDATED).carried == (said,)
        assert redo(writer, otherwise(UNDATED)).left == (said,)


def test_a_statement_about_what_was_kept_speaks_of_that(tmp_path: Path) -> None:
    kept, other = OLD_WIRE.attributions[0], WIRE.attributions[1]
    target = Target(what="statement", span=WIRE.attributions[0].content[0], attribution=WIRE.attributions[0].id)
    found = (WIRE.attributions[0], replace(other, target=target))
    with Ledger.open(tmp_path / "aimed.db") as opened:
        fill(opened, [OLD_WIRE], [judged("right", account(OLD_WIRE, 0))])
        with opened.write() as writer:
            made = upkeep.redo(writer, WIRE.article, found, reader=WordReader())
    assert {one.id: one.target for one in made.attributions} == {
        kept.id: kept.target,
        other.id: replace(target, attribution=kept.id),
    }


def test_an_article_of_nothing_may_come_to_something_and_back(tmp_path: Path) -> None:
    nothing = otherwise(OTHER)
    with Ledger.open(tmp_path / "nothing.db") as opened:
        fill(opened, [nothing])
        empty = content(opened)
        assert [(one.new, one.gone) for one in redo_all(opened, [OTHER, nothing])] == [(1, 0), (0, 1)]
        assert content(opened) == empty
