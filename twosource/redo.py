"""Reading anew what an older code or network read: who says what, out of the texts that a ledger keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from twosource import making, upkeep
from twosource.attribute import attribute
from twosource.errors import RecordRefused
from twosource.ledger import Ledger, View
from twosource.model.pairs import PairReader, Reader
from twosource.records import Article, Attribution
from twosource.upkeep import Redone

_CURSOR = ("due", "redo")
"""Space and item of the key that says how far redoing everything has come: the id of the last article that was."""


def due(ledger: Ledger, *, everything: bool = False) -> list[str]:
    """The ids of the articles to redo, sorted: what another code or network made, or ``everything``. Redoing all that
    was interrupted is due where it stopped, whether it is asked for again or not."""
    with ledger.view() as view:
        other = set(view.made_with([told for told in view.makers() if making.outdated(told)]))
        cursor = _cursor(view)
        if everything or cursor is not None:
            other |= {one for one in view.made_with(list(view.makers())) if one > (cursor or "")}
    return sorted(other)


def redo(
    ledger: Ledger,
    articles: Sequence[str],
    *,
    on_error: Callable[[RecordRefused], None],
    everything: bool = False,
    threads: int = 1,
    dry_run: bool = False,
) -> Iterator[Redone]:
    """What redoing each of ``articles``, which :func:`due` gave, comes to, in their order.

    Each is a transaction of its own: what has been given is done, whatever happens afterwards, and :func:`due` no
    longer tells of it. ``dry_run`` writes nothing. One that the ledger refuses goes to ``on_error`` and stays as it is.
    """
    if dry_run:
        for article, found in attribute(_texts(ledger, articles), threads=threads):
            with ledger.view() as view:
                made = upkeep.compared(view, article, found)
            yield made
        return
    one = _Redoing(ledger, everything=everything, reader=PairReader(threads=threads))
    for article, found in attribute(_texts(ledger, articles), threads=threads):
        try:
            made = one.redo(article, found)
        except RecordRefused as error:
            on_error(error)
        else:
            yield made
    one.finish()


class _Redoing:
    """Redoes articles, and remembers in the ledger how far it has come where that cannot be told from them."""

    def __init__(self, ledger: Ledger, *, everything: bool, reader: Reader) -> None:
        with ledger.view() as view:
            cursor = _cursor(view)
        self._ledger, self._reader, self._sides = ledger, reader, upkeep.Sides()
        self._cursor = cursor if cursor is not None or not everything else ""

    def redo(self, article: Article, found: Sequence[Attribution]) -> Redone:
        """One article, in a transaction."""
        with self._ledger.write() as writer:
            made = upkeep.redo(writer, article, found, reader=self._reader, sides=self._sides)
            if self._cursor is not None and article.id > self._cursor:
                self._cursor = article.id
                writer.put_keys(_CURSOR[0], {_CURSOR[1]: [article.id]})
        return made

    def finish(self) -> None:
        """All of them are done."""
        if self._cursor is not None:
            with self._ledger.write() as writer:
                writer.drop_keys(_CURSOR[0], [_CURSOR[1]])


def _texts(ledger: Ledger, articles: Sequence[str]) -> Iterator[Article]:
    for one in articles:
        with ledger.view() as view:
            found = view.article(one)
        if found is not None:
            yield found


def _cursor(view: View) -> str | None:
    space, item = _CURSOR
    return next(iter(view.keys(space, [item])[item]), None)
