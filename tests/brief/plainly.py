"""How a brief is chosen, the plain way: every vector, every proposition, and one sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twosource.across import Proposition, Source
from twosource.brief.choice import Choice
from twosource.ledger import View
from twosource.link.vectors import unpacked
from twosource.model.pairs import Reader


def chosen(view: View, question: str | None, choice: Choice, *, reader: Reader | None) -> list[Proposition]:
    """All propositions that fit, what matters most first."""
    allowed = _allowed(view, choice)
    if question is not None:
        relevance = _relevance(view, question, reader)
        if allowed is not None:
            relevance = {one: score for one, score in relevance.items() if one in allowed}
        return _fitting(view, relevance)
    if allowed is not None:
        found = list(view.propositions(sorted(set(view.proposition_of(sorted(allowed)).values()))))
    else:
        found = list(view.propositions())
    return sorted(found, key=lambda one: (-one.weight, _latest_first(one), one.id))


def _latest_first(proposition: Proposition) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in (proposition.last_said or "")[:16])


def _allowed(view: View, choice: Choice) -> set[str] | None:
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
    found: dict[str, float] = {}
    if reader is not None:
        kept = view.every_vector()
        cosines = unpacked(list(kept), kept) @ reader.vectors([question])[0]
        found = {one: float(cosine) for one, cosine in zip(kept, cosines, strict=True) if cosine >= 0.3}
    hits = [hit for hit in view.search(question, limit=400) if hit.type == "attribution"]
    best = max((hit.score for hit in hits), default=0.0)
    for hit in hits:
        least = 0.3 if reader is None else found.get(hit.id, 0.2)
        found[hit.id] = least + (0.2 * hit.score / best if best > 0 else 0.0)
    return found


def _fitting(view: View, relevance: Mapping[str, float]) -> list[Proposition]:
    fit: dict[str, float] = {}
    for one, proposition in view.proposition_of(relevance).items():
        fit[proposition] = max(fit.get(proposition, 0.0), relevance[one])
    if not fit:
        return []
    least = max(fit.values()) - 0.35
    found = view.propositions(sorted(one for one, score in fit.items() if score >= least))
    return sorted(found, key=lambda one: (-round(fit[one.id] + 0.08 * one.weight, 4), _latest_first(one), one.id))
