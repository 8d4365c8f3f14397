"""How long the pages of the reading room take: `python -m bench.web LEDGER [--clients 8] [--seconds 60] [--pause 0]`.

Starts `twosource serve` on the ledger and lets clients read at once, each over a connection of its own, one page after
the other in a random order that is the same on every run: lists with and without filters, propositions, articles and
sources (half of them the largest there are), searches, briefs with and without a question, the desk. With `--pause`
each waits so many seconds between two pages, as people do; without, each asks at once, which is the harder test: of 8
clients that never wait 8 requests are in work at any time. Printed are, for each kind of page, the median and the 95th
percentile of milliseconds from the request to the last byte.
"""

from __future__ import annotations

import argparse
import http.client
import math
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

from twosource.ledger import Ledger, Sift, View

SEED = 20251125
LATEST = 300.0
"""Milliseconds that the 95th percentile may take."""

Paths = dict[str, list[str]]


def main() -> None:
    """Serve, read, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("ledger")
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--pause", type=float, default=0.0)
    chosen = options.parse_args()
    with Ledger.open(chosen.ledger, create=False) as ledger, ledger.view() as view:
        counts, paths = view.counts(), pages(view)
    print(
        f"{counts['articles']:,} articles, {counts['attributions']:,} statements, {chosen.clients} clients", flush=True
    )
    with serving(chosen.ledger) as port:
        for kind in paths:
            once(port, paths[kind][0])
        times = read(port, paths, clients=chosen.clients, seconds=chosen.seconds, pause=chosen.pause)
    report(times)


def pages(view: View) -> Paths:
    """What there is to read, by kind of page."""
    chance = random.Random(SEED)
    large = [one.id for one in view.listed(Sift(), limit=60)]
    small = [one.id for one in view.listed(Sift(), order="last", limit=200)]
    sources = [one.id for one in view.sources_listed(limit=40)]
    sources += [one.id for one in view.sources_listed(limit=200, after=(3, ""))][:40]
    articles = [one.id for one in view.articles_listed(limit=2000)]
    words = [word for one in view.propositions(large) for word in one.wording.split() if len(word) > 5]
    questions = [one.wording for one in view.propositions(chance.sample(large, min(12, len(large))))]
    outlets = [name for name, _ in view.facets("outlet", limit=12)]
    return {
        "stories": ["/", "/?order=newest", "/?order=oldest"],
        "stories, filtered": [
            *(f"/?stance={stance}" for stance in ("says-so", "may-be", "denies", "withholds")),
            *(f"/?outlet={quote(name)}" for name in outlets),
            *(f"/?outlet={quote(name)}&stance=denies" for name in outlets),
        ],
        "search": [f"/?q={quote(word)}" for word in chance.sample(words, min(30, len(words)))],
        "proposition": [f"/propositions/{one}" for one in [*large, *chance.sample(small, min(60, len(small)))]],
        "articles": ["/articles", *(f"/articles?outlet={quote(name)}" for name in outlets)],
        "article": [f"/articles/{one}" for one in chance.sample(articles, min(60, len(articles)))],
        "sources": ["/sources", "/sources?kind=person", f"/sources?name={quote(words[0][:4])}"],
        "source": [f"/sources/{one}" for one in sources],
        "brief": ["/brief?q=", *(f"/brief?q={quote(question)}" for question in questions)],
        "review": ["/review", "/review/history"],
        "changes": ["/changes"],
    }


@contextmanager
def serving(ledger: str) -> Iterator[int]:
    """The server in a process of its own, until it answers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    command = [sys.executable, "-m", "twosource", "serve", "--ledger", ledger, "--port", str(port), "--no-open"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                once(port, "/sources")
                break
            except ConnectionError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def once(port: int, path: str) -> None:
    """One request over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status} {answer.reason}")


def read(port: int, paths: Paths, *, clients: int, seconds: float, pause: float) -> dict[str, list[float]]:
    """Kind of page → the milliseconds of each request."""
    times: dict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=_client(port, paths, (until, pause), times, seed)) for seed in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _client(
    port: int, paths: Paths, when: tuple[float, float], times: dict[str, list[float]], seed: int
) -> Callable[[], None]:
    until, pause = when

    def run() -> None:
        chance = random.Random(SEED + seed)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        time.sleep(pause * chance.random())
        while time.monotonic() < until:
            kind = chance.choice(list(paths))
            began = time.perf_counter()
            connection.request("GET", chance.choice(paths[kind]))
            answer = connection.getresponse()
            answer.read()
            times[kind].append(1000 * (time.perf_counter() - began))
            if answer.status != 200:
                raise RuntimeError(f"{kind}: {answer.status}")
            time.sleep(pause)

    return run


def report(times: dict[str, list[float]]) -> None:
    """A line a kind of page, the slowest last."""
    for kind, found in sorted(times.items(), key=lambda entry: percentile(entry[1], 95)):
        late = percentile(found, 95)
        print(
            f"{kind:18} {len(found):6} requests   median {statistics.median(found):6.0f} ms   95th {late:6.0f} ms"
            f"   at most {max(found):6.0f} ms{'   LATE' if late > LATEST else ''}"
        )
    every = [one for found in times.values() for one in found]
    print(
        f"{'all':18} {len(every):6} requests   median {statistics.median(every):6.0f} ms   "
        f"95th {percentile(every, 95):6.0f} ms"
    )


def percentile(found: list[float], share: int) -> float:
    """The smallest that so many of a hundred do not exceed."""
    return sorted(found)[max(0, math.ceil(share / 100 * len(found)) - 1)]


if __name__ == "__main__":
    main()
