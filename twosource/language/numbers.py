"""Numbers of news prose in digits and words: the pattern that finds one, and its value.

Written for this package because quantulum3 reads "$1.2bn" as 1.2 and "half a million" as 1,500,000, and text2num
rewrites the text and so loses its offsets.
"""

from __future__ import annotations

import re

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {word: float(n) for n, word in enumerate(_UNITS)}
    | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
    | {"a": 1.0, "an": 1.0, "dozen": 12.0, "half": 0.5, "quarter": 0.25, "third": 1 / 3, "score": 20.0}
)
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
# What vague plurals say at the least: two of the unit ("hundreds" is 200 or more).
_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 2e2, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fourth": 0.25, "fifth": 0.2, "sixth": 1 / 6, "tenth": 0.1}

_SMALL = "|".join((*_UNITS[::-1],))
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:10])}))?|{_SMALL})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:[\s-](?:hundred|thousand|million|billion|trillion)\b|\s?(?:bn|mn|mln|bln|tn|trn|k|m)\b)"
_LONG = r"(?:hundred|thousand|million|billion|trillion|dozen)"

# Scales are multiplied: more than three are no number of anything.
DIGITS = (
    rf"(?<![\w.,:/]){_DIGITS}"
    r"(?:\s(?:hundred|thousand|million|billion|trillion)\b|\s?(?:bn|mn|mln|bln|tn|trn|k|m)\b){0,3}"
)
WORDS = (
    rf"\b(?:[Hh]alf\s+an?\s+(?:hundred|thousand|million|billion|trillion|dozen)|"
    rf"[Aa]\s+quarter\s+of\s+an?\s+(?:million|billion)|"
    rf"(?:{_WORD}|[Aa]n?)\s+and\s+a\s+half\s+{_LONG}|(?:(?i:{_WORD})|[Aa])[\s-]{_LONG}(?:(?:\s+and)?[\s-](?:{_WORD}|"
    rf"{_LONG}))*|"
    rf"(?i:{_WORD}))\b(?!-year)"
)
VAGUE = (
    r"\b(?:[Tt]ens\s+of\s+(?:thousands|millions)|[Hh]undreds\s+of\s+(?:thousands|millions|billions)|"
    r"[Tt]housands|[Mm]illions|[Bb]illions|[Hh]undreds|[Dd]ozens|[Ss]cores(?=\s+(?:of|more|were|others)\b))\b"
)
FRACTION = (
    r"\b(?:(?:[Aa]|one|two|three|four)[-\s](?:third|quarter|fifth|tenth)s?\s+of\b|(?:[Tt]wo|[Tt]hree)[-\s](?:thirds|"
    r"quarters|fifths)\b|"
    r"[Hh]alf\s+(?:of\s+)?(?:the|its|their|his|her|all)\b)"
)


def value(written: str) -> float:
    """The value of what :data:`DIGITS` or :data:`WORDS` matched."""
    parts = re.findall(r"\d[\d,.]*|[a-z]+", written.lower())
    if parts[0][0].isdigit():
        return _rounded(_scaled(float(parts[0].replace(",", "").rstrip(".")), parts[1:]))
    return _rounded(_words(parts))


def _scaled(number: float, scales: list[str]) -> float:
    for scale in scales:
        number *= _SCALES.get(scale, 1.0)
    return number


def _words(parts: list[str]) -> float:
    if parts[0] in ("half", "quarter") or parts[:2] == ["a", "quarter"]:
        return _scaled(0.5 if parts[0] == "half" else 0.25, parts) * (12 if parts[-1] == "dozen" else 1)
    if "half" in parts:
        return (_VALUES[parts[0]] + 0.5) * (_SCALES.get(parts[-1]) or _VALUES[parts[-1]])
    total = group = 0.0
    for part in parts:
        if part == "dozen":
            group = (group or 1) * 12
        elif part == "hundred":
            group = (group or 1) * 100
        elif part in _SCALES:
            total, group = total + (group or 1) * _SCALES[part], 0.0
        else:
            group += _VALUES.get(part, 0.0)
    return total + group


def least(vague: str) -> float:
    """What "dozens", "hundreds of thousands" and the like say at the least."""
    parts = vague.lower().split()
    first = 20.0 if parts[0] == "tens" else _VAGUE[parts[0]]
    scale = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}.get(parts[-1], 1.0)
    return first * scale if len(parts) > 1 else first


def fraction(written: str) -> float:
    """The share that :data:`FRACTION` matched, as a per cent."""
    parts = re.findall(r"[a-z]+", written.lower())
    if parts[0] == "half":
        return 50.0
    return _rounded(100 * _VALUES.get(parts[0], 1.0) * _FRACTIONS[parts[1].rstrip("s")])


def _rounded(number: float) -> float:
    """Without the dust of binary fractions: 1.2 million is 1200000, not 1199999.9999999998."""
    return float(f"{number:.12g}")
