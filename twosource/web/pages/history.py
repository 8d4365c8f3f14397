"""``/review/history``: who judged what, and when, with what it changed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, get_args
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Form, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.across import Verdict
from twosource.room import desk_words, history, judging
from twosource.web import paging
from twosource.web.api.judgements import after
from twosource.web.at_hand import Reviewing, TheLedger, Viewing
from twosource.web.judged import now, problem
from twosource.web.page import page

router = APIRouter(prefix="/review/history", include_in_schema=False)

_VERDICTS = tuple(one for one in get_args(Verdict) if one != "withdrawn")


class Sifted(BaseModel):
    """To what the list is narrowed; what there is not, narrows nothing."""

    by: str = Field("", max_length=200)
    verdict: str = Field("", max_length=20)
    day: str = Field("", max_length=20)
    cursor: paging.Cursor = None

    @property
    def asked(self) -> history.Asked:
        """The same for the room."""
        verdict = next((one for one in _VERDICTS if one == self.verdict), None)
        return history.Asked(by=self.by or None, verdict=verdict, day=_day(self.day))

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address, without the cursor."""
        asked = self.asked
        found = {"by": asked.by, "verdict": asked.verdict, "day": asked.day}
        return {name: value for name, value in found.items() if value}


@router.get("")
def listed(request: Request, view: Viewing, person: Reviewing, sifted: Annotated[Sifted, Query()]) -> Response:
    """The newest first, narrowed to a person, a verdict, a day."""
    found, onward = history.listed(view, sifted.asked, limit=25, after=after(sifted.cursor))
    further = urlencode(sifted.query | {"cursor": paging.encode(*onward)}) if onward else None
    return page(
        request,
        "history.html.jinja",
        entries=found,
        people=history.people(view),
        verdicts=_VERDICTS,
        asked=sifted.asked,
        sift=urlencode(sifted.query),
        further=f"/review/history?{further}" if further else None,
        said=desk_words,
        may_all=person.may("admin"),
    )


@router.post("/undo")
def undo(
    ledger: TheLedger,
    person: Reviewing,
    id_: Annotated[str, Form(alias="id", max_length=40)],
    sift: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Take a judgement back, and show the list again where it was."""
    outcome = judging.withdraw(ledger, id_, by=person.name, made_at=now(), anybodys=person.may("admin"))
    if outcome.kind not in ("kept", "known"):
        raise problem(outcome)
    return RedirectResponse(f"/review/history?{_only_ours(sift)}#j-{id_}", status_code=303)


def _only_ours(query: str) -> str:
    return urlencode([pair for pair in parse_qsl(query) if pair[0] in ("by", "verdict", "day")])


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
