from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.support import ROOT
from tests.web import probe
from tests.web.conftest import client_of
from twosource.web import assets

VERSION = "2.0.10"


@pytest.fixture(scope="module")
def client(made_once: Path) -> Iterator[TestClient]:
    with client_of(probe.app(made_once)) as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(assets.assets()))
def test_a_file_is_served_under_its_content(client: TestClient, name: str) -> None:
    asset = assets.assets()[name]
    answer = client.get(asset.url)
    assert answer.content == asset.body
    assert answer.headers["content-type"].startswith(asset.media_type)
    assert re.fullmatch(rf"/static/[0-9a-f]{{16}}/{re.escape(name)}", asset.url)


@pytest.mark.parametrize(
    "path", ["/static/0/README.md", "/static/0/..%2Fapp.py", "/static/0/nothing.css", "/static/0/"]
)
def test_nothing_else_is(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_file_that_is_not_there_is_noticed() -> None:
    with pytest.raises(KeyError):
        assets.static("nothing.css")


def test_what_is_not_ours_is_what_the_readme_says() -> None:
    told = (ROOT / "twosource" / "web" / "static" / "README.md").read_text("utf-8")
    digest = hashlib.sha256(assets.assets()["htmx.min.js"].body).hexdigest()
    assert f"`htmx.min.js` | [htmx](https://htmx.org) {VERSION}," in told
    assert f"`{digest}`" in told
    assert f'version:"{VERSION}"'.encode() in assets.assets()["htmx.min.js"].body
