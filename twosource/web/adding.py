"""The queue of what is being added, as the server holds it: made with the first job, stopped with the server."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from twosource.room.adding import Adding, Bounds, TooMuch
from twosource.room.adding_jobs import Given, Job
from twosource.web.at_hand import hall
from twosource.web.people import Person
from twosource.web.problem import Problem

_WAITING = 4
"""So many bodies of the largest size may wait: 200 MB, where one may have 50."""

_making = threading.Lock()


def adding(request: Request) -> Adding:
    """The queue of the server."""
    state = request.app.state
    with _making:
        if getattr(state, "adding", None) is None:
            held = hall(request)
            limits = held.settings.limits
            state.adding = Adding(
                held.ledger,
                reader=held.pair_reader,
                folders=held.settings.folders,
                bounds=Bounds(jobs=limits.jobs, size=_WAITING * limits.upload_bytes),
            )
        made: Adding = state.adding
        return made


TheAdding = Annotated[Adding, Depends(adding)]


def stop(app: FastAPI, *, seconds: float = 30.0) -> None:
    """Let the article at hand be finished, for so long, and take on no more: before the ledger is closed."""
    made: Adding | None = getattr(app.state, "adding", None)
    if made is not None:
        made.stop(seconds=seconds)


@asynccontextmanager
async def until_stopped(app: FastAPI) -> AsyncIterator[None]:
    """The life of a router: it ends before that of the application, which closes the ledger."""
    yield
    await run_in_threadpool(stop, app)


def submit(queue: Adding, given: Sequence[Given], *, person: Person) -> Job:
    """Take on ``given``; :class:`Problem` 429 where too much waits already."""
    try:
        return queue.submit(given, by=person.name)
    except TooMuch as error:
        detail = f"Nothing was added: {error}. Try again in a minute."
        raise Problem(429, "There is too much to do already", detail, headers={"Retry-After": "60"}) from error
