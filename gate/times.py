"""Dates of news, held against TimeBank and AQUAINT (TimeML: Pustejovsky et al. 2003), beside dateparser alone.

    python -m gate.times [--misses] [DATA]

Gold are the TIMEX3 of type DATE and TIME whose value is a calendar stretch: a year, a month, a quarter, a week, a day;
of a TIME its day counts. Asked is the whole text with its creation time, as of any article; which way an expression
leans is decided as for the time that a statement is about. *Found*: an expression overlaps the gold one. *Exact*: it
resolves to the same half-open stretch of days. *Within*: what it resolves to begins inside the gold stretch, which is
the most that a tool can do that knows moments only. Precision is over what overlaps any TIMEX3 or none at all, where
the gold must be a DATE or TIME. TimeML writes "late November" as all of November: where the words say "early", "late",
"earlier" or "later", a part of the gold stretch is exact too.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

from gate import DATA
from twosource.language.facts import Facts
from twosource.language.tense import lean
from twosource.read import paragraphs
from twosource.records import Article, Span

CORPUS = "specs/timebank-aquaint.tar.gz"
_DAY = timedelta(days=1)
_PART = re.compile(r"\b(?:early|earlier|mid|late|later|end|beginning)\b", re.IGNORECASE)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Days = tuple[date, date]
Answer = tuple[Span, Days]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article with its gold expressions; ``None`` is one that names no stretch of the calendar."""

    name: str
    text: str
    published: str
    gold: tuple[tuple[Span, Days | None], ...]


@dataclass
class Tally:
    """Gold expressions, those found, exact and within; and all answers given."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    within: int = 0
    given: int = 0

    def scores(self) -> dict[str, float]:
        """Recall of each measure, precision of the exact ones."""
        shares = {name: getattr(self, name) / max(1, self.gold) for name in ("found", "exact", "within")}
        return shares | {"precision": self.exact / max(1, self.given)}


def articles(data: Path) -> Iterator[Dated]:
    """Both corpora, in the order of the archive's names."""
    with tarfile.open(data / CORPUS) as archive:
        for name in sorted(archive.getnames()):
            if name.endswith(".tml"):
                content = archive.extractfile(name)
                assert content is not None
                yield _article(Path(name).stem, content.read().decode("utf-8", "replace"))


def _article(name: str, source: str) -> Dated:
    root = ElementTree.fromstring(re.sub(r"&(?!\w+;)", "&amp;", source))
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    assert body is not None
    assert created is not None
    pieces: list[str] = []
    gold: list[tuple[Span, Days | None]] = []
    _walk(body, pieces, gold)
    # Lines are broken at a width: only an empty line ends a paragraph.
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", "".join(pieces))
    return Dated(name, text, created.get("value", "")[:10], tuple(gold))


def _walk(node: ElementTree.Element, pieces: list[str], gold: list[tuple[Span, Days | None]]) -> None:
    pieces.append(node.text or "")
    for child in node:
        start = sum(map(len, pieces))
        _walk(child, pieces, gold)
        if child.tag == "TIMEX3":
            dated = child.get("type") in ("DATE", "TIME")
            gold.append(((start, sum(map(len, pieces))), days(child.get("value", "")) if dated else None))
        pieces.append(child.tail or "")


_VALUES: tuple[tuple[str, Callable[[re.Match[str]], Days]], ...] = (
    (r"(\d{4})-W(\d\d?)(-WE)?", lambda m: _week(int(m[1]), int(m[2]), weekend=bool(m[3]))),
    (r"(\d{4})-Q(\d)", lambda m: _months(int(m[1]), 3 * int(m[2]) - 2, 3)),
    (r"(\d{4})-H(\d)", lambda m: _months(int(m[1]), 6 * int(m[2]) - 5, 6)),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda m: _months(int(m[1]), _SEASONS[m[2]], 3)),
    (r"(\d{3})X?", lambda m: (date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 10, 1, 1))),
    (r"(\d{4}-\d\d-\d\d)(?:T.*)?", lambda m: (date.fromisoformat(m[1]), date.fromisoformat(m[1]) + _DAY)),
    (r"(\d{4})(?:-(\d\d))?", lambda m: _months(int(m[1]), int(m[2] or 1), 1 if m[2] else 12)),
)


