"""A table for spreadsheets: a row an attribution, the columns of its article repeated."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from twosource.export import Result
from twosource.export.words import chain, plain, quoted
from twosource.records import Article, Attribution, Interval, Span

# A spreadsheet runs a cell that begins so as a formula, and an article is written by strangers. One apostrophe in front
# makes it text; cells that already begin with apostrophes and then so get one more, so that taking one away undoes it.
_FORMULA = re.compile("'*[=+@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}\t\r-]")

COLUMNS = (
    *("article_id", "url", "title", "outlet", "authors", "credits", "published", "attribution_id"),
    *("chain", "source", "cue", "content", "manner", "act", "polarity", "certainty"),
    *("polarity_score", "certainty_score", "hedge", "target", "target_attribution"),
    *("said_start", "said_end", "said_text", "about_start", "about_end", "about_text"),
    *("origin_name", "origin_kind", "origin_role", "origin_affiliation", "origin_anonymity"),
    *("origin_number", "origin_reason"),
    *("figures", "confidence", "source_spans", "cue_spans", "content_spans", "made_by"),
)


def lines(results: Iterable[Result], *, made_by: str) -> Iterator[str]:
    """The header, then the rows of each article together, each of which says what the attributions were ``made_by``.
    An article without attributions has no row."""
    yield _row(COLUMNS)
    for article, attributions in results:
        if rows := [_row(cells(article, found, made_by=made_by)) for found in attributions]:
            yield "".join(rows)


def cells(article: Article, found: Attribution, *, made_by: str) -> tuple[str, ...]:
    """What stands in :data:`COLUMNS` for an attribution, as text."""
    return (*_article(article), *_attribution(article, found), made_by)


def safe(cell: str) -> str:
    """``cell`` on one line, and not a formula."""
    cell = plain(cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(safe, cells))
    return line.getvalue()


def _article(article: Article) -> tuple[str, ...]:
    return (
        *(article.id, article.url or "", article.title or "", article.outlet or ""),
        *("; ".join(article.authors), "; ".join(article.credits), article.published or ""),
    )


def _attribution(article: Article, found: Attribution) -> tuple[str, ...]:
    figures = [figure.as_dict() for figure in found.figures]
    return (
        *(found.id, chain(article, found) if found.chain else ""),
        *(quoted(article, spans) for spans in (found.source, found.cue, found.content)),
        *(found.manner, found.act, found.polarity, found.certainty),
        *(_score(found.polarity_score), _score(found.certainty_score)),
        *(quoted(article, [found.hedge]) if found.hedge else "", *_target(article, found)),
        *(*_interval(found.said), *_interval(found.about), *_origin(found)),
        *(json.dumps(figures, ensure_ascii=False) if figures else "", f"{found.confidence:.4f}"),
        *(_spans(spans) for spans in (found.source, found.cue, found.content)),
    )


def _interval(interval: Interval | None) -> tuple[str, str, str]:
    return (interval.start, interval.end, interval.text) if interval else ("", "", "")


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:.4f}"


def _target(article: Article, found: Attribution) -> tuple[str, str]:
    target = found.target
    return (quoted(article, [target.span]), target.attribution or "") if target else ("", "")


def _origin(found: Attribution) -> tuple[str, ...]:
    if not found.chain:
        return ("",) * 7
    origin = found.chain[-1]
    number = "" if origin.number is None else str(origin.number)
    named = (origin.name or "", origin.kind, origin.role or "", origin.affiliation or "", origin.anonymity)
    return (*named, number, origin.reason or "")


def _spans(spans: tuple[Span, ...]) -> str:
    # As in jsonl. "12-45" would become a date in a spreadsheet.
    return json.dumps(spans) if spans else ""
