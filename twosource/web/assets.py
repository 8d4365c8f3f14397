"""Style sheets and scripts, named by their content, so that a browser may keep them for ever."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

_FOR_EVER = "public, max-age=31536000, immutable"
_KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes, what it is, and the digest that stands in its address."""

    name: str
    body: bytes
    media_type: str
    digest: str

    @property
    def url(self) -> str:
        """Another one for every other content."""
        return f"/static/{self.digest}/{self.name}"


@functools.cache
def assets() -> Mapping[str, Asset]:
    """All of them by name: ``web/static``, and the style of a brief as ``brief.css``, which the pages continue."""
    own = files("twosource.web") / "static"
    found = {one.name: one.read_bytes() for one in own.iterdir() if one.is_file() and _is_served(one.name)}
    found["brief.css"] = (files("twosource.brief") / "templates" / "page.css").read_bytes()
    return {name: _asset(name, body) for name, body in sorted(found.items())}


def static(name: str) -> str:
    """The address of ``web/static/name``; :class:`KeyError` where there is no such file."""
    return assets()[name].url


async def serve(request: Request) -> Response:
    """The file that a path names. Behind a digest that is not its own it may not be kept: the page was an old one."""
    digest, name = request.path_params["digest"], request.path_params["name"]
    asset = assets().get(name)
    if asset is None:
        return Response("There is no such file.\n", status_code=404, media_type="text/plain")
    keep = _FOR_EVER if digest == asset.digest else "no-cache"
    return Response(asset.body, media_type=asset.media_type, headers={"Cache-Control": keep})


def _is_served(name: str) -> bool:
    return any(name.endswith(suffix) for suffix in _KINDS)


def _asset(name: str, body: bytes) -> Asset:
    kind = next(kind for suffix, kind in _KINDS.items() if name.endswith(suffix))
    return Asset(name, body, kind, hashlib.sha256(body).hexdigest()[:16])
