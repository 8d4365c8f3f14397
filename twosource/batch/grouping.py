"""The parts of all partitions → the tables: everything that holds across articles, a stage at a time.

Each stage is worked out and written before the next begins, so that memory holds one at a time. Nothing of it is kept
from run to run but the comparisons of pairs, which cost most and change least.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.batch import bundles, candidates, comparing, current, engine, parts, sources, storage, tables
from twosource.batch.engine import Frame
from twosource.batch.extraction import TABLES
from twosource.batch.rows import ERRORS
from twosource.batch.stage import Stage
from twosource.model.pairs import PairReader, Reader

KEPT = ("id", "lot", "side", "day", "kept", "asked", "copied", "ids", "record", "attributions", "vectors")
"""The columns of articles that later stages need."""

FEW = 300
"""Current articles up to which the driver does all of it itself: workers take seconds to start."""

Told = Callable[[str, int, int], None]
"""Hears of a stage: its name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What is grouped: the finished parts, the files in the order of the sources, and errors that no part has."""

    folders: Sequence[str]
    files: Sequence[str]
    faults: Sequence[Mapping[str, object]] = ()


class Grouping:
    """Grouping of one corpus: ``cells`` is where comparisons are kept, ``stage`` how all is worked out."""

    def __init__(
        self,
        stage: Stage,
        *,
        cells: str,
        told: Told = lambda stage, done, whole: None,  # noqa: ARG005
        reader: Callable[[], Reader] = PairReader,
    ) -> None:
        self._stage, self._cells, self._told, self._reader = stage, cells, told, reader

    def run(self, corpus: Corpus, into: str) -> dict[str, int]:
        """Write every table of ``corpus`` below ``into``; how many rows each has."""
        self._told("choosing current articles", 0, 0)
        articles, mentions, signatures = self._read(corpus)
        quick = replace(self._stage, workers=0) if articles.count_rows() <= FEW else self._stage
        links, copies = self._compared(articles, quick)
        self._told("resolving sources", 0, 0)
        found = sources.sources(mentions, signatures, quick.below("sources"))
        speakers = sources.source_of(found)
        self._told("grouping statements", 0, 0)
        made = bundles.propositions(articles, links, copies, _with_record(speakers, found), quick.below("bundles"))
        self._told("writing tables", 0, 0)
        frames = {
            "articles": articles,
            "attributions": self._attributions(articles, made, speakers),
            "sources": found,
            "propositions": made,
            "links": links,
            "origins": made,
            "errors": self._errors(corpus),
        }
        return {name: tables.write(name, frames[name], storage.join(into, name), quick) for name in tables.NAMES}

    def _read(self, corpus: Corpus) -> tuple[Frame, Frame, Frame]:
        """Current articles with their mentions, and all signatures."""
        whole = {name: self._table(corpus, name) for name in TABLES}
        chosen = current.current(whole["articles"].select(*current.COLUMNS), corpus.files)
        chosen = self._stage.kept(chosen, "current")
        articles = whole["articles"].join(chosen, on="reading", how="semi").select(*KEPT)
        mentions = whole["mentions"].join(chosen, on="reading", how="semi").exclude("reading")
        return (
            self._stage.kept(articles, "articles"),
            self._stage.kept(mentions, "mentions"),
            whole["signatures"],
        )

    @staticmethod
    def _table(corpus: Corpus, name: str) -> Frame:
        if not corpus.folders:
            return engine.rows([], TABLES[name])
        return engine.read(parts.paths(corpus.folders, name))

    def _compared(self, articles: Frame, stage: Stage) -> tuple[Frame, Frame]:
        """The links and the copies among current articles; pairs that were compared before are not compared again."""
        col = engine.daft().col
        self._told("finding what to compare", 0, 0)
        met = self._stage.kept(candidates.candidates(articles), "candidates")
        digests = articles.select("id", "side")
        left = digests.select(col("id").alias("left"), col("side").alias("left_side"))
        right = digests.select(col("id").alias("right"), col("side").alias("right_side"))
        pairs = self._stage.kept(met.join(left, on="left").join(right, on="right"), "pairs")
        ends = list(comparing.PAIR)
        known = self._cell_table("pairs").select(*ends)
        new = self._stage.kept(pairs.join(known, on=ends, how="anti"), "new")
        self._compare(new, articles, stage)
        wanted = pairs.select(*ends)
        links, copies = (self._cell_table(name).join(wanted, on=ends, how="semi") for name in ("links", "copies"))
        return self._stage.kept(links, "links"), self._stage.kept(copies, "copies")

    def _compare(self, pairs: Frame, articles: Frame, stage: Stage) -> None:
        col = engine.daft().col
        ends = pairs.select(col("left").alias("id")).concat(pairs.select(col("right").alias("id"))).distinct()
        comparing.compare_all(
            pairs,
            articles.join(ends, on="id", how="semi"),
            stage.below("comparing"),
            into=self._cells,
            watch=_Watch(self._told),
            reader=self._reader,
        )

    def _cell_table(self, name: str) -> Frame:
        """The table ``name`` of all finished cells, each row once: a cell may hold pairs of another one."""
        finished = parts.finished_in(self._cells)
        if not finished:
            return engine.rows([], comparing.TABLES[name])
        return engine.read(parts.paths(finished, name)).distinct()

    def _attributions(self, articles: Frame, made: Frame, speakers: Frame) -> Frame:
        """Current articles, each with the propositions of its attributions and the sources at the end of their
        chains."""
        col = engine.daft().col
        told = engine.exploded(articles.select(col("id").alias("article"), "ids"), "ids", "attribution")
        groups = engine.exploded(
            made.select(col("id").alias("proposition"), "attributions"), "attributions", "attribution"
        )
        last = speakers.groupby("attribution").agg(col("place").max())
        final = speakers.join(last, on=["attribution", "place"])
        grouped = engine.gathered(
            told.join(groups, on="attribution"), ["article"], "groups", ["attribution", "proposition"]
        )
        spoken = engine.gathered(told.join(final, on="attribution"), ["article"], "speakers", ["attribution", "source"])
        whole = articles.select("id", "lot", "record", "attributions")
        for found in (grouped, spoken):
            whole = whole.join(found, left_on="id", right_on="article", how="left")
        return self._stage.kept(whole, "attributions")

    def _errors(self, corpus: Corpus) -> Frame:
        col = engine.daft().col
        known = self._table(corpus, "errors").concat(engine.rows(corpus.faults, ERRORS))
        return known.with_column("lot", col("partition").fill_null(0))


def _with_record(speakers: Frame, found: Frame) -> Frame:
    """Every mention with the record of its source."""
    col = engine.daft().col
    records = found.select(col("id").alias("source"), col("record").alias("source_record"))
    return speakers.join(records, on="source").select("attribution", "place", "source_record")


class _Watch:
    def __init__(self, told: Told) -> None:
        self._told = told
        self._done = self._whole = 0

    def start(self, pairs: int) -> None:
        self._whole = pairs
        self._told("comparing", 0, pairs)

    def cell(self, done: Mapping[str, int]) -> None:
        self._done += done["pairs"]
        self._told("comparing", self._done, self._whole)
