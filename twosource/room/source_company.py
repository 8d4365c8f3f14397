"""Whom a source is heard with: who passes its words on, whose words it passes on, who contradicts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Origin, Proposition
from twosource.brief.records import Stance
from twosource.brief.stance import stance
from twosource.export.words import plain
from twosource.ledger import View
from twosource.ledger.glance import unmentioned
from twosource.ledger.spoken import Spoken
from twosource.records import Polarity
from twosource.room.source_said import shortened
from twosource.room.sources import labelled

MOST = 40
"""Companions of a kind, those with most statements."""

PROPOSITIONS = 12
"""Propositions on which one source contradicts another."""

_AGAINST: Mapping[Stance, tuple[Stance, ...]] = {
    "says-so": ("denies", "no-sign"),
    "may-be": ("denies",),
    "denies": ("says-so", "may-be"),
    "no-sign": ("says-so",),
}
_OPPOSED: Mapping[Polarity, tuple[Stance, ...]] = {
    "affirm": ("denies", "no-sign"),
    "deny": ("says-so", "may-be"),
    "withhold": ("says-so",),
}
"""How those stand whom an origin of that stance may stand against: a refusal to say anything stands against none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """An outlet (``source`` is ``None``) or another source, and how many ``statements`` the two have together."""

    label: str
    source: str | None
    statements: int

    def as_dict(self) -> dict[str, Any]:
        """An element of ``outlets``, ``through`` and ``relays``."""
        return {"label": self.label, "source": self.source, "statements": self.statements}


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A statement of one of two that stand against each other; ``quote`` are its words, cut short."""

    attribution: str
    article: str
    stance: Stance
    quote: str

    def as_dict(self) -> dict[str, Any]:
        """The ``own`` and the ``other`` of a clash."""
        return {
            "attribution": self.attribution,
            "article": self.article,
            "stance": self.stance,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A proposition on which two sources stand against each other, with a statement of each."""

    proposition: Proposition
    own: End
    other: End

    def as_dict(self) -> dict[str, Any]:
        """An element of ``propositions`` of one of ``disputes``."""
        return {
            "proposition": self.proposition.id,
            "wording": self.proposition.wording,
            "own": self.own.as_dict(),
            "other": self.other.as_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Another source that stands against it: on how many propositions, and :data:`PROPOSITIONS` of them at most."""

    source: str
    label: str
    number: int
    clashes: tuple[Clash, ...]

    def as_dict(self) -> dict[str, Any]:
        """An element of ``disputes``."""
        return {
            "source": self.source,
            "label": self.label,
            "number": self.number,
            "propositions": [clash.as_dict() for clash in self.clashes],
        }


def outlets(view: View, own: Iterable[Spoken]) -> tuple[Companion, ...]:
    """Who prints it, as one of their articles names itself."""
    counted: Counter[str] = Counter()
    example: dict[str, str] = {}
    for one in own:
        if one.outlet is not None:
            counted[one.outlet] += 1
            example[one.outlet] = min(example.get(one.outlet, one.article), one.article)
    most = sorted(counted, key=lambda one: (-counted[one], one))[:MOST]
    names = {article.id: article.outlet for article in view.articles([example[one] for one in most])}
    return tuple(
        Companion(label=plain(name), source=None, statements=counted[one])
        for one in most
        if (name := names.get(example[one]))
    )


def through(view: View, source_id: str, own: Iterable[Spoken]) -> tuple[Companion, ...]:
    """The sources that stand before it in the chains of what it says."""
    found = view.source_of([(one.attribution, place) for one in own for place in range(one.place)])
    return _companions(view, Counter(other for other in found.values() if other != source_id))


def relays(view: View, source_id: str, relayed: Iterable[Spoken]) -> tuple[Companion, ...]:
    """The sources whose words it passes on: those at the end of the chains that it stands in."""
    found = view.source_of([(one.attribution, len(one.record["chain"]) - 1) for one in relayed])
    return _companions(view, Counter(other for other in found.values() if other != source_id))


def _companions(view: View, counted: Counter[str]) -> tuple[Companion, ...]:
    most = sorted(counted, key=lambda one: (-counted[one], one))[:MOST]
    labels = dict(labelled(view, unmentioned(view, most)))
    return tuple(Companion(label=labels[one], source=one, statements=counted[one]) for one in most if one in labels)


def disputes(
    view: View, source_id: str, own: Mapping[str, Mapping[str, Stance]], origins: Mapping[str, Sequence[Origin]]
) -> tuple[tuple[Dispute, ...], int]:
    """Who stands against what it says, on most propositions first, :data:`MOST` at most; and how many there are.
    ``own`` are its statements by proposition, each with how it stands; ``origins`` those of the same propositions."""
    clashes: dict[str, dict[str, tuple[End, End]]] = defaultdict(dict)
    for other, proposition, ends in _clashes(view, own, origins):
        if other != source_id:
            clashes[other].setdefault(proposition, ends)
    ordered = sorted(clashes, key=lambda one: (-len(clashes[one]), one))
    labels = dict(labelled(view, unmentioned(view, ordered[:MOST])))
    wanted = sorted({one for other in labels for one in clashes[other]})
    known = {one.id: one for one in view.propositions(wanted)}
    return tuple(
        _dispute(other, labels[other], [(known[one], *ends) for one, ends in clashes[other].items() if one in known])
        for other in ordered[:MOST]
        if other in labels
    ), len(ordered)


def _dispute(other: str, label: str, clashes: Sequence[tuple[Proposition, End, End]]) -> Dispute:
    heaviest = sorted(clashes, key=lambda one: (-one[0].weight, one[0].id))[:PROPOSITIONS]
    return Dispute(
        source=other,
        label=label,
        number=len(clashes),
        clashes=tuple(Clash(proposition=found, own=own, other=against) for found, own, against in heaviest),
    )


def _clashes(
    view: View, own: Mapping[str, Mapping[str, Stance]], origins: Mapping[str, Sequence[Origin]]
) -> Iterator[tuple[str, str, tuple[End, End]]]:
    """Each source that stands against it, the proposition, and a statement of each."""
    against = {
        origin.attributions[0]: origin
        for one, said in sorted(own.items())
        for origin in origins.get(one, ())
        if any(how in _OPPOSED[origin.stance] for how in said.values())
    }
    own_ones = {one for origin in against.values() for one in own[origin.proposition]}
    accounts = view.accounts(sorted({*against, *own_ones}))
    speakers = view.speaker_of(accounts[one] for one in against if one in accounts)
    for one, other in sorted(speakers.items()):
        stands = own[against[one].proposition]
        how = stance(accounts[one], against[one].stance)
        opposed = [accounts[id_] for id_ in stands if id_ in accounts and how in _AGAINST.get(stands[id_], ())]
        if opposed:
            first = min(opposed, key=lambda account: account.order)
            yield other, against[one].proposition, (_end(first, stands[first.id]), _end(accounts[one], how))


def _end(account: Account, stance: Stance) -> End:
    return End(attribution=account.id, article=account.article.id, stance=stance, quote=shortened(account))
