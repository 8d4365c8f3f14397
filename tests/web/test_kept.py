"""What a page says is made once for each state of the ledger, and nothing of who asks is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import client_of
from twosource.ledger import Ledger
from twosource.web import kept
from twosource.web.app import make
from twosource.web.people import Token
from twosource.web.problem import Problem
from twosource.web.settings import Settings
from twosource.web.tokens import digest

KEYS = {role: f"tw-test-{role}-0123456789abcdef0123456789" for role in ("read", "review")}


def test_a_body_is_made_once_until_the_ledger_changes(tmp_path: Path) -> None:
    asked: list[int] = []

    def context() -> dict[str, Any]:
        asked.append(1)
        return {"title": "Pieces", "name": None, "kind": None, "kinds": (), "found": _NOTHING, "number": 0, "begun": 0}

    with Ledger.open(tmp_path / "one.db") as ledger:
        with ledger.view() as view:
            first = kept.kept(view, "sources_body.html.jinja", "here", context)
            assert kept.kept(view, "sources_body.html.jinja", "here", context) is first
            kept.kept(view, "sources_body.html.jinja", "there", context)
        assert (first.title, len(asked)) == ("Pieces", 2)
        with ledger.write() as writer:
            writer.put_keys("noted", {"one": {"a"}})
        with ledger.view() as view:
            kept.kept(view, "sources_body.html.jinja", "here", context)
    assert len(asked) == 3


def test_what_cannot_be_made_is_not_kept(tmp_path: Path) -> None:
    def refuse() -> dict[str, Any]:
        raise Problem(404, "There is nothing")

    with Ledger.open(tmp_path / "one.db") as ledger, ledger.view() as view:
        for _ in range(2):
            with pytest.raises(Problem, match="There is nothing"):
                kept.kept(view, "sources_body.html.jinja", "gone", refuse)


@pytest.mark.parametrize("path", ["/articles", "/changes"])
def test_who_may_not_add_is_not_offered_it_after_one_who_may(tmp_path: Path, path: str) -> None:
    tokens = tuple(Token(name=role, role=role, digest=digest(key)) for role, key in KEYS.items())  # type: ignore[arg-type]
    with client_of(make(Settings(ledger=str(tmp_path / "none.db"), tokens=tokens))) as client:
        told = {role: client.get(path, headers={"Authorization": f"Bearer {KEYS[role]}"}).text for role in KEYS}
        again = client.get(path, headers={"Authorization": f"Bearer {KEYS['review']}"}).text
    main = {role: text.partition("<main")[2].partition("</main")[0] for role, text in told.items()}
    assert 'href="/add"' in main["review"]
    assert 'href="/add"' not in main["read"]
    assert again.partition("<main")[2].partition("</main")[0] == main["review"]


class _Nothing:
    items = ()


_NOTHING = _Nothing()
