"""The part `growth`: how adding to a ledger, grouping and all, grows with it.

Variants of the news (:mod:`bench.variants`) are added one by one, each in a transaction, as `twosource add` does after
extraction; a stand-in answers for the relation network, whose cost is measured and added (:mod:`bench.stand_in`). Each
size has its time and its peak of memory; the exponent is fitted over all sizes from 10,000 on. On the largest ledger,
with the networks, one more article of a known story is added and words are searched.
"""

from __future__ import annotations

import math
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bench.setting import Setting, peak
from bench.stand_in import CountingReader, cost
from bench.variants import KEPT, Found, extracted, stream
from gate import DATA
from twosource import upkeep
from twosource.ledger import Ledger
from twosource.model.pairs import PairReader

SIZES = (1_000, 5_000, 10_000, 20_000)
MILLION = (1_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
_LATE = 12
_FITTED = 10_000
"""Below it the collections still grow denser, and so faster than news does."""

Result = dict[str, Any]


def measure(setting: Setting) -> Result:
    """Grow to the sizes of a run that one waits for."""
    return grown(setting, setting.sizes or (SIZES[:2] if setting.quick else SIZES))


def million(setting: Setting) -> Result:
    """Grow to a million attributions: hours."""
    return grown(setting, setting.sizes or MILLION)


def grown(setting: Setting, sizes: Sequence[int]) -> Result:
    """The result, told to ``setting`` size by size, so that a run that is cut off leaves what it had."""
    base = extracted(DATA, setting.folder / KEPT.name)
    alone, pair = cost(base)
    found: Result = {"news": len(base), "vector_ms": 1000 * alone, "pair_ms": 1000 * pair, "sizes": []}
    with tempfile.TemporaryDirectory(dir=setting.folder) as folder, Ledger.open(Path(folder) / "growth.db") as ledger:
        for size, seconds, reader in grow(base, sizes, ledger):
            network = reader.statements * alone + reader.pairs * pair
            found["sizes"].append(
                {
                    "attributions": size,
                    "cpu_s": seconds + network,
                    "without_networks_cpu_s": seconds,
                    "pairs_each": reader.pairs / size,
                    "peak_mb": peak(),
                    "ledger_mb": sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6,
                }
            )
            found["exponents"] = exponents(found["sizes"])
            setting.tell(found)
        found["one_more"] = one_more(base, ledger)
        found["search"] = search(base, ledger)
    return found


def grow(base: Sequence[Found], sizes: Sequence[int], ledger: Ledger) -> Iterator[tuple[int, float, CountingReader]]:
    """Each size reached with the CPU seconds that it took from the beginning, without the networks."""
    reader, sides = CountingReader(), upkeep.Sides()
    there, seconds, wanted = 0, 0.0, iter(sizes)
    goal = next(wanted)
    for article, own in stream(base):
        began, others = time.process_time(), reader.seconds
        with ledger.write() as writer:
            upkeep.add(writer, article, own, reader=reader, sides=sides)
        seconds += time.process_time() - began - (reader.seconds - others)
        there += len(own)
        if there >= goal:
            yield there, seconds, reader
            goal = next(wanted, 0)
            if not goal:
                return


def exponents(sizes: Sequence[dict[str, float]]) -> dict[str, float]:
    """Of CPU time, peak of memory and the ledger's file, over the sizes from 10,000 on; none of fewer than two."""
    large = [one for one in sizes if one["attributions"] >= _FITTED]
    if len(large) < 2:
        return {}
    wanted = ("cpu_s", "without_networks_cpu_s", "peak_mb", "ledger_mb")
    return {name: power([(one["attributions"], one[name]) for one in large]) for name in wanted}


def power(points: Sequence[tuple[float, float]]) -> float:
    """The exponent of the power law nearest to the points: the least-squares slope of their logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    return statistics.linear_regression(*zip(*logs, strict=True)).slope


def one_more(base: Sequence[Found], ledger: Ledger) -> dict[str, float]:
    """Seconds to add a late reprint of a story that the ledger knows: near to all its articles, and a copy of one."""
    reader = PairReader()

    def add(place: int) -> None:
        known, told = base[place]
        article = replace(known, url=f"{known.url}#late", outlet="Late Post", text=f"{known.text} More follows.")
        with ledger.write() as writer:
            upkeep.add(
                writer, article, [replace(one, article_id=article.id, target=None) for one in told], reader=reader
            )

    step = max(1, len(base) // _LATE)
    return _times([_timed(partial(add, place)) for place in range(0, len(base), step)])


def search(base: Sequence[Found], ledger: Ledger) -> dict[str, float]:
    """Seconds of a full-text query for a word of a headline."""
    words = [word for article, _ in base[::40] for word in re.findall(r"[A-Za-z]{5,}", article.title or "")[:2]]
    with ledger.view() as view:
        return _times([_timed(partial(view.search, word)) for word in words[:60]])


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _times(seconds: Sequence[float]) -> dict[str, float]:
    return {"median_s": statistics.median(seconds), "most_s": max(seconds), "times": len(seconds)}


def table(found: Result) -> list[list[str]]:
    """A row a size."""
    rows = [["attributions", "CPU s", "without the networks", "pairs read each", "peak MB", "ledger MB"]]
    rows += [
        [
            f"{one['attributions']:,}",
            f"{one['cpu_s']:,.0f}",
            f"{one['without_networks_cpu_s']:,.0f}",
            f"{one['pairs_each']:.1f}",
            f"{one['peak_mb']:,.0f}",
            f"{one['ledger_mb']:,.0f}",
        ]
        for one in found["sizes"]
    ]
    if fitted := found.get("exponents"):
        named = ("cpu_s", "without_networks_cpu_s", "peak_mb", "ledger_mb")
        cpu, bare, memory, file = (f"n^{fitted[name]:.2f}" for name in named)
        rows.append(["grows with", cpu, bare, "", memory, file])
    for name, words in (("one_more", "one more article, on the clock"), ("search", "a full-text query, on the clock")):
        if one := found.get(name):
            rows.append([words, f"{one['median_s']:.3f} (at most {one['most_s']:.3f})", "", "", "", ""])
    return rows
