"""The front page: stories and search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.across import Status
from twosource.ledger import View
from twosource.ledger.facets import Stance
from twosource.ledger.listing import Key
from twosource.room.finding import Hit, find
from twosource.room.stories import COUNTED, Summary, stories
from twosource.room.stories_asked import Asked, asked
from twosource.room.stories_choices import Offer, labels, loosened, offered
from twosource.web import paging
from twosource.web.api.propositions import continued
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import page

router = APIRouter(include_in_schema=False)

_PIECE = 25
_FOUND = 15
"""Propositions on a page of what was searched for, each with some of its statements."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page lists: each proposition with the statements that have the words asked for, and how many more."""

    items: list[tuple[Summary, tuple[Hit, ...], int]]
    count: int
    more_than_counted: bool
    articles: tuple[Hit, ...]
    articles_count: int
    next: Key | None


@router.get("/")
def front(request: Request, view: Viewing, _: Reading) -> Response:
    """Propositions, narrowed and searched."""
    wanted, refused = asked(request.query_params)
    after = continued(request.query_params.get("cursor") or None, wanted)
    key = (wanted, tuple(refused), after)
    body = kept(view, "stories_body.html.jinja", key, lambda: _told(view, wanted, refused, after))
    return page(request, "stories.html.jinja", asked=wanted, body=body.told)


def _told(view: View, wanted: Asked, refused: list[str], after: Key | None) -> dict[str, Any]:
    found = _found(view, wanted, after)
    named = labels(view, wanted)
    return {
        "asked": wanted,
        "refused": refused,
        "found": found,
        "begun": after is not None,
        "first_url": _address(wanted.fields),
        "next_url": _address(wanted.fields | {"cursor": paging.encode(*found.next)}) if found.next else None,
        "chips": [(label, _address(wanted.without(name).fields)) for name, label in named],
        "loose": _loose(view, wanted, named) if not found.count else [],
        "empty": not wanted.fields and not found.items and after is None,
        "offered": _choices(view, wanted),
    }


def _found(view: View, wanted: Asked, after: Key | None) -> _Found:
    if wanted.text:
        order = "best" if wanted.sorted_by == "best" else wanted.order
        hits = find(view, wanted.text, wanted.sift, order=order, limit=_FOUND, after=after)
        items = [(one.summary, one.hits, one.others) for one in hits.items]
        return _Found(items, hits.count, not hits.complete, hits.articles, hits.articles_count, hits.next)
    rows = stories(view, wanted.sift, order=wanted.order, limit=_PIECE, after=after)
    return _Found([(one, (), 0) for one in rows.items], rows.count, rows.count >= COUNTED, (), 0, rows.next)


def _choices(view: View, wanted: Asked) -> dict[str, list[Offer]]:
    """What the form offers. How the reporting may stand is offered in its own order, also where nothing stands so."""
    found = offered(view, wanted.sift)
    for kind, values in (("status", get_args(Status)), ("stance", get_args(Stance))):
        counts = {one.value: one.count for one in found[kind]}
        found[kind] = [Offer(value, value, counts.get(value, 0)) for value in values]
    return found


def _loose(view: View, wanted: Asked, named: list[tuple[str, str]]) -> list[tuple[str, int, str]]:
    """What to let go, how many there are then, and the way there."""
    told = dict(named)
    return [
        (told[name], count, _address(wanted.without(name).fields))
        for name, count in loosened(view, wanted.sift, wanted.text)
    ]


def _address(fields: dict[str, Any]) -> str:
    return f"/?{urlencode(fields)}" if fields else "/"
