"""Full text over what was said and what was printed: statements under their propositions, and articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from twosource.across import Account
from twosource.brief.clauses import context, speaker
from twosource.export.words import inline
from twosource.ledger import Sift, View, terms
from twosource.ledger.fitting import Fitting, fitting, matches, printed
from twosource.ledger.listing import Key
from twosource.records import Article, Span
from twosource.room.finding_marks import Piece, marks, pieces
from twosource.room.stories import Summary, summaries

Order = Literal["best", "weight", "last", "first"]
Type = Literal["attribution", "article"]

MOST = 400
"""Statements and articles that are looked at for a question: the best of each."""

SHOWN = 3
"""Statements shown under their proposition; others are counted."""

_BESIDE = 8
_ENDS = '.?!”"’'


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A current statement or article that has the words asked for. ``span`` is the passage of ``article`` that shows
    them, ``score`` tells how well it fits: to be compared with others of one type and one question alone."""

    type: Type
    id: str
    article: Article
    proposition: str | None
    speaker: str | None
    span: Span
    query: terms.Query
    score: float

    @property
    def passage(self) -> str:
        """The words at ``span``."""
        return self.article.text[self.span[0] : self.span[1]]

    def pieces(self) -> Iterator[Piece]:
        """The passage for a page: on one line and harmless, the words asked for marked, an ellipsis where it is cut."""
        if _is_cut(self.article.text, self.span[0]):
            yield Piece("… ", marked=False)
        yield from (Piece(inline(one.text), one.marked) for one in pieces(self.passage, self.query))
        if _is_cut(self.article.text, self.span[1]):
            yield Piece(" …", marked=False)

    def as_dict(self) -> dict[str, Any]:
        """An element of ``/api/search``. ``marks`` are spans of the article's text."""
        start = self.span[0]
        return {
            "type": self.type,
            "id": self.id,
            "article": self.article.id,
            "proposition": self.proposition,
            "speaker": self.speaker,
            "title": self.article.title,
            "outlet": self.article.outlet,
            "published": self.article.published,
            "span": list(self.span),
            "passage": self.passage,
            "marks": [[start + first, start + last] for first, last in marks(self.passage, self.query)],
            "score": round(self.score, 4),
        }


