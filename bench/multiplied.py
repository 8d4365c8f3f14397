"""A large ledger out of a small one: `python -m bench.multiplied FROM TO --articles 20000`.

Every record is written again as news of other events (the variants of :mod:`bench.variants`: other words of the same
length and rarity, other figures, other months), with its sources, propositions, links and origins, and with its vector
turned, so that a question is near to as few of them as in life. Nothing is extracted or compared: this makes in minutes
what adding makes in hours, for measuring what reads a ledger. Keys are left out, so nothing can be added to it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import numpy as np

from bench.variants import other_words, variant
from twosource.across import Link, Origin, Proposition, Source
from twosource.ledger import Kept, Ledger, View, Writer

Ids = Mapping[str, str]
"""Attribution id → the id of its variant."""


def main() -> None:
    """Write it, and say what it holds."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("source", metavar="FROM", type=Path)
    options.add_argument("target", metavar="TO", type=Path)
    options.add_argument("--articles", type=int, default=20_000)
    chosen = options.parse_args()
    if chosen.target.exists():
        raise SystemExit(f"{chosen.target} is there already")
    print(multiplied(chosen.source, chosen.target, articles=chosen.articles))


def multiplied(source: Path, target: Path, *, articles: int) -> dict[str, int]:
    """Write variant after variant, each in a transaction; the counts of what was made."""
    half = target.with_suffix(".half")
    half.unlink(missing_ok=True)
    with Ledger.open(source, create=False) as base, Ledger.open(half) as ledger, base.view() as view:
        left = articles
        for number in count():
            if left <= 0:
                break
            with ledger.write() as writer:
                left -= copy(view, writer, number=number, most=left)
            print(f"{articles - left:,} articles", file=sys.stderr, flush=True)
        with ledger.view() as made:
            counts = made.counts()
    half.replace(target)
    return counts


def copy(view: View, writer: Writer, *, number: int, most: int) -> int:
    """One variant of all that ``view`` holds, of ``most`` articles at the most; how many it was."""
    ids: dict[str, str] = {}
    written = 0
    for kept in islice((kept for kept in view.kept() if kept.current), most):
        _article(writer, kept, number=number, ids=ids)
        written += 1
    writer.put_sources(_sources(view, ids, number))
    moved: dict[str, str] = {}
    made = list(_propositions(view, ids, number, moved))
    writer.put_propositions(made, _origins(view, ids, number, moved))
    writer.put_links(_links(view, ids))
    return written


def _article(writer: Writer, kept: Kept, *, number: int, ids: dict[str, str]) -> None:
    article, own = variant((kept.article, kept.attributions), number)
    writer.keep(article)
    unique = {one.id: (old, one) for old, one in zip(kept.attributions, own, strict=True)}
    vectors = {id_: _turned(kept.vectors[old.id], number) for id_, (old, _) in unique.items() if old.id in kept.vectors}
    writer.attribute(article, [one for _, one in unique.values()], vectors=vectors)
    ids |= {old.id: id_ for id_, (old, _) in unique.items()}


def _turned(vector: bytes, number: int) -> bytes:
    return np.roll(np.frombuffer(vector, "<f2"), 7 * number).tobytes()


def _sources(view: View, ids: Ids, number: int) -> Iterator[Source]:
    for one in view.sources():
        mentions = tuple(sorted((ids[account], place) for account, place in one.mentions if account in ids))
        if mentions:
            yield replace(
                one,
                mentions=mentions,
                seed=mentions[0],
                name=other_words(one.name, number) if one.name else None,
                names=tuple(other_words(name, number) for name in one.names),
            )


def _propositions(view: View, ids: Ids, number: int, moved: dict[str, str]) -> Iterator[Proposition]:
    for one in view.propositions():
        inside = tuple(ids[account] for account in one.attributions if account in ids)
        if inside:
            new = replace(one, attributions=inside, wording=other_words(one.wording, number))
            moved[one.id] = new.id
            yield new


def _origins(view: View, ids: Ids, number: int, moved: Ids) -> Iterator[Origin]:
    for one in view.origins(sorted(moved)):
        inside = tuple(ids[account] for account in one.attributions if account in ids)
        if inside:
            root = other_words(one.root, number)
            yield replace(one, proposition=moved[one.proposition], attributions=inside, root=root)


def _links(view: View, ids: Ids) -> Iterator[Link]:
    for one in view.links():
        if one.left in ids and one.right in ids:
            yield replace(one, left=ids[one.left], right=ids[one.right])


if __name__ == "__main__":
    main()
