"""A source: who it is, what it says, how its words moved, whom it is heard with."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from twosource.brief.records import STANCES
from twosource.ledger import View
from twosource.room.source import Profile
from twosource.room.source_kept import profile_of
from twosource.room.source_said import gathered, piece, said
from twosource.web import paging
from twosource.web.api.sources import since
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import page
from twosource.web.pages.source_chart import moves

router = APIRouter(include_in_schema=False)

_PIECE = 25


@router.get("/sources/{source_id}")
def shown(
    request: Request, view: Viewing, person: Reading, source_id: Annotated[str, Path(max_length=100)]
) -> Response:
    """All there is to a source, and the first piece of what it says; or a further piece alone."""
    found = profile_of(view, source_id)
    if found is None:
        return page(request, "source_gone.html.jinja", status=404)
    relayed = request.query_params.get("part", "relays" if not found.says else "says") == "relays"
    cursor = request.query_params.get("cursor") or None
    judges = person.may("review")
    key = (source_id, relayed, cursor, judges)
    body = kept(view, "source_body.html.jinja", key, lambda: _told(view, found, relayed, cursor) | {"judges": judges})
    return page(request, "source.html.jinja", title=body.title, body=body.told)


def _told(view: View, found: Profile, relayed: bool, cursor: str | None) -> dict[str, Any]:
    ids, onward = piece(found.relays if relayed else found.says, limit=_PIECE, after=since(cursor))
    part = {"part": "relays"} if relayed else {}
    return {
        "title": found.label,
        "one": found,
        "source": found.source,
        "mentions": len(found.says) + len(found.relays),
        "relayed": relayed,
        "said": gathered(said(view, ids)),
        "begun": cursor is not None,
        "chart": moves(found.moves, about=found.label) if cursor is None else "",
        "stances_told": STANCES,
        "own_articles": _own_articles(view, found),
        "first_url": _address(found.id, part),
        "next_url": _address(found.id, part | {"cursor": paging.encode(*onward)}) if onward else None,
    }


def _own_articles(view: View, found: Profile) -> str | None:
    """The name under which a source that prints articles has some here itself."""
    if found.source.kind not in ("outlet", "agency"):
        return None
    names = [name for name in (found.source.name, *found.source.names) if name]
    return next((name for name in names if view.articles_listed(outlet=name, limit=1)), None)


def _address(source_id: str, fields: dict[str, str]) -> str:
    return f"/sources/{source_id}{'?' + urlencode(fields) if fields else ''}#said"
