"""Questions: the cited answer, and the same to keep as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from twosource.brief import html, markdown
from twosource.brief.choice import MOST, Choice
from twosource.brief.records import Brief as Made
from twosource.export.line import line
from twosource.room.asking import asked_for
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.shapes.brief import Brief
from twosource.web.asking import LONGEST, MOST_OF_ALL, TheAsking
from twosource.web.at_hand import Reading, Viewing
from twosource.web.attached import disposition
from twosource.web.etags import not_modified, tag

router = APIRouter(prefix="/api/brief", tags=["brief"])

Form = Literal["json", "html", "md"]


@dataclass(frozen=True, slots=True)
class _File:
    media_type: str
    write: Callable[[Made], str]


_FILES: Mapping[Form, _File] = {
    "json": _File("application/json", lambda made: line(made.as_dict())),
    "html": _File("text/html", html.page),
    "md": _File("text/markdown", lambda made: "".join(markdown.pieces(made))),
}

_ANSWERS: dict[int | str, dict[str, Any]] = UNCHANGED | {
    200: {
        "description": "The answer; with `format`, as a file to keep.",
        "content": {"text/html": {"schema": {"type": "string"}}, "text/markdown": {"schema": {"type": "string"}}},
    }
}


class Asking(BaseModel):
    """What is asked."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(default="", max_length=LONGEST, description="The question; without one, what matters most.")
    source: str = Field(
        default="", max_length=LONGEST, description="Only what a source says that has this in a name, role or body."
    )
    outlet: str = Field(default="", max_length=LONGEST, description="Only what this outlet prints, in any case.")
    since: date | None = Field(default=None, description="Only what was printed on that day or later.")
    until: date | None = Field(default=None, description="Only what was printed on that day or earlier.")
    most: int = Field(default=MOST, ge=1, le=MOST_OF_ALL, description="Propositions at most.")
    format: Form | None = Field(default=None, description="A file to keep: JSON, one page of HTML, or Markdown.")

    @property
    def choice(self) -> Choice:
        """What narrows it."""
        return Choice(
            source=asked_for(self.source),
            outlet=asked_for(self.outlet),
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
            most=self.most,
        )


@router.get("", response_model=Brief, responses=_ANSWERS, summary="The cited answer to a question")
def answered(
    request: Request, view: Viewing, _: Reading, keeper: TheAsking, asking: Annotated[Asking, Query()]
) -> Response:
    """Every sentence is made of words of the articles and cites where they stand. A brief that found nothing has
    neither sentences nor propositions. With `format` it comes as a file: `html` needs nothing beside itself."""
    question = asked_for(asking.q)
    if asking.format is None:
        return fresh(request, view, lambda: keeper.brief(view, question, asking.choice).as_dict())
    etag = tag(view.mark(), request.url.path, request.url.query)
    if unchanged := not_modified(request, etag):
        return unchanged
    file = _FILES[asking.format]
    made = keeper.brief(view, question, asking.choice)
    named = disposition("brief", question, asking.format)
    return Response(
        # Half a character, which UTF-8 has no bytes for, as the command line writes it.
        file.write(made).encode("utf-8", "backslashreplace"),
        media_type=file.media_type,
        headers={"ETag": etag, "Content-Disposition": named},
    )
