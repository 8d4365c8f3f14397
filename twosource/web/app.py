"""The application: every router of the API and of the pages, behind the guards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from twosource import __version__
from twosource.errors import TwosourceError
from twosource.web import api, assets, description, pages
from twosource.web.answers import handle
from twosource.web.guard.accidents import Accidents
from twosource.web.guard.bodies import Bodies
from twosource.web.guard.crowd import Crowd
from twosource.web.guard.forgery import unforged
from twosource.web.guard.headers import Headers
from twosource.web.guard.heads import Heads
from twosource.web.guard.hosts import Hosts
from twosource.web.guard.leftovers import Leftovers
from twosource.web.guard.patience import Patience
from twosource.web.guard.who import Who
from twosource.web.hall import Hall
from twosource.web.problem import Problem
from twosource.web.settings import Settings


def make(settings: Settings) -> FastAPI:
    """The application over the ledger of ``settings``, which is opened here, and made where there is none.

    The errors are those of :meth:`twosource.ledger.Ledger.open`.
    """
    hall, limits = Hall(settings), settings.limits
    app = FastAPI(
        title="Twosource",
        version=__version__,
        openapi_url=None,
        lifespan=_lifespan,
        dependencies=[Depends(unforged)],
        exception_handlers=dict.fromkeys((Problem, HTTPException, RequestValidationError, TwosourceError), handle),
        form_limits={"max_files": limits.files, "max_fields": limits.fields, "max_part_size": limits.field_bytes},
        middleware=_guards(settings),
        routes=[Route("/static/{digest}/{name}", assets.serve)],
    )
    app.state.hall = hall
    for module in _modules(api):
        app.include_router(module.router, responses=description.PROBLEMS)
    for module in _modules(pages):
        app.include_router(module.router)
    app.include_router(description.router)
    return app


def _guards(settings: Settings) -> list[Middleware]:
    """In the order in which a request passes them."""
    return [
        Middleware(Headers),
        Middleware(Accidents),
        Middleware(Leftovers),
        Middleware(Hosts, hosts=settings.hosts),
        Middleware(Heads),
        Middleware(Who, settings=settings),
        Middleware(Patience, seconds=settings.limits.request_seconds),
        Middleware(Crowd, limits=settings.limits),
        Middleware(Bodies, limits=settings.limits),
    ]


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.hall.close()


def _modules(package: ModuleType) -> Iterator[Any]:
    """The modules of ``package`` that have a router, by name."""
    for found in sorted(iter_modules(package.__path__), key=lambda one: one.name):
        module = import_module(f"{package.__name__}.{found.name}")
        if isinstance(getattr(module, "router", None), APIRouter):
            yield module
