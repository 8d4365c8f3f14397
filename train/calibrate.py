"""How often polarity and certainty are right, by what told them: `python -m train.calibrate --help`.

Counts come from the annotated samples of the gate that are open to read (the first ones), from its tables and, for
polarity, from GUM's attribution clauses; each share is drawn towards the share of all by two counts, so that what was
seen three times promises nothing. The last sample stays out: by it the chances are tested (``python -m gate.blind``).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gate import DATA, blind, stances
from gate.cases import all_cases
from twosource.attribute import stance as reading
from twosource.language.facts import Facts

OUT = Path(reading.__file__).with_name("calibration.json")
PULL = 2.0
KINDS = {"polarity": ("cue", "negation", "content", "known", "unknown"),
         "certainty": ("content", "cue", "elsewhere", "plain")}  # fmt: skip

Trial = tuple[str, str, bool]
"""Field, what told it, whether it was right."""


def _of_samples(data: Path) -> Iterator[Trial]:
    for name in blind.OPEN:
        for row, article, answer in blind.answers(data, name):
            if answer is not None:
                told = reading.stance(Facts(article), blind.relation_of(answer))
                yield "polarity", told.polarity_by, told.polarity == row.fields["polarity"]
                yield "certainty", told.certainty_by, told.certainty == row.fields["certainty"]


def _of_tables() -> Iterator[Trial]:
    for case in all_cases():
        facts = Facts(case.article)
        for relation, expected in zip(case.relations, case.expected, strict=True):
            told = reading.stance(facts, relation)
            if "polarity" in expected:
                yield "polarity", told.polarity_by, told.polarity == expected["polarity"]
            if "certainty" in expected:
                yield "certainty", told.certainty_by, told.certainty == expected["certainty"]


def _of_gum(data: Path) -> Iterator[Trial]:
    for clause in stances.clauses(data):
        told = stances.told(clause)
        yield "polarity", told.polarity_by, (told.polarity != "affirm") == clause.negative


def chances(trials: Iterator[Trial]) -> dict[str, dict[str, float]]:
    """Of each field, the chance of being right by what told it."""
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for field, by, good in trials:
        for key in ((field, by), (field, "")):
            seen[key] += 1
            right[key] += good
    made: dict[str, dict[str, float]] = {}
    for field, kinds in KINDS.items():
        whole = right[field, ""] / max(1, seen[field, ""])
        made[field] = {by: round((right[field, by] + PULL * whole) / (seen[field, by] + PULL), 4) for by in kinds}
        for by in kinds:
            print(f"{field:10}{by:10}n {seen[field, by]:5}  right {right[field, by]:5}  chance {made[field][by]:.3f}")
    return made


def main() -> None:
    """Read the options, write the file that the package ships."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    chosen = options.parse_args()
    made = chances(trial for way in (_of_samples(chosen.data), _of_tables(), _of_gum(chosen.data)) for trial in way)
    OUT.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
