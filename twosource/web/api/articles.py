"""``/api/articles``: what was read, what is attributed in it, and adding more."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.export.line import whole
from twosource.room.article import article as look_up
from twosource.room.article_statements import statements
from twosource.room.articles import articles as listed
from twosource.web.adding import TheAdding, submit
from twosource.web.api.shapes.articles import Article, ArticleList, request_body
from twosource.web.api.shapes.attributions import Statements
from twosource.web.api.shapes.jobs import Job
from twosource.web.asked_adding import TheAsked
from twosource.web.asked_articles import Onward, TheWhich
from twosource.web.at_hand import Reading, Reviewing, Viewing
from twosource.web.etags import not_modified, tag
from twosource.web.paging import Cursor, Limit, decode, encode, link_next
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/articles", tags=["articles"])

_ABSENT = Problem(404, "There is no such article")


@router.get("", response_model=ArticleList, summary="Articles, the newest first")
def articles(
    request: Request,
    response: Response,
    view: Viewing,
    which: TheWhich,
    onward: Onward,
    _: Reading,
    limit: Limit = 25,
) -> Any:
    """Current articles without their texts. Those of no known time of publication come last; they are in no range of
    days."""
    found = listed(view, which, limit=limit, after=onward)
    cursor = encode(*found.next) if found.next else None
    link_next(request, response, cursor)
    return {"items": [whole(one.as_dict()) for one in found.items], "next": cursor}


@router.get("/{article_id}", response_model=Article, summary="One article")
def article(article_id: str, request: Request, response: Response, view: Viewing, _: Reading) -> Any:
    """The article in the wire form, with its versions and addresses. One that is no longer current is answered too."""
    etag = tag("article", article_id, view.mark())
    if same := not_modified(request, etag):
        return same
    found = look_up(view, article_id)
    if found is None:
        raise _ABSENT
    response.headers["ETag"] = etag
    return whole(found.as_dict())


@router.get("/{article_id}/attributions", response_model=Statements, summary="What is attributed in an article")
def attributions(
    article_id: str,
    request: Request,
    response: Response,
    view: Viewing,
    _: Reading,
    limit: Limit = 200,
    cursor: Cursor = None,
) -> Any:
    """In the order of the text, each with what is known of it beside the article."""
    etag = tag("attributions", article_id, str(limit), cursor or "", view.mark())
    if same := not_modified(request, etag):
        return same
    if view.article(article_id) is None:
        raise _ABSENT
    place = _place(cursor)
    inside = view.attributions_of([article_id])[article_id]
    shown = list(view.accounts(inside[place : place + limit]).values())
    onward = encode(place + limit) if place + limit < len(inside) else None
    response.headers["ETag"] = etag
    link_next(request, response, onward)
    return {"items": [whole(one.as_dict()) for one in statements(view, shown)], "next": onward}


@router.post(
    "",
    response_model=Job,
    status_code=202,
    summary="Add articles",
    openapi_extra={"requestBody": request_body()},
)
def add(given: TheAsked, response: Response, adding: TheAdding, person: Reviewing) -> Any:
    """Takes on a text, an address or files, and answers at once with the job that reads them: `GET /api/jobs/{id}`
    tells how far it has come. A file may be HTML, text, PDF, a feed, WARC or JSON lines of articles."""
    job = submit(adding, given, person=person)
    response.headers["Location"] = f"/api/jobs/{job.id}"
    return whole(job.as_dict())


def _place(cursor: str | None) -> int:
    key = decode(cursor) if cursor else (0,)
    if len(key) != 1 or not isinstance(key[0], int) or key[0] < 0:
        raise Problem(422, "This cursor is of another list", "Take it from `next` of this list.")
    return key[0]
