"""Ledgers and clients for the tests of the server: copies, so that each test may write."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from lxml import html
from starlette.testclient import TestClient

from tests.support import STORY
from tests.web import made
from twosource.web.app import make
from twosource.web.settings import Settings

if TYPE_CHECKING:
    from tests.web.review_browser import Browser

HERE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def port_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example story, added as a user adds it. It is for all tests: copy it before anything writes."""
    if not list((STORY.parent.parent / "twosource" / "model" / "weights").glob("*.onnx")):
        pytest.skip("the weights of the network are not in twosource/model/weights (make train makes them)")
    from twosource.ledger import Ledger
    from twosource.pipeline import add

    path = tmp_path_factory.mktemp("port") / "port.db"
    with Ledger.open(path) as ledger:
        assert len(list(add([str(STORY)], ledger, on_error=_unexpected))) == 12
    return path


def _unexpected(error: Exception) -> None:
    raise AssertionError(error)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of :mod:`tests.web.made`. It is for all tests: nothing may write to it."""
    path = tmp_path_factory.mktemp("made") / "mill.db"
    made.make(path)
    return path


@pytest.fixture
def hand_made(made_once: Path, tmp_path: Path) -> Path:
    """The ledger of :mod:`tests.web.made`, a copy of one's own."""
    return Path(shutil.copy(made_once, tmp_path / "mill.db"))


def client_of(app: FastAPI) -> TestClient:
    """A browser on the same machine; enter it, so that the application ends in order."""
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture
def client(port_ledger: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Over a copy of the example story, as the admin “Ida Holm” on loopback."""
    path = shutil.copy(port_ledger, tmp_path / "port.db")
    with client_of(make(Settings(ledger=str(path), name="Ida Holm"))) as opened:
        yield opened


@pytest.fixture
def made_client(hand_made: Path) -> Iterator[TestClient]:
    """Over the hand-made ledger, as the admin “Ida Holm” on loopback."""
    with client_of(make(Settings(ledger=str(hand_made), name="Ida Holm"))) as opened:
        yield opened


@pytest.fixture
def csrf(made_client: TestClient) -> str:
    """The token of the forms of :func:`made_client`'s pages."""
    return form_token(made_client)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up story with cases to judge, for all tests: copy it before anything writes."""
    from tests.web.review_browser import story_at

    return story_at(tmp_path_factory.mktemp("desk") / "story.db")


@pytest.fixture
def desk(story: Path, tmp_path: Path) -> Iterator[Browser]:
    """A reviewer's browser at the review desk, over a copy of the story of one's own."""
    from tests.web.review_browser import at_the_desk

    with at_the_desk(story, tmp_path) as browser:
        yield browser


def form_token(client: TestClient) -> str:
    """The token of the forms of a client's pages, as a page has it for htmx."""
    headers = html.fromstring(client.get("/sign-in").text).xpath("//body/@hx-headers")
    token: str = json.loads(headers[0])["X-CSRF-Token"]
    return token
