"""``/changes`` and ``/changes.atom``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.web import made
from tests.web.conftest import client_of
from tests.web.test_api_changes import change
from twosource.ledger import Ledger
from twosource.room.changes_forms import ATOM
from twosource.web.app import make
from twosource.web.pages.changes import PIECE
from twosource.web.settings import Settings

HOSTILE = "<script>alert(1)</script>\x00\x1b[2J\u202e ]]>&amp; \ufffe\ud800 “x”"


def tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


@pytest.fixture
def opened(hand_made: Path):
    """A client over a ledger with more changes, some of them hostile."""
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.add_changes([change(number) for number in range(PIECE)])
        writer.add_changes([change(1, text=HOSTILE, attribution=made.BRANDT.id, proposition=made.DEATHS.id)])
    with client_of(make(Settings(ledger=str(hand_made), name="Ida Holm"))) as client:
        yield client


def test_a_change_leads_to_its_proposition_and_to_its_words(made_client: TestClient) -> None:
    page = tree(made_client, "/changes")
    (item,) = page.xpath("//ol[contains(@class, 'changes-list')]/li")
    assert item.xpath("string(.//b)") == "figure moved"
    assert item.xpath("string(.//h2)") == made.CHANGE.text
    (heading,) = item.xpath(".//h2/a/@href")
    assert heading == f"/propositions/{made.DEATHS.id}"
    assert item.xpath(".//a[@class='quote']/@href") == [
        f"/articles/{made.RADIO.id}?at={made.BRANDT.id}#a-{made.BRANDT.id}"
    ]
    assert "Valley Radio" in item.text_content()
    assert page.xpath("//link[@type='application/atom+xml']/@href") == ["/changes.atom"]
    assert page.xpath("//nav//a[@aria-current='page']/text()") == ["Changes"]


def test_pieces_follow_one_another(opened: TestClient) -> None:
    page = tree(opened, "/changes")
    assert len(page.xpath("//ol[contains(@class, 'changes-list')]/li")) == PIECE
    (onward,) = page.xpath("//nav[@class='pager']//a/@href")
    rest = tree(opened, onward)
    assert len(rest.xpath("//ol[contains(@class, 'changes-list')]/li")) == 2
    assert not rest.xpath("//nav[@class='pager']")
    assert rest.xpath("//a[text()='Back to the latest']/@href") == ["/changes"]


def test_kinds_are_chosen_by_links_that_keep_the_proposition(opened: TestClient) -> None:
    page = tree(opened, f"/changes?proposition={made.DOORS.id}")
    assert "the doors of the mill were locked" in page.xpath("string(//p[@class='lede'])")
    (way,) = page.xpath("//nav[@class='kinds']//a[text()='first denial']/@href")
    assert way == f"/changes?kind=first-denial&proposition={made.DOORS.id}"
    narrowed = tree(opened, way)
    assert set(narrowed.xpath("//ol[contains(@class, 'changes-list')]//b/text()")) == {"first denial"}
    assert narrowed.xpath("//nav[@class='kinds']//a[@aria-current]/text()") == ["first denial"]
    assert narrowed.xpath("//link[@type='application/atom+xml']/@href") == [f"/changes.atom{way[len('/changes') :]}"]


def test_where_there_is_nothing_the_page_says_what_to_do(tmp_path: Path, made_client: TestClient) -> None:
    with client_of(make(Settings(ledger=str(tmp_path / "new.db"), name="Ida Holm"))) as client:
        assert "twosource watch" in tree(client, "/changes").xpath("string(//section[@class='empty'])")
    assert "No such change" in tree(made_client, "/changes?kind=confirmed").xpath("string(//section[@class='empty'])")
    assert made_client.get("/changes?kind=other").status_code == 422


def test_hostile_words_stay_words(opened: TestClient) -> None:
    text = opened.get("/changes").text
    assert "<script>alert" not in text
    assert not {"\x00", "\x1b", "\u202e"} & set(text)
    (heading,) = [one for one in html.fromstring(text).xpath("//h2") if "alert(1)" in one.text_content()]
    assert heading.text_content().startswith("<script>alert(1)</script>")


def test_the_feed_is_atom(opened: TestClient) -> None:
    answer = opened.get("/changes.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.text)
    check(feed)
    entries = feed.findall(f"{{{ATOM}}}entry")
    assert len(entries) == PIECE + 2
    assert entries[0].findtext(f"{{{ATOM}}}title", "").startswith("first denial: <script>alert(1)</script>")
    read = feedparser.parse(answer.content)
    assert not read.bozo
    assert read.feed.links[0].href.endswith("/changes.atom")
    assert read.entries[-1].link == (
        f"http://127.0.0.1:8765/articles/{made.RADIO.id}?at={made.BRANDT.id}#a-{made.BRANDT.id}"
    )
    assert (read.entries[-1].author, read.entries[-1].updated) == ("Valley Radio", made.CHANGE.made_at)


def test_ids_stay_and_nothing_new_is_said_briefly(opened: TestClient, hand_made: Path) -> None:
    answer = opened.get("/changes.atom")
    again = opened.get("/changes.atom", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.add_changes([change(1, text="One more")])
    later = opened.get("/changes.atom", headers={"If-None-Match": answer.headers["etag"]})
    ids = [[entry.id for entry in feedparser.parse(one.content).entries] for one in (answer, later)]
    assert ids[1][1:] == ids[0]
    assert len(set(ids[1])) == PIECE + 3


def test_an_empty_feed_is_one_too(tmp_path: Path) -> None:
    with client_of(make(Settings(ledger=str(tmp_path / "new.db"), name="Ida Holm"))) as client:
        check(ElementTree.fromstring(client.get("/changes.atom").text))


def check(feed: ElementTree.Element) -> None:
    """What RFC 4287 asks for: section 4.1 to 4.2, as far as it can be told by looking."""

    def find(parent: ElementTree.Element, name: str) -> list[ElementTree.Element]:
        return parent.findall(f"{{{ATOM}}}{name}")

    assert feed.tag == f"{{{ATOM}}}feed"
    for parent in (feed, *find(feed, "entry")):
        for name in ("id", "title", "updated"):
            (one,) = find(parent, name)
            assert one.text
        assert datetime.fromisoformat(find(parent, "updated")[0].text or "").tzinfo
        alternates = [
            (one.get("type"), one.get("hreflang")) for one in find(parent, "link") if one.get("rel") == "alternate"
        ]
        assert len(alternates) == len(set(alternates))
        assert all(one.get("href") for one in find(parent, "link"))
        assert len(find(parent, "summary")) <= 1
        assert all(one.get("term") for one in find(parent, "category"))
        assert all(len(find(one, "name")) == 1 for one in find(parent, "author"))
    assert find(feed, "author")
    assert len([one for one in find(feed, "link") if one.get("rel") == "self"]) == 1
    assert all(find(entry, "link") or find(entry, "content") for entry in find(feed, "entry"))
    ids = [one.text for entry in find(feed, "entry") for one in find(entry, "id")]
    assert len(ids) == len(set(ids))
