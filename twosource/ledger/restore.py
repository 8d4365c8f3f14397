"""A ledger back from its export."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy.exc import DataError, IntegrityError

from twosource.across import Case, Change, Feed, Unread
from twosource.errors import RecordRefused
from twosource.ledger.exported import NO_RECORD, read
from twosource.ledger.writer import Writer
from twosource.records import Article, Attribution

_COUNTED = {
    "article": "versions",
    "source": "sources",
    "proposition": "propositions",
    "link": "links",
    "origin": "origins",
    "judgement": "judgements",
}
# A line alone takes a millisecond; together they take a quarter of that.
_TOGETHER = 500


def restore(writer: Writer, lines: Iterable[str]) -> dict[str, int]:
    """Bring back what :func:`twosource.export.records.lines` wrote, into a ledger that is empty: type → how many.

    Exporting the result gives the same lines; what is current and at which addresses is found anew.
    :class:`~twosource.errors.RecordRefused` names the first line that is not such a record; let it end the transaction,
    and nothing of the import is kept.
    """
    if any(writer.counts().values()) or writer.feeds() or writer.count_unread():
        raise writer.refused("an import goes into an empty ledger, and this one holds something")
    restoring = _Restoring(writer)
    for number, line in enumerate(lines, start=1):
        restoring.take(line, number=number)
    restoring.finish()
    return dict(restoring.counts)


class _Restoring:
    """Lines of one type are read one by one, and stored together."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.counts: Counter[str] = Counter()
        self.type = ""
        self.waiting: list[tuple[int, Any]] = []
        self.withdrawals: dict[str, int] = {}
        self.storing: dict[str, Callable[[Sequence[Any]], object]] = {
            "article": self._articles,
            "attribution": self._attributions,
            "source": writer.put_sources,
            "proposition": writer.put_propositions,
            "link": writer.put_links,
            "origin": writer.add_origins,
            "judgement": self._judgements,
            "change": self._changes,
            "feed": self._feeds,
            "unread": self._unread,
            "case": self._cases,
            "keys": self._keys,
        }

    def take(self, line: str, *, number: int) -> None:
        """Read one line, and store those before it where it is of another type or they are many."""
        try:
            type_, record = read(line)
        except KeyError as error:
            raise self.writer.refused(f"line {number}: there is no {error.args[0]!r} in it") from error
        except NO_RECORD as error:
            reason = " ".join(str(error).split())
            raise self.writer.refused(f"line {number}: it is no record of an export ({reason})") from error
        if type_ != self.type or len(self.waiting) == _TOGETHER:
            self.store()
            self.type = type_
        self.waiting.append((number, record))
        self.counts[type_] += 1

    def store(self) -> None:
        """Store what waits; where that fails, one by one, to tell which line it is."""
        if self.type == "judgement":
            self._remember_withdrawals()
        waiting, self.waiting = self.waiting, []
        if not waiting:
            return
        try:
            with self.writer.retrying():
                self.storing[self.type]([record for _, record in waiting])
        except (IntegrityError, RecordRefused, DataError, *NO_RECORD):
            for number, record in waiting:
                self._alone(number, record)

    def _alone(self, number: int, record: Any) -> None:
        try:
            self.storing[self.type]([record])
        except RecordRefused as error:
            raise self.writer.refused(f"line {number}: {error.reason}") from error
        except IntegrityError as error:
            reason = "it names a record that no line before it holds, or its own is there already"
            raise self.writer.refused(f"line {number}: {reason}") from error
        except (DataError, *NO_RECORD) as error:
            raise self.writer.refused(f"line {number}: it cannot be stored ({' '.join(str(error).split())})") from error

    def finish(self) -> None:
        """Store what waits, and check what lines say of each other."""
        self.store()
        there = {judgement.id for judgement in self.writer.judgements()} if self.withdrawals else set()
        for record, number in self.withdrawals.items():
            if record not in there:
                raise self.writer.refused(f"line {number}: there is no judgement {record} to withdraw")
        stored = self.writer.counts()
        for type_, name in _COUNTED.items():
            if stored[name] != self.counts[type_]:
                raise self.writer.refused(f"of the lines of type {type_!r} some hold a record that another holds too")

    def _remember_withdrawals(self) -> None:
        # One may stand before what it withdraws.
        for number, judgement in self.waiting:
            if judgement.verdict == "withdrawn":
                self.withdrawals.setdefault(judgement.left.record, number)

    def _articles(self, records: Sequence[tuple[Article, str]]) -> None:
        for article, made_by in records:
            self.writer.keep(article, made_by=made_by)

    def _attributions(self, records: Sequence[tuple[Attribution, bytes | None]]) -> None:
        by_article: dict[str, list[Attribution]] = defaultdict(list)
        for found, _ in records:
            by_article[found.article_id].append(found)
        vectors = {found.id: vector for found, vector in records if vector is not None}
        for article_id, inside in by_article.items():
            article = self.writer.article(article_id)
            if article is None:
                raise self.writer.refused(f"no line before it holds the article {article_id}")
            self.writer.attribute(article, inside, vectors=vectors)

    def _judgements(self, records: Sequence[Any]) -> None:
        for judgement in records:
            self.writer.note(judgement)

    def _changes(self, records: Sequence[Change]) -> None:
        if len(self.writer.add_changes(records)) < len(records):
            raise self.writer.refused("a line before it holds the same change")

    def _feeds(self, records: Sequence[Feed]) -> None:
        for feed in records:
            if feed.url in {known.url for known in self.writer.feeds()}:
                raise self.writer.refused("a line before it holds the same feed")
            self.writer.put_feed(feed)

    def _unread(self, records: Sequence[Unread]) -> None:
        there = self.writer.unread_sources()
        for one in records:
            if one.source in there:
                raise self.writer.refused("a line before it holds the same source")
            self.writer.put_unread(one)
            there.add(one.source)

    def _cases(self, records: Sequence[tuple[str, Case]]) -> None:
        if len({(owner, case.id) for owner, case in records}) < len(records):
            raise self.writer.refused("a line before it holds the same case")
        self.writer.add_cases(records)

    def _keys(self, records: Sequence[tuple[str, str, list[str]]]) -> None:
        spaces: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for space, item, keys in records:
            spaces[space][item] = keys
        for space, items in spaces.items():
            self.writer.put_keys(space, items)
