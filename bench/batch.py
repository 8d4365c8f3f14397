"""How a batch grows: time, bytes, what the engine exchanges, and memory, `python -m bench.batch --help`.

Articles are those of :mod:`bench.variants`: the news collections, extracted once, and variants of them that are news of
other events, months apart. They are turned into parts as the extraction leaves them, and grouped as a batch groups
them, by one process, so that processor time is that of one core. A stand-in reads in the place of the relation network;
its calls are counted, and what the network would have cost is measured on it and told beside. What is exchanged is
what the engine tells that its joins, groupings and sorts took in, which on a cluster would go over the network.
"""

from __future__ import annotations

import argparse
import math
import resource
import shutil
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.batch_costs import command, networks, size
from bench.stand_in import CountingReader
from bench.variants import Found, extracted, stream
from gate import DATA
from twosource.batch import engine, extraction, parts
from twosource.batch.grouping import Corpus, Grouping
from twosource.batch.job import Job
from twosource.batch.pieces import Mark
from twosource.batch.rows import rows
from twosource.batch.stage import Stage
from twosource.link.near import DAYS

PART = 200
"""Articles of a part, as the plan cuts them."""

_READER = CountingReader()
_TAKEN_IN = ("bytes.join.build_inserted", "bytes.join.probe_in")
_EXCHANGES = ("Agg", "Dedup", "Sort", "Window", "Distinct")


def reader() -> CountingReader:
    """The one whose calls are counted."""
    return _READER


@dataclass(slots=True)
class Spent:
    """What a stage took: seconds of one core, seconds of waiting, bytes exchanged; and the peak of memory so far."""

    core: float = 0.0
    wall: float = 0.0
    exchanged: int = 0
    peak: float = 0.0


@dataclass(slots=True)
class Run:
    """One size: articles, attributions, what making the parts took, and every stage."""

    articles: int
    attributions: int = 0
    made: Spent = field(default_factory=Spent)
    part_bytes: int = 0
    stages: dict[str, Spent] = field(default_factory=dict)
    pairs: int = 0
    within: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    rows: dict[str, int] = field(default_factory=dict)
    peak: float = 0.0

    @property
    def whole(self) -> Spent:
        """All stages of the grouping."""
        found = self.stages.values()
        return Spent(sum(s.core for s in found), sum(s.wall for s in found), sum(s.exchanged for s in found))


