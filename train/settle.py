"""Set, on articles that were kept out of training, what the finished file needs: `python -m train.settle --help`.

Two things. How readily a span begins: the likelihood that trains the network finds too few (precision .86, recall .68
there), so what each first tag earns is raised by the amount that gives the best F1 of "any", IoU and exact together.
And what a confidence means: a logistic curve (Platt 1999) from the decoder's raw confidence to the share of relations
that were right (any match).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import helper

from gate.attribution import ROLES, Scorer, any_match, as_tokens, gold_rows, pairs, tokens
from train.data import divide, paragraph_spans
from train.fit import KEEP_EVERY
from twosource.attribute.decode import relations
from twosource.model.network import Network, Scores
from twosource.model.tags import TAGS, Chain
from twosource.model.windows import Window, Words, read_words, windows
from twosource.model.wordpiece import WordPieces

READINESS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)

Case = tuple[dict[str, Any], Words, list[Window], list[Scores]]


def cases(network: Network, rows: Sequence[dict[str, Any]]) -> list[Case]:
    """The network's scores of each article."""
    vocabulary = WordPieces.embedded()
    found = []
    for row in rows:
        words = read_words(row["text"], paragraph_spans(row["text"]), vocabulary)
        cut = list(windows(words, vocabulary))
        found.append((row, words, cut, network.run(cut)))
    return found


def readier(chain: Chain, amount: float) -> Chain:
    """``chain`` with each first tag of a span worth ``amount`` more."""
    bonus = np.array([amount if tag.startswith("B") else 0 for tag in TAGS], np.float32)
    return Chain(chain.start + bonus, chain.pairs + bonus)


def judged(network: Network, found: Sequence[Case]) -> tuple[float, list[tuple[float, bool]]]:
    """The mean of the three F1 of relations, and of each relation its raw confidence and whether it was right."""
    scorer = Scorer.new()
    trials: list[tuple[float, bool]] = []
    for row, words, cut, scores in found:
        places = tokens(row["text"])
        own = relations(words, cut, scores, network)
        have = [as_tokens({role: getattr(one, role) for role in ROLES}, places) for one in own]
        want = [as_tokens(one, places) for one in row["relations"]]
        scorer.add(have, want)
        right = {number for number, _ in pairs(have, want, any_match)}
        trials += [(one.confidence, number in right) for number, one in enumerate(own)]
    return float(np.mean([scorer.counts[name].f1 for name in ("any", "iou", "exact")])), trials


def curve(trials: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift of the logistic curve, by Newton's method with a weak prior."""
    raw = np.clip([confidence for confidence, _ in trials], 1e-3, 1 - 1e-3)
    x = np.stack([np.log(raw / (1 - raw)), np.ones(len(raw))], 1)
    y = np.array([right for _, right in trials], float)
    weights = np.array([1.0, 0.0])
    for _ in range(25):
        share = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - share) - 0.01 * weights
        bend = (x * (share * (1 - share))[:, None]).T @ x + 0.01 * np.eye(2)
        weights += np.linalg.solve(bend, slope)
    return float(weights[0]), float(weights[1])


def main() -> None:
    """Read the options, write what was found into the file's metadata."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--data", type=Path, required=True, help="folder with polnear-train.jsonl.gz")
    options.add_argument("--keep-every", type=int, default=KEEP_EVERY, help="as it was trained")
    chosen = options.parse_args()
    _, rows = divide(gold_rows(chosen.data / "polnear-train.jsonl.gz"), chosen.keep_every)
    network = Network(weights=chosen.file.read_bytes())
    found, plain = cases(network, rows), network.chain
    results = {}
    for amount in READINESS:
        network.chain = readier(plain, amount)
        results[amount] = judged(network, found)
        print(f"readiness {amount}: {results[amount][0]:.4f}")
    best = max(results, key=lambda amount: results[amount][0])
    calibration = curve(results[best][1])
    print(f"chosen {best}; confidence curve {calibration}")
    model = onnx.load(chosen.file)
    facts = json.loads(model.metadata_props[0].value)
    raised = readier(plain, best)
    facts |= {"start": raised.start.tolist(), "pairs": raised.pairs.tolist(), "calibration": calibration}
    del model.metadata_props[:]
    helper.set_model_props(model, {"twosource": json.dumps(facts)})
    onnx.save(model, chosen.file)


if __name__ == "__main__":
    main()
