"""Sources: who is heard most, each in full, and what it says."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.ledger.listing import Key
from twosource.records import Kind
from twosource.room.source import Profile
from twosource.room.source_kept import profile_of
from twosource.room.source_said import Timed, piece, said
from twosource.room.sources import sources
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.sources import SaidList, Source, Sources
from twosource.web.asking import LONGEST
from twosource.web.at_hand import Reading, Viewing
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/sources", tags=["sources"])

Id = Annotated[str, Path(max_length=100, description="The id of a source.")]
Part = Literal["says", "relays"]


class Asking(BaseModel):
    """Which sources are asked for."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(
        default="", max_length=LONGEST, description="Part of a name, of the role, or of whom it speaks for."
    )
    kind: Kind | None = Field(default=None, description="What it is.")
    limit: paging.Limit = 25
    cursor: paging.Cursor = None


@router.get("", response_model=Sources, responses=UNCHANGED, summary="List sources, those heard most first")
def listed(request: Request, view: Viewing, _: Reading, asking: Annotated[Asking, Query()]) -> Response:
    """By how often they stand in a chain of sources. One that is never named stands for what a single article calls so,
    never for one person across articles."""
    after = continued(asking.cursor)
    return fresh(request, view, lambda: _listed(view, asking, after))


@router.get("/{source_id}", response_model=Source, responses=UNCHANGED, summary="A source with all that is known of it")
def shown(request: Request, view: Viewing, _: Reading, source_id: Id) -> Response:
    """Its names with the reasons why they are taken for one, how it stands to what it speaks of, how its words moved,
    who carries them and whom it carries, who stands against it, and what people judged of it."""
    return fresh(request, view, lambda: found(view, source_id).as_dict())


@router.get(
    "/{source_id}/attributions",
    response_model=SaidList,
    responses=UNCHANGED,
    summary="What a source says, the latest first",
)
def attributions(
    request: Request,
    view: Viewing,
    _: Reading,
    source_id: Id,
    part: Annotated[Part, Query(description="Its own words, or those of others that it passes on.")] = "says",
    limit: paging.Limit = 50,
    cursor: paging.Cursor = None,
) -> Response:
    """Statements of which it is the origin (`says`), or that reached the page through it (`relays`), by when they were
    said, else printed."""
    after = since(cursor)
    return fresh(request, view, lambda: _said(view, source_id, part=part, limit=limit, after=after))


def found(view: View, source_id: str) -> Profile:
    """The source of that id; :class:`Problem` 404 where there is none."""
    known = profile_of(view, source_id)
    if known is None:
        raise Problem(
            404,
            "There is no such source",
            "Sources are joined and parted as articles come and are judged; look for it by name.",
            source=source_id,
        )
    return known


def continued(cursor: str | None) -> Key | None:
    """Where the list of sources goes on; :class:`Problem` 422 for a cursor of another list."""
    after = paging.after(cursor)
    if after is not None and not isinstance(after[0], int):
        raise Problem(422, "This cursor is of another list", "Begin without one.")
    return after


def since(cursor: str | None) -> Timed | None:
    """Where a list of statements goes on; :class:`Problem` 422 for a cursor of another list."""
    after = paging.after(cursor)
    if after is None:
        return None
    if not isinstance(after[0], str):
        raise Problem(422, "This cursor is of another list", "Begin without one.")
    return after[0], after[1]


def _listed(view: View, asking: Asking, after: Key | None) -> dict[str, Any]:
    rows = sources(view, name=asking.name.strip() or None, kind=asking.kind, limit=asking.limit, after=after)
    return {
        "items": [one.as_dict() for one in rows.items],
        "next": paging.encode(*rows.next) if rows.next else None,
    }


def _said(view: View, source_id: str, *, part: Part, limit: int, after: Timed | None) -> dict[str, Any]:
    known = found(view, source_id)
    ids, onward = piece(known.says if part == "says" else known.relays, limit=limit, after=after)
    return {
        "items": [one.as_dict() for one in said(view, ids)],
        "next": paging.encode(*onward) if onward else None,
    }
