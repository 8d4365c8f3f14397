"""Judging: what is kept, and what it does."""

from __future__ import annotations

import pytest

from tests.room.judging_made import (
    OSTROW_SAID,
    OWNER_DENIED,
    SANK,
    TOLL_SAID,
    UNDATED_SAID,
    UNION_SAID,
    Desk,
    proposition,
    read,
    source_named,
    thing,
)
from tests.upkeep.made import TOLL_CORRECTED
from twosource.records import Mention
from twosource.review.amended import Amendment
from twosource.room import judging
from twosource.room.judging import Thing


@pytest.mark.parametrize(
    ("about", "verdict", "right"),
    [
        (thing("attribution", TOLL_SAID), "right", None),
        (thing("attribution", TOLL_SAID), "wrong", None),
        (thing("proposition", TOLL_SAID, SANK), "same", SANK),
        (thing("link", TOLL_SAID, SANK), "not-same", SANK),
        (thing("proposition", TOLL_SAID, SANK), "unsure", SANK),
        (thing("attribution", TOLL_SAID, SANK), "same", SANK),
    ],
)
def test_a_verdict_on_statements_is_anchored_in_their_passages(
    ada: Desk, about: Thing, verdict: str, right: str | None
) -> None:
    kept = ada.kept(about, verdict, note=" seen it ")
    assert (kept.verdict, kept.about, kept.by, kept.note) == (verdict, about.about, "ada", "seen it")
    own = TOLL_CORRECTED.attributions[0]
    assert kept.left.as_dict() == {
        "record": own.id,
        "article": TOLL_CORRECTED.article.id,
        "span": [own.content[0][0], own.content[-1][1]],
        "name": None,
    }
    assert (kept.right.record if kept.right else None) == right
    assert kept in ada.judgements


def test_a_grade_is_kept_on_its_own_axis(ada: Desk) -> None:
    ostrow = read(ada.ledger, lambda view: source_named(view, "Jana Ostrow"))
    of_source = ada.kept(thing("source", ostrow), "grade", reliability="B")
    of_statement = ada.kept(thing("attribution", TOLL_SAID), "grade", credibility=3)
    assert (of_source.reliability, of_source.credibility, of_source.left.name) == ("B", None, "Jana Ostrow")
    assert (of_statement.reliability, of_statement.credibility) == (None, 3)


def test_two_sources_become_one_and_two_again(ada: Desk) -> None:
    brandt, ostrow = (read(ada.ledger, lambda view, n=n: source_named(view, n)) for n in ("Karl Brandt", "Jana Ostrow"))
    one = ada.judge(thing("source", brandt, ostrow), "same")
    assert one.effect
    assert one.effect.sources == (2, 1)
    assert read(ada.ledger, lambda view: source_named(view, "Karl Brandt") == source_named(view, "Jana Ostrow"))
    # One of the two ids is of nobody now; whoever saw both may still answer.
    two = ada.judge(thing("source", brandt, ostrow), "not-same", by="ben")
    assert two.kind == "kept"
    assert read(ada.ledger, lambda view: source_named(view, "Karl Brandt") != source_named(view, "Jana Ostrow"))


@pytest.mark.parametrize(
    ("verdict", "apart"), [("same", False), ("not-same", True), ("unsure", False), ("right", False)]
)
def test_what_a_score_made_one_source_is_one_or_two(ada: Desk, verdict: str, apart: bool) -> None:
    oslo = read(ada.ledger, lambda view: source_named(view, "Oslo"))
    waited = read(ada.ledger, lambda view: [one.left for one in view.cases(about="source")])
    assert waited == [oslo]
    ada.kept(thing("source", oslo), verdict)
    assert (
        read(ada.ledger, lambda view: source_named(view, "Oslo") != source_named(view, "Norwegian government")) is apart
    )
    assert read(ada.ledger, lambda view: view.cases(about="source")) == []


def test_a_mention_is_taken_out_of_its_source(ada: Desk) -> None:
    ostrow = read(ada.ledger, lambda view: source_named(view, "Jana Ostrow"))
    outcome = ada.judge(thing("source", f"{UNDATED_SAID}/0", ostrow), "not-same")
    assert outcome.kind == "kept"
    found = read(ada.ledger, lambda view: view.source_of([(UNDATED_SAID, 0), (SANK, 0)]))
    assert found[UNDATED_SAID, 0] != found[SANK, 0]


def test_a_statement_is_split_off_its_proposition_and_the_others_stay_together(ada: Desk) -> None:
    whole = proposition(ada.ledger, TOLL_SAID)
    members = set(read(ada.ledger, lambda view: next(iter(view.propositions([whole]))).attributions))
    outcome = ada.judge(thing("proposition", OSTROW_SAID, whole), "not-same")
    assert outcome.kind == "kept"
    assert outcome.effect
    assert outcome.effect.regrouped == 1
    alone = proposition(ada.ledger, OSTROW_SAID)
    assert alone != proposition(ada.ledger, TOLL_SAID)
    rest = {one for one in members if proposition(ada.ledger, one) == proposition(ada.ledger, TOLL_SAID)}
    assert rest == members - {OSTROW_SAID}


SIX = TOLL_CORRECTED.attributions[0].content[0]


@pytest.mark.parametrize(
    "changes",
    [
        Amendment(polarity="deny"),
        Amendment(certainty="possible"),
        Amendment(content=((SIX[0], SIX[1] - len(" off Orrin")),)),
        Amendment(chain=(Mention(name="Lea Moen", kind="person", anonymity="named"),)),
    ],
)
def test_a_correction_takes_the_place_of_what_it_corrects_until_it_is_taken_back(ada: Desk, changes: Amendment) -> None:
    before = read(ada.ledger, lambda view: view.proposition_of([TOLL_SAID]))
    outcome = ada.judge(thing("attribution", TOLL_SAID), "corrected", changes=changes, note="read again")
    assert outcome.kind == "kept", outcome.reasons
    assert outcome.judgement
    assert outcome.judgement.right
    assert outcome.judgement.note == "read again"
    new = outcome.judgement.right.record
    assert read(ada.ledger, lambda view: set(view.proposition_of([TOLL_SAID, new]))) == {new}
    assert outcome.effect
    assert (outcome.effect.left_out, outcome.effect.taken_in) == (0, 0)
    ada.withdraw(outcome.judgement)
    assert read(ada.ledger, lambda view: view.proposition_of([TOLL_SAID, new])) == before


def test_what_a_verdict_changed_is_remembered(ada: Desk) -> None:
    outcome = ada.judge(thing("proposition", UNION_SAID, OWNER_DENIED), "same")
    assert outcome.judgement
    assert outcome.effect
    assert outcome.effect.text == "status: denied → contested; independent origins: 0 → 1; 1 statement regrouped"
    told = read(ada.ledger, lambda view: judging.effects(view, [outcome.judgement.id, "0" * 16]))
    assert told == {outcome.judgement.id: outcome.effect.text}