def days(value: str) -> Days | None:
    """The stretch that a TIMEX3 value names."""
    matches = ((re.fullmatch(pattern, value), made) for pattern, made in _VALUES)
    return next((made(match) for match, made in matches if match), None)


def _week(year: int, week: int, *, weekend: bool) -> Days:
    start = date.fromisocalendar(year, week, 6 if weekend else 1)
    return start, start + (2 if weekend else 7) * _DAY


def _months(year: int, first: int, count: int) -> Days:
    end = first - 1 + count
    return date(year, first, 1), date(year + end // 12, end % 12 + 1, 1)


def ours(one: Dated) -> Iterator[Answer]:
    """What the product resolves."""
    article = Article(text=one.text, paragraphs=paragraphs.find(one.text), published=one.published)
    facts = Facts(article)
    for paragraph in article.paragraphs:
        for time in facts.times_in(paragraph):
            sentence = facts.sentence_at(time.span[0])
            interval = time.interval(one.published, lean=lean(one.text, sentence, time.span))
            if interval and interval.start and interval.end:
                start, end = _day(interval.start), _day(interval.end)
                yield time.span, (start, max(end, start + _DAY))


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def peer(one: Dated) -> Iterator[Answer]:
    """What dateparser finds and resolves by itself: moments, taken as days."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(one.published)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    for start, end in paragraphs.find(one.text):
        place = start
        for words, moment in search_dates(one.text[start:end], languages=["en"], settings=settings) or ():
            at = one.text.find(words, place, end)
            if at >= 0:
                place = at + len(words)
                yield (at, place), (moment.date(), moment.date() + _DAY)


def tally(corpus: Iterable[Dated], way: Callable[[Dated], Iterable[Answer]], misses: list[str] | None = None) -> Tally:
    """The tally of one way over the articles; what is not exact goes to ``misses``."""
    total = Tally()
    for one in corpus:
        answers = list(way(one))
        for span, wanted in one.gold:
            if wanted is not None:
                _judge(total, one, (span, wanted), answers, misses)
        other = [span for span, wanted in one.gold if wanted is None]
        total.given += sum(not any(_overlap(span, o) for o in other) for span, _ in answers)
    return total


def _judge(total: Tally, one: Dated, gold: Answer, answers: Sequence[Answer], misses: list[str] | None) -> None:
    span, wanted = gold
    near = [resolved for place, resolved in answers if _overlap(place, span)]
    total.gold += 1
    total.found += bool(near)
    part = _PART.search(one.text, max(0, span[0] - 12), span[1])
    good = wanted in near or bool(part and any(wanted[0] <= start and end <= wanted[1] for start, end in near))
    total.exact += good
    total.within += any(wanted[0] <= start < wanted[1] for start, _ in near)
    if misses is not None and not good:
        before = one.text[max(0, span[0] - 50) : span[0]].replace("\n", " ")
        shown = [f"{start}..{end}" for start, end in near] or ["-"]
        misses.append(f"{one.name} ({one.published}) {before}[{one.text[slice(*span)]}] {', '.join(shown)}, should be "
                      f"{wanted[0]}..{wanted[1]}")  # fmt: skip


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def scores(data: Path) -> dict[str, float]:
    """The product's figures."""
    return {f"times.{name}": round(share, 4) for name, share in tally(articles(data), ours).scores().items()}


def digest(data: Path) -> str:
    """SHA-256 of the corpus."""
    return hashlib.sha256((data / CORPUS).read_bytes()).hexdigest()


def main() -> None:
    """Print the figures of the product and of dateparser alone."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("data", nargs="?", type=Path, default=DATA, help="default: $TWOSOURCE_DATA, or ../shared/data")
    options.add_argument(
        "--misses", action="store_true", help="print each gold expression that is not resolved exactly"
    )
    chosen = options.parse_args()
    corpus = list(articles(chosen.data))
    misses: list[str] | None = [] if chosen.misses else None
    for name, way in (("twosource", ours), ("dateparser", peer)):
        total = tally(corpus, way, misses if way is ours else None)
        print("\n".join(misses) if misses and way is ours else "", end="\n" if misses and way is ours else "")
        print(f"{name:12}" + "  ".join(f"{part} {share:.3f}" for part, share in total.scores().items()), total.gold)


if __name__ == "__main__":
    main()
