"""Cases about one statement: whether it was read rightly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from twosource.across import Account, Case
from twosource.origins.otherwise import turned
from twosource.records import Polarity
from twosource.review.look import Look, Settled
from twosource.review.worth import Stand, change, consequence

LEAST = 0.3
"""Doubt from which a reading is asked about: 15 of 100 statements of 872 news articles have as much."""
_ASKED = 4
"""Statements of a proposition whose consequences are worked out, the most doubtful first."""

_STANCE: Mapping[Polarity, str] = MappingProxyType(
    {"affirm": "says that it is so", "deny": "denies it", "withhold": "leaves it open"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A way in which a statement may have been misread: the ``chance`` of it, how the proposition would then stand, and
    the doubt in words."""

    chance: float
    after: Stand
    words: str


def readings(look: Look, settled: Settled) -> Iterator[Case]:
    """The cases of a proposition's statements whose reading is least sure. ``doubt`` is the chance that the spans, the
    stance or the certainty is not right, by their calibrated scores."""
    unsure = [(doubt(one), one) for one in look.members if one.id not in settled.extractions]
    asked = sorted((entry for entry in unsure if entry[0] >= LEAST), key=lambda entry: (-entry[0], entry[1].order))
    for chance, one in asked[:_ASKED]:
        yield _case(look, one, chance)


def doubt(account: Account) -> float:
    """The chance that something of a statement is not as it was read."""
    spans, polarity, certainty = _sure(account)
    return round(1 - spans * polarity * certainty, 4)


def _sure(account: Account) -> tuple[float, float, float]:
    one = account.attribution
    told = (one.confidence, one.polarity_score, one.certainty_score)
    spans, polarity, certainty = (1.0 if score is None else score for score in told)
    return spans, polarity, certainty


def _case(look: Look, one: Account, chance: float) -> Case:
    now = look.stand
    outcomes = [_no_statement(look, one), _other_stance(look, one), _other_certainty(look, one)]
    expected = sum(outcome.chance * change(now, outcome.after) for outcome in outcomes)
    most = max(outcomes, key=lambda outcome: outcome.chance * change(now, outcome.after))
    return Case(
        about="attribution",
        left=one.id,
        proposition=look.proposition.id,
        doubt=chance,
        worth=round(expected * look.proposition.weight, 4),
        reasons=(most.words, *consequence(now, most.after)),
    )


def _no_statement(look: Look, one: Account) -> Outcome:
    sure = _sure(one)[0]
    words = f"words like these are somebody's statement, with these borders and this speaker, {_share(sure)}"
    return Outcome(1 - sure, look.without(one.id), words)


def _other_stance(look: Look, one: Account) -> Outcome:
    read, sure = one.attribution.polarity, _sure(one)[1]
    other: Polarity = "deny" if read == "affirm" else "affirm"
    changed = replace(one, attribution=replace(one.attribution, polarity=other))
    after = look.with_other(changed, turned(look.standing, one.id, other))
    return Outcome(1 - sure, after, f"that the speaker {_STANCE[read]} is right {_share(sure)}")


def _other_certainty(look: Look, one: Account) -> Outcome:
    read, sure = one.attribution.certainty, _sure(one)[2]
    hedged = read in ("possible", "probable")
    changed = replace(one, attribution=replace(one.attribution, certainty="unstated" if hedged else "possible"))
    told = f"finds it {read}" if hedged else "has no doubt of it"
    after = look.with_other(changed, look.standing)
    return Outcome(1 - sure, after, f"that the speaker {told} is right {_share(sure)}")


def _share(sure: float) -> str:
    return f"in {round(100 * sure)} of 100 cases"
