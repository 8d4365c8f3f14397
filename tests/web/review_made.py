"""The server over the made-up story of :mod:`tests.room.judging_made`, with two reviewers, a reader and an admin."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.upkeep.made import WordReader
from tests.web.conftest import client_of
from twosource.web.app import make
from twosource.web.people import Role, Token
from twosource.web.settings import Settings
from twosource.web.tokens import digest

PEOPLE: dict[str, Role] = {"ada": "review", "ben": "review", "cem": "read", "dora": "admin"}


def app_over(ledger: str, *, tokens: bool = True) -> FastAPI:
    """With a network that counts words, so that corrections need no weights."""
    given = tuple(Token(name=name, role=role, digest=digest(f"tws_{name}")) for name, role in PEOPLE.items())
    settings = Settings(ledger=ledger, name="Ida Holm", tokens=given if tokens else ())
    app = make(settings)
    app.state.hall._reader = WordReader()
    return app


class Api:
    """Somebody who uses the API."""

    def __init__(self, app: FastAPI, name: str = "ada") -> None:
        self.client: TestClient = client_of(app)
        self.client.headers["Authorization"] = f"Bearer tws_{name}"

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(path, params=query)

    def item(self, about: str, left: str, right: str | None = None) -> Any:
        query = {"about": about, "left": left} | ({"right": right} if right else {})
        return self.client.get("/api/review/item", params=query)

    def judge(self, verdict: str, about: str, left: str, right: str | None = None, **more: Any) -> Any:
        """Judge what was just looked at, or what ``etag`` is of."""
        etag = more.pop("etag", None) or self.item(about, left, right).headers.get("etag", "")
        body = {"verdict": verdict, "about": about, "left": left, "right": right, **more}
        return self.client.post("/api/judgements", json=body, headers={"If-Match": etag} if etag else {})

    def withdraw(self, id_: str) -> Any:
        return self.client.post(f"/api/judgements/{id_}/withdraw")
