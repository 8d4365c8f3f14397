"""Signatures: what of a mention identifies its bearer, and how far that reaches."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any, Self

from twosource.attribute.acronyms import acronyms
from twosource.language.places import DEMONYMS
from twosource.language.words import words
from twosource.records import Anonymity, Article, Kind, Mention, content_id
from twosource.resolve.body import body, is_generic
from twosource.resolve.offices import is_single, is_voice, tells_bearer
from twosource.resolve.personal import personal
from twosource.resolve.spelling import fold
from twosource.resolve.whereabouts import country_told, half, names_country, place_beside, story

_OTHER = re.compile(r"(?:an|the)?\s*(?:other|one|second|third|fourth)\b|another\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\A(?:an?|the|this|that|these|those|some|his|her|its|their)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"\Aan?\s", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_PRONOUNS = words("he she it they we i you who which that this these those his her their its one him them")
_ABROAD = words("embassy consulate")
"""Bodies of which a country has many."""
_WORDS_KEPT = 60
_PEOPLE: frozenset[Kind] = frozenset({"person", "author"})
_NOBODY: frozenset[Kind] = frozenset({"collective", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What of a mention identifies its bearer. Mentions of one signature are one source.

    ``scope`` is ``None`` for what can be known across articles: a full personal name, the name of a body, an office
    that the words tie to one body. Otherwise it is where alone it means somebody: an article's id (with a place in it,
    where the article tells several of a kind apart), or the year of an office whose holders change ("2025").

    ``country`` is that of a body which every country has ("Defence Ministry"), as told by the article; ``story`` the
    names by which an article that names no country can be known again; ``also`` the short names that the article
    explains ("HUR"). ``alone`` is that of a mention which a person took out of all that goes by its words: nothing but
    a person's word joins it.
    """

    name: str | None
    kind: Kind
    anonymity: Anonymity
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    also: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    scope: str | None = None
    alone: bool = False

    id: str = field(init=False, compare=False)
    """Made from all of it."""

    def __post_init__(self) -> None:
        parts = (self.name, self.kind, self.anonymity, self.role, self.affiliation, self.country, self.also, self.story)
        told = (*map(repr, parts), repr(self.scope), *(("alone",) if self.alone else ()))
        object.__setattr__(self, "id", content_id("signature", *told))

    def __hash__(self) -> int:
        return hash(self.id)

    def packed(self) -> str:
        """As ledgers and batches keep it."""
        told = {one.name: getattr(self, one.name) for one in fields(self) if one.init}
        return json.dumps({name: value for name, value in told.items() if name != "alone" or value}, sort_keys=True)

    @classmethod
    def unpacked(cls, text: str) -> Self:
        """The signature that was kept as ``text``."""
        known: dict[str, Any] = json.loads(text)
        values: dict[str, Any] = {name: tuple(it) if isinstance(it, list) else it for name, it in known.items()}
        return cls(**values)

    @property
    def article(self) -> str | None:
        """The id of the article within which alone it means somebody."""
        where = (self.scope or "").split(":")[0]
        return None if not where or _YEAR.fullmatch(where) else where

    @property
    def label(self) -> str:
        """What it goes by: the name; of one without, the office ("spokesman, Defence Ministry") or the kind."""
        return self.name or ", ".join(part for part in (self.role, self.affiliation) if part) or self.kind

    @property
    def is_person(self) -> bool:
        """Whether it is a single person's, named or not."""
        return self.kind in _PEOPLE

    @property
    def full(self) -> bool:
        """Whether a person's name is more than a family name."""
        return self.name is not None and personal(self.name).full


def signature(mention: Mention, *, article: Article) -> Signature:
    """The signature of ``mention``, which stands in ``article``.

    An author without a name is the outlet itself. Where neither a name nor an office tells who it is, the mention means
    somebody of this article alone.
    """
    if mention.kind == "author" and mention.name is None:
        return _outlet(article)
    here = _plain(mention, article)
    if mention.kind in _NOBODY or mention.anonymity == "collective":
        return replace(here, scope=_within(mention, article))
    if here.is_person:
        return _person(here, mention, article)
    return _body(here, mention, article) if here.name else replace(here, scope=_within(mention, article))


def alone(mention: Mention, *, article: Article) -> Signature:
    """The signature of a mention, which has a span, that a person took out of all that goes by its words."""
    assert mention.span is not None
    start, end = mention.span
    return replace(signature(mention, article=article), scope=f"{article.id}:{start}-{end}", alone=True)


def _outlet(article: Article) -> Signature:
    name = article.outlet
    return Signature(
        name=name, kind="outlet" if name else "author", anonymity="named", scope=None if name else article.id
    )


