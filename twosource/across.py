"""The records of what holds across articles: accounts, sources, links, propositions, origins and judgements.

They are derived: sources, links, propositions and origins are pure functions of the accounts and judgements that there
are, so they may be thrown away and made anew. Ids are made from what identifies a record and not from what is found out
about it later. The dictionaries of ``as_dict`` are the wire form that ``twosource export --format jsonl`` writes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from twosource.language.telling import telling
from twosource.records import Anonymity, Article, Attribution, Kind, Polarity, Span, content_id

Relation = Literal["same", "agrees", "contradicts", "differs", "updates", "supports", "doubts"]
"""``same``: one utterance or passage, reported twice. ``agrees``: another speaker or occasion says so too.
``contradicts``: one asserts what the other denies or has not confirmed. ``differs``: same scope and time, other
figures or details. ``updates``: the later carries the earlier forward. ``supports`` and ``doubts``: the left is about
the right."""

Status = Literal[
    "single-origin", "several-origins", "contested", "denied", "figures-differ", "unconfirmed", "retracted"
]
"""How the reporting of a proposition stands."""

Basis = Literal["utterance", "copy", "credit", "citation", "family", "own-word"]
"""What makes the accounts of an origin one: the same speaker's utterance, shared text, a declared credit, a citation,
one publisher; ``own-word`` where it is a single account that leans on nobody shown."""

_MATTERS: Mapping[Status, float] = MappingProxyType(
    {
        "contested": 3.0,
        "retracted": 3.0,
        "figures-differ": 2.5,
        "denied": 3.0,
        "several-origins": 2.0,
        "unconfirmed": 1.5,
        "single-origin": 1.0,
    }
)

Verdict = Literal["same", "not-same", "unsure", "right", "wrong", "corrected", "note", "grade", "withdrawn"]
Subject = Literal["source", "proposition", "link", "attribution"]

ChangeKind = Literal[
    "new-proposition", "new-origin", "first-denial", "confirmed", "figure-moved", "corrected", "contested"
]
"""How an article moved the reporting of a proposition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An attribution and the article that it stands in: what every stage across articles takes."""

    article: Article
    attribution: Attribution

    @property
    def id(self) -> str:
        """The attribution's."""
        return self.attribution.id

    @property
    def quote(self) -> str:
        """The words of the content; an ellipsis where it is broken."""
        return " … ".join(self.article.text[start:end] for start, end in self.attribution.content)

    @property
    def when(self) -> str:
        """When it was said, where the words tell, else when it was printed; empty where neither is known."""
        said = self.attribution.said
        return (said.start if said else None) or self.article.published or ""

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts accounts by publication and place: the same on every machine, whatever was added first."""
        published = self.article.published or "9999"
        return published, self.article.id, self.attribution.content[0][0], self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A person, organisation or group across articles: what mentions resolve to.

    ``name`` is the fullest name in use, ``names`` all others; both are empty for one that is never named. ``mentions``
    are (attribution id, place in its chain), sorted. ``score`` is the least sure join among them, 1 where nothing was
    joined, and ``reasons`` say in words why mentions of different wording were taken for one. ``made_by`` is what made
    it (:mod:`twosource.making`), set by whoever keeps it.
    """

    name: str | None
    kind: Kind
    anonymity: Anonymity
    mentions: tuple[tuple[str, int], ...]
    names: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    seed: tuple[str, int] | None = None
    made_by: str | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """Made from ``seed``, the earliest mention (else the first listed), so that it outlives growth."""
        attribution, place = self.seed or self.mentions[0]
        return content_id("source", attribution, str(place))

    def as_dict(self) -> dict[str, Any]:
        """The ``source`` line of an export."""
        return {
            "id": self.id,
            "name": self.name,
            "names": list(self.names),
            "kind": self.kind,
            "anonymity": self.anonymity,
            "role": self.role,
            "affiliation": self.affiliation,
            "mentions": [list(mention) for mention in self.mentions],
            "score": round(self.score, 4),
            "reasons": list(self.reasons),
            "seed": list(self.seed) if self.seed else None,
            "made_by": self.made_by,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A typed relation of two attributions. ``left`` is the earlier one by :attr:`Account.order`, except that of
    ``supports`` and ``doubts`` it is the one that speaks of the other. ``score`` is the chance that the two belong to
    one proposition. ``made_by`` is what made it, set by whoever keeps it."""

    left: str
    right: str
    relation: Relation
    score: float
    reasons: tuple[str, ...] = ()
    made_by: str | None = field(default=None, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """The ``link`` line of an export."""
        return {
            "left": self.left,
            "right": self.right,
            "relation": self.relation,
            "score": round(self.score, 4),
            "reasons": list(self.reasons),
            "made_by": self.made_by,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An independent root of a proposition's support: copies, wire credits and citations collapse into one.

    Denials and refusals have origins too; ``stance`` tells them apart, and only affirming ones count as support.
    ``root`` names it for people ("Halyard News Agency", "Tomas Reke"); ``why`` is the reason in words for every join.
    ``side`` is the party that it speaks for, where that is known: two ministries of one government are two origins of
    one side. ``shown`` tells whether it is shown to be independent of every other origin of the proposition.
    """

    proposition: str
    root: str
    basis: Basis
    why: tuple[str, ...]
    attributions: tuple[str, ...]
    stance: Polarity = "affirm"
    side: str | None = None
    shown: bool = False

    @property
    def id(self) -> str:
        """Made from the proposition and the first account."""
        return content_id("origin", self.proposition, self.attributions[0])

    def as_dict(self) -> dict[str, Any]:
        """The ``origin`` line of an export."""
        return {
            "id": self.id,
            "proposition": self.proposition,
            "root": self.root,
            "basis": self.basis,
            "why": list(self.why),
            "attributions": list(self.attributions),
            "stance": self.stance,
            "side": self.side,
            "shown": self.shown,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What several attributions assert, deny or withhold. ``attributions`` are in the order of
    :attr:`Account.order`; ``independent`` is the range of origins: shown independent, and not shown dependent.
    ``made_by`` is what made it and its origins, set by whoever keeps it."""

    attributions: tuple[str, ...]
    wording: str
    status: Status
    independent: tuple[int, int]
    first_said: str | None = None
    last_said: str | None = None
    made_by: str | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """Made from the earliest account: what is published later joins without changing it."""
        return proposition_id(self.attributions)

    @property
    def weight(self) -> float:
        """How much it matters by how its reporting stands: its status, its origins, how often it was said; less where
        its words tell little ("to comment")."""
        said = math.log2(1 + len(self.attributions))
        return telling(self.wording) * (_MATTERS[self.status] + 0.5 * said + 0.5 * min(self.independent[1], 6))

    def as_dict(self) -> dict[str, Any]:
        """The ``proposition`` line of an export."""
        return {
            "id": self.id,
            "wording": self.wording,
            "status": self.status,
            "attributions": list(self.attributions),
            "independent": {"low": self.independent[0], "high": self.independent[1]},
            "first_said": self.first_said,
            "last_said": self.last_said,
            "made_by": self.made_by,
        }


def proposition_id(attributions: Sequence[str]) -> str:
    """The id of a proposition of ``attributions``, earliest first."""
    return content_id("proposition", attributions[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a judgement is about, in a form that outlives a new extraction: an article's passage or a name.

    ``record`` is the id that it had when the verdict was given. For an attribution (or one end of a link or of a
    proposition) ``article`` and ``span`` say where it stands; for a source ``record`` is enough, and ``name`` holds the
    name that it went by.
    """

    record: str
    article: str | None = None
    span: Span | None = None
    name: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """One end of a ``judgement`` line."""
        return {
            "record": self.record,
            "article": self.article,
            "span": list(self.span) if self.span else None,
            "name": self.name,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's verdict. It is only ever added; another one of verdict ``withdrawn``, whose ``left.record`` is its
    id, takes it back.

    ``same``, ``not-same`` and ``unsure`` are about a pair: two sources; two attributions as one proposition
    (``about`` is ``proposition`` or ``link``) or as one origin (``attribution``).
    ``right`` and ``wrong`` are about one extraction. ``corrected`` puts another in the place of one: ``left`` is the
    attribution, ``right`` the one that :attr:`~twosource.records.Attribution.amends` it. ``grade`` gives
    ``reliability`` (A to F, of a source) or ``credibility`` (1 to 6, of an attribution), two axes that say nothing of
    each other; what cannot be judged is ``None``.
    """

    verdict: Verdict
    about: Subject
    left: Anchor
    right: Anchor | None = None
    by: str = ""
    made_at: str = ""
    note: str | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    credibility: Literal[1, 2, 3, 4, 5, 6] | None = None
    _id: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Made from all of it."""
        if self._id is None:
            object.__setattr__(self, "_id", content_id("judgement", repr(self)))
        return self._id or ""

    def as_dict(self) -> dict[str, Any]:
        """The ``judgement`` line of an export."""
        return {
            "id": self.id,
            "verdict": self.verdict,
            "about": self.about,
            "left": self.left.as_dict(),
            "right": self.right.as_dict() if self.right else None,
            "by": self.by,
            "made_at": self.made_at,
            "note": self.note,
            "reliability": self.reliability,
            "credibility": self.credibility,
        }


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that nobody took back, oldest first, without those that take back."""
    given = sorted(judgements, key=lambda one: (one.made_at, one.id))
    withdrawn = {one.left.record for one in given if one.verdict == "withdrawn"}
    return [one for one in given if one.verdict != "withdrawn" and one.id not in withdrawn]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A thing for a person to judge: an extraction, or whether two are one.

    ``left`` and ``right`` are attribution ids, or source ids where it is about a source; ``proposition`` is the one
    that it bears on. ``doubt`` is how unsure the program is (0 to 1), ``worth`` how much judging it would tell: what
    comes first. ``reasons`` say in words why it is asked.
    """

    about: Subject
    left: str
    right: str | None = None
    proposition: str | None = None
    doubt: float
    worth: float
    reasons: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Made from what it is about."""
        return content_id("case", self.about, self.left, self.right or "")

    def as_dict(self) -> dict[str, Any]:
        """The ``case`` line of an export."""
        return {
            "id": self.id,
            "about": self.about,
            "left": self.left,
            "right": self.right,
            "proposition": self.proposition,
            "doubt": round(self.doubt, 4),
            "worth": round(self.worth, 4),
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A move of a story, as it was noticed at ``made_at``: an article moved the reporting of ``proposition``.

    ``attribution`` is the statement that did, ``when`` when it was said or printed, ``text`` the change in a sentence.
    """

    kind: ChangeKind
    proposition: str
    attribution: str | None
    when: str | None
    made_at: str
    text: str

    @property
    def id(self) -> str:
        """Made from what changed, not from when it was noticed."""
        return content_id("change", self.kind, self.proposition, self.attribution or "", self.text)

    def as_dict(self) -> dict[str, Any]:
        """The ``change`` line of an export."""
        return {
            "id": self.id,
            "kind": self.kind,
            "proposition": self.proposition,
            "attribution": self.attribution,
            "when": self.when,
            "made_at": self.made_at,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A source that could not be read when it was last tried, at ``tried_at``; ``source`` is what the user named, or
    the address or file that it led to, ``reason`` a few words."""

    source: str
    reason: str
    tried_at: str

    def as_dict(self) -> dict[str, str]:
        """The ``unread`` line of an export."""
        return {"source": self.source, "reason": self.reason, "tried_at": self.tried_at}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a watcher remembers of a feed: what to ask its server with, when, and which entries it has had.

    ``etag`` and ``modified`` are as the server sent them; ``checked_at`` and ``next_at`` are ISO 8601; ``failures``
    counts those since the last success; ``seen`` are the entries, latest last.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    checked_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    seen: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The ``feed`` line of an export."""
        return {
            "url": self.url,
            "etag": self.etag,
            "modified": self.modified,
            "checked_at": self.checked_at,
            "next_at": self.next_at,
            "failures": self.failures,
            "seen": list(self.seen),
        }
