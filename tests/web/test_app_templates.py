from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.support import ROOT
from tests.web import probe
from tests.web.conftest import client_of
from twosource.web.app import make
from twosource.web.settings import Settings

WEB = ROOT / "twosource" / "web"
TEMPLATES = sorted((WEB / "templates").rglob("*.jinja"))


@pytest.fixture(scope="module")
def client(made_once: Path) -> Iterator[TestClient]:
    with client_of(probe.app(made_once)) as opened:
        yield opened


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_script_or_style_in_it(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    for tag in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in tag, tag
    assert not re.search(r"<script[^>]*>\s*\S[^<]*</script>", text)
    assert not re.search(r"<style\b", text, re.IGNORECASE)
    assert not re.search(r"\sstyle\s*=", text, re.IGNORECASE)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"'{]", text, re.IGNORECASE)
    assert not re.search(r"\shx-(on|vars)\b|js:|javascript:", text, re.IGNORECASE)
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", text)


@pytest.mark.parametrize("path", sorted((WEB / "static").glob("*.js")), ids=lambda path: path.name)
def test_no_script_runs_text(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.name != "htmx.min.js":  # which does so only where allowEval is on
        assert not re.search(
            r"\beval\(|new Function|(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write", text
        )
        assert not re.search(r"https?://", text)


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "{{ 7 * 7 }}",
    "</title><script>x</script>",
    "javascript:alert(1)",
    "\u202eevil\u2066\x00\x1b[31m",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_said_it_is_text(client: TestClient, words: str) -> None:
    page = client.get("/probe/hostile", params={"words": words}).text
    tree = html.fromstring(page)
    assert len(tree.findall(".//script")) == 1
    assert not tree.findall(".//img")
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert not {"\u202e", "\u2066", "\x00", "\x1b"} & set(page)
    assert "49" not in tree.findtext(".//h1")


def test_the_name_of_a_person_is_text(hand_made: Path) -> None:
    app = make(Settings(ledger=str(hand_made), name='<b onclick="x">Ida</b>'))
    with client_of(app) as client:
        assert "<b onclick" not in client.get("/nothing").text


def test_htmx_runs_nothing_and_asks_nobody_else(client: TestClient) -> None:
    config = html.fromstring(client.get("/sign-in").text).xpath("//meta[@name='htmx-config']/@content")[0]
    assert (
        json.loads(config).items()
        >= {
            "allowEval": False,
            "allowScriptTags": False,
            "includeIndicatorStyles": False,
            "selfRequestsOnly": True,
            "historyCacheSize": 0,
        }.items()
    )
