"""A larger network that teaches the one that ships: the encoder of all-mpnet-base-v2 (MPNet, Song et al. 2020;
Apache-2.0), five times as large, under the same heads.

It reads the same word pieces: MPNet's vocabulary is BERT's behind four marks of its own. Its word embeddings and the
bias by distance of its attention stay as they are. It never ships: it marks news for the other to learn from
(:mod:`train.label`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from train import network
from train.data import pad
from train.network import Heads
from twosource.model import features
from twosource.model.network import Scores
from twosource.model.tags import Chain
from twosource.model.windows import Window

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 768, 12, 12, 3072, 514
_PADDING, _SHIFT, _MASK = 1, 4, 30526
_BERT_MASK = 103
_BUCKETS, _FARTHEST = 32, 128
_TOGETHER = 8
"""Windows a run: the weights are narrowed anew for each."""
_MARKS = {101: 0, 102: 2}
"""[CLS] and [SEP] are <s> and </s>."""


class Layer(network.Layer):
    """One layer of the larger encoder, never rounded."""

    hidden, heads, inner, tiny = HIDDEN, HEADS, INNER, 1e-5
    linear = nn.Linear


class Teacher(Heads):
    """Scores of tags and vectors for links, for windows of BERT's word pieces."""

    depth = LAYERS

    def __init__(self, vocabulary: int, *, dropout: float = 0.1) -> None:
        super().__init__(HIDDEN, dropout=dropout)
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(features.COUNT, HIDDEN)
        self.apart = nn.Embedding(_BUCKETS, HEADS)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-5)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.features.weight)
        self.words.weight.requires_grad_(False)
        self.apart.weight.requires_grad_(False)

    def states(self, ids: Tensor, marks: Tensor) -> Tensor:
        """The encoder's last states; ``ids`` 0 is padding."""
        places = torch.arange(ids.shape[1])
        states = self.words(own_pieces(ids)) + self.places(places + _PADDING + 1)[None] + self.features(marks)
        states = self.drop(self.norm(states))
        hidden = torch.zeros(ids.shape).masked_fill(ids == 0, -1e4)[:, None, None, :]
        bias = self.apart(_buckets(len(places))).permute(2, 0, 1)[None] + hidden
        for layer in self.layers:
            states = layer(states, bias)
        return states

    @property
    def chain(self) -> Chain:
        """Scores of first tags and pairs, as the decoder wants them."""
        start, pairs = (part.detach().numpy().astype(np.float32) for part in self.chain_scores())
        return Chain(start, pairs)

    @torch.no_grad()
    def run(self, windows: Sequence[Window]) -> Iterator[Scores]:
        """The scores of each window, in order."""
        self.eval()
        order = sorted(range(len(windows)), key=lambda number: len(windows[number].ids))
        found: dict[int, Scores] = {}
        for at in range(0, len(order), _TOGETHER):
            numbers = order[at : at + _TOGETHER]
            some = [windows[number] for number in numbers]
            parts = (pad([getattr(w, side) for w in some], 0) for side in ("ids", "features", "heads"))
            with torch.autocast("cpu", torch.bfloat16):
                scores, vectors = (part.float().numpy() for part in self(*parts))
            for row, number in enumerate(numbers):
                words = len(windows[number].heads)
                found[number] = Scores(scores[row, :words], vectors[row, :words])
        return (found[number] for number in range(len(windows)))


def restored(path: Path) -> Teacher:
    """The teacher of a checkpoint."""
    state = torch.load(path)
    made = Teacher(len(state["words.weight"]))
    made.load_state_dict(state)
    return made


def own_pieces(ids: Tensor) -> Tensor:
    """BERT's piece numbers as MPNet's."""
    found = ids + _SHIFT
    for theirs, own in (*_MARKS.items(), (0, _PADDING), (_BERT_MASK, _MASK)):
        found = found.masked_fill(ids == theirs, own)
    return found


def _buckets(length: int) -> Tensor:
    """MPNet's (and T5's) buckets of distance, (from, to)."""
    place = torch.arange(length)
    gap = place[:, None] - place[None, :]
    half = _BUCKETS // 2
    size, near = gap.abs(), half // 2
    far = near + (torch.log(size.clamp_min(1) / near) / np.log(_FARTHEST / near) * (half - near)).long()
    return (gap < 0) * half + torch.where(size < near, size, far.clamp_max(half - 1))


def from_base(path: Path, *, dropout: float = 0.1) -> Teacher:
    """A teacher whose encoder has the weights of ``path`` (all-mpnet-base-v2's ``model.safetensors``)."""
    base = load_file(path)
    made = Teacher(len(base["embeddings.word_embeddings.weight"]), dropout=dropout)
    state = made.state_dict()
    state["words.weight"] = base["embeddings.word_embeddings.weight"]
    state["places.weight"] = base["embeddings.position_embeddings.weight"]
    state["apart.weight"] = base["encoder.relative_attention_bias.weight"]
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}", f"layers.{n}"
            state[f"{new}.qkv.{kind}"] = torch.cat([base[f"{old}.attention.attn.{part}.{kind}"] for part in "qkv"])
            state[f"{new}.out.{kind}"] = base[f"{old}.attention.attn.o.{kind}"]
            state[f"{new}.norm1.{kind}"] = base[f"{old}.attention.LayerNorm.{kind}"]
            state[f"{new}.up.{kind}"] = base[f"{old}.intermediate.dense.{kind}"]
            state[f"{new}.down.{kind}"] = base[f"{old}.output.dense.{kind}"]
            state[f"{new}.norm2.{kind}"] = base[f"{old}.output.LayerNorm.{kind}"]
    made.load_state_dict(state)
    return made
