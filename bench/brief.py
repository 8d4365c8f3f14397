"""How long a brief takes from a ledger that is there: `python -m bench.brief LEDGER [QUESTION]...`.

The best and the median of five runs for each question, and for none, in one process with the network loaded: what a
server or a notebook sees. The pages are made too.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from twosource.brief.compose import brief
from twosource.brief.html import page
from twosource.brief.records import Brief
from twosource.ledger import Ledger, View
from twosource.model.pairs import PairReader

RUNS = 5


def measure(view: View, question: str | None, reader: PairReader) -> str:
    """A line of the report."""
    made = brief(view, question, reader=reader)
    compose = _seconds(lambda: brief(view, question, reader=reader))
    written = _seconds(lambda: page(made))
    return (
        f"{question or '(no question)':44.44} {len(made.entries):3} propositions, {_statements(made):4} statements   "
        f"brief {min(compose):.2f} s (median {statistics.median(compose):.2f})   page {min(written):.2f} s"
    )


def _statements(made: Brief) -> int:
    return sum(len(entry.statements) for entry in made.entries)


def _seconds(work: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found


def main() -> None:
    """Print a line for no question and for each that is given."""
    if len(sys.argv) < 2:
        raise SystemExit("usage: python -m bench.brief LEDGER [QUESTION]...")
    reader = PairReader()
    with Ledger.open(sys.argv[1], create=False) as ledger, ledger.view() as view:
        counts = view.counts()
        print(f"{counts['articles']:,} articles, {counts['attributions']:,} statements")
        for question in (None, *sys.argv[2:]):
            print(measure(view, question, reader))


if __name__ == "__main__":
    main()
