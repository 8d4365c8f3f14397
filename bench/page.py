"""docs/bench.md, its plots and docs/bench.json: `python -m bench.page [build/bench/PART.json]...`.

Takes in the parts that are named, as a run left them, and makes page and plots anew; without any, of docs/bench.json
alone. Every figure of the page comes from there; a test sees to it that the page is what this module makes of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from bench import adding, growth, plots, quality, queries
from bench.setting import write

Result = dict[str, Any]

TEMPLATE = Path(__file__).with_name("page.md")
PAGE = Path("docs/bench.md")
NAMES = {
    "extract": "twosource extract",
    "twosource": "Twosource from Python",
    "network": "its network alone",
    "spacy": "spaCy pipeline",
    "textacy": "textacy",
    "gendergap": "Gender Gap Tracker",
}
KINDS = {"all": "all relations", "quoted": "in quotation marks"}
_GROWN = {
    "CPU seconds": "cpu_s",
    "without the networks": "without_networks_cpu_s",
    "peak MB": "peak_mb",
    "ledger MB": "ledger_mb",
}
MILLION = 1_000_000
_DIGITS = 5


def remake(page: Path, made: Mapping[str, Result]) -> None:
    """Put the parts that were ``made`` in the JSON beside ``page``, in place of what it had of them; make the page and
    the plots anew."""
    path = page.with_suffix(".json")
    figures = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    figures |= {part: _short(found) for part, found in made.items()}
    write(path, figures)
    page.write_text(text(figures), encoding="utf-8")
    for name, drawing in drawings(figures).items():
        (page.parent / "pictures" / f"bench-{name}.svg").write_text(drawing, encoding="utf-8")


def _short(found: Any) -> Any:
    """Without digits that no measurement has."""
    if isinstance(found, float):
        return float(f"{found:.{_DIGITS}g}")
    if isinstance(found, dict):
        return {name: _short(value) for name, value in found.items()}
    return [_short(value) for value in found] if isinstance(found, list) else found


def text(figures: Mapping[str, Result]) -> str:
    """The page."""
    results = {part: found["result"] for part, found in figures.items()}
    speed, scored = results["speed"], results["quality"]
    ratio = speed["extract_to"]
    values = {
        "speed": markdown(_speeds(speed)),
        "quality": markdown(_scores(scored)),
        "add": markdown(adding.table(results["add"])),
        "queries": markdown(queries.table(results["queries"])),
        "growth": markdown(growth.table(results["growth"])),
        "million": _far(results.get("million")),
        "runs": markdown(_runs(figures)),
        "machines": "\n".join(f"- {words}" for words in _machines(figures)),
        "texts": f"{speed['corpus']}, {speed['articles']} articles, {speed['words']:,} words",
        "rounds": f"{speed['rounds']}",
        "winner": "spaCy is faster" if ratio["spacy"] < 1 else "spaCy is slower",
        "slower": f"{1 / ratio['spacy']:.1f}",
        "of_network": f"{ratio['network']:.0%}",
        "peak": f"{speed['peak_mb']:.0f}",
        "first": f"{speed['first_cpu_s']:.1f}",
        "relations": f"{scored['relations']:,}",
        "quoted": f"{scored['quoted']:,}",
        "vector": f"{results['growth']['vector_ms']:.1f}",
        "pair": f"{results['growth']['pair_ms']:.1f}",
        **_pipeline(scored["pipeline"]),
    }
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(values)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """A table; its first row is the head."""
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])


def _speeds(found: Result) -> list[list[str]]:
    rows = [["", "words a CPU-second", "rounds", "`extract` is so many times as fast"]]
    for name, speed in found["words_a_cpu_second"].items():
        ratio = found["extract_to"].get(name)
        rounds = f"{speed['least']:,.0f} to {speed['most']:,.0f}"
        rows.append([NAMES[name], f"{speed['median']:,.0f}", rounds, f"{ratio:.2f}" if ratio else ""])
    return [*rows, *([NAMES[name], "not run", why, ""] for name, why in found["absent"].items())]


def _scores(found: Result) -> list[list[str]]:
    rows = [["", "measured on", "relation, any overlap", "relation, IoU ≥ .5", "content, IoU ≥ .5"]]
    for kind, words in KINDS.items():
        for name, kinds in found["contenders"].items():
            cells = [_score(one) for one in kinds[kind].values()]
            rows.append([NAMES[name], words, *cells])
    return [*rows, *([NAMES[name], "not run", why, "", ""] for name, why in found["absent"].items())]


def _score(one: Mapping[str, float]) -> str:
    f1, precision, recall = (f"{one[name]:.3f}".removeprefix("0") for name in ("f1", "precision", "recall"))
    return f"**{f1}** (P {precision}, R {recall})"


def _pipeline(found: Result) -> dict[str, str]:
    made = found["made"]
    return {
        "pipeline": f"{found['name']} on spaCy {found['library']}",
        "tag_acc": f"{made['tag_acc']:.1%}",
        "uas": f"{made['dep_uas']:.1%}",
        "las": f"{made['dep_las']:.1%}",
        "gum_upos": f"{found['gum_upos']:.1%}",
        "gum_words": f"{found['gum_words']:,}",
    }


def _runs(figures: Mapping[str, Result]) -> list[list[str]]:
    rows = [["part", "command", "day", "minutes", "processes at work when it began"]]
    for part, found in figures.items():
        took, load = f"{found['seconds'] / 60:.1f}", f"{found['machine']['load']}"
        rows.append([part, f"`{found['command']}`", found["made_on"], took, load])
    return rows


def _machines(figures: Mapping[str, Result]) -> list[str]:
    """Each of the machines, with the parts that it measured where there are several."""
    parts: dict[str, list[str]] = {}
    for part, found in figures.items():
        on = found["machine"]
        flags = ", ".join(f"`{flag}`" for flag in on["flags"]) or "none"
        words = f"{on['cores']} cores of {on['processor']}, {on['memory_gb']} GB, Python {on['python']}"
        parts.setdefault(f"{words}; instructions for byte products: {flags}", []).append(part)
    return [f"{words} ({', '.join(own)})" for words, own in parts.items()]


def _far(found: Result | None) -> str:
    """The run of hours, where there was one."""
    if not found:
        return "`python -m bench million` goes on to a million attributions, in hours. It was not run for this page."
    reached = f"{found['sizes'][-1]['attributions']:,}"
    head = f"`python -m bench million` goes on to a million attributions, in hours; the last run went to {reached}."
    return f"{head}{beyond(found)}\n\n{markdown(growth.table(found))}"


def beyond(found: Result) -> str:
    """What a million attributions would take, where the run did not go so far but far enough to tell."""
    last, law = found["sizes"][-1], found.get("exponents")
    if not law or last["attributions"] >= MILLION:
        return ""
    times = {name: (MILLION / last["attributions"]) ** exponent for name, exponent in law.items()}
    hours, memory, file = (last[name] * times[name] for name in ("cpu_s", "peak_mb", "ledger_mb"))
    return (
        f" At these exponents a million would take {hours / 3600:.0f} core hours, {memory / 1000:.1f} GB of memory and "
        f"{file / 1000:.0f} GB of file; that is reckoned, not measured."
    )


def drawings(figures: Mapping[str, Result]) -> dict[str, str]:
    """Name → SVG."""
    results = {part: found["result"] for part, found in figures.items()}
    speeds = results["speed"]["words_a_cpu_second"]
    scored = results["quality"]["contenders"]
    scores = {
        words: {NAMES[name]: kinds[kind][quality.MEASURES[0]]["f1"] for name, kinds in scored.items()}
        for kind, words in KINDS.items()
    }
    asked = results["queries"]["ledgers"]
    waited = {kind: [(one["articles"], one["queries"][kind]["median_ms"]) for one in asked] for kind in queries.KINDS}
    sizes = results.get("million", results["growth"])["sizes"]
    grown = {name: [(one["attributions"], one[key]) for one in sizes] for name, key in _GROWN.items()}
    fast = {NAMES[name]: one["median"] for name, one in speeds.items()}
    return {
        "speed": plots.bars("Words a CPU-second, one thread", {"": fast}),
        "quality": plots.bars("F1 of relations, any overlap: PolNeAR, development split", scores, form=".3f"),
        "growth": plots.lines("A ledger that grows", grown, across="attributions"),
        "queries": plots.lines("Milliseconds to an answer, median", waited, across="articles in the ledger"),
    }


if __name__ == "__main__":
    remake(PAGE, {Path(name).stem: json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:]})
