"""What a case is about, as people need it to decide: statements and sources with all that tells about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Origin, Proposition, Source
from twosource.brief import clauses
from twosource.brief.records import Stance
from twosource.brief.stance import stance
from twosource.export import words
from twosource.room.desk_excerpt import Bit, mention, sentence
from twosource.room.judging_anchors import chief

Place = tuple[str, int]
"""An attribution's id and a place in its chain."""

_SHOWN = 3
"""Statements of a source that are shown: the first, the last and one between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSide:
    """A statement in its sentence. ``proposition`` is the one that it belongs to, with its ``origins``; ``source`` the
    id of what the end of its chain resolves to."""

    account: Account
    sentence: tuple[Bit, ...]
    proposition: Proposition | None
    origins: tuple[Origin, ...]
    source: str | None

    @property
    def id(self) -> str:
        """The attribution's."""
        return self.account.id

    @property
    def speaker(self) -> str:
        """Who it comes from, in words."""
        return clauses.speaker(self.account)

    @property
    def chain(self) -> str:
        """On whose word it reached the page, in words."""
        return clauses.chain(self.account)

    @property
    def origin(self) -> Origin | None:
        """The origin that it belongs to."""
        return next((one for one in self.origins if self.id in one.attributions), None)

    @property
    def stance(self) -> Stance:
        """How its speaker stands to the proposition, else to what it says."""
        return stance(self.account, self.origin.stance if self.origin else self.account.attribution.polarity)

    @property
    def said(self) -> str | None:
        """When it was said, in words, where the article tells."""
        said = self.account.attribution.said
        return words.when(said) if said else None

    @property
    def figures(self) -> list[str]:
        """Its figures, in words."""
        return [words.figure(one).strip() for one in self.account.attribution.figures]

    def as_dict(self) -> dict[str, Any]:
        """What the API says of it."""
        article, attribution = self.account.article, self.account.attribution
        return {
            "attribution": attribution.as_dict(),
            "article": {
                "id": article.id,
                "title": article.title,
                "outlet": article.outlet,
                "published": article.published,
                "url": article.url,
            },
            "quote": self.account.quote,
            "sentence": [one.as_dict() for one in self.sentence],
            "speaker": self.speaker,
            "chain": self.chain,
            "stance": self.stance,
            "source": self.source,
            "proposition": self.proposition.as_dict() if self.proposition else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A statement in which a source is mentioned, its mention marked."""

    account: Account
    sentence: tuple[Bit, ...]

    def as_dict(self) -> dict[str, Any]:
        """An element of ``examples``."""
        article = self.account.article
        return {
            "attribution": self.account.id,
            "article": article.id,
            "outlet": article.outlet,
            "published": article.published,
            "sentence": [one.as_dict() for one in self.sentence],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSide:
    """A source, or those of its mentions that have some words, with some of what it says.

    ``id`` is what a verdict names it by; ``size`` how many mentions it stands for, of some words among those that were
    ``looked`` at; ``wordings`` are the words that mean it, each with a mention of these words, but for those that it is
    known by."""

    id: str
    name: str
    size: int
    looked: int
    source: Source
    wordings: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]
    outlets: tuple[str, ...]

    @property
    def described(self) -> str:
        """What it is, in words: office, body, kind."""
        one = self.source
        what = None if one.anonymity == "named" else one.anonymity
        parts = (one.role, one.affiliation, one.kind, what)
        return words.plain(", ".join(dict.fromkeys(part for part in parts if part)))

    def as_dict(self) -> dict[str, Any]:
        """What the API says of it."""
        return {
            "id": self.id,
            "label": self.name,
            "mentions": self.size,
            "source": self.source.as_dict(),
            "wordings": dict(self.wordings),
            "outlets": list(self.outlets),
            "examples": [one.as_dict() for one in self.examples],
        }


def statement_side(
    account: Account,
    *,
    beside: Collection[Account] = (),
    proposition: Proposition | None = None,
    origins: Sequence[Origin] = (),
    source: str | None = None,
) -> StatementSide:
    """A statement; of its words those are marked that nobody ``beside`` has."""
    return StatementSide(
        account=account,
        sentence=sentence(account, beside=beside),
        proposition=proposition,
        origins=tuple(origins),
        source=source,
    )


def source_side(id_: str, found: Source, accounts: Sequence[Account], *, places: Collection[Place]) -> SourceSide:
    """A source by those of its mentions that stand in ``accounts``; ``places`` are those of them that are meant."""
    place_of = dict(sorted(places, reverse=True))
    ordered = sorted((one for one in accounts if one.id in place_of), key=lambda one: one.order)
    told = list({one.quote: one for one in reversed(ordered)}.values())[::-1]
    chosen = told if len(told) <= _SHOWN else [told[0], told[len(told) // 2], told[-1]]
    worded: dict[str, str] = {}
    for one in ordered:
        worded.setdefault(_worded(one, place_of[one.id]), f"{one.id}/{place_of[one.id]}")
    known_by = chief(found, {one.id: one for one in ordered})
    name = words.plain(found.name or next(iter(worded), found.kind))
    if id_ != found.id:
        name = next(iter(worded), name)
    elif known_by:
        account = next(one for one in ordered if one.id == known_by[0])
        worded.pop(_worded(account, known_by[1]), None)
    return SourceSide(
        id=id_,
        name=name,
        size=len(found.mentions) if id_ == found.id else len(place_of),
        looked=len(accounts),
        source=found,
        wordings=tuple(worded.items()) if id_ == found.id else (),
        examples=tuple(Example(account=one, sentence=mention(one, place_of[one.id])) for one in chosen),
        outlets=tuple(dict.fromkeys(words.plain(one.article.outlet) for one in ordered if one.article.outlet)),
    )


def alike(
    accounts: Mapping[str, Account], single: tuple[str, int], places: Iterable[tuple[str, int]]
) -> list[tuple[str, int]]:
    """The mentions among ``places`` that are worded as ``single`` is, which comes first."""
    wanted = _worded(accounts[single[0]], single[1])
    others = (one for one in places if one[0] in accounts and _worded(accounts[one[0]], one[1]) == wanted)
    return list(dict.fromkeys([single, *others]))


def _worded(account: Account, place: int) -> str:
    return words.mention(account.attribution.chain[place], account.article)
