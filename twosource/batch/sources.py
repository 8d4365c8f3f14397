"""Mentions → sources over the whole corpus: blocks of signatures, the joins among them, and what they add up to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from twosource import wire
from twosource.across import Source
from twosource.batch import engine
from twosource.batch.components import components
from twosource.batch.engine import Frame
from twosource.batch.rows import lot
from twosource.batch.stage import Stage
from twosource.resolve import Signature, cluster, compare, source

_EDGE = {"left": "text", "right": "text"}
_MADE = {"id": "text", "lot": "whole", "record": "text", "attributions": "texts", "places": "wholes"}
_BLOCKS = 256
"""Blocks that a worker takes at a time."""

Rows = Sequence[Mapping[str, Any]]


def joined(block: Rows, key: int) -> Iterator[tuple[str, str]]:
    """The pairs of signatures that share ``key`` and are one source. A pair that shares several keys is compared in the
    block of the smallest one alone."""
    known = [(row["id"], Signature.unpacked(row["record"]), frozenset(row["keys"])) for row in block]
    for (a, one, ours), (b, other, theirs) in combinations(sorted(known, key=lambda told: told[0]), 2):
        if min(ours & theirs) == key and compare(one, other).joined:
            yield a, b


def resolved(signatures: Rows, mentions: Rows) -> Iterator[Source]:
    """The sources of ``signatures`` that chains of joins connect, given all of their ``mentions``."""
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    order = {}
    for row in mentions:
        places[row["signature"]].append((row["attribution"], row["place"]))
        order[row["attribution"]] = (row["published"], row["article"], row["start"], row["attribution"])
    found: list[Signature] = [Signature.unpacked(row["record"]) for row in signatures]
    for one in cluster(found):
        own = {each.id: sorted(places[each.id]) for each in one.signatures}
        yield source(one, own, order=order)


def light(record: str) -> Source:
    """A source back from its row: with its seed, and without its other mentions."""
    return wire.source(json.loads(record))


class Joiner:
    """Compares the signatures of a block."""

    def __call__(self, key: int, block: Rows) -> Iterator[Mapping[str, str]]:
        """The edges of a block."""
        yield from ({"left": a, "right": b} for a, b in joined(block, key))


class Resolver:
    """Makes the sources of a component."""

    def __call__(self, signatures: Rows, mentions: Rows) -> Iterator[Mapping[str, Any]]:
        """A row for each source."""
        for found in resolved(signatures, mentions):
            assert found.seed is not None
            yield {
                "id": found.id,
                "lot": lot(found.id),
                "record": json.dumps(replace(found, mentions=(found.seed,)).as_dict()),
                "attributions": [attribution for attribution, _ in found.mentions],
                "places": [place for _, place in found.mentions],
            }


def sources(mentions: Frame, signatures: Frame, stage: Stage) -> Frame:
    """The sources of ``mentions``: ``id``, ``record`` (without mentions), ``attributions`` and ``places`` beside one
    another, a mention each."""
    daft = engine.daft()
    col = daft.col
    used = mentions.select(col("signature").alias("id")).distinct()
    once = signatures.join(used, on="id", how="semi").groupby("id")
    known = stage.kept(once.agg(col("record").any_value(), col("keys").any_value()), "known")
    keyed = known.with_column("key", col("keys")).explode("key")
    blocks = engine.gathered(keyed, ["key"], "block", ["id", "record", "keys"])
    several = blocks.where(daft.functions.list_count(col("block")) > 1)
    edges = stage.each(several, Joiner, columns=["key", "block"], returns=_EDGE, size=_BLOCKS)
    labels = components(edges, stage.below("joins"))
    led = known.join(labels, left_on="id", right_on="node", how="left")
    # A signature that is joined with none is a component of its own.
    labelled = led.select("id", "record", col("label").fill_null(col("id")))
    labelled = stage.kept(labelled, "labelled")
    theirs = mentions.join(labelled.select(col("id").alias("signature"), "label"), on="signature")
    columns = ["signature", "attribution", "place", "published", "article", "start"]
    told = engine.gathered(labelled, ["label"], "signatures", ["id", "record"]).join(
        engine.gathered(theirs, ["label"], "mentions", columns), on="label"
    )
    wanted = ["signatures", "mentions"]
    made = stage.each(told, Resolver, columns=wanted, returns=_MADE, size=_BLOCKS)
    return stage.kept(made, "sources")


def source_of(found: Frame) -> Frame:
    """``attribution``, ``place`` and ``source`` of every mention."""
    col = engine.daft().col
    told = found.select(col("id").alias("source"), "attributions", "places")
    return told.explode("attributions", "places").select(
        col("attributions").alias("attribution"), col("places").alias("place"), "source"
    )
