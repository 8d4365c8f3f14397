"""What a request asks to have added: JSON of one thing, or files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import Depends
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import UploadFile
from starlette.requests import Request

from twosource.export.words import plain
from twosource.room.adding_jobs import Address, Given, Pasted, Place, Upload
from twosource.web.api.shapes.articles import ToAdd
from twosource.web.at_hand import Reviewing, TheSettings
from twosource.web.people import Person
from twosource.web.problem import Problem
from twosource.web.settings import Settings

_DAY = TypeAdapter(date)
_NAME = 200


async def asked(request: Request, settings: TheSettings, person: Reviewing) -> list[Given]:
    """The items in the body. :class:`Problem` 415 for another kind of body, 413 for a text that is too long, 403 for a
    path by who is no admin; validation errors for all else."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return [_one(await request.body(), settings, person)]
    if kind == "multipart/form-data":
        return await _files(request, settings)
    raise Problem(415, "Send JSON or files", "The body is application/json or multipart/form-data.")


def _one(body: bytes, settings: Settings, person: Person) -> Given:
    try:
        sent = ToAdd.model_validate_json(body)
    except ValidationError as error:
        raise RequestValidationError(_located(error)) from error
    published = sent.published.isoformat() if sent.published else None
    if sent.path is not None:
        return place(sent.path, person, published=published)
    if sent.text is None:
        return Address(url=sent.url or "", published=published)
    return pasted(sent.text, settings, about=sent, published=published)


def pasted(text: str, settings: Settings, *, about: ToAdd, published: str | None) -> Pasted:
    """A text, which may have so many characters and no more."""
    most = settings.limits.text_chars
    if len(text) > most:
        raise Problem(413, "This text is too long", f"It has {len(text):,} characters; at most {most:,} are taken.")
    return Pasted(text=text, title=about.title, outlet=about.outlet, published=published, url=about.url)


def place(path: str, person: Person, *, published: str | None) -> Place:
    """A path of this machine, which is for admins to name."""
    if not person.may("admin"):
        raise Problem(
            403, "You may not do this", f"Paths of the server take the role “admin”; yours is “{person.role}”."
        )
    return Place(path=Path(path), published=published)


async def _files(request: Request, settings: Settings) -> list[Given]:
    limits = settings.limits
    form = await request.form(max_files=limits.files, max_fields=limits.fields)
    sent = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
    if not sent:
        raise RequestValidationError([{"loc": ("body", "files"), "msg": "name at least one file", "type": "missing"}])
    day = form.get("published")
    published = None if day is None else _day(str(day))
    return [Upload(name=name(one.filename), data=await one.read(), published=published) for one in sent]


def _day(text: str) -> str:
    try:
        return _DAY.validate_strings(text).isoformat()
    except ValidationError as error:
        raise RequestValidationError(_located(error, "published")) from error


def name(told: str | None) -> str:
    """What a message calls a file that its sender calls ``told``."""
    shown = plain(told or "") or "file without a name"
    return shown if len(shown) <= _NAME else f"…{shown[1 - _NAME :]}"


def _located(error: ValidationError, *field: str) -> list[dict[str, object]]:
    return [{**one, "loc": ("body", *field, *one["loc"])} for one in error.errors(include_url=False)]


TheAsked = Annotated[list[Given], Depends(asked)]
