"""The relation network: `python -m train.relate --help`.

One small encoder does two jobs. A statement alone gives a vector, kept close to what the base encoder gives, for
finding candidates. Two statements read together (a cross-encoder, Devlin et al. 2019) give four scores: that both
take a stand on one question, and how they stand to each other. Layers round as they will when shipped
(:mod:`train.quantise`).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from gate.attribution import rows
from train import contrast, scenes, told
from train.fit import AFRESH, rate_at
from train.network import HIDDEN, LAYERS, Encoder, take_base
from train.pairs import AGREE, CONTRADICT, Pair, read
from train.quantise import set_state
from twosource.model.pairs import PIECES, pieces
from twosource.model.wordpiece import WordPieces

INNER = 192
OUTPUTS = 4
WATCH, ROUND = 0.55, 0.7
MASKED = 0.05
VECTOR_WEIGHT = 4.0
ALONE = 12
"""Statements of a batch whose vectors are held to the base encoder's."""

AGAIN = 3000
"""Statements beside themselves: without them every pair of nearly the same words was one that an edit had turned, and
a reprint was read as a contradiction."""

KEY_POINTS = 12_000
"""At most so many of one collection: arguments about policy are not news."""


class PairNetwork(Encoder):
    """The network that ships, in full precision."""

    def __init__(self, vocabulary: int, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.build(vocabulary, marks=2, dropout=dropout)
        self.inner = nn.Linear(4 * HIDDEN, INNER)
        self.outer = nn.Linear(INNER, OUTPUTS)

    def means(self, ids: Tensor, sides: Tensor) -> Tensor:
        """The mean state of either side, (pairs, 2, hidden); zero for a side that is not there."""
        states = self.states(ids, sides)
        there = torch.stack([(ids > 0) & (sides == side) for side in (0, 1)], 1).to(states.dtype)
        return there @ states / there.sum(2, keepdim=True).clamp_min(1)

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        """Scores (pairs, 4): same question; agree, contradict, neither."""
        first, second = self.means(ids, sides).unbind(1)
        both = torch.cat([first + second, (first - second).abs(), first * second, first], 1)
        return self.outer(nn.functional.gelu(self.inner(self.drop(both[:, None])[:, 0])))


def from_base(path: Path, *, dropout: float = 0.1) -> PairNetwork:
    """A network whose encoder has the base weights of ``path``."""
    base = load_file(path)
    network = PairNetwork(len(base["embeddings.word_embeddings.weight"]), dropout=dropout)
    take_base(network, base)
    kinds = base["embeddings.token_type_embeddings.weight"]
    with torch.no_grad():
        network.features.weight[1] = kinds[1] - kinds[0]
    return network


@dataclass(frozen=True)
class Plan:
    """What to train; ``begin`` is the part of the way that ``--start`` has behind it, ``half`` 1 computes in
    bfloat16. ``told`` and ``scenes`` are how often the annotated stories and the fictional scenes are among the lessons
    of a pass, ``plain`` is the share of all others that is."""

    minutes: float = 40.0
    begin: float = 0.0
    told: int = 0
    scenes: int = 0
    plain: float = 1.0
    batch: int = 32
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    dropout: float = 0.1
    seed: int = 1
    half: int = 0


def statements(path: Path) -> list[str]:
    """The contents of a marked collection (a ``polnear-train.jsonl.gz``) that are statements by their length."""
    found = []
    for row in rows(path):
        for relations in list(row["annotations"].values())[:1]:
            for relation in relations:
                text = " ".join(row["text"][start:end] for start, end in relation["content"])
                if 6 <= len(text.split()) <= 40:
                    found.append(" ".join(text.strip("“”\"'‘’ ").split()))
    return list(dict.fromkeys(found))


def lessons(data: Path, marked: Sequence[Path], plan: Plan) -> list[Pair]:
    """All that is learned from, edits among it; stories and scenes as often as the plan says."""
    chance = random.Random(plan.seed)
    found = read(data)
    chance.shuffle(found["key points"])
    found["key points"] = found["key points"][:KEY_POINTS]
    plain = [pair for group in found.values() for pair in group]
    alike = [pair for name in ("headlines", "events", "similarity") for pair in found[name] if pair.same == 1.0]
    alike += [pair for pair in found["entailment"] if pair.stance == AGREE]
    news = [text for path in marked for text in statements(path)]
    edits = [edit for pair in alike if (edit := contrast.edited(pair, chance=chance))]
    made = list(contrast.pairs(news, chance=chance))
    again = [Pair(text, text, 1.0, AGREE) for text in chance.sample(news, min(len(news), AGAIN))]
    others = plain + edits + made + again
    of_stories = list(told.pairs(data)) if plan.told else []
    of_scenes = [pair for _ in range(plan.scenes) for pair in scenes.pairs(chance=chance)]
    return chance.sample(others, round(plan.plain * len(others))) + of_stories * plan.told + of_scenes


@dataclass(frozen=True, slots=True)
class Batch:
    """``alone`` are ids of single statements; ``same`` and ``stance`` are -1 where nothing is known."""

    ids: Tensor
    sides: Tensor
    alone: Tensor
    same: Tensor
    stance: Tensor


def batches(pairs: list[Pair], words: WordPieces, plan: Plan) -> Iterator[tuple[float, Batch]]:
    """Batches of like length without end, each with the passes before it."""
    chance = random.Random(plan.seed)
    passed = 0
    while True:
        cut = []
        for pair in chance.sample(pairs, len(pairs)):
            left, right = (pair.left, pair.right) if chance.random() < 0.5 else (pair.right, pair.left)
            cut.append((pair, pieces(left, words), pieces(right, words)))
        size = plan.batch
        pools = [cut[at : at + 40 * size] for at in range(0, len(cut), 40 * size)]
        for number, pool in enumerate(pools):
            pool.sort(key=lambda item: len(item[1]) + len(item[2]))
            parts = [pool[at : at + size] for at in range(0, len(pool), size)]
            chance.shuffle(parts)
            for part in parts:
                yield passed + number / len(pools), _batch(part, words)
        passed += 1


def _batch(part: Sequence[tuple[Pair, list[int], list[int]]], words: WordPieces) -> Batch:
    begin, end = words["[CLS]"], words["[SEP]"]
    both = [([begin, *left, end], [*right, end]) for _, left, right in part]
    alone = [[begin, *left, end] for _, left, _ in part[:ALONE]]
    return Batch(
        ids=_padded([left + right for left, right in both]),
        sides=_padded([[0] * len(left) + [1] * len(right) for left, right in both]),
        alone=_padded(alone),
        same=torch.tensor([-1.0 if pair.same is None else pair.same for pair, _, _ in part]),
        stance=torch.tensor([-1 if pair.stance is None else pair.stance for pair, _, _ in part]),
    )


def _padded(rows: Sequence[Sequence[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


def loss_of(network: PairNetwork, base: PairNetwork, batch: Batch, ids: Tensor) -> Tensor:
    """Both questions, where they are answered, and the distance of vectors to the base encoder's."""
    scores = network(ids, batch.sides).float()
    known = batch.same >= 0
    loss = scores.sum() * 0.0
    if known.any():
        loss = loss + nn.functional.binary_cross_entropy_with_logits(scores[known, 0], batch.same[known])
    if (batch.stance >= 0).any():
        loss = loss + nn.functional.cross_entropy(scores[:, 1:], batch.stance, ignore_index=-1)
    nothing = torch.zeros_like(batch.alone)
    with torch.no_grad():
        goal = base.means(batch.alone, nothing)[:, 0].float()
    vectors = network.means(batch.alone, nothing)[:, 0].float()
    return loss + VECTOR_WEIGHT * (1 - nn.functional.cosine_similarity(vectors, goal)).mean()


def _groups(network: PairNetwork, plan: Plan) -> list[dict[str, Any]]:
    groups = []
    for name, value in network.named_parameters():
        if value.requires_grad:
            part = name.split(".")
            depth = LAYERS - 1 - int(part[1]) if part[0] == "layers" else LAYERS
            rate = plan.head_rate if part[0] in ("inner", "outer") else plan.rate * plan.decay**depth
            groups.append({"params": [value], "lr": rate, "full": rate, "weight_decay": 0.01 * (value.ndim > 1)})
    return groups


def fit(network: PairNetwork, base: PairNetwork, pairs: list[Pair], plan: Plan, out: Path) -> None:
    """Train; a line of ``out/log.jsonl`` every hundred steps, a checkpoint every ten minutes, ``out/last.pt`` at the
    end."""
    torch.manual_seed(plan.seed)
    words = WordPieces.embedded()
    optimizer = torch.optim.AdamW(_groups(network, plan), betas=(0.9, 0.98))
    began = saved = time.monotonic()
    network.train()
    base.eval()
    recent: list[float] = []
    for step, (passed, batch) in enumerate(batches(pairs, words, plan)):
        now = time.monotonic()
        progress = plan.begin + (1 - plan.begin) * (now - began) / 60 / plan.minutes
        if progress >= 1:
            break
        set_state(network, watching=WATCH <= progress < ROUND, rounding=progress >= ROUND)
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * rate_at(progress) * min(1, (step + 1) / AFRESH)
        hide = (torch.rand(batch.ids.shape) < MASKED) & (batch.ids > 999)
        with torch.autocast("cpu", torch.bfloat16, enabled=bool(plan.half)):
            loss = loss_of(network, base, batch, batch.ids.masked_fill(hide, words["[MASK]"]))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        recent.append(loss.item())
        if step % 100 == 0:
            line = {"step": step, "passes": round(passed, 3), "progress": round(progress, 3)}
            line["loss"] = round(sum(recent) / len(recent), 4)
            print(json.dumps(line), flush=True)
            with (out / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            recent.clear()
        if now - saved > 600:
            saved = now
            torch.save(network.state_dict(), out / f"at-{progress:.2f}.pt")
    torch.save(network.state_dict(), out / "last.pt")


def accuracy(network: PairNetwork, pairs: Sequence[Pair]) -> dict[str, float]:
    """Share of pairs answered right, for each question where it is answered, and of contradictions found."""
    words = WordPieces.embedded()
    network.eval()
    hits: dict[str, list[float]] = {"same": [], "stance": [], "contradictions": []}
    ordered = sorted(pairs, key=lambda pair: len(pair.left) + len(pair.right))
    with torch.inference_mode():
        for at in range(0, len(ordered), 64):
            part = ordered[at : at + 64]
            batch = _batch([(pair, pieces(pair.left, words), pieces(pair.right, words)) for pair in part], words)
            for pair, scores in zip(part, network(batch.ids, batch.sides), strict=True):
                stance = int(scores[1:].argmax())
                if pair.same in (0.0, 1.0):
                    hits["same"].append(float((scores[0] > 0) == pair.same))
                if pair.stance is not None:
                    hits["stance"].append(float(stance == pair.stance))
                if pair.stance == CONTRADICT:
                    hits["contradictions"].append(float(stance == CONTRADICT))
    return {name: round(sum(found) / len(found), 3) for name, found in hits.items() if found}


def main() -> None:
    """Read the options, train, measure on pairs kept out."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with pairs/ and stories/")
    options.add_argument("--base", type=Path, required=True, help="model.safetensors of the base encoder")
    options.add_argument("--marked", type=Path, action="append", required=True, help="marked news (jsonl.gz); repeat")
    options.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    options.add_argument("--start", type=Path, help="checkpoint to go on from")
    for name, kind in Plan.__annotations__.items():
        options.add_argument(
            f"--{name}".replace("_", "-"), type=int if kind == "int" else float, default=getattr(Plan, name)
        )
    chosen = vars(options.parse_args())
    chosen["out"].mkdir(parents=True, exist_ok=True)
    plan = Plan(**{name: chosen[name] for name in Plan.__annotations__})
    pairs = lessons(chosen["data"], chosen["marked"], plan)
    random.Random(plan.seed).shuffle(pairs)
    kept, trained = pairs[:2000], pairs[2000:]
    print(f"{len(trained)} pairs to learn from, {len(kept)} kept out, pieces of a statement at most {PIECES}")
    network, base = from_base(chosen["base"], dropout=plan.dropout), from_base(chosen["base"], dropout=0.0)
    if chosen["start"]:
        network.load_state_dict(torch.load(chosen["start"]))
    fit(network, base, trained, plan, chosen["out"])
    print(json.dumps(accuracy(network, kept)))


if __name__ == "__main__":
    main()
