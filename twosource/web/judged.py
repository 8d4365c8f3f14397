"""What becomes of a request to judge, as an answer of the API."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from twosource.room.judging import Outcome
from twosource.web.api.shapes.judgements import Judged
from twosource.web.description import PROBLEMS
from twosource.web.problem import Problem

_TEXT = {"schema": {"type": "string"}}
_ETAG = {"ETag": {"description": "The state of what was judged, for the next `If-Match`.", **_TEXT}}
_PLACE = {"Location": {"description": "The judgement.", **_TEXT}}

PROBLEM = PROBLEMS["default"]["content"]

IF_MATCH: Mapping[str, Any] = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of what is judged, as it was seen.",
    "schema": {"type": "string", "pattern": r'^"[0-9a-f]{16}(\.([0-9a-f]{4})+)?"$', "maxLength": 300},
}

_HEADERS = {"headers": _ETAG | _PLACE}
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The same request had come before.", "model": Judged, **_HEADERS},
    201: {"description": "The verdict was added.", **_HEADERS},
    **{
        status: {"description": told, "content": PROBLEM}
        for status, told in (
            (409, "Somebody judged it since it was seen: `meanwhile` has what they said, `etag` the state now."),
            (422, "It makes no sense: `reasons` say why."),
            (428, "`If-Match` is missing."),
        )
    },
}
"""Of judging, for the description of the API."""

WITHDRAWN: dict[int | str, dict[str, Any]] = {
    200: {"description": "It was withdrawn before.", "model": Judged, **_HEADERS},
    201: {"description": "It was withdrawn.", **_HEADERS},
}
"""Of taking a judgement back."""


def now() -> str:
    """The time, as judgements are stamped with it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def seen(request: Request) -> str:
    """The tag that ``If-Match`` has; :class:`Problem` 428 where it has none, for then nobody knows what was seen."""
    tags = [one.strip() for one in request.headers.get("if-match", "").split(",")]
    strong = [one[1:-1] for one in tags if len(one) > 2 and one[0] == one[-1] == '"']
    if len(strong) != 1:
        raise Problem(
            428,
            "Say what you have seen",
            "Send If-Match with the ETag of what you judge: that of an item of GET /api/review, or of the header of "
            "GET /api/review/item.",
        )
    return strong[0]


def answer(outcome: Outcome) -> Response:
    """201 for what was kept, 200 for what was there; :class:`Problem` for all else."""
    headers = {"ETag": f'"{outcome.tag}"'}
    if outcome.kind not in ("kept", "known"):
        raise problem(outcome)
    if outcome.judgement:
        headers["Location"] = f"/api/judgements/{outcome.judgement.id}"
    return ascii_json(outcome.as_dict(), status=201 if outcome.kind == "kept" else 200, headers=headers)


def ascii_json(made: object, *, status: int = 200, headers: Mapping[str, str]) -> Response:
    """``made`` as JSON in ASCII: what comes from articles may hold halves of surrogate pairs, which UTF-8 has no bytes
    for."""
    body = json.dumps(made, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return Response(body, status_code=status, media_type="application/json", headers=dict(headers))


def problem(outcome: Outcome) -> Problem:
    """Why nothing was kept."""
    match outcome.kind:
        case "refused":
            return Problem(422, "This makes no sense", "; ".join(outcome.reasons), reasons=list(outcome.reasons))
        case "absent":
            return Problem(404, "There is no such judgement")
        case "forbidden":
            return Problem(403, "You may not do this", "It is somebody else's judgement. An admin may take it back.")
    told = "Somebody judged this since you looked" if outcome.meanwhile else "This has changed since you looked"
    return Problem(
        409,
        told,
        "Nothing was kept. Look again, and send your verdict with the new ETag if you still mean it: both are kept.",
        headers={"ETag": f'"{outcome.tag}"'},
        etag=f'"{outcome.tag}"',
        meanwhile=[one.as_dict() for one in outcome.meanwhile],
    )
