"""One article as people look at it: where else it stands, its versions, and its text with all that is attributed in
it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from twosource.across import Account
from twosource.ledger import View
from twosource.records import Article, Span
from twosource.room.article_parts import MANY, part_of, parts
from twosource.room.article_pieces import Block, Cut, Run, cut
from twosource.room.article_statements import Statement, fates_in, statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text that a page has had, told by the time when it was changed or published."""

    id: str
    title: str | None
    when: str | None
    current: bool

    def as_dict(self) -> dict[str, Any]:
        """An element of ``versions``."""
        return {"id": self.id, "title": self.title, "when": self.when, "current": self.current}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article with its place among others.

    ``addresses`` are other URLs where the same publisher has the text, ``versions`` all texts kept of the page at its
    URL, oldest first, itself among them. ``instead`` is the id of the article that holds for it where it is no longer
    ``current``: a newer text of its page, or the same text at another address. ``made_by`` is what found its
    statements (:mod:`twosource.making`).
    """

    id: str
    article: Article
    current: bool
    instead: str | None
    addresses: tuple[str, ...]
    versions: tuple[Version, ...]
    made_by: str

    def as_dict(self) -> dict[str, Any]:
        """The article in the wire form, and its place among others."""
        return {
            **self.article.as_dict(),
            "current": self.current,
            "instead": self.instead,
            "addresses": list(self.addresses),
            "versions": [version.as_dict() for version in self.versions],
            "made_by": self.made_by,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement in the list beside the text: its ``number`` in the article, and the pieces that are of it."""

    statement: Statement
    number: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An article laid open: part ``part`` (from 0) of its ``parts``, marked, with the statements that begin in it.

    ``numbers`` gives what is marked in the text, by its place in ``cut``, as (attribution id, number). ``rejected`` are
    statements of this part that people do not let count: they are not marked, unless one of them is ``chosen``. Of more
    than :data:`~twosource.room.article_parts.MANY` that begin at one character the rest is marked and ``unlisted``.
    There are ``total`` statements that count in the article.
    """

    found: Found
    part: int
    parts: tuple[Span, ...]
    cut: Cut
    numbers: tuple[tuple[str, int], ...]
    entries: tuple[Entry, ...]
    rejected: tuple[Statement, ...]
    chosen: Statement | None
    total: int
    unlisted: int

    @property
    def told(self) -> set[str]:
        """The ids of all that is listed."""
        return {*(entry.statement.id for entry in self.entries), *(one.id for one in self.rejected)}

    @property
    def heading(self) -> Block | None:
        """The paragraph that is the headline, where the text shows one."""
        first = next((block for block in self.cut.blocks if block.paragraph), None) if self.part == 0 else None
        title = self.found.article.title
        if first is None or title is None:
            return None
        shown = "".join(piece.text for piece in first.pieces)
        return first if shown.split() == title.split() else None


def article(view: View, article_id: str) -> Found | None:
    """The article of that id, current or not."""
    whole = view.article(article_id)
    if whole is None:
        return None
    kept = view.versions(whole.url) if whole.url else [whole]
    addresses = view.addresses(article_id)
    current = {one.id for one in view.articles(one.id for one in kept)}
    return Found(
        id=article_id,
        article=whole,
        current=article_id in current,
        instead=None if article_id in current else _instead(view, kept, addresses, current),
        addresses=addresses,
        versions=tuple(
            Version(id=one.id, title=one.title, when=one.modified or one.published, current=one.id in current)
            for one in kept
        ),
        made_by=view.made_by([article_id])[article_id],
    )


def _instead(view: View, kept: Sequence[Article], addresses: Sequence[str], current: set[str]) -> str | None:
    if newest := next((one.id for one in reversed(kept) if one.id in current), None):
        return newest
    elsewhere = [one.id for address in addresses for one in view.versions(address)]
    return next((one.id for one in view.articles(elsewhere)), None)


def opened(view: View, article_id: str, *, at: str | None = None, part: int = 0) -> Opened | None:
    """The article of that id with statement ``at`` chosen, in the part in which that begins, else in ``part``."""
    found = article(view, article_id)
    if found is None:
        return None
    whole = found.article
    accounts = view.accounts(view.attributions_of([article_id])[article_id])
    fates = fates_in(view, article_id, list(accounts.values()))
    counted = {id_: number for number, id_ in enumerate((id_ for id_ in accounts if not fates[id_].why), 1)}
    stretches = parts(len(whole.text), whole.paragraphs, [_start(one) for one in accounts.values()])
    part = part_of(_start(accounts[at]), stretches) if at in accounts else min(max(part, 0), len(stretches) - 1)
    inside = [id_ for id_, one in accounts.items() if part_of(_start(one), stretches) == part]
    listed = {id_ for place, id_ in enumerate(inside) if place < MANY or id_ == at}
    marked = [id_ for id_ in accounts if id_ in counted or id_ == at]
    shown = cut(
        whole.text,
        whole.paragraphs,
        [accounts[id_].attribution for id_ in marked],
        within=stretches[part],
        chosen=marked.index(at) if at in accounts else None,
    )
    told = {one.id: one for one in statements(view, [accounts[id_] for id_ in inside if id_ in listed])}
    return Opened(
        found=found,
        part=part,
        parts=tuple(stretches),
        cut=shown,
        entries=tuple(
            Entry(statement=told[id_], number=counted[id_], runs=runs)
            for id_, runs in zip(marked, shown.runs, strict=True)
            if id_ in told and id_ in counted
        ),
        numbers=tuple((id_, counted.get(id_, 0)) for id_ in marked),
        rejected=tuple(one for id_, one in told.items() if id_ not in counted),
        chosen=told[at] if at in accounts else None,
        total=len(counted),
        unlisted=len(inside) - len(listed),
    )


def _start(account: Account) -> int:
    return account.attribution.content[0][0]
