"""What a batch costs for each article and for each pair: the networks, timed, and `twosource batch` itself."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from bench.variants import Found
from twosource.across import Account
from twosource.attribute import attribute
from twosource.errors import SourceError
from twosource.link.gist import gist
from twosource.link.near import near, profile
from twosource.link.pairs import Side, links
from twosource.model.pairs import PairReader, Reading
from twosource.read import read_all
from twosource.records import Article, Attribution

EXAMPLE = Path("examples/port-ansel")
_TIMED = 300


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def networks(base: Sequence[Found], count: int) -> float:
    """Print what the networks cost on so many articles; core seconds of a pair of statements that is read."""
    articles = [article for article, _ in base[:count]]
    texts = [article.text[slice(*one.content[0])] for article, own in base[:count] for one in own][:200]
    network = PairReader()
    vector = _core(lambda: network.vectors(texts)) / len(texts)
    pair = _core(lambda: network.read(list(zip(texts, reversed(texts), strict=True)))) / len(texts)
    spent = _core(lambda: deque(attribute(articles), maxlen=0)) / count
    pages = len(list(read_all([str(EXAMPLE)], on_error=_raise)))
    reading = _core(lambda: deque(read_all([str(EXAMPLE)], on_error=_raise), maxlen=0)) / pages
    words = sum(len(article.text.split()) for article in articles) / count
    print(
        f"{len(base)} articles of news; core seconds: a vector {vector:.4f}, a pair read {pair:.4f}, "
        f"attributing an article of {words:.0f} words {spent:.3f}, reading a page of the example {reading:.3f}, "
        f"comparing two near articles {_two(base[:count], network)}",
        flush=True,
    )
    return pair


def _two(base: Sequence[Found], network: PairReader) -> str:
    """What comparing two near articles takes with the network, of the first pairs of ``base``."""
    sides = {article.id: _side(article, own, network) for article, own in base}
    profiles = [profile(article) for article, own in base if own]
    pairs = [(a.article, b.article) for a, b in combinations(profiles, 2) if near(a, b)][:_TIMED]
    asked = 0

    def read(statements: Sequence[tuple[str, str]]) -> list[Reading]:
        nonlocal asked
        asked += len(statements)
        return network.read(statements)

    spent = _core(lambda: [list(links(sides[a], sides[b], read)) for a, b in pairs])
    return f"{spent / len(pairs):.4f} for {asked / len(pairs):.1f} pairs of statements read"


def _side(article: Article, own: Sequence[Attribution], network: PairReader) -> Side:
    gists = tuple(gist(Account(article=article, attribution=one)) for one in own)
    return Side(gists, network.vectors([one.text for one in gists]))


def _raise(error: SourceError) -> None:
    raise error


def _core(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


def command(base: Sequence[Found], count: int, folder: Path) -> Iterator[str]:
    """What `twosource batch` itself takes, with the networks and its processes, for so many articles as JSON lines."""
    folder.mkdir(parents=True)
    source = folder / "articles.jsonl"
    source.write_text("".join(f"{json.dumps(article.as_dict())}\n" for article, _ in base[:count]))
    arguments = [str(source), str(folder / "out"), "--threads", "2"]
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "twosource", "batch", *arguments], check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - began
    work = next(path for path in (folder / "out" / "_work").iterdir() if path.is_dir())
    attributed, compared = (
        [json.loads(path.read_text()) for path in (work / name).glob("*/manifest.json")] for name in ("parts", "cells")
    )
    pairs = sum(one["counts"]["pairs"] for one in compared)
    comparing = sum(one["seconds"] for one in compared)
    tables = sum(size(path) for path in (folder / "out").iterdir() if path.is_dir() and path.name != "_work")
    yield (
        f"twosource batch --threads 2 on {count} articles: {seconds:.0f} s, "
        f"its workers {sum(one['seconds'] for one in attributed):.0f} s on reading and attributing, "
        f"{comparing:.0f} s on comparing {pairs:,} pairs of articles, {1000 * comparing / pairs:.1f} ms each; "
        f"{sum(one['counts']['attributions'] for one in attributed) / count:.1f} attributions an article, "
        f"parts {size(work / 'parts') / count / 1e3:.1f} kB, tables {tables / count / 1e3:.1f} kB an article"
    )
