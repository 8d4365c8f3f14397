"""Exceptions as answers: a problem in JSON below ``/api``, elsewhere a page."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from twosource import errors
from twosource.web.page import page
from twosource.web.problem import MEDIA_TYPE, Problem

_TITLES = {404: "There is nothing here", 405: "This cannot be done here"}
_ON_PURPOSE: tuple[tuple[type[errors.TwosourceError], Callable[[Any], Problem]], ...] = (
    (
        errors.LedgerBusy,
        lambda _: Problem(503, "The ledger is busy", "Somebody is writing; try again.", headers={"Retry-After": "5"}),
    ),
    (errors.RecordRefused, lambda error: Problem(409, "This does not fit what is in the ledger", error.reason)),
    (
        errors.LedgerError,
        lambda _: Problem(503, "The ledger cannot be used", "Whoever runs this server sees why where it runs."),
    ),
    (errors.SourceTooLarge, lambda error: Problem(413, "This is too large", error.reason, source=error.source)),
    (errors.SourceError, lambda error: Problem(422, "This could not be read", error.reason, source=error.source)),
    (errors.NotInstalled, lambda error: Problem(501, "The server lacks a library", str(error))),
)
"""The first that fits. What tells of the machine (where the ledger is) is left out."""


def respond(request: Request, problem: Problem) -> Response:
    """``problem`` in the form that the asker reads: JSON, a whole page, or for htmx a piece of one."""
    if reads_json(request):
        return JSONResponse(
            problem.as_dict(), status_code=problem.status, headers=problem.headers, media_type=MEDIA_TYPE
        )
    template = "notice.html.jinja" if "hx-request" in request.headers else "problem.html.jinja"
    answer = page(request, template, status=problem.status, problem=problem)
    answer.headers.update(problem.headers)
    return answer


def reads_json(request: Request) -> bool:
    """Whether the asker is a program: of the API, or of its description."""
    return request.url.path.startswith("/api/") or request.url.path == "/openapi.json"


async def handle(request: Request, error: Exception) -> Response:
    """The answer to any exception that has one; others are raised again."""
    problem = known(error)
    if problem is None:
        raise error
    return respond(request, problem)


def known(error: Exception) -> Problem | None:
    """What an exception says to the asker; ``None`` where that is a mistake of ours."""
    match error:
        case Problem():
            return error
        case RequestValidationError():
            return Problem(422, "Something in this request is not as it should be", _told(error), errors=_faults(error))
        case HTTPException():
            title = _TITLES.get(error.status_code) or HTTPStatus(error.status_code).phrase
            detail = "" if error.status_code in _TITLES else error.detail
            return Problem(error.status_code, title, detail, headers=error.headers)
        case errors.TwosourceError():
            return _on_purpose(error)
    return None


def _on_purpose(error: errors.TwosourceError) -> Problem | None:
    return next((told(error) for kind, told in _ON_PURPOSE if isinstance(error, kind)), None)


def _faults(error: RequestValidationError) -> list[dict[str, Any]]:
    return [{"where": ".".join(map(str, one["loc"])), "what": str(one["msg"])} for one in error.errors()]


def _told(error: RequestValidationError) -> str:
    return "; ".join(f"{fault['where']}: {fault['what']}" for fault in _faults(error)[:5])
