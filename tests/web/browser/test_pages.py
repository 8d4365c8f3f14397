"""Every page in light and dark, wide and narrow: nothing serious for people who see or move otherwise, nothing wider
than the screen, nothing that a script or the policy complains of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.browser.conftest import Visiting
from twosource.ledger import Ledger, Sift

WIDTHS = (390, 1280)
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def paths(port_ledger: Any) -> Mapping[str, str]:
    """A path of each kind of page, on what the ledger holds."""
    with Ledger.open(port_ledger) as ledger, ledger.view() as view:
        proposition = view.listed(Sift(), limit=1)[0].id
        article = view.articles_listed(limit=1)[0].id
        attribution = view.attributions_of([article])[article][0]
        source = view.sources_listed(limit=1)[0].id
    return {
        "stories": "/",
        "found": "/?q=silo&stance=denies",
        "nothing found": "/?q=zeppelin",
        "proposition": f"/propositions/{proposition}",
        "articles": "/articles",
        "article": f"/articles/{article}?at={attribution}",
        "sources": "/sources",
        "source": f"/sources/{source}",
        "asking": "/brief",
        "brief": "/brief?q=How+many+people+were+killed%3F",
        "desk": "/review",
        "history": "/review/history",
        "adding": "/add",
        "changes": "/changes",
        "sign in": "/sign-in",
    }


KINDS = (
    "stories", "found", "nothing found", "proposition", "articles", "article", "sources", "source", "asking", "brief",
    "desk", "history", "adding", "changes", "sign in",
)  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_fit_for_everybody(
    visiting: Visiting, room: str, paths: Mapping[str, str], kind: str, width: int, dark: bool
) -> None:
    page = visiting(room, dark=dark, width=width).go(paths[kind])
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found if one["impact"] in SERIOUS] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_read_without_scripts(visiting: Visiting, room: str, paths: Mapping[str, str], kind: str) -> None:
    page = visiting(room, script=False).go(paths[kind])
    assert page.locator("main").inner_text().strip()
