"""Reading a ledger: one consistent state of it, whatever others write meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import func, select

from twosource.across import Account
from twosource.ledger import schema, search, terms
from twosource.ledger.across_view import AcrossView
from twosource.ledger.desk import DeskView
from twosource.ledger.listing import ListingView
from twosource.ledger.schema import articles, attributions, keys


class View(ListingView, AcrossView, DeskView):
    """A state of the ledger. ``ids`` that are not there are passed over in silence; the order of what comes back is
    that of what was asked for, otherwise sorted, never that of adding."""

    def search(self, query: str, *, limit: int = 20) -> list[search.Hit]:
        """Current articles and statements that have all words of ``query``, or, where none has, any; the best first.

        Words between quotation marks must stand together. Nothing else in ``query`` is an operator.
        """
        asked = terms.read(query)
        if not asked.phrases:
            return []
        matches = self._dialect.matches(self._connection, asked, limit=limit)
        accounts = self.accounts(id_ for kind, id_, _ in matches if kind == "attribution")
        whole = self._articles([id_ for kind, id_, _ in matches if kind == "article"])
        return search.hits(matches, asked, accounts=accounts, articles=whole)[:limit]

    def file_faults(self) -> Iterator[str]:
        """What the database itself finds wrong with where it keeps the ledger."""
        return self._dialect.faults(self._connection)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A part of the view that may fail and leaves the rest of it as it was."""
        with self._connection.begin_nested():
            yield

    def counts(self, *names: str) -> dict[str, int]:
        """Current ``articles`` and those of their ``attributions`` that count, ``versions`` of articles kept in all,
        and the rest: those of ``names``, or all. Most of the time that all take is for the ``links``."""
        past = attributions.join(articles, articles.c.id == attributions.c.article)
        queries = {
            "articles": select(func.count()).where(articles.c.current),
            "versions": select(func.count()).select_from(articles),
            # Nearly all are current; counting those that are not is ten times as fast.
            "attributions": select(
                select(func.count()).select_from(attributions).scalar_subquery()
                - select(func.count()).select_from(past).where(articles.c.current.is_(False)).scalar_subquery()
                - select(func.count()).select_from(keys).where(keys.c.space == schema.ASIDE).scalar_subquery()
            ),
            **{table.name: select(func.count()).select_from(table) for table in _COUNTED},
        }
        wanted = names or tuple(queries)
        return {name: int(self._connection.scalar(queries[name]) or 0) for name in wanted}


_COUNTED = (schema.sources, schema.propositions, schema.links, schema.origins, schema.judgements)


def accounts_in(view: View) -> Callable[[str], Sequence[Account]]:
    """A function that gives the current accounts of an article, by its id; each article is read once."""
    known: dict[str, Sequence[Account]] = {}

    def find(article: str) -> Sequence[Account]:
        if article not in known:
            current = [one.id for one in view.articles([article])]
            ids = view.attributions_of(current).get(article, ())
            known[article] = list(view.accounts(ids).values())
        return known[article]

    return find
