"""Mark unmarked news with what several networks agree on, to train another on: `python -m train.label --help`.

Writes the training articles and after them the new ones, marked by the mean of the networks' tag scores; a checkpoint
of a teacher (:mod:`train.teacher`) may be among them. One network trained on what several mark keeps most of what they
have over it (Bucila, Caruana and Niculescu-Mizil 2006).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from gate import attribution
from gate.attribution import ROLES, rows
from twosource.attribute.decode import relations
from twosource.attribute.quoted import with_quotations
from twosource.language.facts import Facts
from twosource.model.network import Network, Scores
from twosource.model.tags import Chain, Floats
from twosource.model.windows import Window, read_words, windows
from twosource.model.wordpiece import WordPieces
from twosource.read import paragraphs
from twosource.records import Article

SHORTEST, LONGEST = 600, 12_000
"""Characters of an article worth marking: shorter ones are captions, longer ones lists."""

UNSEEN = Path(attribution.__file__).with_name("unseen.json")
"""Row numbers of articles that nothing is trained or developed on: they are for a blind sample."""


class Marker(Protocol):
    """A network that can mark: one that ships, or a teacher."""

    chain: Chain

    def run(self, windows: Sequence[Window]) -> Iterable[Scores]:
        """The scores of each window, in order."""


@dataclass(frozen=True)
class Markers:
    """Networks that mark together; the first gives the links."""

    first: Network
    all: Sequence[Marker]

    def scores(self, cut: Sequence[Window]) -> list[Scores]:
        """The mean tag scores of each window."""
        return [_mean(scores) for scores in zip(*(one.run(cut) for one in self.all), strict=True)]


def marked(text: str, markers: Markers, vocabulary: WordPieces) -> dict[str, Any]:
    """An article in the form of the training data, its relations by the networks together."""
    article = Article(text=text, paragraphs=paragraphs.find(text))
    words = read_words(text, article.paragraphs, vocabulary)
    cut = list(windows(words, vocabulary))
    found = with_quotations(Facts(article), list(relations(words, cut, markers.scores(cut), markers.first)))
    kept = [{role: [list(span) for span in getattr(one, role)] for role in ROLES} for one in found if one.cue]
    return {"id": article.id, "text": text, "annotations": {"networks": kept}}


def _mean(scores: Sequence[Scores]) -> Scores:
    """Tag scores can be averaged; link vectors of different networks cannot, the first's are taken."""
    return Scores(_average([one.tags for one in scores]), scores[0].links)


def _average(parts: Sequence[Floats]) -> Floats:
    return np.stack(parts).mean(axis=0, dtype=np.float32)  # type: ignore[no-any-return]


def together(paths: Sequence[Path]) -> Markers:
    """The networks of some files, ONNX or checkpoints of teachers; the first has the mean of their tag-pair scores."""
    first = Network(weights=paths[0].read_bytes())
    others = [_opened(path) for path in paths[1:]]
    chains = [one.chain for one in (first, *others)]
    first.chain = Chain(_average([one.start for one in chains]), _average([one.pairs for one in chains]))
    return Markers(first, [first, *others])


def _opened(path: Path) -> Marker:
    if path.suffix != ".pt":
        return Network(weights=path.read_bytes())
    from train import teacher  # torch is at hand where teachers are, not where tests are

    return teacher.restored(path)


def _texts(path: Path) -> Iterator[str]:
    unseen = set(json.loads(UNSEEN.read_text()).get(path.name.removesuffix(".jsonl.gz"), ()))
    for number, row in enumerate(rows(path)):
        if number in unseen:
            continue
        text = row.get("text")
        if isinstance(text, str) and SHORTEST < len(text) < LONGEST and row.get("language", "en") == "en":
            yield text


def main() -> None:
    """Read the options, write the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("networks", type=Path, nargs="+", help="ONNX files, or .pt of teachers; links are the first's")
    options.add_argument("--data", type=Path, required=True, help="folder with polnear-train.jsonl.gz")
    options.add_argument("--news", type=Path, nargs="+", required=True, help="gzipped JSONL of articles with a text")
    options.add_argument("--out", type=Path, required=True, help="folder for the new polnear-train.jsonl.gz")
    chosen = options.parse_args()
    markers, vocabulary = together(chosen.networks), WordPieces.embedded()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with gzip.open(chosen.out / "polnear-train.jsonl.gz", "wt", encoding="utf-8") as out:
        for row in rows(chosen.data / "polnear-train.jsonl.gz"):
            out.write(json.dumps(row) + "\n")
        for number, text in enumerate((text for file in chosen.news for text in _texts(file)), 1):
            out.write(json.dumps(marked(text, markers, vocabulary)) + "\n")
            if number % 50 == 0:
                print(f"{number} articles marked", flush=True)


if __name__ == "__main__":
    main()
