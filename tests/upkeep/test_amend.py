"""Corrections: a new attribution takes the place of the old one, and gives it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.ledger.support import content
from tests.upkeep.corrected import account, amend, day, derived, judge, judged, span, withdrawal
from tests.upkeep.made import OTHER, REPRINT, STORY, TOLL, TOLL_CORRECTED, UNDATED, UNION, WIRE, WordReader, fill, piece
from twosource import upkeep
from twosource.errors import RecordRefused
from twosource.ledger import Ledger, View
from twosource.records import Mention
from twosource.review.amended import Amendment, speaker

DENIED = Amendment(polarity="deny", note="she was misheard")
OWNER = TOLL_CORRECTED.attributions[1].id


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with Ledger.open(tmp_path / "story.db") as opened:
        fill(opened, STORY)
        yield opened


def correct(ledger: Ledger, id_: str, amendment: Amendment, *, on: int = 1, by: str = "ada") -> tuple[str, str]:
    """The ids of a judgement and of the correction that it is about."""
    with ledger.write() as writer:
        made = amend(writer, id_, amendment, on=on, by=by)
    assert made.right
    return made.id, made.right.record


def proposition(view: View, id_: str) -> tuple[str, ...]:
    """The members of the proposition of an attribution; empty where it has none."""
    return next((one.attributions for one in view.propositions(view.proposition_of([id_]).values())), ())


def test_the_judgement_says_what_was_corrected_and_why(ledger: Ledger) -> None:
    with ledger.write() as writer:
        made = amend(writer, WIRE.attributions[0].id, DENIED)
    assert (made.verdict, made.about, made.by, made.note) == ("corrected", "attribution", "ada", "she was misheard")
    assert made.left.record == WIRE.attributions[0].id
    with ledger.view() as view:
        assert view.judgements() == [made]
        new = view.accounts([made.right.record])[made.right.record].attribution  # type: ignore[union-attr]
        assert (new.amends, new.polarity, new.polarity_score) == (WIRE.attributions[0].id, "deny", 1.0)
        assert (new.content, new.source, new.chain) == (
            WIRE.attributions[0].content,
            WIRE.attributions[0].source,
            WIRE.attributions[0].chain,
        )
        assert view.accounts([made.left.record])[made.left.record].attribution == WIRE.attributions[0]


def test_the_correction_takes_part_in_everything_and_the_old_one_in_nothing(ledger: Ledger) -> None:
    old = WIRE.attributions[0].id
    with ledger.view() as view:
        before = proposition(view, old)
    _, new = correct(ledger, old, DENIED)
    with ledger.view() as view:
        assert set(proposition(view, new)) == {new, *before} - {old}
        assert not view.proposition_of([old])
        assert next(view.propositions(view.proposition_of([new]).values())).status == "contested"
        assert {one.stance for one in view.origins(view.proposition_of([new]).values())} == {"affirm", "deny"}
        assert not view.links_at([old])
        assert {link.relation for link in view.links_at([new])} >= {"contradicts"}
        assert not view.source_of([(old, 0)])
        source = view.source_of([(new, 0), (UNDATED.attributions[0].id, 0)])
        assert len(source) == 2
        assert len(set(source.values())) == 1
        assert [hit.id for hit in view.search('"passengers drowned"') if hit.type == "attribution"].count(new) == 1
        assert old not in [hit.id for hit in view.search('"passengers drowned"')]
        assert old not in upkeep.counting(view, [WIRE.article.id])[WIRE.article.id]
        assert new in upkeep.counting(view, [WIRE.article.id])[WIRE.article.id]


def test_undo_brings_back_what_was_and_redo_what_was_undone(ledger: Ledger) -> None:
    before = content(ledger)
    with ledger.write() as writer:
        made = amend(writer, WIRE.attributions[0].id, DENIED)
    assert made.right
    new, corrected = made.right.record, content(ledger)
    judge(ledger, withdrawal(made))
    assert derived(content(ledger), new) == before
    _, again = correct(ledger, WIRE.attributions[0].id, DENIED, on=25)
    assert again == new
    assert derived(content(ledger)) == derived(corrected)


@pytest.mark.parametrize(
    "amendment",
    [
        Amendment(content=(span(WIRE, "at least four passengers drowned"),)),
        Amendment(source=(span(WIRE, "The Orrin Shipping Company"),)),
        Amendment(chain=(Mention(name="Karl Brandt", kind="person", anonymity="named", role="owner"),)),
        Amendment(chain=()),
        Amendment(certainty="possible"),
        Amendment(polarity="withhold", certainty="probable", source=()),
    ],
)
def test_any_correction_can_be_undone(ledger: Ledger, amendment: Amendment) -> None:
    before = content(ledger)
    with ledger.write() as writer:
        made = amend(writer, WIRE.attributions[0].id, amendment)
    assert content(ledger) != before
    judge(ledger, withdrawal(made))
    assert made.right
    assert derived(content(ledger), made.right.record) == before


def test_a_new_speaker_moves_the_statement_to_another_source(ledger: Ledger) -> None:
    old = UNION.attributions[1].id
    with ledger.view() as view:
        owner = next(one for one in view.sources() if one.name == "Karl Brandt")
    _, new = correct(ledger, old, Amendment(chain=(speaker(owner),)))
    with ledger.view() as view:
        assert view.source_of([(new, 0)])[new, 0] == view.source_of([(OWNER, 0)])[OWNER, 0]
        assert "The seamen's union" not in [one.name for one in view.sources()]


def test_a_new_content_is_read_anew(ledger: Ledger) -> None:
    words = span(WIRE, "at least four passengers drowned")
    _, new = correct(ledger, WIRE.attributions[0].id, Amendment(content=(words,)))
    with ledger.view() as view:
        found = view.accounts([new])[new]
        assert found.quote == "at least four passengers drowned"
        assert [(one.low, one.bound) for one in found.attribution.figures] == [(4, "at_least")]
        assert found.attribution.about is None
        assert UNDATED.attributions[0].id in proposition(view, new)


def test_of_two_corrections_the_later_in_force_outranks_and_both_stay_on_record(ledger: Ledger) -> None:
    old = WIRE.attributions[0].id
    _, hers = correct(ledger, old, DENIED, on=1, by="ada")
    _, his = correct(ledger, old, Amendment(certainty="possible"), on=2, by="bo")

    def standing() -> list[str]:
        with ledger.view() as view:
            return [one for one in (old, hers, his) if view.proposition_of([one])]

    assert standing() == [his]
    with ledger.view() as view:
        given = view.judgements()
        assert [one.by for one in given] == ["ada", "bo"]
        assert set(view.accounts([old, hers, his])) == {old, hers, his}
    judge(ledger, withdrawal(given[1]))
    assert standing() == [hers]
    judge(ledger, withdrawal(given[0], on=21))
    assert standing() == [old]


def test_a_correction_can_be_corrected_called_wrong_or_right(ledger: Ledger) -> None:
    old = account(WIRE, 0)
    _, once = correct(ledger, old.id, DENIED, on=1)
    second, twice = correct(ledger, once, Amendment(certainty="possible"), on=2)
    with ledger.view() as view:
        found = view.accounts([once, twice])
        assert [one for one in (old.id, once, twice) if view.proposition_of([one])] == [twice]
        assert (found[twice].attribution.amends, found[twice].attribution.polarity) == (once, "deny")
    for verdict, about, expected in (
        (judged("wrong", found[twice], on=3), "called wrong", []),
        (judged("right", found[once], on=4), "the first is right", [once]),
        (judged("right", old, on=5), "the old one is right after all", [old.id]),
    ):
        judge(ledger, verdict)
        with ledger.view() as view:
            assert [one for one in (old.id, once, twice) if view.proposition_of([one])] == expected, about
    with ledger.view() as view:
        given = {one.id: one for one in view.judgements()}
    judge(ledger, withdrawal(given[second]))
    with ledger.view() as view:
        assert [one for one in (old.id, once, twice) if view.proposition_of([one])] == [old.id]


def test_a_verdict_on_a_pair_holds_for_the_correction(ledger: Ledger) -> None:
    judge(ledger, judged("same", account(WIRE, 0), account(OTHER, 0), about="proposition", on=1))
    _, new = correct(ledger, WIRE.attributions[0].id, DENIED, on=2)
    with ledger.view() as view:
        assert OTHER.attributions[0].id in proposition(view, new)
    with ledger.view() as view:
        corrected = view.accounts([new])[new]
        (made,) = (one for one in view.judgements() if one.verdict == "corrected")
    judge(ledger, judged("not-same", corrected, account(OTHER, 0), about="proposition", on=3))
    with ledger.view() as view:
        assert OTHER.attributions[0].id not in proposition(view, new)
    judge(ledger, withdrawal(made))
    with ledger.view() as view:
        assert OTHER.attributions[0].id not in proposition(view, WIRE.attributions[0].id)


def test_who_speaks_of_what_was_corrected_speaks_of_the_correction(tmp_path: Path) -> None:
    text = (
        "Pier closed\n\nThe pier of Orrin was unsafe, inspector Ida Wren said in a report. Mayor Tom Vesk called the "
        "report on the unsafe pier of Orrin a fake."
    )
    made = piece(
        text,
        ("inspector Ida Wren", "said", "The pier of Orrin was unsafe"),
        ("Mayor Tom Vesk", "called", "the report on the unsafe pier of Orrin a fake"),
        url="https://pier.example/1",
    )
    assert made.attributions[1].target
    assert made.attributions[1].target.attribution == made.attributions[0].id
    with Ledger.open(tmp_path / "pier.db") as ledger:
        fill(ledger, [made])
        _, new = correct(ledger, made.attributions[0].id, Amendment(certainty="certain"))
        with ledger.view() as view:
            (link,) = view.links_at([new])
        assert (link.left, link.right, link.relation) == (made.attributions[1].id, new, "doubts")


@pytest.mark.parametrize(
    ("amendment", "reason"),
    [
        (Amendment(), "nothing is changed"),
        (Amendment(polarity="affirm"), "nothing is changed"),
        (Amendment(content=()), "without content"),
        (Amendment(content=((40, 40),)), "is empty"),
        (Amendment(content=((50, 60), (40, 45))), "out of order"),
        (Amendment(content=((50, 60), (55, 70))), "out of order"),
        (Amendment(content=((0, 10_000),)), "outside a text"),
        (Amendment(content=((120, 121),)), "holds no words"),
        (Amendment(content=((100, 130),)), "overlap"),
        (Amendment(source=((30, 60),)), "overlap"),
        (Amendment(chain=(Mention(name="A", kind="person", anonymity="named", span=(9, 9)),)), "is empty"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_of_it_is_kept(
    ledger: Ledger, amendment: Amendment, reason: str
) -> None:
    before = content(ledger)
    with pytest.raises(RecordRefused, match=reason), ledger.write() as writer:
        amend(writer, WIRE.attributions[0].id, amendment)
    assert content(ledger) == before


def test_what_is_not_there_cannot_be_corrected(ledger: Ledger) -> None:
    with pytest.raises(RecordRefused, match="there is no attribution 0123"), ledger.write() as writer:
        upkeep.amend(writer, "0123", DENIED, by="ada", made_at=day(1), reader=WordReader())


def test_of_an_older_version_a_correction_is_kept_and_changes_nothing(ledger: Ledger) -> None:
    before = content(ledger)
    _, new = correct(ledger, TOLL.attributions[0].id, DENIED)
    assert derived(content(ledger), new) == before
    assert not [line for line in content(ledger) if '"aside"' in line]


def test_a_correction_of_a_reprint_leaves_the_other_print_as_it_is(ledger: Ledger) -> None:
    _, new = correct(ledger, REPRINT.attributions[1].id, Amendment(polarity="deny"))
    with ledger.view() as view:
        assert view.proposition_of([WIRE.attributions[1].id])
        assert view.proposition_of([new])
