"""What the form of the page “Add” asks to have added."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from twosource.export.words import plain
from twosource.room.adding_jobs import Address, Given, Pasted, Place, Upload
from twosource.web.asked_adding import name, place
from twosource.web.at_hand import Reviewing, TheSettings
from twosource.web.people import Person
from twosource.web.settings import Limits, Settings

FIELDS = ("urls", "text", "title", "outlet", "published", "path")


@dataclass(frozen=True, slots=True)
class Sent:
    """The items of a form, or what is wrong with it: (field, what to mend). ``fields`` are as they were sent."""

    given: list[Given] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))


async def sent(request: Request, settings: TheSettings, person: Reviewing) -> Sent:
    """What the form says, all of it looked at before anything is taken on."""
    limits = settings.limits
    form = await request.form(max_files=limits.files, max_fields=limits.fields)
    found = Sent(fields={one: str(form.get(one) or "") for one in FIELDS})
    published = _day(found)
    found.given.extend([upload async for upload in _uploads(form, published)])
    found.given.extend(_addresses(found, published))
    found.given.extend(_text(found, limits, published))
    found.given.extend(_path(found, settings, person, published))
    if not found.given and not found.faults:
        found.faults.append(("files", "There is nothing to add yet: choose files, or paste addresses or a text."))
    if len(found.given) > limits.files:
        found.faults.append(("urls", f"These are {len(found.given)} at once; at most {limits.files} are taken."))
    return found


async def _uploads(form: FormData, published: str | None) -> AsyncIterator[Upload]:
    for one in form.getlist("files"):
        # A browser sends an empty part without a name where no file was chosen.
        if isinstance(one, UploadFile) and (one.filename or one.size):
            yield Upload(name=name(one.filename), data=await one.read(), published=published)


def _addresses(found: Sent, published: str | None) -> Iterator[Address]:
    for number, line in enumerate(found.fields["urls"].splitlines(), 1):
        url = line.strip()
        if url.lower().startswith(("http://", "https://")):
            yield Address(url=url, published=published)
        elif url:
            told = plain(url)[:80]
            found.faults.append(("urls", f"Line {number}, “{told}”, does not begin with http:// or https://."))


def _text(found: Sent, limits: Limits, published: str | None) -> Iterator[Pasted]:
    text = found.fields["text"]
    if len(text) > limits.text_chars:
        told = f"The text has {len(text):,} characters; at most {limits.text_chars:,} are taken. Save it as a file."
        found.faults.append(("text", told))
    elif text.strip():
        yield Pasted(
            text=text,
            title=found.fields["title"].strip() or None,
            outlet=found.fields["outlet"].strip() or None,
            published=published,
        )


def _path(found: Sent, settings: Settings, person: Person, published: str | None) -> Iterator[Place]:
    path = found.fields["path"].strip()
    if path and settings.folders:
        yield place(path, person, published=published)


def _day(found: Sent) -> str | None:
    day = found.fields["published"].strip()
    if not day:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        found.faults.append(("published", f"“{plain(day)[:40]}” is not a day; write it as 2025-03-04."))
        return None


TheSent = Annotated[Sent, Depends(sent)]
