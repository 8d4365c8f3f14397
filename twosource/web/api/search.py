"""Search: full text over statements and articles."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.ledger.listing import Key
from twosource.room.finding import Type, search
from twosource.room.stories_asked import LONGEST
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.search import Hits
from twosource.web.at_hand import Reading, Viewing
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/search", tags=["search"])


class Asking(BaseModel):
    """What is searched for."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(max_length=LONGEST, description="Words; a phrase between quotation marks. Nothing is an operator.")
    type: Type | None = Field(default=None, description="Only attributions, or only articles.")
    limit: paging.Limit = 25
    cursor: paging.Cursor = None


@router.get("", response_model=Hits, responses=UNCHANGED, summary="Search statements and articles")
def found(request: Request, view: Viewing, _: Reading, asking: Annotated[Asking, Query()]) -> Response:
    """What has all of the words, or, where nothing has, any of them; the best first, at most 400 of each type."""
    after = paging.after(asking.cursor)
    if after is not None and isinstance(after[0], str):
        raise Problem(422, "This cursor is of another list", "Begin without one.")
    return fresh(request, view, lambda: _found(view, asking, after and (float(after[0]), after[1])))


def _found(view: View, asking: Asking, after: Key | None) -> dict[str, Any]:
    hits, further = search(view, asking.q, of=asking.type, limit=asking.limit, after=after)
    return {"items": [hit.as_dict() for hit in hits], "next": paging.encode(*further) if further else None}
