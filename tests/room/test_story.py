"""A proposition in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.web import made
from twosource.across import Anchor, Judgement, Link
from twosource.brief.entries import entries
from twosource.ledger import Ledger, Writer
from twosource.records import Attribution
from twosource.room.story import Story, story


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made.make(tmp_path / "mill.db")
    with Ledger.open(tmp_path / "mill.db") as opened:
        yield opened


def shown(ledger: Ledger, id_: str = made.DEATHS.id) -> Story:
    with ledger.view() as view:
        found = story(view, id_)
    assert found is not None
    return found


def test_there_is_none_where_there_is_none(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert story(view, "nothing") is None


def test_it_is_what_a_brief_says_of_it(ledger: Ledger) -> None:
    found = shown(ledger)
    with ledger.view() as view:
        (entry,) = entries(view, list(view.propositions([made.DEATHS.id])))
    assert found.entry == replace(entry, links=())
    assert found.links.items == entry.links == (made.LINKS[0],)
    told = found.as_dict()
    assert {name: told[name] for name in entry.as_dict()} == entry.as_dict()
    assert (told["links_count"], told["related"], told["judgements"]) == (1, [], [])


def test_it_is_made_anew_when_the_ledger_has_changed(ledger: Ledger) -> None:
    assert shown(ledger).entry.proposition == made.DEATHS
    worded = replace(made.DEATHS, wording="the mill fire killed two")
    with ledger.write() as writer:
        writer.put_propositions([worded], made.ORIGINS[:2])
    assert shown(ledger).entry.proposition == worded


def _tie(left: Attribution, right: Attribution, relation: str, score: float) -> Link:
    return Link(left=left.id, right=right.id, relation=relation, score=score)  # type: ignore[arg-type]


def test_related_propositions_by_their_surest_link(ledger: Ledger) -> None:
    with ledger.write() as writer:
        writer.put_links(
            [
                _tie(made.FELD, made.WORKER, "contradicts", 0.4),
                _tie(made.FELD, made.OTT, "contradicts", 0.6),
                # Below what grouping takes for a chance, and of a relation that is weighed in grouping.
                _tie(made.BRANDT, made.GUARD, "contradicts", 0.2),
                _tie(made.BRANDT, made.GUARD, "updates", 0.9),
                _tie(made.GUARD, made.FELD, "doubts", 0.05),
                _tie(made.BRANDT, made.OTT, "supports", 0.05),
            ]
        )
    found = shown(ledger).related
    assert [(one.proposition.id, one.link.relation, one.forward) for one in found] == [
        *sorted([(made.KNOWN.id, "doubts", False), (made.DOORS.id, "supports", True)], key=_surest(found)),
        (made.DOORS.id, "contradicts", True),
    ]
    assert found[-1].link.score == 0.6
    told = found[-1].as_dict()
    assert (told["id"], told["status"], told["link"]["relation"]) == (made.DOORS.id, "contested", "contradicts")


def _surest(found: tuple[object, ...]) -> object:
    order = [(one.proposition.id, one.link.relation, one.forward) for one in found]  # type: ignore[attr-defined]
    return order.index


def verdict(of: Attribution, article: str, span: tuple[int, int], **fields: str) -> Judgement:
    given = {"verdict": "right", "about": "attribution", "by": "Jo", "made_at": "2025-03-07T08:00:00Z", **fields}
    return Judgement(left=Anchor(record=of.id, article=article, span=span), **given)  # type: ignore[arg-type]


def judge(writer: Writer, *given: Judgement) -> None:
    for one in given:
        writer.judge(one)


FELD_SPAN = (made.FELD.content[0][0], made.FELD.content[-1][1])
RIGHT = verdict(made.FELD, made.POST.id, FELD_SPAN)


def test_judgements_bear_on_the_statements_at_their_anchors(ledger: Ledger) -> None:
    # A new extraction gave the statement another id; its passage is the same.
    other = replace(
        RIGHT, left=replace(RIGHT.left, record="0123456789abcdef"), made_at="2025-03-08T08:00:00Z", by="Ida"
    )
    elsewhere = verdict(made.OTT, made.COURIER.id, (made.OTT.content[0][0], made.OTT.content[0][1]))
    with ledger.write() as writer:
        judge(writer, RIGHT, other, elsewhere)
    found = shown(ledger).judged
    assert [(one.judgement, one.attributions) for one in found] == [(other, (made.FELD.id,)), (RIGHT, (made.FELD.id,))]
    assert [one.judgement for one in shown(ledger, made.DOORS.id).judged] == [elsewhere]


def test_a_verdict_on_a_pair_names_both(ledger: Ledger) -> None:
    brandt = (made.BRANDT.content[0][0], made.BRANDT.content[-1][1])
    pair = replace(
        RIGHT,
        verdict="same",
        about="proposition",
        right=Anchor(record=made.BRANDT.id, article=made.RADIO.id, span=brandt),
    )
    with ledger.write() as writer:
        judge(writer, pair)
    (found,) = shown(ledger).judged
    assert found.attributions == (made.FELD.id, made.BRANDT.id)


def test_what_was_taken_back_says_so(ledger: Ledger) -> None:
    back = Judgement(
        verdict="withdrawn",
        about="attribution",
        left=Anchor(record=RIGHT.id, article=made.POST.id, span=FELD_SPAN),
        by="Ida",
        made_at="2025-03-09T08:00:00Z",
    )
    with ledger.write() as writer:
        judge(writer, RIGHT, back)
    (found,) = shown(ledger).judged
    assert (found.judgement, found.withdrawn) == (RIGHT, back)
    told = found.as_dict()
    assert (told["withdrawn_by"], told["withdrawn_at"]) == ("Ida", "2025-03-09T08:00:00Z")
