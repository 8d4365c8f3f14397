"""The example story as it comes in: a feed on a server of this machine, whose entries appear in three steps."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any

import pytest

from tests.read.serving import Reply, Server, serving
from tests.support import STORY, needs_network
from tests.watch.made import QUARTER, Web
from twosource.across import Change
from twosource.ledger import Ledger
from twosource.model.pairs import PairReader
from twosource.pipeline import add_articles
from twosource.read import LIMIT, read
from twosource.read.fetch import answered
from twosource.records import Article
from twosource.room.changes import told
from twosource.room.changes_forms import text_line
from twosource.watch import Added, Failed, World, watch

pytestmark = needs_network

STEPS = (("01", "02", "03", "05"), ("06", "07", "08b", "09"), ("08a", "10", "11"))
KINDS = {".pdf": "application/pdf", ".html": "text/html"}

Truth = dict[str, list[dict[str, Any]]]


def entry(known: dict[str, Any], url: str) -> str:
    """An entry of the feed; of a broadcaster with the whole text."""
    date = known["published"] if "T" in known["published"] else f"{known['published']}T12:00:00+02:00"
    text = ""
    if known["file"].endswith(".xml"):
        (article,) = (one for one in read(str(STORY / known["file"])) if one.title == known["title"])
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.text.split("\n\n")[1:])
        text = f"<description>{escape(paragraphs)}</description>"
    return (
        f"<item><title>{escape(known['title'])}</title><link>{url}/{known['id']}</link>"
        f"<pubDate>{format_datetime(datetime.fromisoformat(date))}</pubDate>{text}</item>"
    )


def publish(server: Server, truth: Truth, ids: Sequence[str]) -> None:
    """Let the feed have the articles of ``ids``, and the server their pages."""
    known = {entry["id"]: entry for entry in truth["articles"]}
    items = "".join(entry(known[id_], server.url) for id_ in ids)
    xml = f'<rss version="2.0"><channel><title>Radio Ansel</title><ttl>30</ttl>{items}</channel></rss>'
    server.replies["/feed"] = Reply(
        xml.encode(), headers={"Content-Type": "application/rss+xml", "ETag": f'"{len(ids)}"'}
    )
    for id_ in ids:
        path = STORY / known[id_]["file"]
        if path.suffix in KINDS:
            server.replies[f"/{id_}"] = Reply(path.read_bytes(), headers={"Content-Type": KINDS[path.suffix]})


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory, truth: Truth) -> Iterator[list[list[tuple[Article, list[str]]]]]:
    """Of each step the articles that came, with the lines of what they changed."""
    reader, clock, found = PairReader(), Web(), []
    with serving() as server, Ledger.open(tmp_path_factory.mktemp("watch") / "port.db") as ledger:

        def add(article: Article) -> Any:
            changes: list[Change] = []
            ((_, addition),) = add_articles([article], ledger, reader=reader, on_changes=changes.extend)
            return addition, changes

        ask = functools.partial(answered, limit=LIMIT, rule=server.rule)
        world = World(
            ask=ask, add=add, now=lambda: clock.time, sleep=clock.sleep, stopped=lambda: False, chance=lambda: 0.5
        )
        for number in range(len(STEPS)):
            publish(server, truth, [id_ for step in STEPS[: number + 1] for id_ in step])
            happened = list(watch([f"{server.url}/feed"], ledger, world=world, every=QUARTER, once=True))
            assert not [one for one in happened if isinstance(one, Failed)]
            with ledger.view() as view:
                found.append(
                    [
                        (one.article, [text_line(change) for change in told(view, one.changes)])
                        for one in happened
                        if isinstance(one, Added)
                    ]
                )
            clock.time += timedelta(hours=12)
        yield found


def lines(step: Sequence[tuple[Article, list[str]]], outlet: str) -> list[str]:
    return [line for article, own in step for line in own if article.outlet == outlet]


def test_every_article_comes_once_in_the_order_of_print(steps: list[Any], truth: Truth) -> None:
    titles = {entry["id"]: entry["title"] for entry in truth["articles"]}
    for step, ids in zip(steps, STEPS, strict=True):
        assert sorted(article.title for article, _ in step) == sorted(titles[id_] for id_ in ids)
    assert [article.outlet for article, _ in steps[0]] == [
        "Halyard News Agency",
        "The Sarnow Courier",
        "Kestrel Daily",
        "The Meridian Review",
    ]


def test_the_first_step_is_a_new_story_and_its_reprints_are_not(steps: list[Any]) -> None:
    first = lines(steps[0], "Halyard News Agency")
    assert all(line.startswith("new ") for line in first)
    assert [line for line in first if "at least seven" in line]
    assert lines(steps[0], "The Sarnow Courier") == []
    assert lines(steps[0], "Kestrel Daily") == []
    assert [line for line in lines(steps[0], "The Meridian Review") if "Terminal held military cargo" in line]


def test_the_second_step_brings_the_denials(steps: list[Any]) -> None:
    denials = [line for line in lines(steps[1], "VBN") if line.startswith("first denial")]
    assert [line for line in denials if "Defence Ministry denies storing munitions at Port Ansel (VBN)" in line]
    assert [line for line in lines(steps[1], "Open Frame") if line.startswith("first denial") and "expert" in line]
    assert [line for line in lines(steps[1], "Radio Ansel") if "risen to 16" in line]


def test_the_third_step_moves_the_toll_and_takes_things_back(steps: list[Any]) -> None:
    assert [
        line
        for line in lines(steps[2], "The Coastal Dispatch")
        if line.startswith("figure moved  From at least 7 to 19 people, by Pavla Dorn (Interior Minister)")
    ]
    assert [
        line
        for line in lines(steps[2], "Radio Ansel")
        if line.startswith("corrected     Taken back by Union of Harbour Workers, in Radio Ansel: The gates of Pier 9")
    ]
    courier = lines(steps[2], "The Sarnow Courier")
    assert [line for line in courier if line.startswith("corrected     The Sarnow Courier corrects itself: Correction")]
    assert [line for line in courier if line.startswith("new origin    Also said by a person close to the ministry")]


def test_each_line_names_an_outlet_and_an_address(steps: list[Any]) -> None:
    for step in steps:
        for article, own in step:
            for line in own:
                assert line.count("\n") == 1
                assert str(article.outlet) in line
                assert re.search(r"  https?://\S+\n\Z|  [0-9a-f]{16}\n\Z", line), line


def test_no_change_is_told_twice(steps: list[Any]) -> None:
    told_lines = [line for step in steps for _, own in step for line in own]
    assert len(told_lines) == len(set(told_lines))
    assert 10 <= len(told_lines) <= 25
