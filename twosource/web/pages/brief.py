"""Asking a question, and reading the brief that answers it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from jinja2 import ChoiceLoader, Environment, FunctionLoader
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from twosource.brief.clauses import capital
from twosource.brief.notes import Cited
from twosource.brief.records import Brief
from twosource.export.words import moment, plain
from twosource.ledger import View
from twosource.room.asking import examples, outlets, there
from twosource.web.asking import MOST_OF_ALL, Asked, TheAsking, asked
from twosource.web.at_hand import Reading, Viewing
from twosource.web.kept import kept
from twosource.web.page import environment, page

router = APIRouter(include_in_schema=False)

_INSTEAD = {"parts.html.jinja": "brief_noted.html.jinja", "parts_of_a_file.html.jinja": "parts.html.jinja"}
"""Templates of a brief that the room has its own of, and the name by which it finds what they are instead of."""


@router.get("/brief")
def answered(request: Request, view: Viewing, _: Reading, keeper: TheAsking) -> Response:
    """The form, and the answer to what it asks; without a question, what matters most."""
    wanted = asked(request.query_params)
    # Links between statements are most of the work, and have a page of their own.
    choice = replace(wanted.choice, linked=False)
    made = keeper.brief(view, wanted.question, choice)
    found = bool(made.entries or made.missing)
    return page(
        request,
        "brief.html.jinja",
        asked=wanted,
        refused=wanted.refused,
        brief=made if found else None,
        body=_body(view, made, (wanted.question, choice)) if found else "",
        narrowed=capital(", ".join(told for _, told in _narrowing(wanted))),
        files={form: f"/api/brief?{urlencode(wanted.fields | {'format': form})}" for form in ("html", "md", "json")},
        more_url=_more(wanted, made),
        there=None if found or not made.read else there(view),
        loose=[(told, _address(wanted.without(name))) for name, told in _narrowing(wanted)],
        examples=examples(view) if not wanted.question and not wanted.choice.narrows and found else (),
        outlets=outlets(view),
    )


def _body(view: View, brief: Brief, key: Hashable) -> Markup:
    def make() -> dict[str, Any]:
        places = {entry.id: place for place, entry in enumerate(brief.entries, 1)}
        return {"brief": brief, "cited": Cited.of(brief), "places": places}

    return kept(view, "brief_body.html.jinja", key, make, inside=_in_the_room).told


@functools.cache
def _in_the_room() -> Environment:
    """Where the numbers of a brief lead into the articles instead of to the notes at its end."""
    own = environment()
    loader = own.loader
    assert loader is not None

    def instead(name: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
        return loader.get_source(own, _INSTEAD[name]) if name in _INSTEAD else None

    return own.overlay(loader=ChoiceLoader([FunctionLoader(instead), loader]))


def _narrowing(wanted: Asked) -> Iterator[tuple[str, str]]:
    """What narrows the question, by the name of its field, in words."""
    choice = wanted.choice
    if choice.source:
        yield "source", f"said by “{plain(choice.source)}”"
    if choice.outlet:
        yield "outlet", f"printed by {plain(choice.outlet)}"
    if choice.since:
        yield "since", f"printed from {moment(choice.since)}"
    if choice.until:
        yield "until", f"printed until {moment(choice.until)}"


def _more(wanted: Asked, made: Brief) -> str | None:
    """The way to a brief of more propositions, where there are more."""
    if not made.left_out or wanted.choice.most >= MOST_OF_ALL:
        return None
    return _address(wanted.fields | {"most": min(2 * wanted.choice.most, MOST_OF_ALL)})


def _address(fields: Mapping[str, Any]) -> str:
    return f"/brief?{urlencode(fields)}" if fields else "/brief"
