"""What holds across articles, on stories annotated by hand: groups, relations and origins, through the whole product
path.

    python -m gate.stories [--use develop|blind] [DATA]

Each story (:mod:`gate.annotated`) is added to a ledger of its own, article by article. Groups are scored by B³ (Bagga
and Baldwin 1998) over annotated statements, those that say nothing left out; relations on annotated pairs, where a pair
that the ledger neither links nor groups counts as ``none``; origins by how many there are in the proposition that
overlaps the annotated one most, and in the annotated one itself, which leaves the mistakes of grouping out. Beside each
stand baselines on the same statements: words in common, cosines alone (thresholds chosen on these very stories, to
their advantage), and one origin an outlet.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gate import DATA, annotated
from gate.annotated import Story, stories
from twosource import upkeep
from twosource.ledger import Ledger, View
from twosource.link.gist import told
from twosource.link.groups import groups
from twosource.link.terms import common, terms
from twosource.model.pairs import PairReader

digest = annotated.digest

RELATIONS = ("same", "agrees", "contradicts", "differs", "updates", "supports", "doubts", "none")
_CUTS = tuple(round(0.3 + 0.05 * step, 2) for step in range(13))


@dataclass(frozen=True)
class Outcome:
    """What was measured on one story; ``found`` is the share of its statements that the product still finds."""

    found: float
    b3: float
    precision: float
    recall: float
    relations: Counter[tuple[str, str]]
    origins: list[tuple[int, int]]
    origins_alone: list[tuple[int, int]]
    outlets: list[tuple[int, int]]


def b_cubed(gold: Mapping[int, int], found: Mapping[int, str]) -> tuple[float, float, float]:
    """F1, precision and recall over the statements of ``gold``; one that is not in ``found`` is alone."""
    answer = {one: found.get(one, f"alone {one}") for one in gold}
    sizes, answers = Counter(gold.values()), Counter(answer.values())
    both = Counter((gold[one], answer[one]) for one in gold)
    precision = sum(both[gold[one], answer[one]] / answers[answer[one]] for one in gold) / len(gold)
    recall = sum(both[gold[one], answer[one]] / sizes[gold[one]] for one in gold) / len(gold)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def counted(story: Story) -> dict[int, int]:
    """The statements that are measured, with their propositions."""
    return {one: group for one, group in story.group_of.items() if one not in story.skip}


def measure(story: Story, reader: PairReader) -> Outcome:
    """Add ``story`` to a new ledger and hold it against its annotation."""
    sides = upkeep.Sides()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "story.db") as ledger:
        for article, own in zip(story.articles, story.accounts, strict=True):
            with ledger.write() as writer:
                found = [account.attribution for account in own]
                upkeep.add(writer, article, found, reader=reader, sides=sides)
        with ledger.view() as view:
            return _outcome(story, view)


def _outcome(story: Story, view: View) -> Outcome:
    groups_found = view.proposition_of(story.number_of)
    found = {story.number_of[account]: group for account, group in groups_found.items()}
    scores = b_cubed(counted(story), found)
    return Outcome(
        len(story.number_of) / story.statements,
        *scores,
        relations=_relations(story, view, groups_found),
        origins=_origins(story, view, found),
        origins_alone=_origins_alone(story, view),
        outlets=_outlets(story),
    )


def _relations(story: Story, view: View, group_of: Mapping[str, str]) -> Counter[tuple[str, str]]:
    ends = story.account_of
    links = {frozenset((link.left, link.right)): link.relation for link in view.links_at(story.number_of)}
    counts: Counter[tuple[str, str]] = Counter()
    for left, right, relation in story.pairs:
        pair = frozenset(end for end in (ends.get(left), ends.get(right)) if end)
        grouped = len(pair) == 2 and len({group_of.get(end) for end in pair}) == 1
        counts[relation, links.get(pair) or ("agrees" if grouped else "none")] += 1
    return counts


def _origins(story: Story, view: View, found: Mapping[int, str]) -> list[tuple[int, int]]:
    """(annotated, found) numbers of origins, of each annotated proposition and the one that has most of it."""
    counts = []
    for proposition in story.propositions:
        met = Counter(found[one] for one in proposition["members"] if one in found)
        best = min(met, key=lambda one: (-met[one], one), default="")
        counts.append((len(proposition["origins"]), len(list(view.origins([best])))))
    return counts


def _origins_alone(story: Story, view: View) -> list[tuple[int, int]]:
    counts = []
    for proposition in story.propositions:
        ids = [story.account_of[one] for one in proposition["members"] if one in story.account_of]
        if ids:
            counts.append((len(proposition["origins"]), len(upkeep.standing(view, ids).origins)))
    return counts


def _outlets(story: Story) -> list[tuple[int, int]]:
    outlet = {account.id: account.article.outlet for own in story.accounts for account in own}
    return [
        (
            len(proposition["origins"]),
            len({outlet[story.account_of[one]] for one in proposition["members"] if one in story.account_of}),
        )
        for proposition in story.propositions
    ]


def _within(counts: Iterable[tuple[int, int]]) -> float:
    listed = list(counts)
    return sum(abs(gold - found) <= 1 for gold, found in listed) / len(listed)


def summed(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """The scores over all stories: B³ as the mean of stories, the rest over all pairs and propositions."""
    listed = list(outcomes)
    relations: Counter[tuple[str, str]] = Counter()
    for one in listed:
        relations.update(one.relations)
    right = sum(count for (gold, found), count in relations.items() if gold == found)
    f1 = {name: _f1(relations, name) for name in RELATIONS if any(gold == name for gold, _ in relations)}
    return {
        "found": float(np.mean([one.found for one in listed])),
        "b3": float(np.mean([one.b3 for one in listed])),
        "b3_precision": float(np.mean([one.precision for one in listed])),
        "b3_recall": float(np.mean([one.recall for one in listed])),
        "relation_accuracy": right / max(1, relations.total()),
        "relation_f1": float(np.mean(list(f1.values()))),
        "origins_within_one": _within(pair for one in listed for pair in one.origins),
        "origins_alone_within_one": _within(pair for one in listed for pair in one.origins_alone),
        "origins_by_outlet_within_one": _within(pair for one in listed for pair in one.outlets),
        **{f"f1_{name}": score for name, score in f1.items()},
    }


def _f1(counts: Mapping[tuple[str, str], int], name: str) -> float:
    hits = counts.get((name, name), 0)
    total = sum(count for pair, count in counts.items() for end in pair if end == name)
    return 2 * hits / max(1, total)


def baselines(listed: Iterable[Story], reader: PairReader) -> dict[str, float]:
    """B³ of grouping by words in common and by cosine alone, at the threshold that is best on these stories."""
    tables: dict[str, list[list[float]]] = {"words": [], "cosine": []}
    for story in listed:
        accounts = [account for own in story.accounts for account in own if account.id in story.number_of]
        texts = [told(account) for account in accounts]
        bags, vectors = [terms(text) for text in texts], reader.vectors(texts)
        cosines = vectors @ vectors.T
        for name, rows in tables.items():
            rows.append([])
            for cut in _CUTS:
                pairs = {
                    (accounts[i].id, accounts[j].id): score
                    for i in range(len(accounts))
                    for j in range(i)
                    if (score := common(bags[i], bags[j])[0] if name == "words" else float(cosines[i, j])) >= cut
                }
                parts = groups([account.id for account in accounts], pairs, enough=cut)
                found = {story.number_of[one]: part[0] for part in parts for one in part}
                rows[-1].append(b_cubed(counted(story), found)[0])
    return {f"b3_{name}": float(np.mean(rows, axis=0).max()) for name, rows in tables.items()}


def scores(data: Path) -> dict[str, float]:
    """What is pinned: the stories to develop on, and the blind ones."""
    reader = PairReader()
    return {
        f"stories.{use}.{name}": score
        for use in ("develop", "blind")
        for name, score in summed(measure(story, reader) for story in stories(data, [use])).items()
        if not name.startswith("f1_")
    }


def main() -> None:
    """Print the scores of one use, story by story, with the baselines."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA)
    options.add_argument("--use", choices=["develop", "blind"], default="develop")
    chosen = options.parse_args()
    reader = PairReader()
    listed = list(stories(chosen.data, [chosen.use]))
    outcomes = [measure(story, reader) for story in listed]
    for story, outcome in zip(listed, outcomes, strict=True):
        told_right = sum(count for (gold, found), count in outcome.relations.items() if gold == found)
        print(
            f"{story.name:12} found {outcome.found:.3f}  B3 {outcome.b3:.3f} ({outcome.precision:.3f} "
            f"{outcome.recall:.3f})  relations {told_right}/{outcome.relations.total()}"
        )
    for name, score in (summed(outcomes) | baselines(listed, reader)).items():
        print(f"{name:32}{score:.4f}")


if __name__ == "__main__":
    main()
