"""Articles, the newest first, a piece at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from twosource.ledger import View
from twosource.records import Article
from twosource.room.memo import Memo

Key = tuple[float | str, str]
"""Where a list stopped: what the last one was sorted by, and its id."""

OUTLETS = 200
"""Outlets to choose from; whoever looks for a rarer one names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Articles of an ``outlet`` (in any case), printed from the day ``since`` to the day ``until``, both included. What
    is ``None`` leaves nothing out; an article without a time of publication is in no range of days."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An article in a list, and how many ``statements`` are in it."""

    article: Article
    statements: int

    def as_dict(self) -> dict[str, Any]:
        """An element of ``items``: the article without its text."""
        whole = self.article
        return {
            "id": whole.id,
            "url": whole.url,
            "title": whole.title,
            "language": whole.language,
            "outlet": whole.outlet,
            "authors": list(whole.authors),
            "credits": list(whole.credits),
            "published": whole.published,
            "modified": whole.modified,
            "media_type": whole.media_type,
            "statements": self.statements,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A piece of the list; ``next`` is where the next one goes on, if there is one."""

    items: tuple[Line, ...]
    next: Key | None


def articles(view: View, which: Which, *, limit: int = 25, after: Key | None = None) -> Lines:
    """Current articles, the newest first, those of no known time last."""
    listed = view.articles_listed(
        outlet=which.outlet, since=which.since, until=which.until, limit=limit + 1, after=after
    )
    shown = [one.id for one in listed[:limit]]
    whole = {one.id: one for one in view.articles(shown)}
    inside = view.attributions_of(shown)
    last = listed[limit - 1] if len(listed) > limit else None
    return Lines(
        items=tuple(Line(article=whole[id_], statements=len(inside[id_])) for id_ in shown),
        next=(last.key, last.id) if last else None,
    )


def outlets(view: View) -> tuple[str, ...]:
    """The names of the outlets that are heard most, by name; kept for as long as nothing in the ledger changes."""
    return _outlets.get(view.mark(), lambda: tuple(sorted(_heard_most(view), key=str.casefold)))


def _heard_most(view: View) -> list[str]:
    return [name for name, _ in view.facets("outlet", limit=OUTLETS)]


_outlets: Memo[tuple[str, ...]] = Memo(room=8)
