"""What a route asks for in its parameters: a view of the ledger, who is asking, the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from twosource.ledger import Ledger, View
from twosource.model.pairs import PairReader
from twosource.web.hall import Hall
from twosource.web.people import Person, Role
from twosource.web.problem import Problem
from twosource.web.settings import Settings


def hall(request: Request) -> Hall:
    """What the server holds for all requests."""
    return cast(Hall, request.app.state.hall)


def settings(request: Request) -> Settings:
    """What the server was told when it started."""
    return hall(request).settings


def ledger(request: Request) -> Ledger:
    """The ledger of the server."""
    return hall(request).ledger


def pair_reader(request: Request) -> PairReader:
    """The network that reads statements, loaded when it is first asked for."""
    return hall(request).pair_reader()


def _view(request: Request) -> Iterator[View]:
    with ledger(request).view() as view:
        yield view


def person(request: Request) -> Person | None:
    """Who is asking, where that is known."""
    return getattr(request.state, "person", None)


class Needs:
    """Lets those pass who may do what ``role`` may. Every route needs one, and a test sees to it."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, request: Request) -> Person:
        """Who is asking; :class:`Problem` 401 for a stranger, 403 for one who may not."""
        asking = person(request)
        if asking is None:
            raise Problem(401, "Please sign in", headers={"WWW-Authenticate": "Bearer"})
        if not asking.may(self.role):
            raise Problem(403, "You may not do this", f"It takes the role “{self.role}”; yours is “{asking.role}”.")
        return asking


def needs(role: Role) -> Callable[[Request], object]:
    """What a route of ``role`` depends on."""
    return Needs(role)


Viewing = Annotated[View, Depends(_view)]
TheLedger = Annotated[Ledger, Depends(ledger)]
ThePairReader = Annotated[PairReader, Depends(pair_reader)]
TheSettings = Annotated[Settings, Depends(settings)]
Reading = Annotated[Person, Depends(needs("read"))]
Reviewing = Annotated[Person, Depends(needs("review"))]
Administering = Annotated[Person, Depends(needs("admin"))]
