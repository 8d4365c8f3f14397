"""Which propositions a brief is about, and in what order.

A question finds statements by full text and by the cosines of vectors, as hybrid retrieval does (the two are summed
rather than fused by rank, since a cosine tells how far off a question is and a rank does not). What matters first:
what is contested, taken back or denied, what has several origins, what is much told.

Propositions are ranked without reading them all, as in the threshold algorithm (Fagin, Lotem & Naor 2001): the ledger
knows what each weighs at the most.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from twosource.across import Proposition
from twosource.brief.choice import Choice
from twosource.brief.near import LEAST_COSINE, Finder
from twosource.ledger import Sift, View
from twosource.ledger.fitting import fitting, matches
from twosource.ledger.meaning import told_of
from twosource.ledger.reading import batches

_FOUND = 400
"""Hits of the full text that are looked at."""

_SORTED = 3000
"""Propositions whose weights are looked up to be sorted; of more they are taken off the ledger's own list."""

_AT_ONCE = 100
"""Propositions that are read at a time: a brief shows 15."""

_BEHIND = 0.35
"""How far behind the best a proposition may be. At .22 a question for the dead leaves out half of the tolls, which the
words of the question fit less well than those of one headline. Set, as the two below, by reading what eight questions
about five stories bring; no annotation stands behind them."""

_WORDS = 0.2
"""What the best hit of the full text counts beside a cosine; others in proportion."""

_WEIGHT = 0.08
"""What a point of :attr:`~twosource.across.Proposition.weight` counts beside a cosine."""

_BACKWARDS = {code: 127 - code for code in range(128)}

Order = tuple[float, str, str]
"""What propositions are sorted by, smallest first: less what they count, then the latest word, then the id."""

Page = tuple[Sequence[str], float]
"""Ids of propositions, and what any of later pages counts at the most."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """All propositions that fit: they themselves, what matters most first, read when they are taken; and how many they
    are, ``None`` for all that there are."""

    propositions: Iterator[Proposition]
    number: int | None


def choose(view: View, question: str | None, choice: Choice, *, finder: Finder | None) -> Chosen:
    """What fits ``question``, or all, as far as ``choice`` lets it in. Without ``finder`` a question finds by full text
    alone."""
    if question is not None:
        return _fitting(view, _relevance(view, question, finder, _allowed(view, choice)))
    if not choice.narrows:
        return Chosen(_ranked(view, _listed(view), _by_weight), None)
    wanted = _wanted(view, choice)
    pages = _paged(_weights(view, wanted)) if len(wanted) <= _SORTED else _listed(view, wanted)
    return Chosen(_ranked(view, pages, _by_weight), len(wanted))


def _by_weight(one: Proposition) -> Order:
    return -one.weight, _latest_first(one), one.id


def _latest_first(proposition: Proposition) -> str:
    return (proposition.last_said or "")[:16].translate(_BACKWARDS)


def _ranked(view: View, pages: Iterable[Page], order: Callable[[Proposition], Order]) -> Iterator[Proposition]:
    """The propositions of ``pages`` in ``order``, each as soon as nothing on a later page can come before it."""
    waiting: list[tuple[Order, Proposition]] = []
    for ids, most in pages:
        for one in view.propositions(ids):
            heappush(waiting, (order(one), one))
        while waiting and -waiting[0][0][0] > most:
            yield heappop(waiting)[1]
    while waiting:
        yield heappop(waiting)[1]


def _listed(view: View, wanted: Collection[str] | None = None) -> Iterator[Page]:
    """The propositions of the ledger, or those that are ``wanted``, by what it lists them by."""
    after: tuple[float | str, str] | None = None
    while listed := view.listed(Sift(), limit=_AT_ONCE, after=after):
        after = listed[-1].key, listed[-1].id
        yield [one.id for one in listed if wanted is None or one.id in wanted], float(listed[-1].key)


def _paged(counts: Mapping[str, float]) -> Iterator[Page]:
    """Propositions by what each counts at the most."""
    for page in batches(sorted(counts, key=lambda one: (-counts[one], one)), size=_AT_ONCE):
        yield page, counts[page[-1]]


def _weights(view: View, ids: Collection[str]) -> dict[str, float]:
    return {one: found.weight for one, found in fitting(view, ids, Sift()).items()}


def _wanted(view: View, choice: Choice) -> set[str]:
    """The propositions with a statement that ``choice`` lets in."""
    if choice.source is None:
        return told_of(view, outlet=choice.outlet, since=choice.since, until=choice.until)
    return set(view.proposition_of(sorted(_allowed(view, choice) or ())).values())


def _allowed(view: View, choice: Choice) -> set[str] | None:
    """The attributions that ``choice`` lets in; ``None`` for all."""
    if not choice.narrows:
        return None
    said = None if choice.source is None else _said_by(view, choice.source)
    if choice.outlet is None and choice.since is None and choice.until is None:
        return said
    printed = view.attributions_between(outlet=choice.outlet, since=choice.since, until=choice.until)
    return printed if said is None else printed & said


def _said_by(view: View, name: str) -> set[str]:
    """The attributions with a source in their chain that has ``name`` in a name, its role, or whom it speaks for."""
    heard = view.sources_listed(name=name, limit=view.counts("sources")["sources"])
    return {attribution for one in view.sources([found.id for found in heard]) for attribution, _ in one.mentions}


def _relevance(view: View, question: str, finder: Finder | None, allowed: Collection[str] | None) -> dict[str, float]:
    """Attribution id → how well it fits the question."""
    hits = _hits(view, question)
    found = finder.near(view, question, among=allowed, also=hits) if finder else {}
    best = max(hits.values(), default=0.0)
    for one, score in hits.items():
        if allowed is None or one in allowed:
            least = LEAST_COSINE if finder is None else found.get(one, LEAST_COSINE - _WORDS / 2)
            found[one] = least + (_WORDS * score / best if best > 0 else 0.0)
    return found


def _hits(view: View, question: str) -> dict[str, float]:
    """The statements among the best hits of the full text, with their scores."""
    statements, articles = matches(view, question, limit=_FOUND)
    ranked = [*((-score, False, one) for one, score in statements.items())]
    ranked += [(-score, True, one) for one, score in articles.items()]
    return {one: -score for score, is_article, one in sorted(ranked)[:_FOUND] if not is_article}


def _fitting(view: View, relevance: Mapping[str, float]) -> Chosen:
    """The propositions that are not far behind the best, by fit and weight."""
    fit: dict[str, float] = {}
    for one, proposition in view.proposition_of(relevance).items():
        fit[proposition] = max(fit.get(proposition, 0.0), relevance[one])
    least = max(fit.values(), default=0.0) - _BEHIND
    weights = _weights(view, [one for one, score in fit.items() if score >= least])
    pages = _paged({one: _counts(fit[one], most) for one, most in weights.items()})

    def order(one: Proposition) -> Order:
        return -_counts(fit[one.id], one.weight), _latest_first(one), one.id

    return Chosen(_ranked(view, pages, order), len(weights))


def _counts(fit: float, weight: float) -> float:
    return round(fit + _WEIGHT * weight, 4)
