"""Pages: templates and what every one of them is given."""

from __future__ import annotations

import functools
import re
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from twosource.brief.html import furnish
from twosource.web.assets import static
from twosource.web.navigation import here, menu

_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """``template`` with ``context`` and with what every page has.

    That is ``request``; ``person``, who is asking, or ``None``, and whether they are ``signed_in``; ``csrf``, the token
    of its forms; ``menu``, the places this person may go to, and ``here``, that of the path. ``context`` may name them
    anew.
    """
    state = request.state
    person = getattr(state, "person", None)
    always = {
        "request": request,
        "person": person,
        "signed_in": bool(getattr(state, "session", None)),
        "csrf": getattr(state, "csrf", ""),
        "here": here(request.url.path),
        "menu": menu(request.app, person),
    }
    return HTMLResponse(environment().get_template(template).render(always | context), status_code=status)


@functools.cache
def environment() -> Environment:
    """Templates of the pages, then those of the brief; undefined names are errors, everything is escaped."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("twosource.web"), PackageLoader("twosource.brief")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    furnish(made)
    made.globals["static"] = static
    return made


def _harmless(value: object) -> object:
    """What a template shows, without the characters that turn the text around them or steer what reads it: articles
    are written by strangers, and a template may forget the filter ``plain``."""
    if isinstance(value, Markup) or not isinstance(value, str) or value.isprintable():
        return value
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", value)
