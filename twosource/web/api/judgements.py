"""``/api/judgements``: what people judged, judging, and taking a judgement back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.across import Subject, Verdict
from twosource.room import history, judging
from twosource.web import paging
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.judgements import Entries, Entry, Judged, ToJudge
from twosource.web.at_hand import Reading, Reviewing, TheLedger, Viewing, pair_reader
from twosource.web.judged import ANSWERS, IF_MATCH, WITHDRAWN, answer, now, seen
from twosource.web.problem import Problem

router = APIRouter(prefix="/api/judgements", tags=["judgements"])

Id = Annotated[str, Path(max_length=40, description="The id of a judgement.")]


class Asking(BaseModel):
    """Which judgements to list."""

    model_config = ConfigDict(extra="forbid")

    about: Subject | None = Field(default=None, description="What they are about.")
    record: str | None = Field(default=None, max_length=40, description="The id that one of its ends had.")
    by: str | None = Field(default=None, max_length=200, description="Who judged.")
    verdict: Verdict | None = Field(default=None, description="What was said.")
    day: date | None = Field(default=None, description="The day on which they were made (UTC).")
    in_force: bool = Field(default=False, description="Without those that were withdrawn.")
    limit: paging.Limit = 25
    cursor: paging.Cursor = None

    @property
    def asked(self) -> history.Asked:
        """The same for the room."""
        return history.Asked(
            about=self.about,
            record=self.record,
            by=self.by,
            verdict=self.verdict,
            day=self.day.isoformat() if self.day else None,
            in_force=self.in_force,
        )


@router.get("", response_model=Entries, responses=UNCHANGED, summary="What people judged, the newest first")
def listed(request: Request, view: Viewing, _: Reading, asking: Annotated[Asking, Query()]) -> Response:
    """Judgements with what became of them. One that takes another back is no item of its own: it stands in
    `withdrawn_by` and `withdrawn_at` of what it takes back."""
    last = after(asking.cursor)

    def make() -> dict[str, Any]:
        found, onward = history.listed(view, asking.asked, limit=asking.limit, after=last)
        return {"items": [one.as_dict() for one in found], "next": paging.encode(*onward) if onward else None}

    return fresh(request, view, make)


@router.get("/{judgement_id}", response_model=Entry, responses=UNCHANGED, summary="One judgement")
def shown(request: Request, view: Viewing, _: Reading, judgement_id: Id) -> Response:
    """The judgement with what became of it, whether it was withdrawn or not."""

    def make() -> dict[str, Any]:
        found = history.entry(view, judgement_id)
        if found is None:
            raise Problem(404, "There is no such judgement")
        return found.as_dict()

    return fresh(request, view, make)


@router.post(
    "",
    status_code=201,
    response_model=Judged,
    responses=ANSWERS,
    summary="Judge",
    openapi_extra={"parameters": [IF_MATCH]},
)
def judge(request: Request, ledger: TheLedger, person: Reviewing, given: ToJudge) -> Response:
    """Adds a verdict. `If-Match` must have the ETag of what is judged as it was seen: `etag` of an item of
    `GET /api/review`, or the header of `GET /api/review/item`.

    Where somebody judged the same thing since, nothing is added: 409 tells what they said, and the ETag that there is
    now. Sent with that, the verdict is kept beside theirs; nothing is ever overwritten. The same request sent twice is
    one judgement (200)."""
    wanted = given.request(by=person.name, made_at=now())
    outcome = judging.judge(ledger, wanted, seen=seen(request), reader=partial(pair_reader, request))
    return answer(outcome)


@router.post(
    "/{judgement_id}/withdraw", status_code=201, response_model=Judged, responses=WITHDRAWN, summary="Take one back"
)
def withdraw(ledger: TheLedger, person: Reviewing, judgement_id: Id) -> Response:
    """Adds a judgement that takes this one back: one's own, an admin anybody's. What was withdrawn before stays so
    (200). Later verdicts on the same thing still hold, and come in `leaning`."""
    outcome = judging.withdraw(ledger, judgement_id, by=person.name, made_at=now(), anybodys=person.may("admin"))
    return answer(outcome)


def after(cursor: str | None) -> history.Key | None:
    """Where the list goes on; :class:`Problem` 422 for the cursor of another list."""
    found = paging.after(cursor)
    if found is not None and not isinstance(found[0], str):
        raise Problem(422, "This cursor is of another list", "Take it from `next` of this list.")
    return (str(found[0]), found[1]) if found else None
