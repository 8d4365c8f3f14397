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

from train import crf, data, fit, restore, settle, teacher  # noqa: E402
from train.export import to_onnx, word_vectors  # noqa: E402
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
    model, words = to_onnx(network), word_vectors(network)
    (shipped,) = Session(weights=model.SerializeToString(), words=words).run([pair[1]])
    assert shipped.tags == pytest.approx(scores[0].numpy(), abs=0.1)
    assert shipped.links == pytest.approx(links[0].numpy(), abs=0.2)
    restored = restore.state(model, words)
    # Forbidden tag pairs are in the file, and are no part of the network.
    assert _unlike(network.state_dict(), restored) == ["start", "pairs"]
    assert len(restored) > 6 * 12


def _unlike(trained: dict[str, torch.Tensor], restored: dict[str, torch.Tensor]) -> list[str]:
    """The weights that come back from a file otherwise than they went in, by more than rounding: untrained word vectors
    reach 4, in 127 steps."""
    return [name for name, value in restored.items() if (value - trained[name]).abs().max() > 0.04]


def test_a_teacher_reads_the_pieces_of_the_network_that_ships() -> None:
    torch.manual_seed(0)
    made = teacher.Teacher(len(VOCABULARY.numbers) + 5, dropout=0.0)
    article = data.gold(TEXT, RELATIONS, VOCABULARY)
    _, window = next(data.training_windows(article, VOCABULARY, random.Random(0)))
    (alone,) = made.run([window])
    together = list(made.run([window, window]))
    assert alone.tags.shape == (len(window.heads), len(TAGS))
    assert together[1].tags == pytest.approx(alone.tags, abs=0.1)


def test_pieces_and_distances_of_mpnet() -> None:
    assert teacher.own_pieces(torch.tensor([101, 2023, 103, 102, 0])).tolist() == [0, 2027, 30526, 2, 1]
    buckets = teacher._buckets(200)
    assert (buckets.diagonal() == 0).all()
    assert int(buckets.max()) == 31
    assert buckets[5, 3] == 2
    assert buckets[3, 5] == 18


def test_the_confidence_of_a_very_sure_network_stays_in_bounds() -> None:
    trials = [(0.999, True)] * 300 + [(0.999, False)] * 60 + [(0.9, True), (0.9, False)] * 20 + [(0.5, False)] * 10
    slope, shift = settle.curve(trials)
    assert 0 < slope < 1
    assert 1 / (1 + np.exp(-slope * np.log(999) - shift)) == pytest.approx(300 / 360, abs=0.03)
