"""The depth of an attribution, field by field: on the tables of cases, and on the blind sample.

    python -m gate.depth              both ways over the tables, by field
    python -m gate.depth chain time   only these tables, with every miss printed
    python -m gate.depth --path time  the same through the whole product path: the network finds the attributions

``told`` gives the fields of attributions whose spans are given (the marks of the tables), ``path`` those of what the
product finds by itself in the same text. Precision counts what was asserted (not null), recall what there was.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gate.cases import FIELDS, TABLES, Case, agrees, all_cases, cases, shown
from twosource.attribute import attribute
from twosource.attribute.describe import describe
from twosource.language.facts import Facts
from twosource.records import Attribution, Relation


@dataclass
class Tally:
    """Of one field: rows, rows right; and where a value was asserted, wanted, and both the same."""

    rows: int = 0
    right: int = 0
    asserted: int = 0
    wanted: int = 0
    same: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, found: str, wanted: str, good: bool, where: str) -> None:
        self.rows += 1
        self.right += good
        self.asserted += found != "-"
        self.wanted += wanted != "-"
        self.same += good and wanted != "-"
        if not good:
            self.misses.append(f"{where}: {found!r}, should be {wanted!r}")


Tallies = dict[str, Tally]


def told(case: Case) -> list[Attribution | None]:
    """The attributions of the marked relations, in order."""
    made = list(describe(Facts(case.article), case.relations))
    by_spans = {(one.source, one.cue, one.content): one for one in made}
    return [by_spans.get((r.source, r.cue, r.content)) for r in case.relations]


def matched(relation: Relation, found: Iterable[Attribution]) -> Attribution | None:
    """The attribution found that overlaps a marked one best: its cue, else its content; sources must not differ."""
    ranked = [(_shared(relation, one), number, one) for number, one in enumerate(found)]
    best = max(ranked, key=lambda item: (item[0], -item[1]), default=None)
    return best[2] if best and best[0] > 0 else None


def _shared(left: Relation, right: Attribution) -> float:
    cue, content = _overlap(left.cue, right.cue), _overlap(left.content, right.content)
    sources = bool(_overlap(left.source, right.source)) or not (left.source or right.source)
    return (2 * bool(cue) + content) * sources


def _overlap(left: Iterable[tuple[int, int]], right: Iterable[tuple[int, int]]) -> float:
    one, other = ({place for s, e in spans for place in range(s, e)} for spans in (left, right))
    return len(one & other) / max(1, len(one | other))


def score(tables: Iterable[Case], *, whole_path: bool) -> tuple[Tallies, int, int]:
    """The tally of each field, how many marked attributions were found and how many there are."""
    chosen = list(tables)
    tallies: Tallies = {}
    found = there = 0
    for case, ones in zip(chosen, _answers(chosen, whole_path), strict=True):
        for number, (one, expected) in enumerate(zip(ones, case.expected, strict=True), 1):
            there += 1
            found += one is not None
            for name, wanted in expected.items():
                if name in FIELDS and one is not None:
                    value = shown(case.article, one, name)
                    good = agrees(name, value, wanted)
                    tallies.setdefault(name, Tally()).add(value, wanted, good, f"{case.where}.{number} {name}")
    return tallies, found, there


def _answers(chosen: list[Case], whole_path: bool) -> Iterator[list[Attribution | None]]:
    if not whole_path:
        yield from map(told, chosen)
        return
    for case, (_, found) in zip(chosen, attribute(case.article for case in chosen), strict=True):
        yield [matched(relation, found) for relation in case.relations]


def digest(_data: Path) -> str:
    """SHA-256 of the tables."""
    return hashlib.sha256(b"\x1f".join(path.read_bytes() for path in sorted(TABLES.glob("*.txt")))).hexdigest()


def scores(_data: Path) -> dict[str, float]:
    """The share of each field that is right over all tables, both ways, and of attributions that are found."""
    rows, made = all_cases(), {}
    for way, whole_path in (("told", False), ("path", True)):
        tallies, found, there = score(rows, whole_path=whole_path)
        made[f"depth.{way}.found"] = found / there
        made |= {f"depth.{way}.{name}": tally.right / tally.rows for name, tally in tallies.items()}
    return made


def report(tallies: Tallies, found: int, there: int) -> Iterator[str]:
    """The table, a line a field."""
    yield f"{'field':14}{'n':>6}{'right':>8}{'P':>8}{'R':>8}"
    for name in FIELDS:
        if tally := tallies.get(name):
            precision, recall = tally.same / max(1, tally.asserted), tally.same / max(1, tally.wanted)
            yield f"{name:14}{tally.rows:6}{tally.right / tally.rows:8.3f}{precision:8.3f}{recall:8.3f}"
    yield f"attributions found: {found} of {there}"


def main() -> None:
    """Read the options, print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("tables", nargs="*", help="names or paths of tables; default: all, without the misses")
    options.add_argument("--path", action="store_true", help="through the whole product path")
    chosen = options.parse_args()
    paths = [path if path.exists() else TABLES / f"{name}.txt" for name in chosen.tables if (path := Path(name))]
    rows = [case for path in paths for case in cases(path)] if paths else all_cases()
    tallies, found, there = score(rows, whole_path=chosen.path)
    if paths:
        print("\n".join(miss for tally in tallies.values() for miss in tally.misses))
    print("\n".join(report(tallies, found, there)))


if __name__ == "__main__":
    main()
