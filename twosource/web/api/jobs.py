"""``/api/jobs``: how far adding has come."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from twosource.export.line import whole
from twosource.web.adding import TheAdding, until_stopped
from twosource.web.api.shapes.jobs import Job
from twosource.web.at_hand import Reading
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/jobs", tags=["articles"], lifespan=until_stopped)


@router.get("/{job_id}", response_model=Job, summary="How far a job of adding has come")
def job(job_id: str, adding: TheAdding, _: Reading) -> Any:
    """`state` is `waiting`, `running`, `done`, or `stopped` where the server ended before it was done."""
    found = adding.job(job_id)
    if found is None:
        raise Problem(404, "There is no such job", "Jobs are forgotten an hour after their end.")
    return whole(found.as_dict())
