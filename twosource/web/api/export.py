"""The whole ledger to take away, streamed as it is read."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Generator
from contextlib import closing
from typing import Annotated, Any

import anyio
from anyio.to_thread import run_sync
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import StreamingResponse

from twosource.room.exporting import KINDS, Form, exported
from twosource.web.at_hand import Administering, TheLedger

router = APIRouter(prefix="/api/export", tags=["export"])

Pieces = Generator[bytes, None, None]

_GZIP = 31
"""For :mod:`zlib`: a window of 32 KiB, within the header and the trailer of gzip."""

_QUICK = 4
"""Four times as fast as the usual level 6, for a file a tenth larger."""

_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file, in gzip where that is accepted.",
        "content": {kind.media_type: {"schema": {}} for kind in KINDS.values()},
    }
}


@router.get("", response_class=StreamingResponse, responses=_ANSWER, summary="The whole ledger as a file")
def export(
    request: Request,
    ledger: TheLedger,
    _: Administering,
    form: Annotated[Form, Query(alias="format", description="As `twosource export --format` writes it.")] = "jsonl",
) -> StreamingResponse:
    """`jsonl` holds all of it, which `twosource import` brings back; the others are for other programs.

    It takes the role *admin*: one request takes every text and every note with the name of its author out of the
    server, and keeps one state of the ledger from being tidied up for as long as it is read.
    """
    kind = KINDS[form]
    headers = {"Content-Disposition": f'attachment; filename="{kind.name}"', "Vary": "Accept-Encoding"}
    pieces = exported(ledger, form)
    if _takes_gzip(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
        pieces = gzipped(pieces)
    return StreamingResponse(_handed_on(begun(pieces)), media_type=kind.media_type, headers=headers)


def gzipped(pieces: Pieces) -> Pieces:
    """``pieces`` as one gzip file, handed on as it fills."""
    packing = zlib.compressobj(_QUICK, zlib.DEFLATED, _GZIP)
    with closing(pieces):
        for piece in pieces:
            if packed := packing.compress(piece):
                yield packed
    yield packing.flush()


def begun(pieces: Pieces) -> Pieces:
    """``pieces`` with the first of them made: what goes wrong at the beginning is still answered as an error."""
    first = next(pieces, b"")

    def all_of_them() -> Pieces:
        with closing(pieces):
            yield first
            yield from pieces

    return all_of_them()


async def _handed_on(pieces: Pieces) -> AsyncIterator[bytes]:
    """``pieces``, each made in a thread when the one before is away. Whoever hangs up ends the reading."""
    try:
        while (piece := await run_sync(next, pieces, None)) is not None:
            yield piece
    finally:
        with anyio.CancelScope(shield=True):
            await run_sync(pieces.close)


def _takes_gzip(accepted: str) -> bool:
    """Whether a client that sends this ``Accept-Encoding`` takes gzip (RFC 9110, 12.5.3)."""
    offered: dict[str, str] = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        offered[name.strip()] = weight.replace(" ", "")
    weights = [offered[name] for name in ("gzip", "x-gzip", "*") if name in offered]
    return bool(weights) and weights[0].rstrip("0") not in ("q=", "q=0.")
