"""Answers of the API that are made only where the asker has not got them already."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.web.etags import not_modified, tag
from twosource.web.paging import link_next

UNCHANGED: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing has changed since the `ETag` that was sent."}
}
"""For the description of a route that answers so."""


def fresh(request: Request, view: View, make: Callable[[], Mapping[str, Any]]) -> Response:
    """What ``make`` gives, as JSON, or 304: the ledger and the address determine it. Where it has a ``next``, the
    ``Link`` header has it too."""
    etag = tag(view.mark(), request.url.path, request.url.query)
    if unchanged := not_modified(request, etag):
        return unchanged
    made = make()
    # In ASCII: what comes from articles may hold halves of surrogate pairs, which UTF-8 has no bytes for.
    body = json.dumps(made, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    answer = Response(body, media_type="application/json", headers={"ETag": etag})
    link_next(request, answer, made.get("next"))
    return answer
