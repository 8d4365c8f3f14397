"""The mentions of a source, against what a view tells of them one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.support import page, statements
from twosource.across import Origin, Proposition, Source
from twosource.ledger import Ledger
from twosource.ledger.spoken import spoken, takes
from twosource.records import Attribution, Interval, Mention, Polarity

OUTLET = Mention(name="Hill Post", kind="outlet", anonymity="named")
FELD = Mention(name="Anna Feld", kind="person", anonymity="named", role="Mayor")
DATED = page()
UNDATED = page("Undated\n\nNobody knows when this was said.", url=None, outlet=None, published=None)


def told() -> list[Attribution]:
    alone, relayed = (
        replace(one, chain=chain) for one, chain in zip(statements(DATED), ((FELD,), (OUTLET, FELD)), strict=True)
    )
    said = Interval(start="2025-03-04", end="2025-03-05", text="on Tuesday")
    later, never = (replace(one, chain=(FELD,)) for one in statements(UNDATED))
    return [alone, relayed, replace(later, said=said), never]


@pytest.fixture
def filled(ledger: Ledger) -> tuple[Source, Source]:
    """The sources: who speaks, and who passes on."""
    found = told()
    mentions = [(one.id, len(one.chain) - 1) for one in found]
    speaker = Source(name="Anna Feld", kind="person", anonymity="named", mentions=tuple(sorted(mentions)))
    outlet = Source(name="Hill Post", kind="outlet", anonymity="named", mentions=((found[1].id, 0),))
    with ledger.write() as writer:
        writer.add(DATED, found[:2])
        writer.add(UNDATED, found[2:])
        writer.put_sources([speaker, outlet])
    return speaker, outlet


def test_every_mention_with_its_record(ledger: Ledger, filled: tuple[Source, Source]) -> None:
    with ledger.view() as view:
        for source in filled:
            found = spoken(view, source.id)
            assert tuple((one.attribution, one.place) for one in found) == source.mentions
            accounts = view.accounts(one.attribution for one in found)
            for one in found:
                assert one.record == accounts[one.attribution].attribution.as_dict()
                assert one.article == accounts[one.attribution].article.id
                assert one.is_last is (one.place == len(accounts[one.attribution].attribution.chain) - 1)
                assert (one.outlet is None) is (accounts[one.attribution].article.outlet is None)
        assert spoken(view, "nobody") == []


def test_when_it_was_said_else_printed(ledger: Ledger, filled: tuple[Source, Source]) -> None:
    with ledger.view() as view:
        when = {one.attribution: one.when for one in spoken(view, filled[0].id)}
    printed = "2025-03-05T06:00:00+00:00"
    assert [when[one.id] for one in told()] == [printed, printed, "2025-03-04T00:00:00+00:00", ""]


@pytest.mark.parametrize("wanted", [("denies",), ("denies", "withholds"), ("says-so", "may-be"), ()])
def test_in_which_propositions_somebody_takes_a_stance(
    ledger: Ledger, filled: tuple[Source, Source], wanted: tuple[str, ...]
) -> None:
    stances: tuple[Polarity, ...] = ("affirm", "deny", "withhold")
    made = [
        Proposition(attributions=(one.id,), wording="w", status="contested", independent=(0, 1)) for one in told()[:3]
    ]
    with ledger.write() as writer:
        writer.put_propositions(
            made,
            [
                Origin(
                    proposition=p.id, root="r", basis="utterance", why=(), attributions=p.attributions, stance=stance
                )
                for p, stance in zip(made, stances, strict=True)
            ],
        )
    named = {"affirm": "says-so", "deny": "denies", "withhold": "withholds"}
    expected = {p.id for p, stance in zip(made, stances, strict=True) if named[stance] in wanted}
    with ledger.view() as view:
        assert takes(view, [p.id for p in made], wanted) == expected  # type: ignore[arg-type]
        assert takes(view, [], wanted) == set()  # type: ignore[arg-type]
        assert filled
