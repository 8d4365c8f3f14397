"""Propositions: a list that can be narrowed, sorted and searched, and each in full."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.across import Status
from twosource.ledger import Sift, View
from twosource.ledger.facets import Stance
from twosource.ledger.listing import Key
from twosource.room.finding import find
from twosource.room.stories import stories
from twosource.room.stories_asked import LONGEST, Asked, Sorting
from twosource.room.story import story
from twosource.room.story_gone import successor
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.propositions import FullProposition, Rows
from twosource.web.at_hand import Reading, Viewing
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/propositions", tags=["propositions"])

Value = Annotated[str, Field(max_length=LONGEST)]
Id = Annotated[str, Path(max_length=100, description="The id of a proposition.")]


class Asking(BaseModel):
    """What a list is asked for."""

    model_config = ConfigDict(extra="forbid")

    q: Value = Field(default="", description="Words to search for; a phrase between quotation marks.")
    status: Status | None = Field(default=None, description="How the reporting stands.")
    stance: Stance | None = Field(default=None, description="Somebody takes that stance.")
    source: Value | None = Field(default=None, description="The id of a source that is in a chain.")
    side: Value | None = Field(default=None, description="An origin speaks for that party.")
    outlet: Value | None = Field(default=None, description="That outlet tells of it, in any case.")
    since: date | None = Field(default=None, description="Said on that day or later.")
    until: date | None = Field(default=None, description="Said on that day or earlier.")
    order: Sorting | None = Field(default=None, description="Without `q`, `best` is `matters`.")
    limit: paging.Limit = 25
    cursor: paging.Cursor = None

    @property
    def asked(self) -> Asked:
        """The same for the room."""
        sift = Sift(
            status=self.status,
            stance=self.stance,
            source=self.source,
            side=self.side,
            outlet=self.outlet,
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
        )
        return Asked(text=self.q, sift=sift, sorting=self.order)


@router.get("", response_model=Rows, responses=UNCHANGED, summary="List propositions, narrowed, sorted and searched")
def listed(request: Request, view: Viewing, _: Reading, asking: Annotated[Asking, Query()]) -> Response:
    """What matters most comes first: by how the reporting stands, how many origins and how many statements there are.

    With `q`, what fits the words best: at most 400 statements are looked at, and those of them that have the words come
    in `hits`.
    """
    asked = asking.asked
    after = continued(asking.cursor, asked)
    return fresh(request, view, lambda: _listed(view, asked, asking.limit, after))


@router.get(
    "/{proposition_id}",
    response_model=FullProposition,
    responses=UNCHANGED,
    summary="A proposition with all that bears on it",
)
def shown(request: Request, view: Viewing, _: Reading, proposition_id: Id) -> Response:
    """Its statements with stance, chain, time and place in their articles, its origins with reasons, figures, links,
    how the story moved, what is missing, related propositions, and the judgements given on it."""
    return fresh(request, view, lambda: _shown(request, view, proposition_id))


def continued(cursor: str | None, asked: Asked) -> Key | None:
    """Where a list goes on; :class:`Problem` 422 for a cursor of a list in another order."""
    after = paging.after(cursor)
    if after is None:
        return None
    key, id_ = after
    if asked.sorted_by in ("newest", "oldest"):
        # Instants in UTC: nothing else may reach the database as one.
        if isinstance(key, str) and key.isascii() and key.isprintable():
            return key, id_
    elif not isinstance(key, str):
        return float(key), id_
    raise Problem(422, "This cursor is of a list in another order", "Begin without one.")


def _listed(view: View, asked: Asked, limit: int, after: Key | None) -> dict[str, Any]:
    if asked.text:
        order = "best" if asked.sorted_by == "best" else asked.order
        found = find(view, asked.text, asked.sift, order=order, limit=limit, after=after)
        items = [
            {**one.summary.as_dict(), "hits": [hit.as_dict() for hit in one.hits], "others": one.others}
            for one in found.items
        ]
        return {"items": items, "count": found.count, "next": paging.encode(*found.next) if found.next else None}
    rows = stories(view, asked.sift, order=asked.order, limit=limit, after=after)
    items = [{**one.as_dict(), "hits": [], "others": 0} for one in rows.items]
    return {"items": items, "count": rows.count, "next": paging.encode(*rows.next) if rows.next else None}


def _shown(request: Request, view: View, proposition_id: str) -> dict[str, Any]:
    found = story(view, proposition_id)
    if found is None:
        raise gone(request, view, proposition_id)
    return found.as_dict()


def gone(request: Request, view: View, proposition_id: str) -> Problem:
    """What to answer where there is no such proposition: on to the one that has its first statement now, with the same
    question; 404 where that is in none."""
    now = successor(view, proposition_id)
    if now is None:
        told = "Statements are regrouped as articles come and are judged."
        return Problem(404, "There is no such proposition", told, proposition=proposition_id)
    if request.path_params.get("proposition_id") == proposition_id:
        onward = request.url.replace(path=request.url.path.replace(proposition_id, now.id))
    else:
        onward = request.url.include_query_params(proposition=now.id)
    return Problem(
        307,
        "This proposition has another id now",
        f"Its first statement is in {now.id}.",
        headers={"Location": f"{onward.path}?{onward.query}".rstrip("?")},
        proposition=proposition_id,
        moved_to=now.id,
    )
