"""What lists show of propositions: read for many at once, a query for each kind of thing, and no text but the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import func, or_, select

from twosource import wire
from twosource.across import Account, Change, Origin, Proposition, Source
from twosource.ledger.schema import attributions, changes, facets, sources
from twosource.ledger.stored import rebuilt
from twosource.ledger.view import View

_LATEST = 8
"""Statements printed last among which the last word is looked for: what is printed late repeats an older word a few
times at most, and of a proposition of five hundred statements all would be read for one."""

_UNSURE = tuple(f'%"certainty":"{value}"%' for value in ("probable", "possible"))
"""As :func:`twosource.ledger.schema.packed` writes it; within a text the marks would be escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A proposition with its ``origins``, how many known ``outlets`` printed it, how many of its affirming statements
    are ``unsure``, its ``last`` word, and the ``change`` of it that was noticed last."""

    proposition: Proposition
    origins: tuple[Origin, ...]
    outlets: int
    unsure: int
    last: Account | None
    change: Change | None


def glances(view: View, ids: Sequence[str]) -> Iterator[Glance]:
    """Those of ``ids`` that are there, in their order."""
    found = list(view.propositions(ids))
    origins: dict[str, list[Origin]] = {one.id: [] for one in found}
    for origin in view.origins(list(origins)):
        origins[origin.proposition].append(origin)
    outlets, changed = _outlets(view, origins), _changes(view, origins)
    unsure, last = _unsure(view, origins), _last(view, found)
    for one in found:
        yield Glance(
            proposition=one,
            origins=tuple(origins[one.id]),
            outlets=outlets[one.id],
            unsure=unsure[one.id],
            last=last.get(one.id),
            change=changed.get(one.id),
        )


def unmentioned(view: View, ids: Collection[str]) -> Iterator[Source]:
    """The sources of ``ids`` that are there, sorted, without their mentions, of which one may have ten thousand."""
    rows = view._among(select(sources).order_by(sources.c.id), sources, "id", ids)
    for row in rows:
        beside = {"mentions": (), "seed": (row.seed, row.seed_place), "made_by": view._makers.told(row.maker)}
        yield rebuilt(wire.source, row.record, **beside)


def _outlets(view: View, ids: Collection[str]) -> Counter[str]:
    query = select(facets.c.proposition, func.count().label("number")).where(facets.c.kind == "outlet")
    rows = view._among(query.group_by(facets.c.proposition), facets, "proposition", ids)
    return Counter({row.proposition: row.number for row in rows})


def _unsure(view: View, origins: Mapping[str, Sequence[Origin]]) -> Counter[str]:
    """Counted where the facets say that there are any, which few propositions have."""
    query = select(facets.c.proposition).where(facets.c.kind == "stance", facets.c.value == "may-be")
    some = {row.proposition for row in view._among(query, facets, "proposition", origins)}
    owner = {
        id_: one for one in some for origin in origins[one] if origin.stance == "affirm" for id_ in origin.attributions
    }
    if not owner:
        return Counter()
    hedged = or_(*(attributions.c.record.like(pattern) for pattern in _UNSURE))
    rows = view._among(select(attributions.c.id).where(hedged), attributions, "id", owner)
    return Counter(owner[row.id] for row in rows)


def _last(view: View, found: Sequence[Proposition]) -> dict[str, Account]:
    """The account of the latest word of each, of equally late ones the one printed last."""
    late = {one.id: one.attributions[-_LATEST:] for one in found}
    wanted = [id_ for ids in late.values() if len(ids) > 1 for id_ in ids]
    query = select(attributions.c.id, attributions.c.record)
    said = {row.id: _said(row.record) for row in view._among(query, attributions, "id", wanted)}
    chosen = {one.id: _latest(late[one.id], one.last_said, said) for one in found}
    accounts = view.accounts(chosen.values())
    return {one: accounts[id_] for one, id_ in chosen.items() if id_ in accounts}


def _said(record: str) -> str | None:
    """When the words tell that it was said."""
    said = rebuilt(itemgetter("said"), record)
    return str(said["start"]) if said else None


def _latest(ids: Sequence[str], when: str | None, said: Mapping[str, str | None]) -> str:
    """Of ``ids`` in the order of print the one said at ``when``; where the words of none tell so, ``when`` is the time
    of print of the last one of which they do not tell at all."""
    told = [id_ for id_ in ids if said.get(id_) is not None and said[id_] == when]
    silent = [id_ for id_ in ids if said.get(id_) is None]
    return (told or silent or ids)[-1]


def _changes(view: View, ids: Collection[str]) -> dict[str, Change]:
    query = select(func.max(changes.c.number)).group_by(changes.c.proposition)
    numbers = [row[0] for row in view._among(query, changes, "proposition", ids)]
    records = view._among(select(changes.c.record), changes, "number", numbers)
    found = [rebuilt(wire.change, row.record) for row in records]
    return {one.proposition: one for one in found}
