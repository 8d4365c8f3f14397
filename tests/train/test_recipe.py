"""The training recipe: gold tags and links, the loss against all paths, and a few steps from text to an ONNX file that
runs."""

from __future__ import annotations

import random
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the training recipe needs the dependency group `train`")
pytest.importorskip("onnx", reason="the training recipe needs the dependency group `train`")
pytest.importorskip("safetensors", reason="the training recipe needs the dependency group `train`")

from train import crf, data, fit  # noqa: E402
from train.export import to_onnx  # noqa: E402
from train.network import Network  # noqa: E402
from train.quantise import set_state  # noqa: E402
from twosource.model.network import Network as Session  # noqa: E402
from twosource.model.tags import TAGS  # noqa: E402
from twosource.model.wordpiece import WordPieces  # noqa: E402

VOCABULARY = WordPieces.embedded()
TEXT = "“The quay is gone,” Mayor Falk said. He added that nobody was hurt.\n\nRain fell."
RELATIONS = [
    {"source": [(20, 30)], "cue": [(31, 35)], "content": [(0, 19)]},
    {"source": [(37, 39)], "cue": [(40, 45)], "content": [(46, 66)]},
]


def test_gold_tags_and_goals() -> None:
    article = data.gold(TEXT, RELATIONS, VOCABULARY)
    words = [TEXT[s:e] for s, e in article.words.spans]
    assert [
        TAGS[tag] for word, tag in zip(words, article.tags, strict=True) if word in ("Mayor", "Falk", "said", "Rain")
    ] == [
        "B-source",
        "I-source",
        "B-cue",
        "O",
    ]
    assert words[article.goals[words.index("quay")]] == "said"
    assert words[article.goals[words.index("added")]] == "He"
    assert article.goals[words.index("Rain")] == data.UNKNOWN


def test_chain_loss_is_that_of_all_paths() -> None:
    torch.manual_seed(0)
    scores, start, pairs = torch.randn(1, 3, 3), torch.randn(3), torch.randn(3, 3)
    gold, known = torch.tensor([[2, 0, 1]]), torch.ones(1, 3)

    def total(path: tuple[int, ...]) -> float:
        steps = sum(pairs[a, b] for a, b in pairwise(path))
        return float(start[path[0]] + sum(scores[0, n, tag] for n, tag in enumerate(path)) + steps)

    everything = np.logaddexp.reduce([total(path) for path in product(range(3), repeat=3)])
    assert float(crf.chain_loss(scores, gold, known, start, pairs)) == pytest.approx(
        (everything - total((2, 0, 1))) / 3, abs=1e-5
    )


def test_a_few_steps_learn_and_the_export_gives_the_same_scores(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = Network(len(VOCABULARY.numbers), dropout=0.0)
    articles = [[data.gold(TEXT, RELATIONS, VOCABULARY)]]
    fit.fit(network, articles, VOCABULARY, fit.Plan(epochs=12, batch=1, rate=1e-3, dropout=0.0), tmp_path)
    network.eval()
    set_state(network, watching=False, rounding=True)
    pair = next(data.training_windows(articles[0][0], VOCABULARY, random.Random(0)))
    batch = data.collate([pair])
    with torch.no_grad():
        assert float(fit.loss_of(network, batch)) < 2.0
        scores, links = network(batch.ids, batch.marks, batch.heads)
    (shipped,) = Session(weights=to_onnx(network).SerializeToString()).run([pair[1]])
    assert shipped.tags == pytest.approx(scores[0].numpy(), abs=0.1)
    assert shipped.links == pytest.approx(links[0].numpy(), abs=0.2)
