"""One source: what it goes by, how it stands to what it speaks of, how its words moved, whom it is heard with.

Of its statements it takes 40 microseconds each, of a source with five thousand 0.2 seconds: a server keeps what comes
of it until the ledger is another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Origin, Source
from twosource.brief.records import STANCES, Stance
from twosource.brief.stance import stance
from twosource.ledger import View
from twosource.ledger.glance import unmentioned
from twosource.ledger.spoken import Spoken, spoken, takes
from twosource.records import Certainty, Polarity
from twosource.room.source_company import Companion, Dispute, disputes, outlets, relays, through
from twosource.room.source_grades import Grades, grades
from twosource.room.source_moves import Moved, moves
from twosource.room.source_said import Timed, in_order
from twosource.room.sources import known, label

UNSURE: tuple[Certainty, ...] = ("possible", "probable")
"""How sure somebody is who says that it may be."""

_ASIDE = re.compile(r" \([^()]*\)\Z")
"""What a reason adds behind the names: the country of a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name in use, how many mentions go by it, and why they are taken for this source; nothing where there is but
    one."""

    name: str
    mentions: int
    reasons: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """An element of ``aliases``."""
        return {"name": self.name, "mentions": self.mentions, "reasons": list(self.reasons)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A source as people look at it.

    ``says`` are the statements that come from it and ``relays`` those of others that it passes on, the latest first;
    ``first`` and ``last`` is when it was heard. ``stances`` counts its own statements. ``carriers`` are the outlets
    that print it, ``through`` the sources in whose mouth it stands, ``carried`` those whose words it passes on.
    ``moves`` are propositions on which its words moved, and ``further`` how many besides it may have moved on;
    ``disputes`` are some of the ``disputed`` sources that stand against it.
    """

    source: Source
    label: str
    aliases: tuple[Alias, ...]
    says: tuple[Timed, ...]
    relays: tuple[Timed, ...]
    first: str | None
    last: str | None
    articles: int
    stances: Mapping[Stance, int]
    carriers: tuple[Companion, ...]
    through: tuple[Companion, ...]
    carried: tuple[Companion, ...]
    moves: tuple[Moved, ...]
    further: int
    disputes: tuple[Dispute, ...]
    disputed: int
    grades: Grades

    @property
    def id(self) -> str:
        """The source's."""
        return self.source.id

    @property
    def sure(self) -> str:
        """The least sure of the joins that it is made of, in words; empty where nothing was joined."""
        return sureness(self.source.score) if self.source.reasons else ""

    def as_dict(self) -> dict[str, Any]:
        """The answer of ``/api/sources/{id}``."""
        return {
            **known(self.source, self.label),
            "score": round(self.source.score, 4),
            "reasons": list(self.source.reasons),
            "made_by": self.source.made_by,
            "aliases": [one.as_dict() for one in self.aliases],
            "statements": len(self.says),
            "relayed": len(self.relays),
            "articles": self.articles,
            "first": self.first,
            "last": self.last,
            "stances": {one: self.stances.get(one, 0) for one in STANCES},
            "outlets": [one.as_dict() for one in self.carriers],
            "through": [one.as_dict() for one in self.through],
            "relays": [one.as_dict() for one in self.carried],
            "moves": [one.as_dict() for one in self.moves],
            "further": self.further,
            "disputes": [one.as_dict() for one in self.disputes],
            "disputed": self.disputed,
            "grades": self.grades.as_dict(),
        }


def sureness(score: float) -> str:
    """The chance that two are one, in words."""
    for least, told in ((0.95, "almost certain"), (0.9, "very likely"), (0.8, "likely")):
        if score >= least:
            return told
    return "not sure"


def profile(view: View, source_id: str) -> Profile | None:
    """The source of that id; ``None`` where there is none, which may be because it was joined to another."""
    source = next(unmentioned(view, [source_id]), None)
    if source is None:
        return None
    mentions = spoken(view, source_id)
    own = {one.attribution: one for one in mentions if one.is_last}
    relayed = {one.attribution: one for one in mentions if one.attribution not in own}
    grouped = view.proposition_of(own)
    origins = _origins(view, set(grouped.values()))
    stances = _stances(view, own, grouped, origins)
    told = _by_proposition(stances, grouped)
    moved, further = moves(view, told, own)
    against, disputed = disputes(view, source_id, told, origins)
    says = in_order((one.when, id_) for id_, one in own.items())
    dated = [one for when, one in says if when]
    ends = view.accounts([*dated[:1], *dated[-1:], *([source.seed[0]] if source.seed else [])])
    return Profile(
        source=source,
        label=label(source, ends),
        aliases=_aliases(source, mentions),
        says=says,
        relays=in_order((one.when, id_) for id_, one in relayed.items()),
        first=ends[dated[-1]].when if dated else None,
        last=ends[dated[0]].when if dated else None,
        articles=len({one.article for one in mentions}),
        stances=Counter(stances.values()),
        carriers=outlets(view, own.values()),
        through=through(view, source_id, own.values()),
        carried=relays(view, source_id, relayed.values()),
        moves=moved,
        further=further,
        disputes=against,
        disputed=disputed,
        grades=grades(view, source_id, mentions),
    )


def _origins(view: View, propositions: Collection[str]) -> dict[str, list[Origin]]:
    """Those of propositions that somebody denies or withholds. All of the others say so, or that it may be."""
    found: dict[str, list[Origin]] = defaultdict(list)
    for origin in view.origins(sorted(takes(view, propositions, ("denies", "withholds")))):
        found[origin.proposition].append(origin)
    return found


def _stances(
    view: View, own: Mapping[str, Spoken], grouped: Mapping[str, str], origins: Mapping[str, Sequence[Origin]]
) -> dict[str, Stance]:
    """How each of its statements stands to its proposition, which its origin knows; without one, to its own words."""
    known = {one: origin.stance for there in origins.values() for origin in there for one in origin.attributions}
    towards: dict[str, Polarity] = {
        one: known.get(one, "affirm" if one in grouped else said.record["polarity"]) for one, said in own.items()
    }
    # Whether words deny or leave open is read off them; of those that affirm the record tells.
    accounts = view.accounts(one for one, how in towards.items() if how != "affirm")
    return {
        one: stance(accounts[one], how)
        if one in accounts
        else ("may-be" if own[one].record["certainty"] in UNSURE else "says-so")
        for one, how in towards.items()
    }


def _by_proposition(stances: Mapping[str, Stance], grouped: Mapping[str, str]) -> dict[str, dict[str, Stance]]:
    found: dict[str, dict[str, Stance]] = defaultdict(dict)
    for one, proposition in grouped.items():
        found[proposition][one] = stances[one]
    return found


def _aliases(source: Source, mentions: Iterable[Spoken]) -> tuple[Alias, ...]:
    """The names that mentions of it go by, the fullest first, then as often as they are used."""
    used = Counter(one.record["chain"][one.place]["name"] for one in mentions)
    return tuple(
        Alias(name=one, mentions=used[one], reasons=tuple(why for why in source.reasons if _names(why, one)))
        for one in (source.name, *source.names)
        if one
    )


def _names(reason: str, name: str) -> bool:
    """Whether a reason is about ``name``: the two that it joins stand behind its colon, with a comma between them."""
    joined = _ASIDE.sub("", reason.partition(": ")[2])
    return f", {name}, " in f", {joined}, "
