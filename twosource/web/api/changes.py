"""Changes: how articles moved the reporting."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.room.changes import changes
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.changes import Changes
from twosource.web.asked_changes import Onward, TheWhich, Which
from twosource.web.at_hand import Reading, Viewing

router = APIRouter(prefix="/api/changes", tags=["changes"])


@router.get("", response_model=Changes, responses=UNCHANGED, summary="What changed, the latest noticed first")
def listed(
    request: Request, view: Viewing, which: TheWhich, onward: Onward, _: Reading, limit: paging.Limit = 50
) -> Response:
    """Each article that is added may move the reporting of what others said: somebody denies it first, confirms it,
    takes it back; one more origin says so; a toll rises. All of it, or of one `kind` or one `proposition`."""
    return fresh(request, view, lambda: _listed(view, which, onward, limit))


def _listed(view: View, which: Which, onward: str | None, limit: int) -> dict[str, Any]:
    found = changes(view, kind=which.kind, proposition=which.proposition, limit=limit, after=onward)
    return {
        "items": [one.as_dict() for one in found.items],
        "next": paging.encode(found.next) if found.next else None,
    }
