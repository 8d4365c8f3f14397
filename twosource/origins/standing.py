"""Which accounts of a proposition have one origin, how many origins are independent, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from twosource.across import Account, Basis, Judgement, Origin
from twosource.origins.bodies import side
from twosource.origins.copies import Copy
from twosource.origins.doubts import doubt, telling
from twosource.origins.joins import Join, joins
from twosource.origins.leanings import leanings
from twosource.origins.parts import parts
from twosource.origins.reprints import reprints
from twosource.origins.verdicts import apart, judged
from twosource.origins.voices import SourceOf, Voice, voices
from twosource.origins.withdrawals import withdrawn
from twosource.records import Polarity

_STRENGTH: tuple[Basis, ...] = ("copy", "credit", "citation", "utterance", "family", "own-word")
"""What an origin is named for where several things join its accounts: text before words of people."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two origins, by id, that are not shown to be independent, and why."""

    left: str
    right: str
    why: str

    def as_dict(self) -> dict[str, str]:
        """The doubt as an object."""
        return {"left": self.left, "right": self.right, "why": self.why}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the support of a proposition stands.

    ``origins`` are a partition of all its accounts, denials and refusals too, earliest first. ``independent`` counts
    affirming ones: at least so many are shown to be independent of one another, at most so many are not shown to
    depend on another. ``doubts`` are the pairs in between. ``withdrawn`` are the ids of affirming origins that their
    own speaker took back.
    """

    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    doubts: tuple[Doubt, ...] = ()
    withdrawn: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The standing as an object."""
        return {
            "origins": [origin.as_dict() for origin in self.origins],
            "independent": {"low": self.independent[0], "high": self.independent[1]},
            "doubts": [found.as_dict() for found in self.doubts],
            "withdrawn": list(self.withdrawn),
        }


def origins(
    accounts: Sequence[Account],
    *,
    proposition: str,
    source_of: SourceOf,
    copies: Sequence[Copy],
    judgements: Sequence[Judgement] = (),
    stances: Mapping[str, Polarity] | None = None,
) -> Standing:
    """The origins of all ``accounts`` of the proposition with id ``proposition``; whatever the order of the arguments.

    ``source_of`` gives the source that a mention of an attribution resolved to. ``copies`` may be those of all
    articles. A judgement ``same`` or ``not-same`` about two attributions joins them or keeps them apart, whatever
    the evidence. ``stances`` are those of accounts to the proposition, by attribution id, where they are not the
    polarity of their words ("nothing but grain" denies munitions).

    The range follows the design: joined on shared text, declared credit, citation or one speaker's word, never on
    agreement (Dong, Berti-Equille & Srivastava 2009 found that shared true values tell nothing of copying).
    """
    heard = voices(accounts, source_of, stances)
    found = sorted({*judged(heard, judgements), *reprints(heard, copies), *joins(heard), *leanings(heard)}, key=_order)
    groups, used = parts(len(heard), [(join.left, join.right) for join in found], apart(heard, judgements))
    tied = [found[number] for number in used]
    made = [_origin(proposition, [heard[place] for place in group], _within(tied, group)) for group in groups]
    members = {origin.id: [heard[place] for place in group] for origin, group in zip(made, groups, strict=True)}
    judged_two = _judged_two(made, groups, apart(heard, judgements))
    told = _doubts(made, {name: telling(found) for name, found in members.items()})
    doubts = tuple(pair for pair in told if (pair.left, pair.right) not in judged_two)
    doubted = {end for pair in doubts for end in (pair.left, pair.right)}
    affirming = [origin for origin in made if origin.stance == "affirm"]
    return Standing(
        origins=tuple(replace(origin, shown=origin.id not in doubted) for origin in made),
        independent=(shown_apart(affirming, doubts), len(affirming)),
        doubts=doubts,
        withdrawn=withdrawn(heard, {origin.id: members[origin.id] for origin in affirming}),
    )


def _order(join: Join) -> tuple[int, int, int, int, str]:
    """What shows most comes first, so that it is what the reasons tell."""
    return _STRENGTH.index(join.basis), -join.words, join.left, join.right, join.why


def _within(found: Sequence[Join], group: Sequence[int]) -> list[Join]:
    inside = set(group)
    return [join for join in found if join.left in inside and join.right in inside]


def _origin(proposition: str, members: Sequence[Voice], found: Sequence[Join]) -> Origin:
    bases = [join.basis for join in found]
    return Origin(
        proposition=proposition,
        root=_root(members),
        basis=min(bases, key=_STRENGTH.index, default="own-word"),
        why=tuple(_sentences(found)),
        attributions=tuple(voice.account.id for voice in members),
        stance=members[0].stance,
        side=_side(members),
    )


def _sentences(found: Sequence[Join]) -> Iterator[str]:
    """One sentence for every reason, in the order of accounts."""
    for why in dict.fromkeys(join.why for join in sorted(found, key=lambda join: (join.right, join.left, join.why))):
        yield why[:1].upper() + why[1:]


def _root(members: Sequence[Voice]) -> str:
    """The name most used for a source that is named; else the earliest description of one; else the outlet most
    cited; else who answers for the earliest account."""
    sources = [voice for voice in members if voice.answers == "source"]
    if named := _most_used(voice for voice in sources if voice.named):
        return named
    if sources:
        return sources[0].label
    return _most_used(voice for voice in members if voice.answers == "outlet") or members[0].label


def _most_used(voices: Iterable[Voice]) -> str | None:
    counted = Counter(voice.label for voice in voices)
    return min(counted, key=lambda name: (-counted[name], name), default=None)


def _side(members: Sequence[Voice]) -> str | None:
    found = (side(voice.mention, voice.label) for voice in members if voice.mention and voice.answers == "source")
    return next((party for party in found if party), None)


def _doubts(made: Sequence[Origin], members: Mapping[str, Sequence[Voice]]) -> Iterator[Doubt]:
    for place, left in enumerate(made):
        for right in made[place + 1 :]:
            beside = left.stance == right.stance != "withhold"
            why = doubt(members[left.id], members[right.id]) if beside else None
            if why:
                yield Doubt(left.id, right.id, why[:1].upper() + why[1:])


def _judged_two(
    made: Sequence[Origin], groups: Sequence[Sequence[int]], parted: frozenset[tuple[int, int]]
) -> set[tuple[str, str]]:
    """The pairs of origins, both ways, of which a person called an account of one another origin than one of the
    other."""
    origin_of = {place: origin.id for origin, group in zip(made, groups, strict=True) for place in group}
    pairs = ((origin_of[left], origin_of[right]) for left, right in parted)
    return {two for left, right in pairs for two in ((left, right), (right, left))}


def shown_apart(affirming: Sequence[Origin], doubts: Sequence[Doubt]) -> int:
    """How many origins are pairwise shown independent: taken one by one, those with the fewest doubts first, which
    gives a number that holds though not always the greatest."""
    against: defaultdict[str, set[str]] = defaultdict(set)
    for found in doubts:
        against[found.left].add(found.right)
        against[found.right].add(found.left)
    chosen: set[str] = set()
    for origin in sorted(affirming, key=lambda origin: len(against[origin.id])):
        if not chosen & against[origin.id]:
            chosen.add(origin.id)
    return len(chosen)
