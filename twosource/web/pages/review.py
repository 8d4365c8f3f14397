"""``/review``: the desk where people judge, one case at a time."""

from __future__ import annotations

from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.export import words
from twosource.ledger import Ledger
from twosource.room import desk_words, judging
from twosource.web.at_hand import Reviewing, TheLedger, Viewing, pair_reader
from twosource.web.judged import now, problem
from twosource.web.page import page
from twosource.web.review_form import Given
from twosource.web.review_form import request as asked
from twosource.web.review_place import Place
from twosource.web.review_shown import Conflict, Shown, shown

router = APIRouter(prefix="/review", include_in_schema=False)

Done = Annotated[str, Query(max_length=40)]
Back = Annotated[str, Query(max_length=200)]
Here = Annotated[str, Form(max_length=4000)]


@router.get("")
def desk(request: Request, view: Viewing, _: Reviewing, done: Done = "", back: Back = "") -> Response:
    """The case at the place that the address names; ``done`` is the judgement that was given just before, ``back`` the
    case that it was about."""
    return _desk(request, shown(view, Place.read(request.url.query), done=done or None, back=back))


@router.post("/judge")
def judge(request: Request, ledger: TheLedger, person: Reviewing, given: Annotated[Given, Form()]) -> Response:
    """Keep the verdict and go on; where somebody judged the thing meanwhile, show what they said."""
    try:
        with ledger.view() as view:
            wanted = asked(view, given, by=person.name, made_at=now())
    except ValueError as error:
        return _stay(request, ledger, given, Conflict(reasons=(str(error),)))
    outcome = judging.judge(ledger, wanted, seen=given.seen, reader=partial(pair_reader, request))
    if outcome.kind in ("kept", "known") and outcome.judgement:
        back = Place.read(given.here).case
        return _go(request, ledger, Place.read(given.onward), done=outcome.judgement.id, back=back)
    found = Conflict(reasons=outcome.reasons, meanwhile=outcome.meanwhile, again=given.kept, tag=outcome.tag)
    return _stay(request, ledger, given, found)


@router.post("/undo")
def undo(
    request: Request,
    ledger: TheLedger,
    person: Reviewing,
    id_: Annotated[str, Form(alias="id", max_length=40)],
    here: Here = "",
) -> Response:
    """Take a judgement back, and show its case again."""
    outcome = judging.withdraw(ledger, id_, by=person.name, made_at=now(), anybodys=person.may("admin"))
    if outcome.kind not in ("kept", "known"):
        raise problem(outcome)
    return _go(request, ledger, Place.read(here), done=id_)


def _go(request: Request, ledger: Ledger, place: Place, *, done: str, back: str | None = None) -> Response:
    """The desk at ``place``: at once for a script, else by its address."""
    if not _is_piece(request):
        told = urlencode({"done": done, **({"back": back} if back else {})})
        return RedirectResponse(f"{place.url}{'&' if place.query else '?'}{told}", status_code=303)
    with ledger.view() as view:
        answer = _desk(request, shown(view, place, done=done, back=back))
    answer.headers["HX-Push-Url"] = place.url
    return answer


def _stay(request: Request, ledger: Ledger, given: Given, conflict: Conflict) -> Response:
    """The same case, with what was in the way."""
    with ledger.view() as view:
        found = shown(view, Place.read(given.here), conflict=conflict)
        return _desk(request, found, status=422 if conflict.reasons else 409)


def _desk(request: Request, found: Shown, *, status: int = 200) -> Response:
    template = "review_desk.html.jinja" if _is_piece(request) else "review.html.jinja"
    return page(request, template, status=status, desk=found, said=desk_words, words=words)


def _is_piece(request: Request) -> bool:
    return "hx-request" in request.headers and "hx-history-restore-request" not in request.headers
