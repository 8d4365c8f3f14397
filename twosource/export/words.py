"""Records in words: what tables, lists and briefs say of a mention, a chain, a time, a figure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from twosource.records import Article, Attribution, Bound, Figure, Interval, Mention, Span

GAP = " […] "
"""Stands between the pieces of a discontinuous span."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BOUNDS: dict[Bound, str] = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}


def plain(text: str) -> str:
    """``text`` on one line and harmless wherever it is shown.

    Runs of white space become one space. Characters that steer a terminal or turn text around become ``�``, because an
    article is written by strangers and may hold escape sequences.
    """
    text = " ".join(_INVISIBLE.sub("", text).split())
    return text if text.isprintable() else "".join(map(_harmless, text))


def inline(text: str) -> str:
    """:func:`plain`, with white space at either end kept as one space, so that pieces of a text follow one another."""
    before, after = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    shown = plain(text)
    return f"{before}{shown}{after}" if shown else before


def _harmless(character: str) -> str:
    return (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
    )


def quoted(article: Article, spans: Iterable[Span]) -> str:
    """The words of ``spans``, on one line."""
    return GAP.join(plain(article.text[start:end]) for start, end in spans)


def mention(link: Mention, article: Article) -> str:
    """One link of a chain: ``Anton Vesk (spokesman, Defence Ministry)``, ``unnamed official (Port Authority)``.

    Where neither name nor role is known, the words of the article.
    """
    named = link.name or link.role or (_bare(link, article) if link.span else link.kind)
    if link.anonymity == "unnamed" and not re.search("unnamed|anonym", named, re.IGNORECASE):
        named = f"{named} (unnamed)" if link.name else f"unnamed {named}"
    details = [
        detail for detail in (link.role, link.affiliation) if detail and detail.casefold() not in named.casefold()
    ]
    return plain(named + (f" ({', '.join(details)})" if details else ""))


def _bare(link: Mention, article: Article) -> str:
    """The words at a mention as they stand behind "unnamed": of "an army source in Orrin" the head."""
    words = quoted(article, [link.span] if link.span else [])
    if link.anonymity != "unnamed":
        return words
    words = re.sub(r"\A(?:an?|the)\s(?!unnamed|anonymous)", "", words, flags=re.IGNORECASE)
    return re.split(r"\s(?:in|of|from|at|with|within|inside)\s", words, maxsplit=1)[0] if link.affiliation else words


def chain(article: Article, attribution: Attribution) -> str:
    """On whose word, outermost first: ``TV Chosun ← unnamed official``. Without a chain, the source as worded."""
    if attribution.chain:
        return " ← ".join(mention(link, article) for link in attribution.chain)
    return quoted(article, attribution.source) or "no source named"


def moment(time: str) -> str:
    """An ISO 8601 date or time as it is read: ``4 March 2025, 21:15 +02:00``. What is not ISO 8601 stays as it is."""
    try:
        parsed = datetime.fromisoformat(time)
    except ValueError:
        return plain(time)
    if len(time) == len("2025-03-04"):
        return day(parsed.date())
    zone = parsed.strftime("%z")
    return f"{day(parsed.date())}, {parsed:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def day(value: date) -> str:
    """``4 March 2025``."""
    return f"{value.day} {_month(value)} {value.year}"


def _month(value: date) -> str:
    # Not strftime: its month names follow the locale, and these stand in English sentences.
    names = "January February March April May June July August September October November December"
    return names.split()[value.month - 1]


def when(interval: Interval) -> str:
    """An interval as wide as it is: ``5 March 2025``, ``March 2025``, ``2025``, ``1 March 2025 to 3 March 2025``."""
    if "T" in interval.start:
        return f"{moment(interval.start)} to {moment(interval.end)}"
    first, end = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
    last = end - timedelta(days=1)
    if first == last:
        return day(first)
    if (first.day, end.day) == (1, 1) and first.replace(day=28) == last.replace(day=28):
        return f"{_month(first)} {first.year}"
    if (first.month, first.day, end.month, end.day) == (1, 1, 1, 1) and first.year == last.year:
        return str(first.year)
    return f"{day(first)} to {day(last)}"


def figure(value: Figure) -> str:
    """``at least 7 people``, ``110,000,000 to 130,000,000 crowns``, ``of them 6 officers``."""
    ends = list(dict.fromkeys(number(end) for end in (value.low, value.high) if end is not None))
    bound = _BOUNDS[value.bound] if len(ends) == 1 else ""
    counted = " of ".join(part for part in (value.unit, value.of) if part)
    part = "of them " if value.part_of else ""
    return plain(f"{part}{bound}{' to '.join(ends)} {counted}")


def number(value: float) -> str:
    """With thousands apart and no idle decimals: ``12,000``, ``1.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
