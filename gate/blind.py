"""Samples of unseen articles, whose attributions were annotated by reading before the program was run on them.

    python -m gate.blind [SAMPLE] [--misses] [DATA]

``samples/`` holds spans and fields, no text: the articles are in ``stories/`` of the data. Fields are scored on the
attributions that the product finds by itself, matched to the annotated ones as in :mod:`gate.depth`; how many it finds
is a score of its own. The *first* sample (news clusters, reports of one war) and the *second* to the *sixth* (Wikinews,
the same war; annotated by readers who did not make the rules) were each measured blind once; then their misses were
read and rules made for what they had in common: they are development samples now. The *seventh* was made as the
sixth; its misses are not read, and ``--misses`` refuses it.

A name or word agrees when it is the same but for case, articles and titles; a link of a chain without a name when at
least half of its words are the same; ``said`` when both ends are, in days; a figure when low, high and bound are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from gate import DATA, corpora
from gate.depth import Tallies, Tally, matched, report
from twosource.attribute import attribute
from twosource.read import read
from twosource.records import Article, Attribution, Mention, Relation

SAMPLES = {
    name: Path(__file__).with_name("samples") / f"{name}.json"
    for name in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
}
OPEN = ("first", "second", "third", "fourth", "fifth", "sixth")
"""The samples whose misses have been read."""
FIELDS = ("name", "kind", "anonymity", "role", "affiliation", "chain", "polarity", "certainty", "said", "figures")

_TITLES = re.compile(
    r"^(?:[a-z]+'s|monsenor|the|an?|his|her|their|its|our|mr|mrs|ms|dr|sir|president|prime minister|vice president|"
    r"chancellor|senator|"
    r"sen|rep|gov|governor|minister|mayor|judge|justice|king|queen|prince|pope|rev|col|colonel|gen|general|lt|capt|captain|"
    r"sgt|maj|major|sheriff|secretary)\.?\s+"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One annotated attribution."""

    relation: Relation
    fields: dict[str, Any]
    where: str


class Answer(NamedTuple):
    """An annotated attribution, its article, and what the product found for it."""

    row: Row
    article: Article
    found: Attribution | None


def sample(name: str) -> list[dict[str, Any]]:
    """The articles of a sample, each with its annotated attributions."""
    loaded: list[dict[str, Any]] = json.loads(SAMPLES[name].read_text(encoding="utf-8"))
    return loaded


def digest(data: Path) -> str:
    """SHA-256 of the annotation and of the texts it points into."""
    whole = hashlib.sha256()
    for name, file in SAMPLES.items():
        whole.update(file.read_bytes() + "\x1f".join(a["text"] or "" for a in _articles(data, name)).encode())
    return whole.hexdigest()


def _articles(data: Path, name: str) -> Iterator[dict[str, str | None]]:
    rows = {corpus: corpora.rows(data, corpus) for corpus in {one["corpus"] for one in sample(name)}}
    for one in sample(name):
        yield corpora.article(rows[one["corpus"]][one["row"]], one["corpus"])


