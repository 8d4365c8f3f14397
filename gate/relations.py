"""The relation network alone, on collections that it was not trained on.

    python -m gate.relations [DATA]

ECB+ topics 30 to 35: do two sentences tell of the same events. IBM key points, development part: does an argument
make a key point. ClaimDiff: does a claim of one outlet strengthen, or weaken, that of another. Each by average
precision, beside cosines of its own vectors and words in common: no threshold is chosen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from gate import DATA
from train.pairs import Pair, events, key_points
from twosource.link.terms import common, terms
from twosource.model.pairs import PairReader

TOPICS = range(30, 36)
_FILES = ("stories/ecbplus-1-35.tar.gz", "pairs/keypoints.tar.gz", "pairs/claimdiff-train.tar.gz")
_MOST = 1500
"""Pairs of one collection: reading takes time, and the noise is small by then."""


def digest(data: Path) -> str:
    """SHA-256 of the collections."""
    whole = hashlib.sha256()
    for name in _FILES:
        whole.update((data / name).read_bytes())
    return whole.hexdigest()


def collections(data: Path) -> Iterator[tuple[str, str, list[Pair]]]:
    """Name, the answer that is asked for, and pairs with ``same`` 1 where it is yes."""
    yield "events", "same", list(events(data / _FILES[0], TOPICS))
    yield "key_points", "same", list(key_points(data / _FILES[1], "dev"))
    for name, answer in (("strengthen", "agree"), ("weaken", "contradict")):
        yield name, answer, list(_claims(data / _FILES[2], name))


def _claims(archive: Path, name: str) -> Iterator[Pair]:
    with tarfile.open(archive) as files:
        member = next(
            n for n in files.getnames() if ("-S" if name == "strengthen" else "-W") in n.split("/")[0] and "json" in n
        )
        stream = files.extractfile(member)
        for row in json.loads(stream.read())["data"] if stream else ():
            yield Pair(row["claim_a"], row["claim_b"], float(row["relation"] > 0), None)


def average_precision(scores: Sequence[float], gold: Sequence[float]) -> float:
    """The mean precision at each hit, ties broken by place."""
    order = np.argsort(-np.asarray(scores), kind="stable")
    hits = np.asarray(gold)[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1.0, hits.sum()))


def _thinned(pairs: Sequence[Pair]) -> Sequence[Pair]:
    return pairs[:: max(1, len(pairs) // _MOST)]


def scores(data: Path) -> dict[str, float]:
    """Of each collection the network's average precision, and that of the baselines."""
    reader = PairReader(threads=2)
    found: dict[str, float] = {}
    for name, answer, every in collections(data):
        pairs = _thinned(every)
        gold = [pair.same or 0.0 for pair in pairs]
        readings = reader.read([(pair.left, pair.right) for pair in pairs])
        sides = [reader.vectors([getattr(pair, side) for pair in pairs]) for side in ("left", "right")]
        ways: dict[str, Iterable[float]] = {
            "": [getattr(reading, answer) for reading in readings],
            "_cosine": (sides[0] * sides[1]).sum(1).tolist(),
            "_words": [common(terms(pair.left), terms(pair.right))[0] for pair in pairs],
        }
        for way, values in ways.items():
            found[f"relations.{name}{way}"] = average_precision(list(values), gold)
        found[f"relations.{name}_share"] = sum(gold) / len(gold)
    return found


def main() -> None:
    """Print them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA)
    for name, score in scores(options.parse_args().data).items():
        print(f"{name:36}{score:.4f}")


if __name__ == "__main__":
    main()
