"""The records of a brief. Whatever a form of it shows is in here; ``as_dict`` is the wire form, ``--format json``."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from twosource.across import Account, Link, Origin, Proposition, Source, Unread
from twosource.records import Article, Figure, Span

Stance = Literal["says-so", "may-be", "denies", "no-sign", "silent"]
"""How a speaker stands to what is said: asserts it; thinks it possible or likely; says that it is not so; has not
confirmed it, or found no sign of it; will not say."""

STANCES: tuple[Stance, ...] = ("says-so", "may-be", "denies", "no-sign", "silent")

Move = Literal["first-said", "repeated", "raised", "lowered", "denied", "confirmed", "walked-back", "corrected"]
"""How a statement moved the story on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where the words stand that bear a sentence: ``span`` is into the text of ``article``."""

    attribution: str
    article: str
    span: Span

    def as_dict(self) -> dict[str, Any]:
        """An element of ``citations``."""
        return {"attribution": self.attribution, "article": self.article, "span": list(self.span)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a brief. Every one has citations, and says nothing that the cited words do not bear.

    ``proposition`` is what it is about; ``reworded`` whether a language model put it into its present words.
    """

    text: str
    citations: tuple[Citation, ...]
    proposition: str | None = None
    reworded: bool = False

    def as_dict(self) -> dict[str, Any]:
        """An element of ``sentences``."""
        return {
            "text": self.text,
            "citations": [citation.as_dict() for citation in self.citations],
            "proposition": self.proposition,
            "reworded": self.reworded,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An account as a brief shows it.

    ``speaker`` names who it comes from in words ("Tomas Reke (fire chief)"), ``source`` is the source that this
    resolves to, ``chain`` on whose word it reached the page in words, outermost first ("Kestrel Daily ← unnamed
    official"). ``when`` is when it was said, else printed (ISO 8601, ``None`` where neither is known). ``context`` is
    the span of the whole sentences around its words.
    """

    account: Account
    stance: Stance
    speaker: str
    chain: str
    source: Source | None
    when: str | None
    context: Span

    @property
    def id(self) -> str:
        """The attribution's."""
        return self.account.id

    @property
    def said_in_words(self) -> bool:
        """Whether the article's words tell when it was said."""
        return self.account.attribution.said is not None

    @property
    def span(self) -> Span:
        """From the first character of the content to the last."""
        content = self.account.attribution.content
        return content[0][0], content[-1][1]

    @property
    def citation(self) -> Citation:
        """Of its content."""
        return Citation(attribution=self.id, article=self.account.article.id, span=self.span)

    def as_dict(self) -> dict[str, Any]:
        """An element of ``attributions`` of a proposition."""
        attribution = self.account.attribution
        return {
            "id": self.id,
            "article": self.account.article.id,
            "polarity": attribution.polarity,
            "certainty": attribution.certainty,
            "stance": self.stance,
            "said": attribution.said.as_dict() if attribution.said else None,
            "when": self.when,
            "source": self.source.id if self.source else None,
            "speaker": self.speaker,
            "chain": [mention.as_dict() for mention in attribution.chain],
            "chain_in_words": self.chain,
            "quote": self.account.quote,
            "span": list(self.span),
            "content": [list(span) for span in attribution.content],
            "context": list(self.context),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSaid:
    """A figure of a proposition and when it held: ``as_of`` is when it was said, else printed."""

    attribution: str
    figure: Figure
    as_of: str | None

    def as_dict(self) -> dict[str, Any]:
        """An element of ``figures``."""
        figure = self.figure
        return {
            "attribution": self.attribution,
            "low": figure.low,
            "high": figure.high,
            "bound": figure.bound,
            "unit": figure.unit,
            "of": figure.of,
            "as_of": self.as_of,
            "span": list(figure.span),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move of the story of a proposition, told in ``sentence``."""

    move: Move
    attribution: str
    when: str | None
    sentence: Sentence

    def as_dict(self) -> dict[str, Any]:
        """An element of ``steps``."""
        return {
            "move": self.move,
            "attribution": self.attribution,
            "when": self.when,
            "sentence": self.sentence.as_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a brief says of one proposition. ``statements`` are in the order in which they were printed; ``figures`` are
    those of the one quantity that most statements give; ``sides`` are the parties that origins speak for, each with the
    ids of its origins; ``lead`` is the sentence that sums it up, ``missing`` what nobody said."""

    proposition: Proposition
    lead: Sentence
    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...]
    figures: tuple[FigureSaid, ...]
    steps: tuple[Step, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    missing: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """The proposition's."""
        return self.proposition.id

    @property
    def statement_of(self) -> dict[str, Statement]:
        """Attribution id → statement."""
        return {statement.id: statement for statement in self.statements}

    @property
    def origin_of(self) -> dict[str, Origin]:
        """Attribution id → the origin that it belongs to."""
        return {one: origin for origin in self.origins for one in origin.attributions}

    def of_stance(self, stance: Stance) -> tuple[Statement, ...]:
        """The statements of that stance."""
        return tuple(statement for statement in self.statements if statement.stance == stance)

    def as_dict(self) -> dict[str, Any]:
        """An element of ``propositions``."""
        return {
            **self.proposition.as_dict(),
            "attributions": [statement.as_dict() for statement in self.statements],
            "origins": [origin.as_dict() for origin in self.origins],
            "figures": [figure.as_dict() for figure in self.figures],
            "links": [link.as_dict() for link in self.links],
            "lead": self.lead.as_dict(),
            "steps": [step.as_dict() for step in self.steps],
            "sides": [{"side": side, "origins": list(ids)} for side, ids in self.sides],
            "missing": [sentence.as_dict() for sentence in self.missing],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source as a brief lists it: the ``statements`` of the brief that come from it and the ``propositions`` that
    they are about (ids, in the order of the brief)."""

    source: Source
    label: str
    statements: tuple[str, ...]
    propositions: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """An element of ``voices``."""
        source = self.source
        return {
            "id": source.id,
            "name": source.name,
            "label": self.label,
            "kind": source.kind,
            "anonymity": source.anonymity,
            "role": source.role,
            "affiliation": source.affiliation,
            "attributions": list(self.statements),
            "propositions": list(self.propositions),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The cited answer to ``question``, or to what a ledger holds where that is ``None``.

    ``sentences`` are the short answer, ``entries`` the propositions, what matters most first. ``read``,
    ``attributions`` and ``sources`` count what the ledger holds in all; ``left_out`` is how many propositions fitted
    beside those shown.
    ``missing`` says who was asked and would not answer, beside what entries say of it. ``articles`` are those that are
    cited, by time of publication; ``unread`` are the last of the ``unread_in_all`` sources that could not be read.
    ``notes`` tell what a reader must know of the making ("Reworded by …"), and say nothing of the news. ``made_by`` are
    those that found the statements in what is cited (:mod:`twosource.making`).
    """

    question: str | None
    made_at: str
    sentences: tuple[Sentence, ...]
    entries: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    articles: tuple[Article, ...]
    read: int
    attributions: int
    sources: int
    left_out: int = 0
    missing: tuple[Sentence, ...] = ()
    notes: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    unread_in_all: int = 0

    @property
    def statement_of(self) -> dict[str, Statement]:
        """Attribution id → statement."""
        return {id_: statement for entry in self.entries for id_, statement in entry.statement_of.items()}

    def _repr_html_(self) -> str:
        """The page, in a frame of its own so that a notebook's style and the page's leave each other alone."""
        from twosource.brief.html import page

        return f'<iframe title="Brief" style="width:100%;height:40rem;border:0" srcdoc="{escape(page(self))}"></iframe>'

    def as_dict(self) -> dict[str, Any]:
        """The whole, as ``twosource brief --format json`` prints it."""
        return {
            "question": self.question,
            "made_at": self.made_at,
            "articles": self.read,
            "attributions": self.attributions,
            "sources": self.sources,
            "left_out": self.left_out,
            "notes": list(self.notes),
            "made_by": list(self.made_by),
            "propositions": [entry.as_dict() for entry in self.entries],
            "sentences": [sentence.as_dict() for sentence in self.sentences],
            "missing": [sentence.as_dict() for sentence in self.missing],
            "voices": [voice.as_dict() for voice in self.voices],
            "cited": [_cited(article) for article in self.articles],
            "unread": [one.as_dict() for one in self.unread],
            "unread_in_all": self.unread_in_all,
        }


def _cited(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "credits": list(article.credits),
        "published": article.published,
    }
