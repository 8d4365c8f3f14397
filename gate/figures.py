"""Quantities, held against the number tables of Microsoft's Recognizers-Text.

    python -m gate.figures [--misses] [DATA]

The tables are of commands and sentences of all kinds, not of news, and ask for more than a figure of news is: years,
ordinals, negative numbers and powers are left out here. *Found*: a figure overlaps the words. *Right*: its ends are the
value, of a range both ends; percent and currency have their unit too. Precision is over the figures given in the rows
of the plain numbers, where the table is complete.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gate import DATA
from twosource.language.dates import find_times
from twosource.language.figures import find_figures
from twosource.records import Figure, Span

CORPUS = "specs/recognizers-text-english.tar.gz"
TABLES = {
    "number": "Number/English/NumberModel.json",
    "range": "Number/English/NumberRangeModel.json",
    "percent": "Number/English/PercentModel.json",
    "money": "NumberWithUnit/English/CurrencyModel.json",
    "measure": "NumberWithUnit/English/DimensionModel.json",
}
_ISO = {"Dollar": "USD", "Pound": "GBP", "Euro": "EUR", "Japanese yen": "JPY", "United States dollar": "USD"}
_LEFT_OUT = re.compile(r"[-^]|\bnegative\b|\bminus\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


@dataclass
class Tally:
    """Gold quantities, those found and those right, and the figures given in the same rows."""

    gold: int = 0
    found: int = 0
    right: int = 0
    given: int = 0
    misses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gold:
    """A quantity of a table: its ends (``None`` is open) and, for money and percent, its unit."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None


def rows(data: Path, name: str) -> Iterator[tuple[str, list[Gold], bool]]:
    """The sentences of a table, each with its quantities and whether these are all that a figure could be."""
    with tarfile.open(data / CORPUS) as archive:
        content = archive.extractfile(TABLES[name])
        assert content is not None
        table: list[dict[str, Any]] = json.loads(content.read().decode("utf-8-sig"))
    for row in table:
        read = [_gold(result, row["Input"]) for result in row["Results"] if "Start" in result]
        yield row["Input"], [one for one in read if one], None not in read


def _gold(result: dict[str, Any], text: str) -> Gold | None:
    resolved = result.get("Resolution") or {}
    span = result["Start"], result["End"] + 1
    value, words = str(resolved.get("value")), text[slice(*span)]
    if resolved.get("subtype") in ("power", "ordinal") or _LEFT_OUT.search(words) or _YEAR.match(words):
        return None
    if match := re.fullmatch(r"([\[(])(-?[\d.]*),(-?[\d.]*)[\])]", value):
        return Gold(span, _number(match[2]), _number(match[3]), None)
    number = _number(value.rstrip("%"))
    if number is None:
        return None
    return Gold(span, number, number, "percent" if value.endswith("%") else _unit(resolved))


def _unit(resolved: dict[str, Any]) -> str | None:
    return resolved.get("isoCurrency") or _ISO.get(resolved.get("unit", ""))


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None


def tally(data: Path, name: str) -> Tally:
    """The tally of one table."""
    total = Tally()
    for text, gold, complete in rows(data, name):
        figures = find_figures(text, [(0, len(text))], [time.span for time in find_times(text)])
        total.given += len(figures) if complete else 0
        for one in gold:
            near = [f for f in figures if f.span[0] < one.span[1] and one.span[0] < f.span[1]]
            good = any(_agrees(figure, one) for figure in near)
            total.gold, total.found, total.right = total.gold + 1, total.found + bool(near), total.right + good
            if not good:
                shown = [(f.low, f.high, f.unit) for f in near]
                total.misses.append(f"{name}: {text!r}: {shown}, should be {(one.low, one.high, one.unit)}")
    return total


def _agrees(figure: Figure, gold: Gold) -> bool:
    ends = [(figure.low, gold.low), (figure.high, gold.high)]
    if figure.bound != "exact" and gold.low == gold.high:
        # "Nearly 30": the table has the number alone.
        ends = [(figure.low if figure.low is not None else figure.high, gold.low)]
    close = all(
        one == two or (one is not None and two is not None and abs(one - two) <= 1e-6 * two) for one, two in ends
    )
    return close and gold.unit in (None, figure.unit)


def scores(data: Path) -> dict[str, float]:
    """The share found and right of each table; precision of the plain numbers."""
    made: dict[str, float] = {}
    for name in TABLES:
        total = tally(data, name)
        made[f"figures.{name}.found"] = round(total.found / total.gold, 4)
        made[f"figures.{name}.right"] = round(total.right / total.gold, 4)
        if name == "number":
            made["figures.number.precision"] = round(total.right / max(1, total.given), 4)
    return made


def digest(data: Path) -> str:
    """SHA-256 of the tables."""
    return hashlib.sha256((data / CORPUS).read_bytes()).hexdigest()


def main() -> None:
    """Print the figures of each table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    options.add_argument("--misses", action="store_true", help="print each quantity that is not right")
    chosen = options.parse_args()
    for name in TABLES:
        total = tally(chosen.data, name)
        if chosen.misses:
            print("\n".join(total.misses))
        print(f"{name:10}n {total.gold:4}  found {total.found / total.gold:.3f}  right {total.right / total.gold:.3f}")


if __name__ == "__main__":
    main()
