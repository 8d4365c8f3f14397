"""Whether a negated attribution is read as one, on GUM's discourse trees (Zeldes 2017; eRST: Zeldes et al. 2025).

    python -m gate.stances [--misses] [DATA]

Of every clause that GUM marks as an attribution, ``attribution-negative`` ("he did not say") must be read as denying or
withholding, and ``attribution-positive`` as affirming. The clause stands for the cue, the clause that it hangs on for
the content: what is measured is the reading of the words, not the finding of the spans.
"""

from __future__ import annotations

import argparse
import hashlib
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gate import DATA
from gate.gum import CORPUS
from twosource.attribute.stance import Stance, stance
from twosource.language.facts import Facts
from twosource.records import Article, Relation

_RELATION = "attribution-"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that attributes, with the one attributed, in the order of the text."""

    text: str
    relation: Relation
    negative: bool


def clauses(data: Path) -> Iterator[Clause]:
    """Every attribution clause of GUM."""
    with tarfile.open(data / CORPUS) as archive:
        for name in sorted(archive.getnames()):
            if name.endswith(".rsd") and (content := archive.extractfile(name)):
                yield from _of_document(content.read().decode("utf-8"))


def _of_document(table: str) -> Iterator[Clause]:
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    texts = {row[0]: row[1].strip() for row in rows}
    for row in rows:
        if row[7].startswith(_RELATION) and row[6] in texts:
            own, other = texts[row[0]], texts[row[6]]
            first = int(row[0]) < int(row[6])
            text = f"{own} {other}" if first else f"{other} {own}"
            spans = (0, len(own)), (len(own) + 1, len(text))
            turned = (len(other) + 1, len(text)), (0, len(other))
            cue, said = spans if first else turned
            yield Clause(text, Relation(cue=(cue,), content=(said,)), row[7].startswith(_RELATION + "negative"))


def told(clause: Clause) -> Stance:
    """What the product reads of the clause."""
    article = Article(text=clause.text, paragraphs=((0, len(clause.text)),))
    return stance(Facts(article), clause.relation)


def reading(clause: Clause) -> bool:
    """Whether the product reads the clause as denying or withholding."""
    return told(clause).polarity != "affirm"


def scores(data: Path) -> dict[str, float]:
    """Precision, recall and the share right."""
    rows = [(reading(clause), clause.negative) for clause in clauses(data)]
    hits, given, there = (
        sum(a and b for a, b in rows), sum(a for a, _ in rows), sum(b for _, b in rows)
    )  # fmt: skip
    right = sum(a == b for a, b in rows)
    return {
        "stances.precision": round(hits / max(1, given), 4),
        "stances.recall": round(hits / max(1, there), 4),
        "stances.right": round(right / max(1, len(rows)), 4),
    }


def digest(data: Path) -> str:
    """SHA-256 of the corpus."""
    return hashlib.sha256((data / CORPUS).read_bytes()).hexdigest()


def main() -> None:
    """Read the options, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    options.add_argument("--misses", action="store_true", help="print each clause that is read the other way")
    chosen = options.parse_args()
    for clause in clauses(chosen.data) if chosen.misses else ():
        if reading(clause) != clause.negative:
            print("missed" if clause.negative else "wrong ", clause.text)
    for name, score in scores(chosen.data).items():
        print(f"{name:24}{score:.3f}")


if __name__ == "__main__":
    main()
