"""The training itself: `python -m train.fit --help`.

One run: warm-up, then a learning rate that falls to nothing. At ``WATCH`` of the way the layers begin to watch the
range of their inputs, at ``ROUND`` they begin to round, so what is learned last is learned by the network that ships.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor, nn

from gate.attribution import rows
from train import crf, data, teacher
from train import network as small
from train.network import Heads, distance_buckets
from train.quantise import set_state
from twosource.model import tags
from twosource.model.wordpiece import WordPieces

WARM, WATCH, ROUND = 0.05, 0.6, 0.75
AFRESH = 40
"""Steps over which the rate rises at any start: the optimizer knows nothing of its gradients yet."""

MASKED = 0.05
"""Share of pieces hidden from the network at each step; with little dropout it keeps the encoder from learning by
heart."""

LINK_WEIGHT = 0.15

KEEP_EVERY = 35
"""Every 35th article (24 in all) is not trained on: :mod:`train.settle` needs articles new to the network."""

CONTINUES = torch.tensor([tags.FORBIDDEN if tag in tags.INNER else 0.0 for tag in range(len(tags.TAGS))])
"""What is added to the scores of a word that opens a paragraph: no span goes on there, in training as in decoding."""


@dataclass(frozen=True)
class Plan:
    """What to train: the rates are those of the top encoder layer and of the heads; ``minutes``, if given, outrank
    ``epochs``.

    ``begin`` is the part of the way that ``--start`` has behind it: the rate goes on from there. ``half`` 1 computes in
    bfloat16, 1.6 times as fast on cores that have its products.
    """

    minutes: float = 0.0
    epochs: float = 8.0
    batch: int = 8
    rate: float = 2.5e-4
    head_rate: float = 1.5e-3
    decay: float = 0.9
    dropout: float = 0.1
    seed: int = 1
    begin: float = 0.0
    half: int = 0


def loss_of(network: Heads, batch: data.Batch) -> Tensor:
    """Tag loss plus weighted link losses."""
    scores, vectors = (part.float() for part in network(batch.ids, batch.marks, batch.heads))
    scores = scores + batch.opens[:, :, None] * CONTINUES
    start, pairs = network.chain_scores()
    loss = crf.chain_loss(scores, batch.tags, batch.known, start, pairs)
    buckets = distance_buckets(scores.shape[1])
    hidden = (batch.known == 0)[:, None, :]
    role = (batch.tags - 1).div(2, rounding_mode="floor")
    for kind, origin in ((0, 2), (1, 1)):
        ways = network.link_scores(vectors, kind, buckets)
        ways[:, :, 1:] = ways[:, :, 1:].masked_fill(hidden, -1e4)
        goals = torch.where((role == origin) & (batch.goals != data.UNKNOWN), batch.goals + 1, -100)
        if (goals >= 0).any():
            loss = loss + LINK_WEIGHT * nn.functional.cross_entropy(
                ways.flatten(0, 1), goals.flatten(), ignore_index=-100
            )
    return loss


def _groups(network: Heads, plan: Plan) -> list[dict[str, Any]]:
    """Parameters by learning rate: lower in lower layers (Howard and Ruder 2018), highest in what starts anew."""
    groups: list[dict[str, Any]] = []
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        part = name.split(".")
        if part[0] == "layers":
            rate = plan.rate * plan.decay ** (network.depth - 1 - int(part[1]))
        elif part[0] in ("places", "norm"):
            rate = plan.rate * plan.decay**network.depth
        elif part[0] == "distance":
            rate = 2e-2
        else:
            rate = plan.head_rate
        groups.append({"params": [value], "lr": rate, "full": rate, "weight_decay": 0.01 if value.ndim > 1 else 0.0})
    return groups


def _batches(articles: list[list[data.Gold]], words: WordPieces, plan: Plan) -> Iterator[tuple[float, data.Batch]]:
    """Batches without end, each with the epochs passed before it."""
    chance = random.Random(plan.seed)
    passed = 0
    while True:
        batches = data.epoch(articles, words, size=plan.batch, chance=chance)
        for number, batch in enumerate(batches):
            yield passed + number / len(batches), batch
        passed += 1


def rate_at(progress: float) -> float:
    """The share of the full rate at that part of the way: warming up, then falling to nothing."""
    return progress / WARM if progress < WARM else max(0.01, (1 - progress) / (1 - WARM))


def fit(network: Heads, articles: list[list[data.Gold]], words: WordPieces, plan: Plan, out: Path) -> None:
    """Train ``network``; writes ``out/log.jsonl`` as it goes, a checkpoint every ten minutes, ``out/last.pt`` at the
    end."""
    torch.manual_seed(plan.seed)
    optimizer = torch.optim.AdamW(_groups(network, plan), betas=(0.9, 0.98))
    began = saved = time.monotonic()
    network.train()
    recent: list[float] = []
    for step, (passed, batch) in enumerate(_batches(articles, words, plan)):
        now = time.monotonic()
        done = (now - began) / 60 / plan.minutes if plan.minutes else passed / plan.epochs
        progress = plan.begin + (1 - plan.begin) * done
        if progress >= 1:
            break
        set_state(network, watching=WATCH <= progress < ROUND, rounding=progress >= ROUND)
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * rate_at(progress) * min(1, (step + 1) / AFRESH)
        hide = (torch.rand(batch.ids.shape) < MASKED) & (batch.ids > 999)
        with torch.autocast("cpu", torch.bfloat16, enabled=bool(plan.half)):
            loss = loss_of(network, replace(batch, ids=batch.ids.masked_fill(hide, words["[MASK]"])))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        recent.append(loss.item())
        if step % 25 == 0:
            _log(out, step=step, epochs=passed, progress=progress, loss=sum(recent) / len(recent), seconds=now - began)
            recent.clear()
        if now - saved > 600:
            saved = now
            torch.save(network.state_dict(), out / f"at-{progress:.2f}.pt")
    torch.save(network.state_dict(), out / "last.pt")


def _log(out: Path, **values: float) -> None:
    line = json.dumps({name: round(value, 4) for name, value in values.items()})
    print(line, flush=True)
    with (out / "log.jsonl").open("a") as log:
        log.write(line + "\n")


def from_base(path: Path, *, dropout: float) -> Heads:
    """The network that ships, or a teacher, by the width of the base encoder in ``path``."""
    with safe_open(path, "pt") as base:
        wide = base.get_slice("embeddings.word_embeddings.weight").get_shape()[1] == teacher.HIDDEN
    return (teacher if wide else small).from_base(path, dropout=dropout)


def main() -> None:
    """Read the options, train."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with polnear-train.jsonl.gz")
    options.add_argument("--base", type=Path, required=True, help="model.safetensors of the base encoder")
    options.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    for name, kind in Plan.__annotations__.items():
        options.add_argument(
            f"--{name}".replace("_", "-"), type=int if kind == "int" else float, default=getattr(Plan, name)
        )
    options.add_argument("--keep-every", type=int, default=KEEP_EVERY, help="every Nth article is not trained on")
    options.add_argument("--start", type=Path, help="checkpoint to go on from")
    chosen = vars(options.parse_args())
    chosen["out"].mkdir(parents=True, exist_ok=True)
    plan = Plan(**{name: chosen[name] for name in Plan.__annotations__})
    words = WordPieces.embedded()
    articles = [
        [data.gold(row["text"], relations, words) for relations in row["annotations"].values()]
        for row in rows(chosen["data"] / "polnear-train.jsonl.gz")
    ]
    network = from_base(chosen["base"], dropout=plan.dropout)
    if chosen["start"]:
        network.load_state_dict(torch.load(chosen["start"]))
    trained, _ = data.divide(articles, chosen["keep_every"])
    fit(network, trained, words, plan, chosen["out"])


if __name__ == "__main__":
    main()