def _plain(mention: Mention, article: Article) -> Signature:
    """The fields as the mention has them, so written that the same says the same."""
    name = " ".join(mention.name.split()) if mention.name else None
    role = " ".join(mention.role.lower().split()) if mention.role else None
    belongs = " ".join(mention.affiliation.split()) if mention.affiliation else None
    belongs = DEMONYMS.get(belongs, belongs) if belongs else None
    if name in ("North", "South") and mention.kind != "person":
        name = half(article, name) or name
    if mention.kind == "author":
        belongs = article.outlet
    if mention.kind == "outlet" and name and f" {article.outlet}".endswith(f" {name}"):
        name = article.outlet
    if name is None and role is None and mention.span and not _is_pronoun(mention, article):
        # "Investigators", "survivors": without a role their own words tell them apart.
        role = _ARTICLE.sub("", fold(article.text[slice(*mention.span)]))[:_WORDS_KEPT] or None
    return Signature(name=name, kind=mention.kind, anonymity=mention.anonymity, role=role, affiliation=belongs)


def _person(here: Signature, mention: Mention, article: Article) -> Signature:
    if here.full:
        return here
    belongs = _belonging(here, mention, article) if here.affiliation else None
    if belongs is None or belongs.scope:
        return replace(belongs or here, scope=_within(mention, article))
    if here.name:
        return belongs if tells_bearer(here.role) else replace(here, scope=article.id)
    if mention.anonymity == "role-only" and is_voice(here.role):
        return belongs
    single = mention.anonymity == "role-only" and is_single(here.role) and not _is_indefinite(mention, article)
    year = (article.published or "")[:4]
    return replace(belongs, scope=year) if single and year else replace(here, scope=_within(mention, article))


def _body(here: Signature, mention: Mention, article: Article) -> Signature:
    short = _short_names(article).get(fold(here.name or ""), ())
    here = replace(here, also=short)
    told = body(here.name or "")
    if told.seat:
        return replace(here, country=told.country if names_country(article, told.country) else None, affiliation=None)
    if _ABROAD & set(told.words):
        return replace(here, affiliation=None, scope=article.id)
    if not is_generic(here.name or ""):
        country = here.affiliation if told.country is None and body(here.affiliation or "").of_state else None
        return replace(here, affiliation=None, country=country and body(country).of_state)
    return _belonging(here, mention, article)


def _belonging(here: Signature, mention: Mention, article: Article) -> Signature:
    """With the country, place or story of a body that bears no name of its own; else within the article."""
    named = here.affiliation if here.is_person else here.name
    if not is_generic(named or ""):
        return here
    told = body(here.affiliation or "").of_state if not here.is_person else None
    country = told or country_told(article, mention.span)
    if country:
        return replace(here, country=country, affiliation=here.affiliation if here.is_person else None)
    telling = story(article) if is_voice(here.role) or not here.is_person else ()
    telling = tuple(one for one in telling if one != (named or "").casefold())
    return replace(here, country=place_beside(article, mention.span), story=telling, scope=article.id)


def _is_pronoun(mention: Mention, article: Article) -> bool:
    """Whether a mention without name and office is a pronoun that nobody was found for: each is somebody else."""
    bare = mention.name is None and mention.role is None and mention.span is not None
    return bare and article.text[slice(*(mention.span or (0, 0)))].lower() in _PRONOUNS


def _is_indefinite(mention: Mention, article: Article) -> bool:
    return mention.span is not None and _INDEFINITE.match(article.text[slice(*mention.span)]) is not None


def _within(mention: Mention, article: Article) -> str:
    """The article, with the place of the last who was brought in with the same words: "another resident" is not "a
    resident", and a second "a resident" is not the first."""
    if mention.span is None or mention.name:
        return article.id
    if _OTHER.match(article.text[slice(*mention.span)]) or _is_pronoun(mention, article):
        return f"{article.id}:{mention.span[0]}"
    if not mention.role or mention.kind in _NOBODY:
        return article.id
    count = len(
        re.findall(rf"\b(?:an?|another)\s+{re.escape(mention.role)}\b", article.text[: mention.span[1]], re.IGNORECASE)
    )
    return article.id if count < len("ab") else f"{article.id}:{count}"


@lru_cache(maxsize=256)
def _short_names(article: Article) -> dict[str, tuple[str, ...]]:
    """The short names that the article explains, by the folded full name."""
    found: dict[str, list[str]] = {}
    for short, full in sorted(acronyms(article.text).items()):
        found.setdefault(fold(full).removeprefix("the "), []).append(short)
    return {full: tuple(shorts) for full, shorts in found.items()}
