"""An application with routes of the tests' own, one for each thing that a guard must see."""

from __future__ import annotations

import threading
from itertools import repeat
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, File, Form, UploadFile
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from twosource import errors
from twosource.web.app import make
from twosource.web.at_hand import Administering, Reading, Reviewing, ThePairReader, Viewing
from twosource.web.etags import tag
from twosource.web.page import page
from twosource.web.people import Token
from twosource.web.problem import Problem
from twosource.web.settings import Limits, Settings
from twosource.web.tokens import digest

router = APIRouter()

NAMES = {"read": "Rea Reader", "review": "Ida Holm", "admin": "Max Ott"}
TOKENS = {role: f"tws_{role}-token" for role in NAMES}
SECRET_PATH = "/home/ida/secret.db"

EXCEPTIONS: dict[str, Exception] = {
    "accident": RuntimeError(f"{SECRET_PATH} is on fire"),
    "problem": Problem(418, "A teapot", "Short <b>and</b> stout", spout=True),
    "busy": errors.LedgerBusy(SECRET_PATH, "another process has been writing"),
    "missing": errors.LedgerMissing(SECRET_PATH, "there is no such file"),
    "refused": errors.RecordRefused(SECRET_PATH, "there is no judgement 12 to withdraw"),
    "large": errors.SourceTooLarge("big.html", "above 50 MB"),
    "source": errors.NoArticle("menu.html", "no article text in it"),
    "library": errors.NotInstalled("pandas", extra="tables"),
    "other": errors.TwosourceError(f"{SECRET_PATH} is not right"),
}


class Thing(BaseModel):
    size: int


@router.get("/probe")
def read(who: Reading) -> dict[str, str]:
    return {"name": who.name, "role": who.role}


@router.get("/probe/review")
def review(who: Reviewing) -> str:
    return who.name


@router.get("/probe/admin")
def admin(who: Administering) -> str:
    return who.name


@router.get("/probe/view")
def view(_: Reading, view: Viewing) -> dict[str, int]:
    return view.counts()


@router.get("/probe/reader")
def reader(request: Request, _: Reading, reader: ThePairReader) -> bool:
    return reader is request.app.state.hall.pair_reader()


@router.get("/probe/raise/{name}")
@router.get("/api/probe/raise/{name}")
def mishap(name: str, _: Reading) -> None:
    raise EXCEPTIONS[name]


@router.get("/probe/half")
def half(_: Reading) -> StreamingResponse:
    def pieces() -> Any:
        yield "begun"
        raise EXCEPTIONS["accident"]

    return StreamingResponse(pieces())


@router.get("/probe/endless")
def endless(_: Reading) -> StreamingResponse:
    return StreamingResponse(repeat("and so on "))


@router.get("/probe/tagged")
def tagged(_: Reading) -> Response:
    return Response("tagged", headers={"ETag": tag("tagged")})


@router.get("/probe/hostile")
def hostile(request: Request, _: Reading, words: str) -> Response:
    return page(request, "problem.html.jinja", problem=Problem(200, words, words))


@router.post("/probe")
def form(who: Reviewing, words: Annotated[str, Form()] = "") -> str:
    return f"{who.name}: {words}"


@router.post("/probe/empty")
@router.post("/api/probe/empty")
def nothing(who: Reviewing) -> str:
    return who.name


@router.post("/api/probe")
def thing(thing: Thing, who: Reviewing) -> str:
    return f"{who.name}: {thing.size}"


@router.post("/api/probe/files")
def files(_: Reviewing, files: Annotated[list[UploadFile], File()]) -> int:
    return sum(len(one.file.read()) for one in files)


class Gate:
    """Requests at ``/probe/gate`` wait here; ``inside`` is released once for each that has come."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.inside = threading.Semaphore(0)


@router.get("/probe/gate")
def gate(request: Request, _: Reading) -> str:
    found: Gate = request.app.state.gate
    found.inside.release()
    assert found.open.wait(30)
    return "through"


def app(ledger: Path, *, limits: Limits | None = None, people: bool = False, **fields: Any) -> FastAPI:
    """With ``people``, one for each role, with the tokens in :data:`TOKENS`."""
    tokens = tuple(
        Token(name=NAMES[role], role=role, digest=digest(TOKENS[role])) for role in ("read", "review", "admin")
    )
    settings = Settings(
        ledger=str(ledger), name="Ida Holm", tokens=tokens if people else (), limits=limits or Limits(), **fields
    )
    made = make(settings)
    made.include_router(router)
    made.state.gate = Gate()
    return made


def bearer(role: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKENS[role]}"}
