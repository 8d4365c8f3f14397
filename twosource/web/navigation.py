"""The menu: which places there are, and which of them a person may go to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import RouteContext, iter_route_contexts

from twosource.web.at_hand import Needs
from twosource.web.people import Person, Role


class Place(NamedTuple):
    """An entry of the menu. ``key`` is the first part of its path."""

    key: str
    title: str
    path: str


PLACES = (
    Place("stories", "Stories", "/"),
    Place("articles", "Articles", "/articles"),
    Place("sources", "Sources", "/sources"),
    Place("brief", "Brief", "/brief"),
    Place("review", "Review", "/review"),
    Place("add", "Add", "/add"),
    Place("changes", "Changes", "/changes"),
)


def here(path: str) -> str:
    """The key of the place that ``path`` belongs to: a proposition is of the stories."""
    first = path.strip("/").partition("/")[0].partition(".")[0]
    return "stories" if first in ("", "propositions") else first


def menu(app: FastAPI, person: Person | None) -> list[Place]:
    """The places that ``person`` may go to; a stranger, to none."""
    if person is None:
        return []
    roles = _roles(app)
    return [place for place in PLACES if place.path in roles and person.may(roles[place.path])]


def guarded(app: FastAPI) -> Iterator[tuple[RouteContext, Role | None]]:
    """Every route, and the role that it takes: ``None`` for one that anybody may use."""
    for route in iter_route_contexts(app.routes):
        dependant = getattr(route, "dependant", None)
        yield route, _role(dependant) if dependant else None


def _roles(app: FastAPI) -> dict[str, Role]:
    found: dict[str, Role] | None = getattr(app.state, "roles", None)
    if found is None:
        reading = ((route, role) for route, role in guarded(app) if "GET" in (route.methods or ()))
        found = app.state.roles = {str(route.path): role for route, role in reading if role}
    return found


def _role(dependant: Dependant) -> Role | None:
    for one in dependant.dependencies:
        if isinstance(one.call, Needs):
            return one.call.role
        if deeper := _role(one):
            return deeper
    return None
