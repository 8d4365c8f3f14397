"""``/api/attributions``: one statement, with what is known of it beside its article."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.export.line import whole
from twosource.room.article_statements import statement
from twosource.web.api.shapes.attributions import Statement
from twosource.web.at_hand import Reading, Viewing
from twosource.web.etags import not_modified, tag
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/attributions", tags=["articles"])


@router.get("/{attribution_id}", response_model=Statement, summary="One attribution")
def attribution(attribution_id: str, request: Request, response: Response, view: Viewing, _: Reading) -> Any:
    """The attribution in the wire form, with the id of its article, its words, its proposition, the sources of its
    chain, and the judgements on it."""
    etag = tag("attribution", attribution_id, view.mark())
    if same := not_modified(request, etag):
        return same
    found = statement(view, attribution_id)
    if found is None:
        raise Problem(404, "There is no such attribution")
    response.headers["ETag"] = etag
    return whole(found.as_dict())
