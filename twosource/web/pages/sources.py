"""Who is heard: the list of sources."""

from __future__ import annotations

from typing import Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.records import Kind
from twosource.room.asking import asked_for
from twosource.room.sources import sources
from twosource.web import paging
from twosource.web.api.sources import continued
from twosource.web.asking import LONGEST
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import page

router = APIRouter(include_in_schema=False)

KINDS: tuple[Kind, ...] = get_args(Kind)
_PIECE = 50


@router.get("/sources")
def listed(request: Request, view: Viewing, _: Reading) -> Response:
    """Sources, those heard most first, narrowed by a part of a name and by what they are."""
    params = request.query_params
    name = asked_for(params.get("name", "")[:LONGEST])
    kind = next((one for one in KINDS if one == params.get("kind")), None)
    cursor = params.get("cursor") or None
    body = kept(view, "sources_body.html.jinja", (name, kind, cursor), lambda: _told(view, name, kind, cursor))
    return page(request, "sources.html.jinja", body=body.told)


def _told(view: View, name: str | None, kind: Kind | None, cursor: str | None) -> dict[str, Any]:
    found = sources(view, name=name, kind=kind, limit=_PIECE, after=continued(cursor))
    asked = {key: value for key, value in (("name", name), ("kind", kind)) if value}
    return {
        "name": name,
        "kind": kind,
        "kinds": KINDS,
        "found": found,
        "most": max((one.mentions for one in found.items), default=1),
        "number": view.counts("sources")["sources"],
        "begun": cursor is not None,
        "first_url": _address(asked),
        "next_url": _address(asked | {"cursor": paging.encode(*found.next)}) if found.next else None,
    }


def _address(fields: dict[str, str]) -> str:
    return f"/sources?{urlencode(fields)}" if fields else "/sources"
