"""``/articles/{id}``: one article, with all that is attributed in it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from twosource.across import Judgement
from twosource.export import words
from twosource.ledger import View
from twosource.records import Certainty
from twosource.room.article import opened
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import page
from twosource.web.problem import Problem

router = APIRouter(include_in_schema=False)

At = Annotated[str, Query(max_length=100)]
Part = Annotated[int, Query(ge=1)]

_SURE: dict[Certainty, str] = {
    "certain": "certain, by their own words",
    "probable": "thinks it probable",
    "possible": "thinks it possible",
    "unstated": "",
}
_VERDICTS = {
    "right": "called right",
    "wrong": "called wrong",
    "corrected": "corrected",
    "same": "called the same as another",
    "not-same": "told apart from another",
    "unsure": "left open",
    "note": "noted",
}


@router.get("/articles/{article_id}")
def article(article_id: str, request: Request, view: Viewing, person: Reading, at: At = "", part: Part = 1) -> Response:
    """The article, with the statement ``at`` chosen."""
    judges = person.may("review")
    key = (article_id, at, part, judges)
    body = kept(view, "article_body.html.jinja", key, lambda: _told(view, article_id, at, part) | {"judges": judges})
    return page(request, "article.html.jinja", title=body.title, body=body.told)


def _told(view: View, article_id: str, at: str, part: int) -> dict[str, Any]:
    found = opened(view, article_id, at=at or None, part=part - 1)
    if found is None:
        raise Problem(404, "There is no such article", "It may have been read into another ledger.")
    title = words.plain(found.found.article.title or "Without a title")
    return {
        "title": title,
        "opened": found,
        "asked": at,
        "words": words,
        "sure": _SURE,
        "verdict": verdict,
        "kinds": kinds,
    }


def verdict(judgement: Judgement) -> str:
    """What somebody judged, in words."""
    if judgement.verdict == "grade":
        return f"graded {judgement.credibility or 'as not to be judged'}" + (" of 1 to 6" * bool(judgement.credibility))
    return _VERDICTS.get(judgement.verdict, judgement.verdict)


def kinds(roles: tuple[str, ...]) -> str:
    """What a stretch of text is, for who points at it: ``source within content``."""
    return " within ".join(roles)
