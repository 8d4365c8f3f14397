"""Set what a confidence means, on articles kept out of training: `python -m train.settle --help`.

A logistic curve (Platt 1999) from the decoder's raw confidence to the share of relations that were right (any match).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper

from gate.attribution import ROLES, any_match, as_tokens, gold_rows, pairs, tokens
from train.data import divide
from train.fit import KEEP_EVERY
from twosource.attribute.decode import relations
from twosource.model.network import Network
from twosource.model.windows import read_words, windows
from twosource.model.wordpiece import WordPieces
from twosource.read import paragraphs

Floats = npt.NDArray[np.float64]


def judged(network: Network, rows: Sequence[dict[str, Any]]) -> list[tuple[float, bool]]:
    """Of each relation found in the articles, its raw confidence and whether it was right."""
    vocabulary = WordPieces.embedded()
    trials: list[tuple[float, bool]] = []
    for row in rows:
        words = read_words(row["text"], paragraphs.find(row["text"]), vocabulary)
        cut = list(windows(words, vocabulary))
        own = relations(words, cut, list(network.run(cut)), network)
        places = tokens(row["text"])
        have = [as_tokens({role: getattr(one, role) for role in ROLES}, places) for one in own]
        want = [as_tokens(one, places) for one in row["relations"]]
        right = {number for number, _ in pairs(have, want, any_match)}
        trials += [(one.confidence, number in right) for number, one in enumerate(own)]
    return trials


def curve(trials: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift of the logistic curve, by Newton's method with a weak prior; a step that makes it worse is
    halved: of a very sure network the full ones run away."""
    raw = np.clip([confidence for confidence, _ in trials], 1e-3, 1 - 1e-3)
    x = np.stack([np.log(raw / (1 - raw)), np.ones(len(raw))], 1)
    y = np.array([right for _, right in trials], float)

    def loss(weights: Floats) -> float:
        score = x @ weights
        return float(np.logaddexp(0, score).sum() - y @ score + 0.005 * weights @ weights)

    weights = np.array([1.0, 0.0])
    for _ in range(25):
        share = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - share) - 0.01 * weights
        bend = (x * (share * (1 - share))[:, None]).T @ x + 0.01 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        while loss(weights + step) > loss(weights) and np.abs(step).max() > 1e-6:
            step = step / 2
        weights = weights + step
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
    calibration = curve(judged(network, rows))
    print(f"confidence curve: slope {calibration[0]:.3f}, shift {calibration[1]:.3f}")
    model = onnx.load(chosen.file)
    facts = json.loads(model.metadata_props[0].value)
    facts["calibration"] = calibration
    del model.metadata_props[:]
    helper.set_model_props(model, {"twosource": json.dumps(facts)})
    onnx.save(model, chosen.file)


if __name__ == "__main__":
    main()
