"""Looking at feeds, one after the other, again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from twosource.across import Feed
from twosource.ledger import Ledger
from twosource.watch.looking import look
from twosource.watch.schedule import ENDED, due
from twosource.watch.visits import Visitor
from twosource.watch.world import Happening, Waiting, World


def watch(
    feeds: Sequence[str], ledger: Ledger, *, world: World, every: timedelta, once: bool = False
) -> Iterator[Happening]:
    """Look at ``feeds``, addresses or files, ``every`` so often or less often where they ask for that, and add what is
    new in them; what happens, as it happens.

    What is remembered of a feed stands in the ledger after each article, so that a watcher that was stopped, or killed,
    goes on where it was; a feed that is not due yet is left alone. Ends when ``world`` is stopped, after the article at
    hand; after one look at each that is due, with ``once``; or when all feeds have ended.
    """
    visitor = Visitor(world)
    watched = [_remembered(ledger, url) for url in dict.fromkeys(feeds)]
    yield from (Waiting(feed=feed.url, next_at=due(feed)) for feed in watched if due(feed) > world.now())
    while not world.stopped():
        for place, feed in enumerate(watched):
            if due(feed) <= world.now() and not world.stopped():
                watched[place] = yield from look(feed, ledger, visitor, world=world, every=every)
        first = min(map(due, watched), default=ENDED)
        if once or first >= ENDED:
            return
        world.sleep(max(0.0, (first - world.now()).total_seconds()))


def _remembered(ledger: Ledger, url: str) -> Feed:
    with ledger.view() as view:
        return next((feed for feed in view.feeds() if feed.url == url), Feed(url=url))
