"""The part `queries`: how long a ledger of 200, of 2,000 and of 20,000 articles takes to answer.

The ledger of 200 is that of the part `add`; the larger ones are made of it (:mod:`bench.multiplied`). Each is asked in
a process of its own with the network loaded, as a server or a notebook asks: the list of propositions, a full-text
search, a brief with a question and one without. `python -m bench.queries LEDGER` asks one that is there.
"""

from __future__ import annotations

import json
import math
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.adding import ledger
from bench.multiplied import multiplied
from bench.processes import told
from bench.setting import Setting, peak
from twosource.brief.compose import brief
from twosource.ledger import Ledger, Sift, View
from twosource.model.pairs import PairReader

LARGER, QUICK = (2_000, 20_000), (300,)
KINDS = ("list", "search", "brief", "brief without a question")

Result = dict[str, Any]

_SEED = 20251125
_PAGE = 20
_TIMES = {"list": 40, "search": 60, "brief": 12, "brief without a question": 5}


def measure(setting: Setting) -> Result:
    """Each size, the smallest first."""
    base = ledger(setting)
    found = [told("bench.queries", [str(base)])]
    for articles in setting.sizes or (QUICK if setting.quick else LARGER):
        path = setting.folder / f"added-{articles}.db"
        if not path.exists():
            multiplied(base, path, articles=articles)
        found.append(told("bench.queries", [str(path)]))
    return {"ledgers": found}


def asked(view: View, reader: PairReader) -> dict[str, dict[str, float]]:
    """Kind of query → milliseconds: median and the 95th of 100."""
    chance = random.Random(_SEED)
    large = [one.id for one in view.listed(Sift(), limit=60)]
    words = sorted({word for one in view.propositions(large) for word in one.wording.split() if len(word) > 5})
    questions = [one.wording for one in view.propositions(chance.sample(large, min(_TIMES["brief"], len(large))))]
    work: dict[str, list[Callable[[], object]]] = {
        "list": [partial(_list, view)] * _TIMES["list"],
        "search": [partial(view.search, word) for word in chance.sample(words, min(_TIMES["search"], len(words)))],
        "brief": [partial(brief, view, question, reader=reader) for question in questions],
        "brief without a question": [partial(brief, view, None, reader=reader)] * _TIMES["brief without a question"],
    }
    for calls in work.values():
        calls[0]()
    return {kind: _spread([_milliseconds(call) for call in calls]) for kind, calls in work.items()}


def _list(view: View) -> object:
    return list(view.propositions([one.id for one in view.listed(Sift(), limit=_PAGE)]))


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - began)


def _spread(times: Sequence[float]) -> dict[str, float]:
    late = sorted(times)[max(0, math.ceil(0.95 * len(times)) - 1)]
    return {"median_ms": statistics.median(times), "late_ms": late, "times": len(times)}


def table(found: Result) -> list[list[str]]:
    """A row a ledger."""
    rows = [["articles", "statements", "MB", *(f"{kind}, ms (95th)" for kind in KINDS), "peak MB"]]
    for one in found["ledgers"]:
        times = [f"{one['queries'][kind]['median_ms']:.0f} ({one['queries'][kind]['late_ms']:.0f})" for kind in KINDS]
        counts = [f"{one['articles']:,}", f"{one['attributions']:,}", f"{one['file_mb']:,.0f}"]
        rows.append([*counts, *times, f"{one['peak_mb']:,.0f}"])
    return rows


def main() -> None:
    """Print the answers' times as JSON."""
    path, reader = Path(sys.argv[1]), PairReader()
    with Ledger.open(path, create=False) as opened, opened.view() as view:
        counts = view.counts()
        queries = asked(view, reader)
    size = path.stat().st_size / 1e6
    found = {name: counts[name] for name in ("articles", "attributions", "propositions")}
    print(json.dumps({**found, "file_mb": size, "queries": queries, "peak_mb": peak()}))


if __name__ == "__main__":
    main()
