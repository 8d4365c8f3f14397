"""A proposition: who says what of it, where it comes from, how it moved, what people judged; and all of its links."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.ledger import View
from twosource.room.links import of_proposition
from twosource.room.story import Story, story
from twosource.room.story_board import cited, stands
from twosource.room.story_gone import successor
from twosource.web import paging
from twosource.web.api.links import continued
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import page

router = APIRouter(include_in_schema=False)

Id = Annotated[str, Path(max_length=100)]

_LINKS = 8
"""Links that the page of a proposition shows; all of them have a page of their own."""

_PIECE = 100


@router.get("/propositions/{proposition_id}")
def shown(request: Request, view: Viewing, _: Reading, proposition_id: Id) -> Response:
    """All there is to a proposition."""
    found = story(view, proposition_id)
    if found is None:
        return _gone(request, view, proposition_id)
    body = kept(view, "proposition_body.html.jinja", proposition_id, lambda: _told(found))
    return page(request, "proposition.html.jinja", entry=found.entry, body=body.told)


def _told(found: Story) -> dict[str, Any]:
    board = stands(found.entry)
    return {
        "story": found,
        "entry": found.entry,
        "board": board,
        "cited": cited(board),
        "links": found.links.items[:_LINKS],
    }


@router.get("/propositions/{proposition_id}/links")
def linked(request: Request, view: Viewing, _: Reading, proposition_id: Id) -> Response:
    """The links between its statements, a piece at a time."""
    found = story(view, proposition_id)
    if found is None:
        return _gone(request, view, proposition_id)
    after = continued(request.query_params.get("cursor") or None)
    piece = of_proposition(view, found.statements, limit=_PIECE, after=after)
    further = f"{request.url.path}?cursor={paging.encode(*piece.next)}" if piece.next else None
    return page(
        request,
        "proposition_links.html.jinja",
        entry=found.entry,
        links=piece,
        begun=after is not None,
        next_url=further,
    )


def _gone(request: Request, view: View, proposition_id: str) -> Response:
    """On to the proposition that has its first statement now. Not for good: a judgement that is taken back brings the
    old id back."""
    now = successor(view, proposition_id)
    if now is None:
        return page(request, "proposition_gone.html.jinja", status=404)
    return RedirectResponse(request.url.path.replace(proposition_id, now.id), status_code=303)
