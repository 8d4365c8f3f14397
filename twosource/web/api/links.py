"""Links: how two statements stand to each other."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.room.links import At, of_proposition, of_statement
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.propositions import gone
from twosource.web.api.shapes.links import Links
from twosource.web.at_hand import Reading, Viewing
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/links", tags=["links"])


class Asking(BaseModel):
    """Whose links are asked for: of a statement, or within a proposition."""

    model_config = ConfigDict(extra="forbid")

    attribution: str | None = Field(default=None, max_length=100, description="The id of an attribution.")
    proposition: str | None = Field(default=None, max_length=100, description="The id of a proposition.")
    limit: paging.Limit = 50
    cursor: paging.Cursor = None


@router.get("", response_model=Links, responses=UNCHANGED, summary="The links of a statement, or within a proposition")
def listed(request: Request, view: Viewing, _: Reading, asking: Annotated[Asking, Query()]) -> Response:
    """Of an `attribution` all links, to whatever proposition; of a `proposition` those between its statements. One of
    the two is to be given."""
    after = continued(asking.cursor)
    return fresh(request, view, lambda: _listed(request, view, asking, after))


def continued(cursor: str | None) -> At | None:
    """Where a list of links goes on; :class:`Problem` 422 for what is no cursor of one."""
    if cursor is None:
        return None
    match paging.decode(cursor):
        case (int(place), float() | int() as score, str(left), str(right)):
            return place, float(score), left, right
    raise Problem(422, "This cursor is of another list", "Begin without one.")


def _listed(request: Request, view: View, asking: Asking, after: At | None) -> dict[str, Any]:
    if (asking.attribution is None) is (asking.proposition is None):
        raise Problem(422, "Whose links?", "Give either `attribution` or `proposition`.")
    if asking.attribution is not None:
        if not view.accounts([asking.attribution]):
            raise Problem(404, "There is no such attribution", attribution=asking.attribution)
        found = of_statement(view, asking.attribution, limit=asking.limit, after=after)
    else:
        members = [
            one for proposition in view.propositions([asking.proposition or ""]) for one in proposition.attributions
        ]
        if not members:
            raise gone(request, view, asking.proposition or "")
        found = of_proposition(view, members, limit=asking.limit, after=after)
    return {
        "items": [link.as_dict() for link in found.items],
        "count": found.count,
        "next": paging.encode(*found.next) if found.next else None,
    }
