"""``/changes``: what articles changed; ``/changes.atom``: the same for readers of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from twosource.changes.kinds import LABELS, MEANINGS
from twosource.ledger import View
from twosource.room.changes import MOST_LATEST, changes, told
from twosource.room.changes_forms import atom
from twosource.web.asked_changes import Onward, TheWhich, Which
from twosource.web.at_hand import Reading, Viewing
from twosource.web.etags import not_modified, tag
from twosource.web.kept import kept
from twosource.web.page import page
from twosource.web.paging import encode

router = APIRouter(include_in_schema=False)

PIECE = 40
"""Changes of a page: two days of a busy desk."""


class Way(NamedTuple):
    """A way to another choice of changes; ``here`` where it is the present one."""

    label: str
    href: str
    here: bool
    meaning: str = ""


@router.get("/changes")
def listed(request: Request, view: Viewing, which: TheWhich, onward: Onward, person: Reading) -> Response:
    """A piece of the list, and what it can be narrowed to."""
    judges = person.may("review")
    key = (which.kind, which.proposition, onward, judges)
    body = kept(view, "changes_body.html.jinja", key, lambda: _told(view, which, onward) | {"judges": judges})
    return page(request, "changes.html.jinja", feed=href("/changes.atom", which), body=body.told)


def _told(view: View, which: Which, onward: str | None) -> dict[str, Any]:
    found = changes(view, kind=which.kind, proposition=which.proposition, limit=PIECE, after=onward)
    return {
        "found": found.items,
        "which": which,
        "about": next(view.propositions([which.proposition]), None) if which.proposition else None,
        "ways": list(_ways(which)),
        "more": href("/changes", which, cursor=encode(found.next)) if found.next else None,
        "latest": href("/changes", which) if onward else None,
        "feed": href("/changes.atom", which),
    }


def href(path: str, which: Which, **more: str) -> str:
    """``path`` with the filters of ``which``."""
    given = {"kind": which.kind, "proposition": which.proposition, **more}
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{path}?{query}" if query else path


def _ways(which: Which) -> Iterator[Way]:
    yield Way("all", href("/changes", replace(which, kind=None)), which.kind is None)
    for kind, label in LABELS.items():
        yield Way(label, href("/changes", replace(which, kind=kind)), which.kind == kind, MEANINGS[kind])


@router.get("/changes.atom")
def feed(request: Request, view: Viewing, which: TheWhich, _: Reading) -> Response:
    """The latest changes as an Atom feed."""
    here = str(request.base_url).rstrip("/")
    etag = tag(view.mark(), here, request.url.query)
    if unchanged := not_modified(request, etag):
        return unchanged
    latest = view.changes(limit=MOST_LATEST, kind=which.kind, proposition=which.proposition)
    text = "".join(atom(told(view, latest), here=here))
    return Response(text, media_type="application/atom+xml", headers={"ETag": etag})
