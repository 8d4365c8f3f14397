"""Which articles are compared: blocking joins on the keys that the ledger finds articles by.

Articles are near where they share terms and were published close together (:mod:`twosource.link.near`); they may share
text where they share a fingerprint (:mod:`twosource.origins.passages`). Each pair of articles comes once, and each
article once with itself, for what it says twice.
"""

from __future__ import annotations

from twosource.batch import engine
from twosource.batch.engine import Frame
from twosource.link.near import DAYS, SHARED

PAIRS = {"left": "text", "right": "text", "near": "truth", "copied": "truth"}
"""Two articles, ``left`` the smaller id: whether their statements are compared, and their texts."""


def candidates(articles: Frame) -> Frame:
    """The pairs of ``articles`` (``id``, ``day``, ``ids`` and the blocking keys) that are worth comparing: columns
    :data:`PAIRS`."""
    daft = engine.daft()
    col, lit = daft.col, daft.lit
    telling = articles.where(daft.functions.list_count(col("ids")) > 0)
    own = telling.select(col("id").alias("left"), col("id").alias("right"), lit(True).alias("near"))
    close = near(telling).with_column("near", lit(True))
    found = own.concat(close).with_column("copied", lit(False))
    alike = copied(articles).with_columns({"near": lit(False), "copied": lit(True)})
    both = found.select(*PAIRS).concat(alike.select(*PAIRS))
    return both.groupby("left", "right").agg(col("near").bool_or(), col("copied").bool_or())


def near(articles: Frame) -> Frame:
    """The pairs that share so many of the terms that an article is known by, and were published close together."""
    col = engine.daft().col
    asked = engine.exploded(articles.select("id", "day", "asked"), "asked", "key")
    kept = engine.exploded(articles.select("id", "day", "kept"), "kept", "key")
    met = _met(asked, kept)
    # An article without a day is near in time to any.
    apart = (col("left_day") - col("right_day")).abs() <= DAYS
    close = met.where(col("left_day").is_null() | col("right_day").is_null() | apart.fill_null(False))
    counted = close.groupby("left", "right").agg(col("key").count().alias("shared"))
    return counted.where(col("shared") >= SHARED).select("left", "right")


def copied(articles: Frame) -> Frame:
    """The pairs that have a fingerprint in common."""
    keyed = engine.exploded(articles.select("id", "day", "copied"), "copied", "key")
    return _met(keyed, keyed).select("left", "right").distinct()


def _met(asked: Frame, kept: Frame) -> Frame:
    """Who meets whom at which key, from either side: each two once, the smaller id on the left."""
    col = engine.daft().col
    one = asked.select("key", col("id").alias("left"), col("day").alias("left_day"))
    other = kept.select("key", col("id").alias("right"), col("day").alias("right_day"))
    return one.join(other, on="key").where(col("left") < col("right"))
