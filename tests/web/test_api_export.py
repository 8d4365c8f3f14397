"""`/api/export`: the files of the command line, streamed, to those who may take all of it."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import client_of
from twosource.errors import LedgerBusy
from twosource.ledger import Ledger
from twosource.room import exporting
from twosource.room.exporting import KINDS, Form
from twosource.web.api import export
from twosource.web.app import make
from twosource.web.people import Role, Token
from twosource.web.settings import Settings
from twosource.web.tokens import digest

KEY = "tw-test-0123456789abcdef0123456789abcdef"


def expected(path: Path, form: Form) -> str:
    with Ledger.open(path) as ledger, ledger.view() as view:
        kind = KINDS[form]
        return "".join(getattr(import_module(f"twosource.export.{kind.module}"), kind.function)(view))


@pytest.mark.parametrize("form", KINDS)
def test_it_is_the_file_that_the_command_line_writes(made_client: TestClient, hand_made: Path, form: Form) -> None:
    answer = made_client.get("/api/export", params={"format": form}, headers={"Accept-Encoding": "identity"})
    assert answer.status_code == 200
    assert answer.text == expected(hand_made, form)
    assert answer.headers["content-type"].partition(";")[0] == KINDS[form].media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="{KINDS[form].name}"'
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"


def test_it_is_all_of_it_unless_asked_otherwise(made_client: TestClient) -> None:
    lines = [json.loads(line) for line in made_client.get("/api/export").text.splitlines()]
    assert {"article", "attribution", "source", "proposition", "link", "origin"} <= {line["type"] for line in lines}


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("GZIP;q=0.5, br", True),
        ("x-gzip", True),
        ("*", True),
        ("br, *;q=0.1", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("*;q=0", False),
        ("br", False),
        ("identity", False),
        ("", False),
        (";;,,q=", False),
    ],
)
def test_it_is_packed_where_that_is_accepted(
    made_client: TestClient, hand_made: Path, accepted: str, packed: bool
) -> None:
    with made_client.stream("GET", "/api/export", headers={"Accept-Encoding": accepted}) as answer:
        assert (answer.headers.get("content-encoding") == "gzip") is packed
        raw = b"".join(answer.iter_raw())
    text = gzip.decompress(raw) if packed else raw
    assert text.decode() == expected(hand_made, "jsonl")


@pytest.mark.parametrize(("role", "status"), [("admin", 200), ("review", 403), ("read", 403), (None, 401)])
def test_it_takes_an_admin(hand_made: Path, role: Role | None, status: int) -> None:
    token = Token(name="Jo", role=role or "admin", digest=digest(KEY))
    with client_of(make(Settings(ledger=str(hand_made), tokens=(token,)))) as client:
        headers = {"Authorization": f"Bearer {KEY}"} if role else {}
        assert client.get("/api/export", headers=headers).status_code == status


def test_an_unknown_form_is_refused(made_client: TestClient) -> None:
    answer = made_client.get("/api/export?format=parquet")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_what_goes_wrong_at_the_beginning_is_an_error(made_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> Iterator[bytes]:
        raise LedgerBusy("x.db", "somebody writes")
        yield b""

    monkeypatch.setattr(export, "exported", busy)
    answer = made_client.get("/api/export")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_pieces_are_made_as_they_are_taken_and_reading_ends_with_the_client() -> None:
    ended: list[int] = []

    def endless(*_: object) -> Iterator[bytes]:
        number = 0
        try:
            while number < 1000:
                number += 1
                yield b"x" * 1000
        finally:
            ended.append(number)

    pieces = export.begun(export.gzipped(endless()))  # type: ignore[arg-type]
    next(pieces)
    pieces.close()
    assert len(ended) == 1
    assert ended[0] < 1000


def test_a_gzip_file_is_whole_whatever_the_pieces() -> None:
    def pieces() -> Iterator[bytes]:
        yield from (b"", b"one", b"", b"two" * 50_000)

    packed = b"".join(export.gzipped(pieces()))  # type: ignore[arg-type]
    unpacking = zlib.decompressobj(31)
    assert unpacking.decompress(packed) == b"one" + b"two" * 50_000
    assert unpacking.eof


def test_head_tells_of_the_file_without_making_it(made_client: TestClient) -> None:
    answer = made_client.head("/api/export")
    assert (answer.status_code, answer.content) == (200, b"")
    assert "attachment" in answer.headers["content-disposition"]


def test_the_blocks_are_small(monkeypatch: pytest.MonkeyPatch, made_client: TestClient, hand_made: Path) -> None:
    monkeypatch.setattr(exporting, "BLOCK", 100)
    assert made_client.get("/api/export", headers={"Accept-Encoding": "identity"}).text == expected(hand_made, "jsonl")
