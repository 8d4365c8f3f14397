"""The records that every stage takes and gives: frozen values, ids made from their content.

Spans are half-open code-point offsets into ``Article.text``. Times are ISO 8601 text. What is absent is ``None`` or an
empty tuple, never a guess. The dictionaries of :meth:`Article.as_dict` and :meth:`Attribution.as_dict` are the wire
form that ``twosource extract --format jsonl`` prints.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
"""A half-open pair of code-point offsets into ``Article.text``."""

Manner = Literal["direct", "indirect", "mixed"]
Act = Literal["states", "confirms", "denies", "declines", "predicts", "demands", "asks", "believes"]
Polarity = Literal["affirm", "deny", "withhold"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Kind = Literal["person", "government", "organisation", "outlet", "agency", "collective", "document", "author"]
Anonymity = Literal["named", "role-only", "unnamed", "collective"]
Bound = Literal["exact", "at_least", "at_most", "about"]


def content_id(*parts: str) -> str:
    """The first 16 hex digits of the SHA-256 of ``parts``: the same content has the same id on every machine."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def check_spans(spans: tuple[Span, ...], length: int) -> None:
    """Raise ``ValueError`` unless ``spans`` are in order, apart, not empty and inside a text of ``length``."""
    end = 0
    for span in spans:
        if not end <= span[0] < span[1] <= length:
            raise ValueError(f"span {span} is empty, out of order or outside a text of {length} characters")
        end = span[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as read.

    ``text`` is the headline (where the document shows one) and the body, without navigation, captions or credit lines;
    ``paragraphs`` are its paragraphs in order and cover every character that is not white space between them.
    ``captions`` are kept apart. ``published`` and ``modified`` are ISO 8601: a date where only the day is known,
    otherwise with time and, where known, zone. ``source`` is what the user named (a path, a URL, ``-``) for messages;
    it is not part of the id.
    """

    text: str
    paragraphs: tuple[Span, ...]
    url: str | None = None
    title: str | None = None
    language: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    media_type: str = "text/plain"
    captions: tuple[str, ...] = ()
    source: str = "-"
    _id: str | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_spans(self.paragraphs, len(self.text))

    @property
    def id(self) -> str:
        """Made from the URL and the text: a new version of a page is another article."""
        return self._id or _kept(self, content_id(self.url or "", self.text))

    def as_dict(self) -> dict[str, Any]:
        """The ``article`` object of the jsonl format."""
        return {
            "id": self.id,
            "url": self.url,
            "title": self.title,
            "text": self.text,
            "paragraphs": [list(span) for span in self.paragraphs],
            "language": self.language,
            "outlet": self.outlet,
            "authors": list(self.authors),
            "credits": list(self.credits),
            "published": self.published,
            "modified": self.modified,
            "media_type": self.media_type,
            "captions": list(self.captions),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A half-open stretch of time as wide as the words that name it.

    ``start`` and ``end`` are ISO 8601: both dates where the words name days or more, both with a time of day
    otherwise. ``text`` is the words.
    """

    start: str
    end: str
    text: str

    def as_dict(self) -> dict[str, str]:
        """The ``said`` and ``about`` objects of the jsonl format."""
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One link of a chain, as named in the text. ``name`` is the fullest name known in the article.

    ``number`` is how many speak, where the words count them ("two officials": 2); ``reason`` is why a source is not
    named, in the article's words ("because they were not authorised to speak").
    """

    name: str | None
    kind: Kind
    anonymity: Anonymity
    role: str | None = None
    affiliation: str | None = None
    number: int | None = None
    reason: str | None = None
    span: Span | None = None

    @property
    def parts(self) -> tuple[object, ...]:
        """All that it says, in a fixed order: what the id of a correction is made from."""
        own = (self.name, self.kind, self.anonymity, self.role, self.affiliation)
        return (*own, self.number, self.reason, self.span)

    def as_dict(self) -> dict[str, Any]:
        """An element of ``chain`` in the jsonl format."""
        return {
            "name": self.name,
            "kind": self.kind,
            "role": self.role,
            "affiliation": self.affiliation,
            "anonymity": self.anonymity,
            "number": self.number,
            "reason": self.reason,
            "span": list(self.span) if self.span else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity in a statement: between ``low`` and ``high`` ``unit`` of something. Either end may be open
    (``None``). ``part_of`` is the span of the figure that it is a part of ("18 soldiers, six officers among them")."""

    span: Span
    low: float | None
    high: float | None
    bound: Bound = "exact"
    unit: str | None = None
    of: str | None = None
    part_of: Span | None = None

    def as_dict(self) -> dict[str, Any]:
        """An element of ``figures`` in the jsonl format."""
        return {
            "span": list(self.span),
            "low": self.low,
            "high": self.high,
            "bound": self.bound,
            "unit": self.unit,
            "of": self.of,
            "part_of": list(self.part_of) if self.part_of else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a statement about another statement is about ("called the report nonsense").

    ``span`` is the other statement's content, where the article has it, otherwise its speaker or its mention in the
    words; ``attribution`` is the id of the other statement, where it is one of the article's.
    """

    what: Literal["statement", "speaker"]
    span: Span
    attribution: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The ``target`` object of the jsonl format."""
        return {"what": self.what, "span": list(self.span), "attribution": self.attribution}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Which spans of an article are source, cue and content of one attribution: what the network gives, before any
    reading of what the words mean. ``confidence`` is between 0 and 1."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source-cue-content relation in an article, and what its words say of the speaker's stance.

    The span fields follow the PolNeAR guidelines. ``chain`` runs from the outermost mention to the origin.
    ``polarity_score`` and ``certainty_score`` are the calibrated chances that these two fields are right. ``hedge`` is
    the span of the writer's own reserve ("allegedly"), which is not the speaker's. ``target`` is what a statement about
    another statement is about. ``amends`` is the id of the attribution that this one corrects, on a person's word; what
    the network found amends nothing.
    """

    article_id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    manner: Manner = "indirect"
    act: Act = "states"
    polarity: Polarity = "affirm"
    certainty: Certainty = "unstated"
    polarity_score: float | None = None
    certainty_score: float | None = None
    hedge: Span | None = None
    target: Target | None = None
    said: Interval | None = None
    about: Interval | None = None
    chain: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    confidence: float = 1.0
    amends: str | None = None
    _id: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Made from the article and the three groups of spans; of a correction also from what it corrects and from all
        that a person may change, so that two corrections and what they correct are three."""
        return self._id or _kept(self, self._made())

    def _made(self) -> str:
        spans = (self.article_id, repr(self.source), repr(self.cue), repr(self.content))
        if self.amends is None:
            return content_id(*spans)
        chain = (part for mention in self.chain for part in mention.parts)
        return content_id(*spans, "amends", self.amends, self.act, self.polarity, self.certainty, *map(repr, chain))

    def as_dict(self) -> dict[str, Any]:
        """An element of ``attributions`` in the jsonl format."""
        return {
            "id": self.id,
            "content": [list(span) for span in self.content],
            "cue": [list(span) for span in self.cue],
            "source": [list(span) for span in self.source],
            "manner": self.manner,
            "act": self.act,
            "polarity": self.polarity,
            "certainty": self.certainty,
            "polarity_score": _rounded(self.polarity_score),
            "certainty_score": _rounded(self.certainty_score),
            "hedge": list(self.hedge) if self.hedge else None,
            "target": self.target.as_dict() if self.target else None,
            "said": self.said.as_dict() if self.said else None,
            "about": self.about.as_dict() if self.about else None,
            "chain": [mention.as_dict() for mention in self.chain],
            "figures": [figure.as_dict() for figure in self.figures],
            "confidence": round(self.confidence, 4),
            "amends": self.amends,
        }


def _kept(record: Article | Attribution, made: str) -> str:
    # Asked for some twenty times of each that a page shows; of an article it takes the digest of the whole text.
    object.__setattr__(record, "_id", made)
    return made


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
