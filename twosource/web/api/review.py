"""``/api/review``: what is most worth judging, with everything that it takes to decide."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.across import Subject
from twosource.room import desk
from twosource.room.judging import Thing
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.review import Item, Items
from twosource.web.at_hand import Reading, Viewing
from twosource.web.judged import ascii_json
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/review", tags=["judgements"])

Id = Annotated[str | None, Field(min_length=1, max_length=40)]


class Asking(BaseModel):
    """Which cases to list."""

    model_config = ConfigDict(extra="forbid")

    about: Subject | None = Field(default=None, description="What they are about.")
    proposition: Id = Field(default=None, description="Those that bear on this proposition.")
    source: Id = Field(default=None, description="Those about this source.")
    attribution: Id = Field(default=None, description="Those about this attribution.")
    limit: int = Field(default=20, ge=1, le=50, description="How many items at most.")
    cursor: paging.Cursor = None

    @property
    def choice(self) -> desk.Choice:
        """The same for the room."""
        return desk.Choice(
            about=self.about, proposition=self.proposition, source=self.source, attribution=self.attribution
        )


class Naming(BaseModel):
    """What to judge."""

    model_config = ConfigDict(extra="forbid")

    about: Subject = Field(description="What it is about.")
    left: str = Field(min_length=1, max_length=40, description="The id of an attribution or a source.")
    right: Id = Field(default=None, description="Of a pair: the other.")


@router.get("", response_model=Items, responses=UNCHANGED, summary="What is most worth judging")
def queue(request: Request, view: Viewing, _: Reading, asking: Annotated[Asking, Query()]) -> Response:
    """Each item has the words in their sentences, speakers, outlets and dates, why it is asked, what a verdict would
    change, the verdicts there are, and the ETag to judge it with."""
    after = key(asking.cursor)

    def make() -> dict[str, Any]:
        found, onward = desk.queue(view, asking.choice, limit=asking.limit, after=after)
        return {"items": [one.as_dict() for one in found], "next": paging.encode(*onward) if onward else None}

    return fresh(request, view, make)


@router.get("/item", response_model=Item, summary="Anything to judge, whether it waits or not")
def item(view: Viewing, _: Reading, naming: Annotated[Naming, Query()]) -> Response:
    """An attribution, a source, or a pair of either, as an item of the queue would show it. The `ETag` header is the
    one to judge it with."""
    found = desk.chosen(view, Thing(about=naming.about, left=naming.left, right=naming.right))
    if found is None:
        raise Problem(404, "There is nothing of these ids to judge")
    return ascii_json(found.as_dict(), headers={"ETag": f'"{found.tag}"'})


def key(cursor: str | None) -> desk.Key | None:
    """Where the queue goes on; :class:`Problem` 422 for the cursor of another list."""
    after = paging.after(cursor)
    if after is not None and isinstance(after[0], str):
        raise Problem(422, "This cursor is of another list", "Take it from `next` of this list.")
    return (float(after[0]), after[1]) if after else None
