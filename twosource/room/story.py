"""A proposition in full: what a brief says of it, what it is tied to beyond itself, what people judged of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from twosource.across import Account, Judgement, Link, Proposition, Relation
from twosource.brief.entries import entries
from twosource.brief.records import Entry
from twosource.ledger import View, tied
from twosource.link.groups import ENOUGH
from twosource.link.verdicts import anchored
from twosource.room.judging_given import ends, given
from twosource.room.links import Links, of_proposition
from twosource.room.memo import Memo

LINKS = 500
"""Links of a story at most: all of one with thirty statements."""

_ACROSS: tuple[Relation, ...] = ("supports", "doubts", "contradicts")
"""Relations that tie propositions which are not one. Others across two are what grouping weighed and did not take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another proposition, by the surest ``link`` of its relation. ``forward``: the left end, which in ``supports`` and
    ``doubts`` is the one that speaks of the other, is a statement of this one."""

    proposition: Proposition
    link: Link
    forward: bool

    def as_dict(self) -> dict[str, Any]:
        """An element of ``related``."""
        return {
            "id": self.proposition.id,
            "wording": self.proposition.wording,
            "status": self.proposition.status,
            "forward": self.forward,
            "link": self.link.as_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A verdict that bears on a proposition: ``attributions`` are those of its statements that it is about now,
    ``withdrawn`` what took it back."""

    judgement: Judgement
    attributions: tuple[str, ...]
    withdrawn: Judgement | None

    def as_dict(self) -> dict[str, Any]:
        """An element of ``judgements``."""
        return {
            **self.judgement.as_dict(),
            "attributions": list(self.attributions),
            "withdrawn_by": self.withdrawn.by if self.withdrawn else None,
            "withdrawn_at": self.withdrawn.made_at if self.withdrawn else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All there is to show of a proposition. Its ``entry`` holds no links, of which five hundred statements have a
    hundred thousand; ``links`` are the most telling of them."""

    entry: Entry
    links: Links
    related: tuple[Related, ...]
    judged: tuple[Judged, ...]

    @property
    def statements(self) -> list[str]:
        """The ids of its attributions, in the order of print."""
        return [statement.id for statement in self.entry.statements]

    def as_dict(self) -> dict[str, Any]:
        """The answer of ``/api/propositions/{id}``: the proposition as a brief has it, and the rest beside it."""
        return {
            **self.entry.as_dict(),
            "links": [link.as_dict() for link in self.links.items],
            "links_count": self.links.count,
            "related": [one.as_dict() for one in self.related],
            "judgements": [one.as_dict() for one in self.judged],
        }


def story(view: View, proposition_id: str) -> Story | None:
    """The proposition of that id; nothing where there is none, as after the groups have changed."""
    return _kept.get((view.mark(), proposition_id), lambda: _story(view, proposition_id))


_kept: Memo[Story | None] = Memo(room=4000, size=lambda found: len(found.entry.statements) if found else 1)
"""Four thousand statements with their articles take 60 MB at most; one of five hundred takes 0.3 s to make."""


def _story(view: View, proposition_id: str) -> Story | None:
    for entry in entries(view, list(view.propositions([proposition_id])), linked=False):
        return Story(
            entry=entry,
            links=of_proposition(view, [statement.id for statement in entry.statements], limit=LINKS),
            related=tuple(_related(view, entry)),
            judged=tuple(_judged(view, entry)),
        )
    return None


def _related(view: View, entry: Entry) -> Iterator[Related]:
    """The surest first, what speaks of this before what only contradicts it."""
    own = {statement.id for statement in entry.statements}
    ties = [link for link in tied.beyond(view, own, _ACROSS) if link.relation != "contradicts" or link.score >= ENOUGH]
    ties.sort(key=lambda link: (link.relation == "contradicts", -link.score, link.left, link.right))
    proposition_of = view.proposition_of({end for link in ties for end in (link.left, link.right)} - own)
    first: dict[tuple[str, Relation, bool], Link] = {}
    for link in ties:
        forward = link.left in own
        if other := proposition_of.get(link.right if forward else link.left):
            first.setdefault((other, link.relation, forward), link)
    known = {one.id: one for one in view.propositions({other for other, _, _ in first})}
    for (other, _, forward), link in first.items():
        yield Related(proposition=known[other], link=link, forward=forward)


def _judged(view: View, entry: Entry) -> Iterator[Judged]:
    """Latest first, those taken back included."""
    known = given(view)
    inside: dict[str, list[Account]] = {}
    for statement in entry.statements:
        inside.setdefault(statement.account.article.id, []).append(statement.account)
    for one in reversed(known.about(inside)):
        at = [anchored(end, lambda article: inside.get(article, ())) for end in ends(one)]
        if one.verdict != "withdrawn" and (found := tuple(dict.fromkeys(end for end in at if end))):
            back = known.withdrawals.get(one.id)
            yield Judged(judgement=one, attributions=found, withdrawn=back[0] if back else None)
