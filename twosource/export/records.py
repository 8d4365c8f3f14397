"""A whole ledger, one record a line: what ``twosource export --format jsonl`` writes and ``import`` reads.

Each line is the ``as_dict`` of a record with its ``type`` in front: ``article``, each followed by its ``attribution``
lines; then ``source``, ``proposition``, ``link``, ``origin``, ``judgement``, ``change``, ``feed``, ``unread``,
``case`` and ``keys``. The order follows from the records alone, so that two ledgers of the same content give the same
bytes, in whatever order they were filled; of ``change`` lines it is the order in which they were noticed, which is what
they tell of.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from twosource.across import Case, Change, Feed, Judgement, Link, Origin, Proposition, Source, Unread
from twosource.export.line import line
from twosource.records import Article, Attribution


class Kept(Protocol):
    """An article as a ledger keeps it."""

    @property
    def article(self) -> Article:
        """Current or not."""
        ...

    @property
    def current(self) -> bool:
        """Whether it is the article of its page, or an older version or another address of one."""
        ...

    @property
    def addresses(self) -> Iterable[str]:
        """Other URLs at which it stands."""
        ...

    @property
    def attributions(self) -> Iterable[Attribution]:
        """What is attributed in it, in the order of the text."""
        ...

    @property
    def vectors(self) -> Mapping[str, bytes]:
        """Attribution id → its vector."""
        ...

    @property
    def made_by(self) -> str:
        """What found the attributions."""
        ...


class Everything(Protocol):
    """What a ledger holds, each kind in an order of its own that is always the same."""

    def kept(self) -> Iterable[Kept]:
        """All articles, with their attributions."""
        ...

    def sources(self) -> Iterable[Source]:
        """All sources."""
        ...

    def propositions(self) -> Iterable[Proposition]:
        """All propositions."""
        ...

    def links(self) -> Iterable[Link]:
        """All links."""
        ...

    def origins(self) -> Iterable[Origin]:
        """All origins."""
        ...

    def judgements(self) -> Iterable[Judgement]:
        """All judgements."""
        ...

    def every_change(self) -> Iterable[Change]:
        """All changes, in the order in which they were noticed."""
        ...

    def feeds(self) -> Iterable[Feed]:
        """All feeds."""
        ...

    def unread(self) -> Iterable[Unread]:
        """All sources that could not be read."""
        ...

    def every_case(self) -> Iterable[tuple[str, Case]]:
        """All cases, each with the proposition or source that it was found in."""
        ...

    def keyed(self) -> Iterable[tuple[str, str, tuple[str, ...]]]:
        """All keys by which records are found: space, item, its keys."""
        ...


def lines(view: Everything) -> Iterator[str]:
    """A line a record, everything that ``view`` holds.

    An ``article`` line says besides whether it is ``current``, its other ``addresses``, and what found its attributions
    (``made_by``); an ``attribution`` line its
    ``article_id`` and its ``vector`` (base64, or ``null``); a ``case`` line its ``owner``.
    """
    for kept in view.kept():
        yield from map(line, _article(kept))
    for type_, records in (
        ("source", view.sources()),
        ("proposition", view.propositions()),
        ("link", view.links()),
        ("origin", view.origins()),
        ("judgement", view.judgements()),
        ("change", view.every_change()),
        ("feed", view.feeds()),
        ("unread", sorted(view.unread(), key=lambda one: one.source)),
    ):
        for record in records:
            yield line({"type": type_, **record.as_dict()})
    for owner, case in view.every_case():
        yield line({"type": "case", "owner": owner, **case.as_dict()})
    for space, item, keys in view.keyed():
        yield line({"type": "keys", "space": space, "item": item, "keys": list(keys)})


def _article(kept: Kept) -> Iterator[dict[str, Any]]:
    article = kept.article
    yield {
        "type": "article",
        **article.as_dict(),
        "current": kept.current,
        "addresses": sorted(kept.addresses),
        "made_by": kept.made_by,
    }
    for attribution in kept.attributions:
        vector = kept.vectors.get(attribution.id)
        yield {
            "type": "attribution",
            "article_id": article.id,
            **attribution.as_dict(),
            "vector": None if vector is None else base64.b64encode(vector).decode("ascii"),
        }
