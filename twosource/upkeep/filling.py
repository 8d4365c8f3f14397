"""Cases for a ledger that an earlier version made, which kept none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.ledger import Ledger, View, Writer
from twosource.ledger.reading import batches
from twosource.upkeep import aside, propositions, sources
from twosource.upkeep.judged import Judged

DUE = "due"
"""Of keys: what is still to be made in a ledger of an earlier version ("cases") → how far it got."""

_AT_ONCE = 100
"""Propositions or sources in one transaction: some seconds, for which another writer waits."""


def fill_cases(ledger: Ledger, *, anew: bool = False, on_progress: Callable[[int, int], None] | None = None) -> None:
    """Make the cases of all propositions and sources, where the ledger was made by a version that kept none, or
    ``anew``; without effect otherwise.

    In batches, each a transaction: whoever is interrupted goes on where they were, and others may write in between.
    What people called wrong is taken out of sources and links too. ``on_progress`` hears how many are done of how many.
    """
    with ledger.view() as view:
        begun = _got(view)
        todo = _todo(view) if anew or begun is not None else []
    if not todo:
        return
    if anew or begun == "":
        with ledger.write() as writer:
            _settle(writer)
            _note(writer, "0")
    done, made = 0, set[str]()
    for batch in batches(todo, size=_AT_ONCE):
        done += len(batch)
        if anew or begun is None or batch[-1] > begun:
            with ledger.write() as writer:
                made |= _fill(writer, [one for one in batch if one not in made])
                _note(writer, batch[-1])
        if on_progress:
            on_progress(done, len(todo))
    with ledger.write() as writer:
        writer.drop_keys(DUE, ["cases"])


def _todo(view: View) -> list[str]:
    """All propositions and sources: what they are, and their ids."""
    return sorted([*(f"p {one.id}" for one in view.propositions()), *(f"s {one.id}" for one in view.sources())])


def _got(view: View) -> str | None:
    """The last one that was done; empty where nothing was; ``None`` where nothing is due."""
    return next(iter(view.keys(DUE, ["cases"])["cases"]), None)


def _note(writer: Writer, last: str) -> None:
    writer.put_keys(DUE, {"cases": [last]})


def _settle(writer: Writer) -> None:
    """Bring up to date which extractions count."""
    judged = Judged(writer)
    back, out = aside.settle(writer, judged.extractions, judged=judged)
    renamed = sources.update(writer, judged=judged, arrived=sorted(back), retired=sorted(out))
    propositions.update(writer, {*back, *renamed}, judged=judged, retired=out)


def _fill(writer: Writer, batch: Sequence[str]) -> set[str]:
    """What was made: more than was asked for, where propositions hang together."""
    judged = Judged(writer)
    wanted: dict[str, list[str]] = {"p": [], "s": []}
    for entry in batch:
        kind, _, id_ = entry.partition(" ")
        wanted[kind].append(id_)
    members = {one for found in writer.propositions(wanted["p"]) for one in found.attributions}
    mentions = [mention for found in writer.sources(wanted["s"]) for mention in found.mentions]
    renamed = sources.update(writer, judged=judged, mentions=mentions) if mentions else set[str]()
    found = propositions.update(writer, {*members, *renamed}, judged=judged)
    return {f"p {one.id}" for one in found}
