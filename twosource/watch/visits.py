"""Visiting sites as a guest does: one request at a time, a pause between two, nothing that robots.txt asks to leave
alone, and no more questions for as long as a server asks to be left alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from twosource.errors import SourceError, SourceMissing, SourceUnreadable
from twosource.read.answers import Answer, Known
from twosource.read.fetch import Unreachable
from twosource.watch import schedule
from twosource.watch.robots import ALL, LONGEST, Robots, robots
from twosource.watch.world import World

PAUSE = 2.0
"""Seconds between two requests to one host."""
MOST_PAUSE = 60.0
"""Seconds that a robots.txt may ask for; some ask for hours, which would be a way to be never read."""
SHUT = timedelta(minutes=15)
"""How long a site is left alone that cannot be reached, or that answers "too many requests" without a time."""
KEPT = timedelta(days=1)
"""How long a robots.txt is good for (RFC 9309, 2.4)."""


class Forbidden(SourceUnreadable):
    """The site asks robots not to read this."""


class Gone(SourceMissing):
    """It was there, and its server says that it is gone for good."""


class Later(SourceError):
    """The server cannot answer, or asks not to be asked for now: worth trying again, after ``wait`` if it says."""

    def __init__(self, source: str, reason: str, *, wait: timedelta | None = None) -> None:
        super().__init__(source, reason)
        self.wait = wait


class Visitor:
    """Remembers of each site its robots.txt, when it was asked last, and until when it is to be left alone, and why."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._robots: dict[str, tuple[datetime, Robots]] = {}
        self._free_at: dict[str, datetime] = {}
        self._shut: dict[str, tuple[datetime, str]] = {}

    def feed(self, url: str, known: Known) -> Answer:
        """The answer to a question for a feed, 304 where nothing has changed; a :class:`SourceError` for any other that
        brings none. A feed is made for programs, and robots.txt is not asked."""
        return self._good(url, self._ask(url, known=known))

    def page(self, url: str) -> Answer:
        """The answer to a question for a page that a feed names: :class:`Forbidden` or :class:`Later` where it is not
        to be asked."""
        site = _site(url)
        until, why = self._shut.get(site, (self._world.now(), ""))
        if until > self._world.now():
            raise Later(url, f"the site is left alone until {until:%H:%M} UTC: {why}", wait=until - self._world.now())
        if not self._rules(site).allow(url):
            raise Forbidden(url, "the site's robots.txt asks not to read it")
        return self._good(url, self._ask(url))

    def _good(self, url: str, answer: Answer) -> Answer:
        if answer.status < 300 or answer.status == 304:
            return answer
        said = f"the server answers {answer.status} {answer.reason}"
        if answer.status == 429 or answer.status >= 500:
            wait = schedule.put_off(answer.headers, self._world.now())
            if wait is not None or answer.status == 429:
                self._leave(url, wait or SHUT, said)
            raise Later(url, said, wait=wait)
        raise (Gone if answer.status == 410 else SourceMissing if answer.status == 404 else SourceUnreadable)(url, said)

    def _leave(self, url: str, wait: timedelta, why: str) -> None:
        """Ask a site nothing more for a while."""
        self._shut[_site(url)] = self._world.now() + wait, why

    def _ask(self, url: str, *, known: Known | None = None) -> Answer:
        host = urlsplit(url).hostname or ""
        wait = (self._free_at.get(host, self._world.now()) - self._world.now()).total_seconds()
        if wait > 0:
            self._world.sleep(wait)
            if self._world.stopped():
                raise Later(url, "was not asked for, because an end was wanted")
        try:
            return self._world.ask(url, known=known)
        except Unreachable as error:
            self._leave(url, SHUT, error.reason)
            raise Later(url, error.reason) from error
        finally:
            self._free_at[host] = self._world.now() + self._pause(_site(url))

    def _pause(self, site: str) -> timedelta:
        asked = self._robots[site][1].pause if site in self._robots else None
        return timedelta(seconds=min(max(asked or PAUSE, PAUSE), MOST_PAUSE))

    def _rules(self, site: str) -> Robots:
        known = self._robots.get(site)
        if known is None or known[0] <= self._world.now():
            known = self._world.now() + KEPT, self._read(f"{site}/robots.txt")
            self._robots[site] = known
        return known[1]

    def _read(self, url: str) -> Robots:
        """All may be read where there is no robots.txt, and nothing for as long as the server cannot tell (RFC 9309,
        2.3.1)."""
        answer = self._ask(url)
        if answer.status == 429 or answer.status >= 500:
            said = f"the server answers {answer.status} {answer.reason}"
            self._leave(url, schedule.put_off(answer.headers, self._world.now()) or SHUT, f"{url}: {said}")
            raise Later(url, said)
        return robots(answer.data[:LONGEST].decode("utf-8", "replace")) if answer.status < 300 else ALL


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
