"""Which propositions a brief is about, and in what order.

A question finds statements by full text and by the cosines of vectors, as hybrid retrieval does (the two are summed
rather than fused by rank, since a cosine tells how far off a question is and a rank does not). What matters first:
what is contested, taken back or denied, what has several origins, what is much told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twosource.across import Proposition, Source
from twosource.brief.choice import Choice
from twosource.ledger import View
from twosource.link.terms import counting_words
from twosource.link.vectors import unpacked
from twosource.model.pairs import Reader

_FOUND = 400
"""Hits of the full text that are looked at."""

_CONSIDERED = 3000
"""Propositions that are weighed where there is no question: those with most statements."""

LEAST_COSINE = 0.3
"""Of a statement to a question: less is about something else. Set, as the three below, by reading what eight questions
about five stories bring; no annotation stands behind them."""

_BEHIND = 0.35
"""How far behind the best a proposition may be. At .22 a question for the dead leaves out half of the tolls, which the
words of the question fit less well than those of one headline."""

_WORDS = 0.2
"""What the best hit of the full text counts beside a cosine; others in proportion."""

_WEIGHT = 0.08
"""What a point of :func:`weight` counts beside a cosine."""

_TELLING = 4


def choose(view: View, question: str | None, choice: Choice, *, reader: Reader | None) -> list[Proposition]:
    """All propositions that fit, what matters most first. Without ``reader`` a question finds by full text alone."""
    allowed = _allowed(view, choice)
    if question is not None:
        relevance = _relevance(view, question, reader)
        if allowed is not None:
            relevance = {one: score for one, score in relevance.items() if one in allowed}
        return _fitting(view, relevance)
    if allowed is not None:
        found = view.propositions(sorted(set(view.proposition_of(sorted(allowed)).values())))
    else:
        found = view.propositions(view.largest(_CONSIDERED))
    return sorted(found, key=lambda one: (-weight(one), _latest_first(one), one.id))


def weight(proposition: Proposition) -> float:
    """How much a proposition matters by how its reporting stands; less where its words tell little ("to comment")."""
    telling = min(len(set(counting_words(proposition.wording))), _TELLING) / _TELLING
    return telling * proposition.weight


def _latest_first(proposition: Proposition) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in (proposition.last_said or "")[:16])


def _allowed(view: View, choice: Choice) -> set[str] | None:
    """The attributions that ``choice`` lets in; ``None`` for all."""
    if not choice.narrows:
        return None
    inside = view.attributions_between(outlet=choice.outlet, since=choice.since, until=choice.until)
    if choice.source is not None:
        wanted = choice.source.casefold()
        inside &= {
            attribution
            for source in view.sources()
            if wanted in " | ".join(_words(source)).casefold()
            for attribution, _ in source.mentions
        }
    return inside


def _words(source: Source) -> Iterator[str]:
    yield from filter(None, (source.name, *source.names, source.role, source.affiliation))


def _relevance(view: View, question: str, reader: Reader | None) -> dict[str, float]:
    """Attribution id → how well it fits the question."""
    found: dict[str, float] = {}
    if reader is not None:
        kept = view.every_vector()
        cosines = unpacked(list(kept), kept) @ reader.vectors([question])[0]
        found = {one: float(cosine) for one, cosine in zip(kept, cosines, strict=True) if cosine >= LEAST_COSINE}
    hits = [hit for hit in view.search(question, limit=_FOUND) if hit.type == "attribution"]
    best = max((hit.score for hit in hits), default=0.0)
    for hit in hits:
        least = LEAST_COSINE if reader is None else found.get(hit.id, LEAST_COSINE - _WORDS / 2)
        found[hit.id] = least + (_WORDS * hit.score / best if best > 0 else 0.0)
    return found


def _fitting(view: View, relevance: Mapping[str, float]) -> list[Proposition]:
    """The propositions that are not far behind the best, by fit and weight."""
    proposition_of = view.proposition_of(relevance)
    fit: dict[str, float] = {}
    for one, proposition in proposition_of.items():
        fit[proposition] = max(fit.get(proposition, 0.0), relevance[one])
    if not fit:
        return []
    least = max(fit.values()) - _BEHIND
    found = view.propositions(sorted(one for one, score in fit.items() if score >= least))
    return sorted(found, key=lambda one: (-round(fit[one.id] + _WEIGHT * weight(one), 4), _latest_first(one), one.id))