class Meter:
    """Hears of stages, and of what the engine's operators took in."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._stage: str | None = None
        self._since = self._now()
        self._last: dict[tuple[str, int], dict[str, int]] = {}
        self._names: dict[tuple[str, int], str] = {}

    def told(self, stage: str, done: int, whole: int) -> None:
        """As :class:`twosource.batch.grouping.Grouping` tells it."""
        if stage != self._stage:
            self.settle()
            self._stage = stage
        if stage == "comparing":
            self._run.pairs = max(self._run.pairs, whole, done)

    def settle(self) -> None:
        """The stage is over."""
        now = self._now()
        if self._stage:
            spent = self._run.stages.setdefault(self._stage, Spent())
            spent.core += now.core - self._since.core
            spent.wall += now.wall - self._since.wall
            spent.exchanged += self._exchanged()
            spent.peak = peak()
        self._since = self._now()

    @staticmethod
    def _now() -> Spent:
        return Spent(core=time.process_time(), wall=time.perf_counter())

    def subscriber(self) -> Any:
        """What the engine is to tell."""
        from daft.subscribers.abc import Subscriber

        meter = self

        class Hearing(Subscriber):
            def on_stats(self, event: Any) -> None:
                for node, stats in event.stats.items():
                    known = meter._last.setdefault((event.query_id, node), {})
                    known.update({name: int(value) for name, (_, value) in stats.items() if name.startswith("bytes")})

            def on_operator_end(self, event: Any) -> None:
                meter._names[event.query_id, event.node_id] = event.name

        return Hearing()

    def _exchanged(self) -> int:
        total = 0
        for at, stats in self._last.items():
            name = self._names.get(at, "")
            if "Join" in name:
                total += sum(stats.get(one, 0) for one in _TAKEN_IN)
            elif any(one in name for one in _EXCHANGES):
                total += stats.get("bytes.in", 0)
        self._last.clear()
        return total


def make(base: Sequence[Found], run: Run, folder: Path) -> Corpus:
    """The parts of so many articles."""
    began = Meter._now()
    folders, files, days = [], [], []
    found = islice(stream(base), run.articles)
    for number, batch in enumerate(_batches(found)):
        place = folder / "parts" / f"{number:06}"
        made = []
        for article, own in batch:
            files.append(f"{len(files):08}")
            run.attributions += len(own)
            made.append(rows(replace(article, source=files[-1]), own, mark=Mark(0, 0), place=0, reader=_READER))
            days.append(made[-1].article["day"])
        signatures = {row["id"]: row for one in made for row in one.signatures}
        parts.write(
            str(place),
            extraction.TABLES,
            {
                "articles": [one.article for one in made],
                "mentions": [row for one in made for row in one.mentions],
                "signatures": list(signatures.values()),
                "errors": [],
            },
        )
        folders.append(str(place))
    now = Meter._now()
    run.made = Spent(now.core - began.core, now.wall - began.wall)
    run.part_bytes = size(folder / "parts")
    run.within = close_in_time(days)
    return Corpus(folders=folders, files=files)


def close_in_time(days: Sequence[int | None]) -> int:
    """How many pairs of articles were published so close together that they might be near."""
    known = sorted(day for day in days if day is not None)
    undated = len(days) - len(known)
    pairs = sum(bisect_right(known, day + DAYS) - at - 1 for at, day in enumerate(known))
    return pairs + undated * len(known) + undated * (undated - 1) // 2


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    while batch := list(islice(found, PART)):
        yield batch


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(base: Sequence[Found], articles: int, folder: Path) -> Run:
    """One size."""
    run = Run(articles)
    corpus = make(base, run, folder)
    meter = Meter(run)
    engine.start(Job(sources=(), out=str(folder)))
    engine.daft().attach_subscriber("meter", meter.subscriber())
    read = _READER.pairs
    grouping = Grouping(
        Stage(folder=str(folder / "stages"), workers=0), cells=str(folder / "cells"), told=meter.told, reader=reader
    )
    run.rows = grouping.run(corpus, str(folder / "tables"))
    meter.settle()
    engine.daft().detach_subscriber("meter")
    run.kept.update({name: size(folder / name) for name in ("stages", "cells", "tables")})
    run.kept["read"] = _READER.pairs - read
    run.peak = peak()
    return run


def report(run: Run, before: Run | None, pair: float) -> Iterator[str]:
    """What a size came to, and by which power of the size everything grew since the one before."""
    power = _Power(run, before)
    network = run.kept["read"] * pair
    yield f"{run.articles:,} articles, {run.attributions:,} attributions"
    yield (
        f"  parts      {run.made.core:9.1f} core s  {1000 * run.made.core / run.articles:.1f} ms an article, "
        f"{run.part_bytes / 1e6:,.1f} MB, {run.part_bytes / run.articles / 1e3:.1f} kB an article"
    )
    for name, spent in run.stages.items():
        old = before.stages.get(name) if before else None
        yield (
            f"  {name:24} {spent.core:9.1f} core s {spent.wall:9.1f} s  exchanged {spent.exchanged / 1e6:10,.1f} MB"
            f"  peak {spent.peak:6,.0f} MB{power(spent.core, old.core if old else 0)}"
            f"{power(spent.exchanged, old.exchanged if old else 0)}"
        )
    whole, old = run.whole, before.whole if before else Spent()
    yield (
        f"  {'all':24} {whole.core:9.1f} core s {whole.wall:9.1f} s  exchanged {whole.exchanged / 1e6:10,.1f} MB"
        f"{power(whole.core, old.core)}{power(whole.exchanged, old.exchanged)}"
    )
    yield (
        f"  pairs of articles {run.pairs:,}{power(run.pairs, before.pairs if before else 0)}, "
        f"{100 * run.pairs / max(1, run.within):.2f} % of those close in time; "
        f"pairs of statements that the network would read {run.kept['read']:,}: {network:,.0f} core s more"
        f"{power(run.kept['read'], before.kept['read'] if before else 0)}"
    )
    yield (
        f"  kept: on the way {run.kept['stages'] / 1e6:,.0f} MB, comparisons {run.kept['cells'] / 1e6:,.0f} MB, "
        f"tables {run.kept['tables'] / 1e6:,.0f} MB; peak of memory so far {run.peak:,.0f} MB"
    )
    yield "  " + ", ".join(f"{count:,} {name}" for name, count in run.rows.items())


class _Power:
    def __init__(self, run: Run, before: Run | None) -> None:
        self._growth = math.log(run.articles / before.articles) if before else 0.0

    def __call__(self, now: float, then: float) -> str:
        return f"  n^{math.log(now / then) / self._growth:.2f}" if self._growth and now > 0 and then > 0 else ""


def main() -> None:
    """Measure each size, and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--articles", type=int, nargs="+", default=[1_000, 4_000, 16_000])
    options.add_argument("--kept", type=Path, default=Path("build/bench/news.jsonl"), help="where extraction is kept")
    options.add_argument("--folder", type=Path, default=Path("build/bench/batch"), help="where the batch writes")
    options.add_argument("--real", type=int, default=200, help="articles for the command itself; 0: none")
    options.add_argument("--network", type=int, default=60, help="articles to time the network on; 0: none")
    chosen = options.parse_args()
    base = extracted(chosen.data, chosen.kept)
    pair = 0.0
    if chosen.network:
        # In a process of its own, or the networks would count as memory of the batch.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            pair = pool.submit(networks, base, chosen.network).result()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    if chosen.real:
        print("\n".join(command(base, chosen.real, chosen.folder)), flush=True)
    before: Run | None = None
    for articles in chosen.articles:
        shutil.rmtree(chosen.folder, ignore_errors=True)
        run = measure(base, articles, chosen.folder)
        print("\n".join(report(run, before, pair)), flush=True)
        before = run
    shutil.rmtree(chosen.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
