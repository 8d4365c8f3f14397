"""``/add``: what is to be read, and how far that has come."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.room.adding_jobs import Item, Job, Outcome
from twosource.web.adding import TheAdding, submit
from twosource.web.asked_form import Sent, TheSent
from twosource.web.at_hand import Reviewing, TheSettings
from twosource.web.page import page
from twosource.web.problem import Problem

router = APIRouter(include_in_schema=False)

_TOLD: dict[Outcome, str] = {
    "new": "new",
    "known": "here already",
    "address": "here already, at another address",
    "reprint": "new, a reprint",
    "version": "a newer version of its page",
    "older": "an older version of its page",
}


@router.get("/add")
def form(request: Request, adding: TheAdding, settings: TheSettings, _: Reviewing) -> Response:
    """The form, and what was added lately."""
    return page(request, "add.html.jinja", sent=Sent(), jobs=adding.jobs()[:5], settings=settings, summary=summary)


@router.post("/add")
def add(request: Request, given: TheSent, adding: TheAdding, settings: TheSettings, person: Reviewing) -> Response:
    """Take on what the form says and show how it goes; or the form again, with what is to be mended."""
    if given.faults:
        return page(
            request,
            "add.html.jinja",
            status=422,
            sent=given,
            jobs=adding.jobs()[:5],
            settings=settings,
            summary=summary,
        )
    job = submit(adding, given.given, person=person)
    return RedirectResponse(f"/add/{job.id}", status_code=303)


@router.get("/add/{job_id}")
def progress(job_id: str, request: Request, adding: TheAdding, _: Reviewing) -> Response:
    """How far a job has come: a page that asks anew by itself until the job has ended."""
    job = adding.job(job_id)
    if job is None:
        detail = "Jobs are forgotten an hour after their end, and when the server ends. What they added is there."
        raise Problem(404, "There is no such job", detail)
    # What is to be done about something comes first, but nothing moves while one looks.
    items = sorted(job.items, key=lambda item: not item.errors) if job.ended else job.items
    return page(request, "job.html.jinja", job=job, items=items, summary=summary(job), state=state, told=_TOLD)


def summary(job: Job) -> str:
    """A job in a line: ``12 articles with 153 statements, 2 not read``."""
    articles = sum(item.read for item in job.items)
    statements = sum(item.statements for item in job.items)
    failed = sum(item.state == "failed" for item in job.items)
    stopped = sum(item.state == "stopped" for item in job.items)
    parts = [
        f"{articles:,} article{'' if articles == 1 else 's'} with {statements:,} new statement"
        f"{'' if statements == 1 else 's'}",
        f"{failed} not read" if failed else "",
        f"{stopped} not done because the server ended" if stopped else "",
    ]
    return ", ".join(filter(None, parts))


def state(item: Item) -> str:
    """How far one item has come, in words."""
    if item.state == "reading":
        return f"being read, {item.read:,} so far" if item.read else "being read"
    return {"waiting": "waiting", "done": "", "failed": "not read", "stopped": "not done"}[item.state]