def product(data: Path, name: str) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
    """What the product finds in each article, read from a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        file.write_text("".join(json.dumps(article) + "\n" for article in _articles(data, name)), encoding="utf-8")
        yield from attribute(read(str(file)))


def relation_of(found: Attribution) -> Relation:
    """The bare relation of an attribution."""
    return Relation(source=found.source, cue=found.cue, content=found.content)


def rows(one: dict[str, Any]) -> Iterator[Row]:
    """The annotated attributions of one article."""
    for number, fields in enumerate(one["attributions"], 1):
        source, cue, content = (tuple((s, e) for s, e in fields[role]) for role in ("source", "cue", "content"))
        yield Row(Relation(source=source, cue=cue, content=content), fields, f"{one['corpus']} {one['row']}.{number}")


def answers(data: Path, name: str) -> Iterator[Answer]:
    """Every annotated attribution of a sample with what the product found for it."""
    for one, (article, attributions) in zip(sample(name), product(data, name), strict=True):
        for row in rows(one):
            yield Answer(row, article, matched(row.relation, attributions))


def score(given: Iterable[Answer]) -> tuple[Tallies, int, int]:
    """The tally of each field, how many annotated attributions were found, and how many there are."""
    tallies: Tallies = {part: Tally() for part in FIELDS}
    found = there = 0
    for row, article, answer in given:
        there += 1
        if answer is not None:
            found += 1
            _judge(tallies, row, article, answer)
    return tallies, found, there


def chances(given: Iterable[Answer], field: str) -> list[tuple[float, bool]]:
    """Of each attribution found, the score of ``field`` (polarity or certainty) and whether the field is right."""
    return [
        (getattr(answer, f"{field}_score"), getattr(answer, field) == row.fields[field])
        for row, _, answer in given
        if answer is not None
    ]


def _judge(tallies: Tallies, row: Row, article: Article, answer: Attribution) -> None:
    origin = answer.chain[-1] if answer.chain else None
    if (
        origin
        and origin.kind == "document"
        and row.fields["name"]
        and _words(origin.affiliation) == _words(row.fields["name"])
    ):
        # The design names the document and its author; the annotators the author alone.
        origin = replace(origin, name=row.fields["name"], kind=row.fields["kind"], anonymity=row.fields["anonymity"])
        answer = replace(answer, chain=(*answer.chain[:-1], origin))
    for name in ("name", "kind", "anonymity", "role", "affiliation", "polarity", "certainty"):
        value = getattr(answer if name in ("polarity", "certainty") else origin, name, None)
        wanted = row.fields[name]
        if name == "kind" and not row.fields["chain"]:
            continue
        tallies[name].add(value or "-", wanted or "-", _words(value) == _words(wanted), f"{row.where} {name}")
    links = [_link(article, link) for link in answer.chain]
    chain = [link if isinstance(link, str) else article.text[slice(*link)] for link in row.fields["chain"]]
    if len(chain) > 1 and _words(chain[0]) == _words(article.outlet):
        # That it was told to the article's own outlet is no link.
        del chain[0]
    good = len(links) == len(chain) and all(map(_same_link, links, chain))
    tallies["chain"].add(" < ".join(links) or "-", " < ".join(chain) or "-", good, f"{row.where} chain")
    said = answer.said and _days(answer.said.start, answer.said.end)
    wanted = row.fields["said"] and _days(row.fields["said"]["start"], row.fields["said"]["end"])
    tallies["said"].add(said or "-", wanted or "-", said == wanted, f"{row.where} said")
    _judge_figures(tallies["figures"], row, answer)


def _days(start: str | None, end: str | None) -> str:
    """The days of an interval, which are what was annotated: an afternoon is its day."""
    if start is None or end is None:
        return f"{start}..{end}"
    first, after = datetime.fromisoformat(start[:10]), datetime.fromisoformat(end[:10])
    after += timedelta(days=int(after == first or ("T" in end and not end[11:].startswith("00:00"))))
    return f"{first.date()}..{after.date()}"


def _judge_figures(tally: Tally, row: Row, answer: Attribution) -> None:
    """Each figure that is there or was found is a row."""
    have = [(figure.low, figure.high, figure.bound) for figure in answer.figures]
    for figure in row.fields["figures"]:
        wanted = figure["low"], figure["high"], figure["bound"]
        good = wanted in have
        tally.add(str(wanted) if good else "-", str(wanted), good, f"{row.where} figures {have}")
        if good:
            have.remove(wanted)
    for extra in have:
        tally.add(str(extra), "-", False, f"{row.where} figures")


def _link(article: Article, link: Mention) -> str:
    return link.name or (article.text[slice(*link.span)] if link.span else link.role or link.kind)


def _same_link(found: str, wanted: str) -> bool:
    one, other = _words(found), _words(wanted)
    shared = len(set(one.split()) & set(other.split()))
    named = wanted[:1].isupper() and not wanted.startswith(("The ", "A ", "An "))
    return one == other or (not named and 2 * shared >= max(len(set(one.split())), len(set(other.split()))))


def _words(value: str | None) -> str:
    text = " ".join(re.sub(r"[^\w\s'-]", " ", (value or "").replace("’", "'").lower()).split())
    while (shorter := _TITLES.sub("", text)) != text:
        text = shorter
    return text


def scores(data: Path) -> dict[str, float]:
    """The share of each field that is right, and of attributions found; ``figures`` is F1, ``said`` where there is
    any."""
    made: dict[str, float] = {}
    for name in SAMPLES:
        tallies, found, there = score(answers(data, name))
        made[f"blind.{name}.found"] = found / there
        made |= {f"blind.{name}.{part}": tally.right / max(1, tally.rows) for part, tally in tallies.items()}
        figures, said = tallies["figures"], tallies["said"]
        made[f"blind.{name}.figures"] = 2 * figures.same / max(1, figures.asserted + figures.wanted)
        made[f"blind.{name}.said"] = said.same / max(1, said.wanted)
    return {name: round(value, 4) for name, value in made.items()}


def main() -> None:
    """Read the options, print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("sample", nargs="?", choices=tuple(SAMPLES), default="seventh", help="default: seventh")
    options.add_argument("data", nargs="?", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    options.add_argument("--misses", action="store_true", help="print each field that is not as annotated")
    chosen = options.parse_args()
    if chosen.misses and chosen.sample == "seventh":
        options.error("the misses of the seventh sample are not for reading: what is read is blind no more")
    given = list(answers(chosen.data, chosen.sample))
    tallies, found, there = score(given)
    if chosen.misses:
        print("\n".join(miss for tally in tallies.values() for miss in tally.misses))
    print("\n".join(report(tallies, found, there)))
    for field in ("polarity", "certainty"):
        pairs = chances(given, field)
        mean, right = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
        brier = sum((score - good) ** 2 for score, good in pairs) / len(pairs)
        print(f"{field}_score: mean {mean:.3f}, right {right:.3f}, Brier {brier:.3f}")


if __name__ == "__main__":
    main()
