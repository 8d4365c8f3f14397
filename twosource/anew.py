"""Whether what a ledger derived is what would be derived anew from its articles, attributions and judgements."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from twosource import upkeep
from twosource.across import Account
from twosource.export.records import lines
from twosource.ledger import Ledger, View
from twosource.model.pairs import Reader
from twosource.upkeep.amending import keep

_DERIVED = {"source": "sources", "proposition": "propositions", "link": "links", "origin": "origins", "case": "cases"}
_DERIVED |= {"keys": "keys"}
_DUE = '"space": "due"'


def differing(
    view: View, folder: Path, *, reader: Reader, on_article: Callable[[], None] | None = None
) -> Iterator[str]:
    """What of the ledger of ``view`` is another than what would be derived anew, in words; nothing if it is the same.

    A ledger is made for it in ``folder``, which is to have as much room again. ``on_article`` hears of each article
    that was added to it. It takes as long as adding did, less the attribution network.
    """
    with Ledger.open(folder / "anew.db") as anew:
        derive(view, anew, reader=reader, on_article=on_article)
        with anew.view() as made:
            wanted, there = _derived(lines(made)), _derived(lines(view))
    for type_, name in _DERIVED.items():
        missing, extra = wanted[type_] - there[type_], there[type_] - wanted[type_]
        if missing or extra:
            example = min(missing or extra).strip()
            yield (
                f"of the {name} {len(extra):,} are not what would be derived today, and {len(missing):,} that would be "
                f"are not there (such as {example[:160]})"
            )


def derive(view: View, anew: Ledger, *, reader: Reader, on_article: Callable[[], None] | None = None) -> None:
    """Put the articles, attributions and judgements of ``view`` into ``anew``, an empty ledger, and derive the rest."""
    sides, corrections = upkeep.Sides(), []
    for kept in view.kept():
        found = [one for one in kept.attributions if one.amends is None]
        corrections += [Account(article=kept.article, attribution=one) for one in kept.attributions if one.amends]
        with anew.write() as writer:
            upkeep.add(writer, kept.article, found, reader=reader, sides=sides)
        if on_article:
            on_article()
    judgements = view.judgements()
    with anew.write() as writer:
        for correction in corrections:
            keep(writer, correction, reader=reader)
        for judgement in judgements:
            # All before any: by a clock that was put back, one may be older than what it withdraws.
            writer.note(judgement)
        upkeep.judge(writer, judgements)


def _derived(exported: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {type_: set() for type_ in _DERIVED}
    for line in exported:
        fields = json.loads(line)
        type_ = fields["type"]
        # Who made a record says nothing of whether it would be made again.
        fields.pop("made_by", None)
        if type_ in found and _DUE not in line:
            found[type_].add(json.dumps(fields, ensure_ascii=False))
    return found
