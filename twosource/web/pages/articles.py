"""``/articles``: what was read, the newest first."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.room.articles import articles as listed
from twosource.room.articles import outlets
from twosource.web.asked_articles import Onward, TheWhich
from twosource.web.at_hand import Reading, Viewing
from twosource.web.page import page
from twosource.web.paging import encode

router = APIRouter(include_in_schema=False)


@router.get("/articles")
def articles(request: Request, view: Viewing, which: TheWhich, onward: Onward, _: Reading) -> Response:
    """A piece of the list, and what it can be narrowed to."""
    found = listed(view, which, after=onward)
    further = request.url.include_query_params(cursor=encode(*found.next)) if found.next else None
    newest = request.url.remove_query_params("cursor") if onward else None
    return page(
        request,
        "articles.html.jinja",
        found=found.items,
        which=which,
        outlets=_offered(view, which.outlet),
        newest=f"{newest.path}?{newest.query}" if newest else None,
        more=f"{further.path}?{further.query}" if further else None,
        narrowed=bool(which.outlet or which.since or which.until),
    )


def _offered(view: View, chosen: str | None) -> list[str]:
    """The outlets to choose from, the one that is asked for among them."""
    names = {name.casefold(): name for name in outlets(view)}
    if chosen:
        names.setdefault(" ".join(chosen.casefold().split()), chosen)
    return [names[key] for key in sorted(names)]
