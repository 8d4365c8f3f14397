"""How two accounts of one question stand to each other, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.across import Relation
from twosource.link.compare import Evidence, compatible
from twosource.link.gist import Amount, Gist
from twosource.link.score import kinds
from twosource.link.traits import choice, negated, traits
from twosource.records import Polarity
from twosource.resolve import compare as compare_speakers

_ONE_VOICE = 0.6
_WHOLE = 0.85

_OF_THE_OTHER: dict[Polarity, tuple[Relation, tuple[str, ...]]] = {
    "affirm": ("supports", ("it confirms the other",)),
    "deny": ("doubts", ("it denies the other",)),
    "withhold": ("doubts", ("it does not confirm the other",)),
}
_BOUNDS = {"at_least": "at least ", "at_most": "at most ", "about": "about ", "exact": ""}


def relation(earlier: Gist, later: Gist, found: Evidence) -> tuple[Relation, tuple[str, ...]]:
    """The relation and its reasons. That the two are about one question is settled elsewhere.

    A statement about the other statement is told by its target, opposite stances are a contradiction; all else is told
    by :mod:`twosource.link.traits`.
    """
    for one, other in ((earlier, later), (later, earlier)):
        if one.target == other.id:
            return _OF_THE_OTHER[one.polarity]
    best: Relation = "contradicts"
    if not _opposed(earlier, later) or found.own >= _WHOLE:
        best, _ = choice(traits(earlier, later, found), kinds())
    return best, tuple(_reasons(best, earlier, later, found))


def _opposed(earlier: Gist, later: Gist) -> bool:
    """Whether one affirms what the other denies or leaves open. A reprint is one utterance all the same, however its
    stance is read; and who denies that it was a bomb, or finds no sign of one, says what another affirms in "it was not
    a bomb"."""
    if earlier.polarity == later.polarity or "affirm" not in (earlier.polarity, later.polarity):
        return False
    affirming = earlier if earlier.polarity == "affirm" else later
    return not ("deny" in (earlier.polarity, later.polarity) and negated(affirming))


def _reasons(kind: Relation, earlier: Gist, later: Gist, found: Evidence) -> Iterator[str]:
    if kind in ("same", "agrees", "updates"):
        yield from _voice(earlier, later, found)
    if kind == "same" and found.own >= _WHOLE:
        yield f"{round(100 * found.own)} % of their words are the same"
    if kind == "contradicts":
        yield _against(earlier, later)
    if kind in ("differs", "updates"):
        yield from _amounts(earlier, later)
    if kind == "updates" and (days := round(10 * found.days)):
        yield "ten days later or more" if days >= 10 else "a day later" if days == 1 else f"{days} days later"


def _against(earlier: Gist, later: Gist) -> str:
    stances = {earlier.polarity, later.polarity} - {"affirm"}
    if earlier.polarity == later.polarity or not stances:
        return "their words exclude each other"
    return "one says so, the other denies it" if "deny" in stances else "one says so, the other does not confirm it"


def _voice(earlier: Gist, later: Gist, found: Evidence) -> Iterator[str]:
    if earlier.speaker and later.speaker and found.speaker >= _ONE_VOICE:
        yield f"both have it from {later.speaker.label}"
        yield from compare_speakers(earlier.speaker, later.speaker).reasons[:1]


def _amounts(earlier: Gist, later: Gist) -> Iterator[str]:
    for old in earlier.amounts:
        for new in later.amounts:
            if old.unit == new.unit and not compatible(old, new):
                yield f"{_told(old)} and {_told(new)} {new.noun}".rstrip()
                return


def _told(amount: Amount) -> str:
    low, high = amount.low, amount.high
    if low is not None and high is not None and low != high:
        return f"{low:,g} to {high:,g}"
    value = high if low is None else low
    return "?" if value is None else f"{_BOUNDS[amount.bound]}{value:,g}"
