"""A web of a few pages, and a clock that moves when somebody sleeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.client import HTTPMessage
from pathlib import Path

from twosource.across import Change
from twosource.errors import SourceError
from twosource.ledger import Added, Ledger
from twosource.read.answers import Answer, Known
from twosource.records import Article
from twosource.watch import Happening, World, watch

START = datetime(2025, 3, 5, 12, 0, tzinfo=UTC)
FEED = "https://hillpost.example/feed.xml"
QUARTER = timedelta(minutes=15)

Reply = Answer | SourceError | Callable[[], "Answer | SourceError"]


def answer(body: str = "", *, status: int = 200, kind: str = "text/html", **headers: str) -> Answer:
    """What a server says; underscores in names of headers stand for hyphens."""
    message = HTTPMessage()
    message["Content-Type"] = kind
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    reasons = {404: "Not Found", 410: "Gone", 429: "Too Many Requests", 500: "Internal Server Error", 503: "Busy"}
    return Answer(status=status, reason=reasons.get(status, "OK"), url="", headers=message, data=body.encode())


def feed(*entries: tuple[str, str] | tuple[str, str, str], extra: str = "") -> Answer:
    """An RSS feed of entries: their paths, titles, and what the feed has of their text."""
    items = "".join(
        f"<item><title>{title}</title><link>https://hillpost.example{path}</link><guid>{path}</guid>"
        f"<description>{''.join(text)}</description></item>"
        for path, title, *text in entries
    )
    xml = '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Hill Post</title>'
    return answer(f"{xml}{extra}{items}</channel></rss>", kind="application/rss+xml", ETag='"1"')


def page(title: str, text: str) -> Answer:
    """A page of the Hill Post."""
    head = f'<title>{title}</title><meta property="og:site_name" content="Hill Post">'
    return answer(f'<!doctype html><html lang="en"><head>{head}</head><body><article><h1>{title}</h1>{text}</article>')


def story(number: int) -> str:
    """Text enough to be an article, and of no other."""
    return (
        f"<p>The mill at Orrin, number {number} of its kind, burned down on Monday, and at least {number} people were "
        f"hurt, the mayor said. Nobody knew how the fire at mill {number} had started.</p>"
        f"<p>The owner of mill {number} would not say who had been inside it when the fire was seen first.</p>"
    )


@dataclass
class Web:
    """``replies`` by address; what was asked when, with what was known; sleeps; articles that came. ``stops`` is how
    many articles are added before somebody wants an end."""

    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, datetime, Known]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    changes: tuple[Change, ...] = ()
    time: datetime = START
    until: datetime = START + timedelta(days=30)
    stops: int | None = None
    refuses: Exception | None = None

    def ask(self, url: str, *, known: Known | None = None) -> Answer:
        """As a server answers."""
        self.asked.append((url, self.time, known or Known()))
        reply = self.replies.get(url, answer(status=404))
        reply = reply() if callable(reply) else reply
        if isinstance(reply, SourceError):
            raise reply
        return replace(reply, url=reply.url or url)

    def sleep(self, seconds: float) -> None:
        """Time passes."""
        assert seconds >= 0
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)

    def add(self, article: Article) -> tuple[Added, Sequence[Change]]:
        """As a ledger adds."""
        if self.refuses:
            raise self.refuses
        self.articles.append(article)
        return Added(status="new", article_id=article.id), self.changes

    def stopped(self) -> bool:
        """Whether to end."""
        return self.time > self.until or (self.stops is not None and len(self.articles) >= self.stops)

    @property
    def world(self) -> World:
        """As a watcher has it."""
        return World(
            ask=self.ask,
            add=self.add,
            now=lambda: self.time,
            sleep=self.sleep,
            stopped=self.stopped,
            chance=lambda: 0.0,
        )

    @property
    def urls(self) -> list[str]:
        """What was asked for."""
        return [url for url, _, _ in self.asked]

    def watch(self, path: Path, *feeds: str, once: bool = True) -> list[Happening]:
        """What happens."""
        with Ledger.open(path) as ledger:
            return list(watch(feeds or (FEED,), ledger, world=self.world, every=QUARTER, once=once))
