"""``/articles``: what was read, the newest first."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.room.articles import Key, Which, outlets
from twosource.room.articles import articles as listed
from twosource.web.asked_articles import Onward, TheWhich
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import page
from twosource.web.paging import encode

router = APIRouter(include_in_schema=False)


@router.get("/articles")
def articles(request: Request, view: Viewing, which: TheWhich, onward: Onward, person: Reading) -> Response:
    """A piece of the list, and what it can be narrowed to."""
    judges = person.may("review")
    key = (request.url.query, judges)
    body = kept(view, "articles_body.html.jinja", key, lambda: _told(request, view, which, onward) | {"judges": judges})
    return page(request, "articles.html.jinja", body=body.told)


def _told(request: Request, view: View, which: Which, onward: Key | None) -> dict[str, Any]:
    found = listed(view, which, after=onward)
    further = request.url.include_query_params(cursor=encode(*found.next)) if found.next else None
    newest = request.url.remove_query_params("cursor") if onward else None
    return {
        "found": found.items,
        "which": which,
        "outlets": _offered(view, which.outlet),
        "newest": f"{newest.path}?{newest.query}" if newest else None,
        "more": f"{further.path}?{further.query}" if further else None,
        "narrowed": bool(which.outlet or which.since or which.until),
    }


def _offered(view: View, chosen: str | None) -> list[str]:
    """The outlets to choose from, the one that is asked for among them."""
    names = {name.casefold(): name for name in outlets(view)}
    if chosen:
        names.setdefault(" ".join(chosen.casefold().split()), chosen)
    return [names[key] for key in sorted(names)]
