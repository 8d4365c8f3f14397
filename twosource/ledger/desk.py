"""What people work through and what they are told of: cases, changes, watched feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import and_, delete, func, insert, or_, select

from twosource import wire
from twosource.across import Case, Change, ChangeKind, Feed, Subject
from twosource.ledger.schema import cases, changes, feeds, packed
from twosource.ledger.stored import rebuilt
from twosource.ledger.unread import UnreadView, UnreadWriter


class DeskView(UnreadView):
    """Cases to judge, changes of stories, feeds, and what could not be read."""

    def cases(
        self, *, limit: int = 20, after: tuple[float, str] | None = None, about: Subject | None = None
    ) -> list[Case]:
        """What is most worth judging first. ``after`` is the worth and the id of the last one before."""
        worth = func.max(cases.c.worth).label("worth")
        query = select(cases.c.id, worth, func.min(cases.c.record).label("record")).group_by(cases.c.id)
        if about is not None:
            query = query.where(cases.c.about == about)
        if after is not None:
            query = query.having(or_(worth < after[0], and_(worth == after[0], cases.c.id > after[1])))
        rows = self._connection.execute(query.order_by(worth.desc(), cases.c.id).limit(limit))
        return [_case(row) for row in rows]

    def cases_of(self, owners: Iterable[str]) -> list[Case]:
        """The cases of those propositions and sources, most worth first."""
        query = select(cases).order_by(cases.c.worth.desc(), cases.c.id)
        found = {row.id: _case(row) for row in self._among(query, cases, "owner", sorted(set(owners)))}
        return list(found.values())

    def every_case(self) -> Iterator[tuple[str, Case]]:
        """All of them with their owners, sorted: for export."""
        query = select(cases.c.owner, cases.c.record).order_by(cases.c.owner, cases.c.id)
        for row in self._connection.execute(query):
            yield row.owner, _case(row)

    def changes(
        self,
        *,
        limit: int = 50,
        before: str | None = None,
        proposition: str | None = None,
        kind: ChangeKind | None = None,
    ) -> list[Change]:
        """What changed, the latest noticed first; ``before`` is the id of the last one of the piece before."""
        query = select(changes.c.record).order_by(changes.c.number.desc()).limit(limit)
        if before is not None:
            last = select(changes.c.number).where(changes.c.id == before).scalar_subquery()
            query = query.where(changes.c.number < last)
        if proposition is not None:
            query = query.where(changes.c.proposition == proposition)
        if kind is not None:
            query = query.where(changes.c.kind == kind)
        return [rebuilt(wire.change, record) for record in self._connection.scalars(query)]

    def every_change(self) -> Iterator[Change]:
        """All of them, in the order in which they were noticed: for export."""
        for record in self._connection.scalars(select(changes.c.record).order_by(changes.c.number)):
            yield rebuilt(wire.change, record)

    def feeds(self) -> list[Feed]:
        """All feeds that are watched, by address."""
        records = self._connection.scalars(select(feeds.c.record).order_by(feeds.c.url))
        return [rebuilt(wire.feed, record) for record in records]


class DeskWriter(DeskView, UnreadWriter):
    """Keeping them."""

    def put_cases(self, owners: Iterable[str], found: Iterable[tuple[str, Case]]) -> None:
        """Let ``owners``, propositions and sources, have the cases ``found`` (owner, case), and no others."""
        listed = sorted(set(owners))
        self._connection.execute(delete(cases).where(self._dialect.among(cases.c.owner, listed)))
        self.add_cases(found)

    def add_cases(self, found: Iterable[tuple[str, Case]]) -> None:
        """Give owners cases (owner, case) besides those that they have."""
        rows = {(one.id, owner): one for owner, one in found}
        made = [
            {"id": id_, "owner": owner, "about": one.about, "worth": one.worth, "record": packed(one.as_dict())}
            for (id_, owner), one in sorted(rows.items())
        ]
        if made:
            self._connection.execute(insert(cases), made)

    def drop_cases(self, ids: Iterable[str]) -> None:
        """Forget cases, whoever owns them."""
        self._connection.execute(delete(cases).where(self._dialect.among(cases.c.id, sorted(set(ids)))))

    def add_changes(self, found: Iterable[Change]) -> list[Change]:
        """Keep those that are not there yet, and say which they were."""
        listed = list({one.id: one for one in found}.values())
        there = {row.id for row in self._among(select(changes.c.id), changes, "id", [one.id for one in listed])}
        new = [one for one in listed if one.id not in there]
        first = int(self._connection.scalar(select(func.coalesce(func.max(changes.c.number), 0) + 1)) or 1)
        rows: list[dict[str, Any]] = [
            {"number": number, "id": one.id, **_sought(one), "record": packed(one.as_dict())}
            for number, one in enumerate(new, start=first)
        ]
        if rows:
            self._connection.execute(insert(changes), rows)
        return new

    def put_feed(self, feed: Feed) -> None:
        """Remember this of a feed, in place of what was remembered."""
        self._connection.execute(delete(feeds).where(feeds.c.url == feed.url))
        self._connection.execute(insert(feeds).values(url=feed.url, record=packed(feed.as_dict())))


def _sought(one: Change) -> dict[str, str]:
    return {"proposition": one.proposition, "kind": one.kind}


def _case(row: Any) -> Case:
    return rebuilt(wire.case, row.record)
