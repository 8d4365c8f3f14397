"""``twosource watch`` over a server of this machine; attributions and readings without a network."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner, Result

from tests.read.serving import Reply, Server, serving
from tests.upkeep.made import WordReader
from tests.watch.made import feed, page, story
from twosource.commands.stopping import stopping
from twosource.commands.watch import watch
from twosource.ledger import Ledger
from twosource.records import Article, Attribution, Mention


def attribute(articles: Iterable[Article], *, threads: int) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
    """In each article the mayor says that somebody was hurt."""
    assert threads > 0
    for article in articles:
        start, end = article.text.index("at least"), article.text.index(", the mayor")
        mayor = Mention(name="Anna Feld", kind="person", anonymity="named", role="mayor")
        yield article, (Attribution(article_id=article.id, content=((start, end),), chain=(mayor,)),)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No network, no pauses, a folder of the test's own."""
    monkeypatch.setattr("twosource.pipeline.attribute", attribute)
    monkeypatch.setattr("twosource.model.pairs.PairReader", WordReader)
    monkeypatch.setattr("twosource.watch.visits.PAUSE", 0.0)
    monkeypatch.chdir(tmp_path)
    for name in ("TWOSOURCE_LEDGER", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """A feed of two entries, and the page of one of them."""
    with serving() as opened:
        listed = feed(("/1", "Mill 11 burns"), ("/2", "Mill 12 burns"))
        body = listed.data.replace(b"https://hillpost.example", opened.url.encode())
        opened.replies["/feed"] = Reply(body, headers={"Content-Type": "application/rss+xml"})
        opened.replies["/1"] = Reply(page("Mill 11 burns", story(11)).data, headers={"Content-Type": "text/html"})
        yield opened


def twosource(*arguments: str) -> Result:
    return CliRunner().invoke(watch, ["--any-address", *arguments])


def test_what_is_new_is_added_and_what_it_changes_is_told(server: Server) -> None:
    shown = twosource("--once", f"{server.url}/feed")
    assert shown.exit_code == 1
    looked, added, failed = shown.stderr.splitlines()
    assert looked.startswith(f"{server.url}/feed: 2 new of 2 entries; next look ")
    assert added == "new              1 statement   Hill Post · Mill 11 burns"
    assert failed == f"twosource: {server.url}/2: the server answers 404 Not Found"
    sentence = "The mill at Orrin, number 11 of its kind, burned down on Monday, and at least 11 people were hurt"
    assert shown.stdout == f"new           {sentence}, the mayor said (Hill Post)  {server.url}/1\n"
    with Ledger.open("twosource.db") as ledger, ledger.view() as view:
        assert view.counts()["articles"] == 1
        assert len(view.changes()) == 1
        assert len(view.feeds()[0].seen) == 2


def test_a_second_run_leaves_the_feed_alone_until_it_is_due(server: Server) -> None:
    twosource("--once", f"{server.url}/feed")
    asked = len(server.asked)
    shown = twosource("--once", f"{server.url}/feed")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.startswith(f"{server.url}/feed: next look ")
    assert len(server.asked) == asked


def test_json_is_an_object_a_line_and_a_file_is_added_to(server: Server) -> None:
    Path("changes.jsonl").write_text('{"id": "earlier"}\n')
    twosource("--once", "--format", "json", "--output", "changes.jsonl", f"{server.url}/feed")
    earlier, later = map(json.loads, Path("changes.jsonl").read_text().splitlines())
    assert earlier == {"id": "earlier"}
    assert (later["article"]["url"], later["article"]["outlet"]) == (f"{server.url}/1", "Hill Post")


@pytest.mark.parametrize("output", [None, "changes.atom"])
def test_atom_is_a_whole_feed(server: Server, output: str | None) -> None:
    arguments = ["--output", output] if output else []
    shown = twosource("--once", "--format", "atom", *arguments, f"{server.url}/feed")
    text = Path(output).read_text() if output else shown.stdout
    read = feedparser.parse(text)
    assert not read.bozo
    assert [entry.link for entry in read.entries] == [f"{server.url}/1"]
    assert sorted(os.listdir()) == sorted({"changes.atom"} & {output} | {"twosource.db"})


def test_private_addresses_are_not_read_unless_it_is_wanted(server: Server) -> None:
    shown = CliRunner().invoke(watch, ["--once", f"{server.url}/feed"])
    assert shown.exit_code == 1
    assert f"{server.url}/feed: is not fetched: port {server.port} is none of the web's; again " in shown.stderr
    assert server.asked == []


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ([], 2, "Missing argument"),
        (["--format", "atom", "https://a.example/"], 2, "name it with --output, or add --once"),
        (["--every", "soon", "https://a.example/"], 2, "is not a time such as 15m"),
        (["--every", "0m", "https://a.example/"], 2, "is not a time such as 15m"),
        (["--every", "31d", "https://a.example/"], 2, "30d at the most"),
        (["absent.xml"], 1, "twosource: absent.xml: neither an address nor a file of a feed"),
        (["-"], 1, "neither an address nor a file"),
        (["--once", "--output", "no/where.txt", "https://a.example/"], 2, "cannot write no/where.txt"),
    ],
)
def test_what_goes_wrong_is_told(arguments: list[str], status: int, words: str) -> None:
    shown = twosource(*arguments)
    assert shown.exit_code == status
    assert words in shown.stderr


def test_the_first_signal_lets_what_is_at_hand_be_done_and_the_second_does_not() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stopping() as stop:
        assert not stop.wanted()
        signal.raise_signal(signal.SIGINT)
        assert stop.wanted()
        stop.wait(3600)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_ends_it_quietly_after_the_article_at_hand(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from twosource import pipeline

    real = pipeline.add_articles

    def interrupted(*given: object, **named: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("twosource.pipeline.add_articles", interrupted)
    shown = twosource(f"{server.url}/feed")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) == 1
    assert [line.split()[0] for line in shown.stderr.splitlines()] == [f"{server.url}/feed:", "new"]