def _is_cut(text: str, place: int) -> bool:
    """Whether ``place`` is within a sentence."""
    before = text[:place].rstrip()
    between = text[len(before) : len(text) - len(text[place:].lstrip())]
    return bool(before) and before[-1] not in _ENDS and "\n" not in between and len(before) < len(text.rstrip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A proposition with the best of its statements that have the words asked for; ``others`` have them too."""

    summary: Summary
    hits: tuple[Hit, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A piece of what a question finds. ``count`` is how many propositions there are in all; ``complete`` is false
    where :data:`MOST` statements have the words, and others that fit less well may. ``articles`` are the best of those
    that ``articles_count`` counts."""

    items: tuple[Find, ...]
    count: int
    complete: bool
    articles: tuple[Hit, ...]
    articles_count: int
    next: Key | None


def find(
    view: View, text: str, sift: Sift, *, order: Order = "best", limit: int = 25, after: Key | None = None
) -> Found:
    """What has the words of ``text`` (phrases between quotation marks) and passes ``sift``.

    Propositions come by their best statement, or in an order of :func:`twosource.room.stories.stories`. ``after`` is
    the ``next`` of the piece before, of the same order.
    """
    statements, articles = matches(view, text, limit=MOST)
    hits_of = _grouped(view, statements)
    passed = fitting(view, hits_of, sift)
    keyed = _ordered(passed, {one: statements[hits_of[one][0]] for one in passed}, order)
    rest = [one for one in keyed if after is None or _behind(one, after, descends=order != "first")]
    shown = rest[:limit]
    let_in = printed(view, articles, sift)
    beside = {one: score for one, score in articles.items() if one in let_in}
    return Found(
        items=tuple(_finds(view, [id_ for _, id_ in shown], hits_of, _Asked(terms.read(text), statements))),
        count=len(keyed),
        complete=len(statements) < MOST,
        articles=tuple(article_hits(view, dict(list(beside.items())[:_BESIDE]), terms.read(text))),
        articles_count=len(beside),
        next=shown[-1] if len(rest) > limit else None,
    )


def count(view: View, text: str, sift: Sift) -> int:
    """How many propositions :func:`find` finds."""
    statements, _ = matches(view, text, limit=MOST)
    return len(fitting(view, set(view.proposition_of(statements).values()), sift))


@dataclass(frozen=True, slots=True)
class _Asked:
    query: terms.Query
    scores: Mapping[str, float]


def _grouped(view: View, statements: Mapping[str, float]) -> dict[str, list[str]]:
    """Proposition → its statements of ``statements``, the best first."""
    grouped: dict[str, list[str]] = {}
    for one, proposition in view.proposition_of(statements).items():
        grouped.setdefault(proposition, []).append(one)
    return grouped


def _ordered(passed: Mapping[str, Fitting], best: Mapping[str, float], order: Order) -> list[Key]:
    key_of: dict[str, float | str] = {
        one: best[one] if order == "best" else getattr(found, order) for one, found in passed.items()
    }
    keyed = sorted((key, id_) for id_, key in key_of.items() if order != "first" or key)
    return keyed if order == "first" else sorted(keyed, key=lambda one: one[0], reverse=True)


def _behind(one: Key, after: Key, *, descends: bool) -> bool:
    (key, id_), (last, last_id) = one, after
    if key == last:
        return id_ > last_id
    return (key < last) is descends  # type: ignore[operator]


def _finds(view: View, ids: Sequence[str], hits_of: Mapping[str, Sequence[str]], asked: _Asked) -> Iterator[Find]:
    shown = {one: hits_of[one][:SHOWN] for one in ids}
    hits = {
        hit.id: hit
        for hit in statement_hits(
            view, {one: asked.scores[one] for ones in shown.values() for one in ones}, asked.query
        )
    }
    for summary in summaries(view, ids):
        own = tuple(hits[one] for one in shown[summary.id] if one in hits)
        yield Find(summary=summary, hits=own, others=len(hits_of[summary.id]) - len(own))


def search(
    view: View, text: str, *, of: Type | None = None, limit: int = 25, after: Key | None = None
) -> tuple[list[Hit], Key | None]:
    """Statements and articles, or one of the two, that have the words of ``text``, the best first, and what to go on
    after; the :data:`MOST` best of each can be reached."""
    statements, articles = matches(view, text, limit=MOST)
    scores = ({} if of == "article" else statements) | ({} if of == "attribution" else articles)
    keyed = sorted(((score, id_) for id_, score in scores.items()), key=lambda one: (-one[0], one[1]))
    rest = [one for one in keyed if after is None or _behind(one, after, descends=True)]
    shown = {id_: score for score, id_ in rest[:limit]}
    query = terms.read(text)
    hits = {hit.id: hit for hit in statement_hits(view, _of(shown, statements), query)}
    hits |= {hit.id: hit for hit in article_hits(view, _of(shown, articles), query)}
    return [hits[one] for one in shown if one in hits], rest[limit - 1] if len(rest) > limit else None


def _of(shown: Mapping[str, float], kind: Mapping[str, float]) -> dict[str, float]:
    return {one: score for one, score in shown.items() if one in kind}


def statement_hits(view: View, scores: Mapping[str, float], query: terms.Query) -> Iterator[Hit]:
    """The statements of ``scores``, in their order."""
    proposition_of = view.proposition_of(scores)
    for id_, account in view.accounts(scores).items():
        span = _passage(account, query)
        yield Hit(
            type="attribution",
            id=id_,
            article=account.article,
            proposition=proposition_of.get(id_),
            speaker=speaker(account),
            span=span,
            query=query,
            score=scores[id_],
        )


def _passage(account: Account, query: terms.Query) -> Span:
    """Within the sentences of a statement, from where its own words begin if the words asked for are among them."""
    content = account.attribution.content
    inner = (content[0][0], content[-1][1])
    span = terms.passage(account.article.text, query, within=context(account))
    text = account.article.text
    return span if marks(text[span[0] : span[1]], query) else terms.passage(text, query, within=inner)


def article_hits(view: View, scores: Mapping[str, float], query: terms.Query) -> Iterator[Hit]:
    """The articles of ``scores``, in their order."""
    found = {article.id: article for article in view.articles(scores)}
    for id_, score in scores.items():
        if article := found.get(id_):
            span = terms.passage(article.text, query, within=(0, len(article.text)))
            yield Hit(
                type="article",
                id=id_,
                article=article,
                proposition=None,
                speaker=None,
                span=span,
                query=query,
                score=score,
            )
