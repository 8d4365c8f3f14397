"""What could not be read, each source once: a brief says what it does not know of."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, func, insert, select

from twosource import wire
from twosource.across import Unread
from twosource.ledger.reading import Reading
from twosource.ledger.schema import packed, unread
from twosource.ledger.stored import rebuilt


class UnreadView(Reading):
    """Sources that could not be read."""

    def unread(self, *, limit: int | None = None) -> list[Unread]:
        """Those tried last first; all, or as many as ``limit``."""
        query = select(unread.c.record).order_by(unread.c.tried.desc(), unread.c.source).limit(limit)
        return [rebuilt(wire.unread, record) for record in self._connection.scalars(query)]

    def unread_sources(self) -> set[str]:
        """The names of all of them."""
        return set(self._connection.scalars(select(unread.c.source)))

    def count_unread(self) -> int:
        """How many there are."""
        return int(self._connection.scalar(select(func.count()).select_from(unread)) or 0)


class UnreadWriter(UnreadView):
    """Keeping them."""

    def put_unread(self, one: Unread) -> None:
        """Keep that a source could not be read, in place of what was kept of it."""
        self.drop_unread([one.source])
        row = {"source": one.source, "tried": one.tried_at, "record": packed(one.as_dict())}
        self._connection.execute(insert(unread).values(row))

    def drop_unread(self, sources: Iterable[str]) -> None:
        """Strike off ``sources``, which have been read."""
        self._connection.execute(delete(unread).where(self._dialect.among(unread.c.source, sorted(set(sources)))))
