"""A proposition: who says what of it, where it comes from, how it moved, what people judged; and all of its links."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.room.links import of_proposition
from twosource.room.memo import Memo
from twosource.room.story import Story, story
from twosource.room.story_board import Cited, stands
from twosource.room.story_gone import successor
from twosource.web import paging
from twosource.web.api.links import continued
from twosource.web.at_hand import Reading, Viewing
from twosource.web.page import environment, page

router = APIRouter(include_in_schema=False)

Id = Annotated[str, Path(max_length=100)]

_LINKS = 8
"""Links that the page of a proposition shows; all of them have a page of their own."""

_PIECE = 100

_bodies: Memo[Markup] = Memo(room=20_000_000, size=len)
"""What the page says of a proposition is the same for everybody. Of one with five hundred statements it is half a
megabyte, and takes 0.3 s to write."""


@router.get("/propositions/{proposition_id}")
def shown(request: Request, view: Viewing, _: Reading, proposition_id: Id) -> Response:
    """All there is to a proposition."""
    found = story(view, proposition_id)
    if found is None:
        return _gone(request, view, proposition_id)
    body = _bodies.get((view.mark(), proposition_id), lambda: _body(found))
    return page(request, "proposition.html.jinja", entry=found.entry, body=body)


def _body(found: Story) -> Markup:
    board = stands(found.entry)
    told = environment().get_template("proposition_body.html.jinja")
    return Markup(
        told.render(story=found, entry=found.entry, board=board, cited=Cited(board), links=found.links.items[:_LINKS])
    )


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
    return page(request, "proposition_gone.html.jinja", status=404, now=successor(view, proposition_id))
