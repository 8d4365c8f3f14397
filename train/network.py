"""The network while it trains: a BERT encoder, a tag head and a link head.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), its word embeddings frozen at the int8
values that will ship, with one added table of word features. Dropout draws one mask a window and not one a word
(variational dropout, Gal and Ghahramani 2016): on two cores ordinary dropout halves the speed of training.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from train.quantise import RoundedLinear, rounded_rows
from twosource.model import features, tags

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 320
LINK = 64
BUCKETS = 21


def distance_buckets(length: int) -> Tensor:
    """Signed log-scaled distance of every pair of words (row: from, column: to), as bucket numbers."""
    place = torch.arange(length)
    gap = place[None, :] - place[:, None]
    size = torch.where(gap == 0, 0, 1 + torch.log2(gap.abs().clamp_min(1).float()).floor().long()).clamp_max(
        BUCKETS // 2
    )
    return BUCKETS // 2 + size * gap.sign()


class WindowDropout(nn.Module):
    """Drops features of a whole window at once."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        """``states`` (windows, places, features), some features zero throughout a window."""
        if not self.training or self.rate == 0:
            return states
        mask = torch.empty(states.shape[0], 1, states.shape[2]).bernoulli_(1 - self.rate).div_(1 - self.rate)
        return states * mask


class Layer(nn.Module):
    """One encoder layer, normalised after each residual sum."""

    hidden, heads, inner, tiny = HIDDEN, HEADS, INNER, 1e-12
    linear: type[nn.Linear] = RoundedLinear

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = self.linear(self.hidden, 3 * self.hidden)
        self.out = self.linear(self.hidden, self.hidden)
        self.norm1 = nn.LayerNorm(self.hidden, eps=self.tiny)
        self.up = self.linear(self.hidden, self.inner)
        self.down = self.linear(self.inner, self.hidden)
        self.norm2 = nn.LayerNorm(self.hidden, eps=self.tiny)
        self.drop = WindowDropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """``states`` (windows, places, hidden); ``bias`` is added to the attention scores."""
        windows, places, hidden = states.shape
        query, key, value = (
            part.view(windows, places, self.heads, hidden // self.heads).transpose(1, 2)
            for part in self.qkv(states).chunk(3, -1)
        )
        mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = mixed.transpose(1, 2).reshape(windows, places, hidden)
        states = self.norm1(states + self.drop(self.out(mixed)))
        inner = nn.functional.gelu(self.up(states))
        return self.norm2(states + self.drop(self.down(inner)))


class Heads(nn.Module):
    """What stands on an encoder: scores of tags, vectors for links, scores of tag pairs.

    Links are scored as ``from · to`` plus a bias by distance; column ``LINK`` vectors are, in this order, content as
    origin of a link, cue as its goal, cue as origin, source as goal.
    """

    depth: int
    """Layers of the encoder."""

    def __init__(self, hidden: int, *, dropout: float) -> None:
        super().__init__()
        self.tag = nn.Linear(hidden, len(tags.TAGS))
        self.link = nn.Linear(hidden, 4 * LINK)
        self.nothing = nn.Parameter(torch.zeros(2, LINK))
        self.distance = nn.Parameter(-0.5 * (torch.arange(BUCKETS) - BUCKETS // 2).abs().float().repeat(2, 1))
        self.start = nn.Parameter(torch.zeros(len(tags.TAGS)))
        self.pairs = nn.Parameter(torch.zeros(len(tags.TAGS), len(tags.TAGS)))
        self.drop = WindowDropout(dropout)

    def states(self, ids: Tensor, marks: Tensor) -> Tensor:
        """The encoder's last states; ``ids`` 0 is padding."""
        raise NotImplementedError

    def forward(self, ids: Tensor, marks: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores (windows, words, tags) and link vectors (windows, words, 4 * LINK); ``heads`` are the words'
        first places."""
        states = self.states(ids, marks)
        index = heads[:, :, None].expand(-1, -1, states.shape[2])
        first = self.drop(states.gather(1, index))
        return self.tag(first), self.link(first)

    def chain_scores(self) -> tuple[Tensor, Tensor]:
        """The scores of first tags and of pairs, inconsistent ones forbidden."""
        start, pairs = (torch.from_numpy(part) for part in tags.constraints())
        return self.start + start, self.pairs + pairs

    def link_scores(self, vectors: Tensor, kind: int, buckets: Tensor) -> Tensor:
        """Scores (windows, from, 1 + to) of links of ``kind`` 0 (content to cue) or 1 (cue to source); column 0 is
        none."""
        origin, goal = vectors.split(LINK, -1)[2 * kind : 2 * kind + 2]
        scores = origin @ goal.transpose(1, 2) / math.sqrt(LINK) + self.distance[kind][buckets]
        none = (origin @ self.nothing[kind]) / math.sqrt(LINK)
        return torch.cat([none[:, :, None], scores], 2)


class Encoder(nn.Module):
    """A BERT encoder with one more table, of ``marks`` features, added to its inputs; its word embeddings stay as they
    are."""

    def build(self, vocabulary: int, *, marks: int, dropout: float) -> None:
        """Make the layers; to be called once by ``__init__``."""
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(marks, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = WindowDropout(dropout)
        nn.init.zeros_(self.features.weight)
        self.words.weight.requires_grad_(False)

    def states(self, ids: Tensor, marks: Tensor) -> Tensor:
        """The last states; ``ids`` 0 is padding."""
        places = torch.arange(ids.shape[1])
        states = self.words(ids) + self.places(places)[None] + self.features(marks)
        states = self.drop(self.norm(states))
        mask = torch.zeros(ids.shape).masked_fill(ids == 0, -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states


class Network(Encoder, Heads):
    """The attribution network, in full precision."""

    depth = LAYERS

    def __init__(self, vocabulary: int, *, dropout: float = 0.1) -> None:
        Heads.__init__(self, HIDDEN, dropout=dropout)
        self.build(vocabulary, marks=features.COUNT, dropout=dropout)


def from_base(path: Path, *, dropout: float = 0.1) -> Network:
    """A network whose encoder has the base weights of ``path`` (a BERT ``model.safetensors``)."""
    base = load_file(path)
    network = Network(len(base["embeddings.word_embeddings.weight"]), dropout=dropout)
    take_base(network, base)
    return network


def take_base(network: Encoder, base: dict[str, Tensor]) -> None:
    """Put a BERT encoder's weights, named as its authors do, into ``network``."""
    state = network.state_dict()

    def put(name: str, *parts: str) -> None:
        value = torch.cat([base[part] for part in parts])
        state[name] = value[: len(state[name])].clone()

    integers, steps = rounded_rows(base["embeddings.word_embeddings.weight"])
    state["words.weight"] = integers * steps
    put("places.weight", "embeddings.position_embeddings.weight")
    state["places.weight"] += base["embeddings.token_type_embeddings.weight"][0]
    for kind in ("weight", "bias"):
        put(f"norm.{kind}", f"embeddings.LayerNorm.{kind}")
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}", f"layers.{n}"
            put(f"{new}.qkv.{kind}", *(f"{old}.attention.self.{part}.{kind}" for part in ("query", "key", "value")))
            put(f"{new}.out.{kind}", f"{old}.attention.output.dense.{kind}")
            put(f"{new}.norm1.{kind}", f"{old}.attention.output.LayerNorm.{kind}")
            put(f"{new}.up.{kind}", f"{old}.intermediate.dense.{kind}")
            put(f"{new}.down.{kind}", f"{old}.output.dense.{kind}")
            put(f"{new}.norm2.{kind}", f"{old}.output.LayerNorm.{kind}")
    network.load_state_dict(state)
