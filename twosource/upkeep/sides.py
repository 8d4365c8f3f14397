"""Articles as they are compared, remembered: one story's articles are asked for again and again while it is added."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from twosource.ledger import View
from twosource.link.gist import gist
from twosource.link.pairs import Side
from twosource.link.vectors import unpacked

REMEMBERED = 256
"""Articles: some 10 MB of gists."""


class Sides:
    """Article id → what the network found in it, ready to compare. That changes only where another code or network
    finds it anew; one object serves one ledger."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], Side] = OrderedDict()

    def of(self, view: View, articles: Sequence[str]) -> Iterator[Side]:
        """The sides of ``articles``, in that order."""
        made_by = view.made_by(articles)
        absent = [article for article in articles if (article, made_by[article]) not in self._known]
        self._known.update(((article, made_by[article]), side) for article, side in _read(view, absent))
        for article in articles:
            self._known.move_to_end((article, made_by[article]))
            yield self._known[article, made_by[article]]
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def forget(self, article: str) -> None:
        """Read an article again when it is next asked for."""
        for key in [key for key in self._known if key[0] == article]:
            del self._known[key]


def _read(view: View, articles: Sequence[str]) -> Iterator[tuple[str, Side]]:
    inside = view.attributions_of(articles)
    wanted = [one for article in articles for one in inside[article]]
    accounts, kept = view.accounts(wanted), view.vectors(wanted)
    for article in articles:
        own = [found for one in inside[article] if (found := accounts[one]).attribution.amends is None]
        yield article, Side(tuple(map(gist, own)), unpacked([account.id for account in own], kept))
