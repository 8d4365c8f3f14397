"""The part `quality`: how much of PolNeAR's development split each contender finds, by the scorer of the gate.

Beside whole relations, contents alone are scored, because the others name a source by fewer words than the annotators
marked; and beside all, those whose content is in quotation marks, because that is what some of the others are for.
There the same rule picks from what a contender found, so that what it finds elsewhere is not held against it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.contenders import missing
from bench.processes import told
from bench.setting import Setting
from gate import DATA
from gate.attribution import CORPUS, Count, Gold, any_match, as_tokens, gold_rows, iou_match, pairs, tokens

NAMES = ("twosource", "gendergap", "textacy")
MEASURES = ("relation, any overlap", "relation, IoU ≥ .5", "content, IoU ≥ .5")
QUICK = 12

Result = dict[str, Any]
Spans = Mapping[str, Sequence[Sequence[int]]]

_QUOTED = re.compile(r'“[^“”]*”|"[^"]*"')
_IN_MARKS = 0.5


def measure(setting: Setting) -> Result:
    """The scores of each contender that can run here; none without the corpus."""
    if not (DATA / CORPUS).exists():
        return {"contenders": {}, "absent": dict.fromkeys(NAMES, f"no {CORPUS} in {DATA}")}
    gold = gold_rows(DATA / CORPUS)
    gold = gold[:QUICK] if setting.quick else gold
    absent = {name: why for name, why in missing().items() if name in NAMES}
    found: Result = {"articles": len(gold), "contenders": {}, "absent": absent}
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(gold):
            (Path(folder) / f"{number:04}.txt").write_text(row["text"], encoding="utf-8", newline="")
        for name in NAMES:
            if name not in absent:
                relations = told("bench.contenders", [name, folder])[1]
                found["contenders"][name] = scores(gold, relations)
    wanted = [row["relations"] for row in gold]
    inside = [[one for one in row["relations"] if quoted(one, row["text"])] for row in gold]
    if "textacy" not in absent:
        found["pipeline"] = told("bench.pipeline", [])
    return {**found, "relations": sum(map(len, wanted)), "quoted": sum(map(len, inside))}


def scores(gold: Sequence[Mapping[str, Any]], found: Sequence[Sequence[Spans]]) -> dict[str, dict[str, Any]]:
    """ "all" and "quoted" → measure → precision, recall and F1."""
    every, marked = _counts(), _counts()
    for row, own in zip(gold, found, strict=True):
        _add(every, row["text"], own, row["relations"])
        sides = [[one for one in side if quoted(one, row["text"])] for side in (own, row["relations"])]
        _add(marked, row["text"], sides[0], sides[1])
    return {name: {measure: _told(count) for measure, count in side.items()} for name, side in _named(every, marked)}


def quoted(relation: Spans, text: str) -> bool:
    """Whether at least half of the characters of its content are in quotation marks of its paragraph."""
    start = text.rfind("\n\n", 0, min((s for s, _ in relation["content"]), default=0)) + 1
    end = max((e for _, e in relation["content"]), default=0)
    stop = text.find("\n\n", end)
    inside: set[int] = set()
    for match in _QUOTED.finditer(text, start, stop if stop >= 0 else len(text)):
        inside.update(range(*match.span()))
    own = {at for s, e in relation["content"] for at in range(s, e)}
    return bool(own) and len(own & inside) >= _IN_MARKS * len(own)


def content_match(a: Gold, b: Gold) -> float:
    """IoU of the contents, where it is at least a half; whoever the source is."""
    overlap = len(a.content & b.content) / max(1, len(a.content | b.content))
    return overlap if overlap >= 0.5 else 0.0


_MATCHES: dict[str, Callable[[Gold, Gold], float]] = dict(
    zip(MEASURES, (any_match, iou_match, content_match), strict=True)
)


def _counts() -> dict[str, Count]:
    return {measure: Count() for measure in MEASURES}


def _add(counts: Mapping[str, Count], text: str, found: Sequence[Spans], gold: Sequence[Spans]) -> None:
    places = tokens(text)
    one, other = ([as_tokens(dict(each), places) for each in side] for side in (found, gold))
    for measure, match in _MATCHES.items():
        counts[measure].add(len(pairs(one, other, match)), len(one), len(other))


def _named(every: dict[str, Count], marked: dict[str, Count]) -> list[tuple[str, dict[str, Count]]]:
    return [("all", every), ("quoted", marked)]


def _told(count: Count) -> dict[str, float]:
    return {
        "precision": count.hits / max(1, count.found),
        "recall": count.hits / max(1, count.gold),
        "f1": count.f1,
    }


def table(found: Result) -> list[list[str]]:
    """A row a contender, measure and kind of relation."""
    made = [["", "of", "measure", "F1", "precision", "recall"]]
    for name, kinds in found["contenders"].items():
        for kind, measures in kinds.items():
            for measure_, one in measures.items():
                made.append([name, kind, measure_, *(f"{one[key]:.3f}" for key in ("f1", "precision", "recall"))])
    return [*made, *([name, f"not run: {why}", "", "", "", ""] for name, why in found["absent"].items())]
