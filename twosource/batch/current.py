"""Which of the articles read count: the rules of :mod:`twosource.ledger.versions`, as joins.

A page's head is its newest text; a page gives way to an older one of the same outlet or host that has had the text of
its head. Where one article was read at several places, the first in the order of the sources counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.batch import engine
from twosource.batch.engine import Frame

COLUMNS = ("reading", "id", "path", "number", "place", "page", "fingerprint", "outlet", "host", "stamp")
"""What :func:`current` looks at."""


def current(articles: Frame, files: Sequence[str]) -> Frame:
    """The column ``reading`` of the ``articles`` that count; ``files`` are in the order of the sources."""
    daft = engine.daft()
    col = daft.col
    versions = _versions(articles, files)
    begun = versions.groupby("page").agg(col("stamp").min().alias("first"))
    heads = versions.join(_newest(versions), on=["page", "key"]).join(begun, on="page")
    elsewhere = versions.join(begun, on="page").select(
        "fingerprint", *(col(name).alias(f"other_{name}") for name in ("page", "outlet", "host", "first"))
    )
    beside = heads.join(elsewhere, on="fingerprint")
    # An outlet or a host that is not known is nobody's: a comparison with it is null, which is not true.
    published = (col("outlet") == col("other_outlet")).fill_null(False) | (col("host") == col("other_host")).fill_null(
        False
    )
    older = (col("other_first") < col("first")) | (
        (col("other_first") == col("first")) & (col("other_page") < col("page"))
    )
    giving_way = (
        beside.where(engine.differ(col("page"), col("other_page")) & published & older).select("reading").distinct()
    )
    return heads.join(giving_way, on="reading", how="anti").select("reading")


def _versions(articles: Frame, files: Sequence[str]) -> Frame:
    """Each article once, as it was first read; ``key`` sorts the versions of a page."""
    daft = engine.daft()
    col = daft.col
    order = engine.rows(({"path": path, "file": place} for place, path in enumerate(files)), _ORDER)
    first = daft.Window().partition_by("id").order_by("file", "number", "place")
    numbered = articles.join(order, on="path").with_column("times", daft.functions.row_number().over(first))
    told = numbered.where(col("times") == 1)
    # No character is smaller, so that the two together are in the order of first one and then the other.
    return told.with_column("key", col("stamp") + daft.lit("\0") + col("id"))


_ORDER = {"path": "text", "file": "whole"}


def _newest(versions: Frame) -> Frame:
    """The page and the key of each page's head: of its texts, each as it was first met, the newest."""
    col = engine.daft().col
    met = versions.groupby("page", "fingerprint").agg(col("key").min())
    return met.groupby("page").agg(col("key").max())
