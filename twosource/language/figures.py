"""Quantities: how many of what, between which bounds. Dates, years, ages, scores and the numbers of names are none.

A range has both ends; "at least" leaves the upper end open and "up to" the lower; "nearly" and "about" keep the
number and say so in ``bound``. What is counted is the noun phrase after the number, as far as its first plural.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from twosource.language import numbers
from twosource.language.counting import currency, harm_before, measure, noun_after
from twosource.records import Bound, Figure, Span

_CURRENCY = r"(?:(?:(?:\b[Uu][Ss]|\b[AaCcSsR]|\bHK|\bNZ)\s?)?\$|€|£|¥|₹|₽|₴|\b(?:USD|EUR|GBP|CHF|CAD|AUD))\s?"
_BOUND = (
    r"(?P<at_least>at\s+least|more\s+than|over|no\s+(?:fewer|less)\s+than|not\s+less\s+than|upwards\s+of|"
    r"(?:greater|larger|higher)\s+than|exceed(?:s|ed)?|"
    r"in\s+excess\s+of|"
    r"exceeding|above|a\s+minimum\s+of|well\s+over)|"
    r"(?P<at_most>up\s+to|as\s+(?:many|much)\s+as|at\s+most|(?:no|not)\s+more\s+than|fewer\s+than|less\s+than|under|"
    r"below|"
    r"a\s+maximum\s+of)|"
    r"(?P<about>about|around|roughly|nearly|almost|some|approximately|an\s+estimated|estimated|close\s+to|circa|ca\.|"
    r"just\s+(?:over|under)|somewhere\s+around)"
)
_NUMBER = rf"(?:{numbers.DIGITS}|{numbers.WORDS})"
_LINK = r"(?P<link>\s?[-–—]\s?|\s+(?:to|or|and)\s+)"
_SEVERAL = r"(?P<several>\b(?:[Ss]everal|a\s+few)\s+(?P<several_of>hundred|thousand|million|dozen)\b)"
_FIGURE = re.compile(
    rf"(?:\b(?i:{_BOUND})\s+)?(?:the\s+)?(?P<between>\b[Bb]etween\s+|\b[Ff]rom\s+)?"
    rf"(?:(?P<fraction>{numbers.FRACTION})|(?P<money>{_CURRENCY})?(?P<low>{_NUMBER})"
    rf"(?:{_LINK}(?P<money2>{_CURRENCY})?(?P<high>{_NUMBER}))?|(?P<vague>{numbers.VAGUE})|{_SEVERAL})"
)
_HAS_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|"
    r"eigh|nine)ty|"
    r"hundreds?|thousands?|[mb]illions?|dozens?|half|thirds?|quarters?|scores)\b",
    re.IGNORECASE,
)
# A number after one of these is part of a name.
_NAMING = re.compile(
    r"(?:\b(?:No|Nos|Flight|Article|Section|Chapter|Channel|Route|Highway|Interstate|Boeing|Airbus|Act|Resolution|"
    r"Bill|Title|"
    r"Proposition|Prop|Amendment|Phase|Level|Room|Gate|Unit|Group\s+of|Pier|Area|Act|Article|Clause|Page|page|War|"
    r"Part|Apollo|"
    r"Star|Formula|Windows|Covid|COVID|Studio|Terminal|Platform|Line|Zone|District|Precinct|Local|Order|Form|verse|"
    r"step)\.?\s|[#@]"
    r"|[A-Za-z]-|\d[./:]|[A-Za-z]|\b(?:[Uu]pdate|[Vv]ersion|iOS|Android|macOS|[Ff]irmware|PS\d|turn(?:s|ed|ing)?|"
    r"aged?|ages)\s)\Z"
)
# "Michael Sheen, 49," and "Ann Feld, 67 of Orrin".
_AGE = re.compile(r"[A-Z][\w’'.-]*,\s\Z")
_AGE_ENDS = re.compile(r"\s*(?:[,.)]|of\s[A-Z]|from\s[A-Z])|\Z")
_NO_FIGURE = re.compile(
    r"-?years?-old|[-\s]years?\s+old\b|(?:st|nd|rd|th)\b|[/:]\d|-\d{3,4}\b|['’]?s\b|\s?(?:a|p)\.?m\b|\s+o['’]clock|"
    r"-(?:time|sided|man|woman)\b|\s(?:UTC|GMT|EST|EDT)\b|\s(?:local\s)?time\b|"
    r"\.\d"
)
_RATE = re.compile(
    rf"({_NUMBER})\s+(?:in|out\s+of)\s+(?:every\s+)?({_NUMBER})\b(?!\s*(?:days?|weeks?|months?|years?|hours?|minutes?)\b)"
)
_WHOLES = {float(n) for n in range(2, 11)} | {20.0, 100.0, 1000.0}
"""What a share is told in: "two out of 40 ships" counts ships."""
_OR_MORE = re.compile(r"(?:\s[a-z]+){0,3}\s+or\s+(?:more|greater|above|over)\b")
_BOUNDS: tuple[Bound, ...] = ("at_least", "at_most", "about")
_AGES = re.compile(r"[1-9]\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_NOT_ONE = re.compile(
    r"\s+(?:of|another|that|who|which|thing|day|way|side|hand|point|more|time|by|in|to|for|on|is|was|has|can|could|"
    r"would|will|and|"
    r"or|but|with|from|at|as|such|year|night|morning|reason|example|may|might|must|should|if|condition|[A-Z])\b|"
    r"\s*[^\s\w]|\Z"
)
_BEFORE_ONE = re.compile(
    r"\b(?:no|any|every|the|this|that|some|each|another|which|only|a|my|his|her|their|next|last|first)\s\Z",
    re.IGNORECASE,
)


# "between three hundred and forty-seven thousand and three hundred and fifty-two thousand": 81. A run of digits as long
# as this is a code or noise, and one of four hundred is more than a float holds.
_LONGEST = 120


def find_figures(text: str, spans: Sequence[Span], times: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The quantities within ``spans`` of ``text``, in order; ``times`` are the text's time expressions."""
    return tuple(figure for span in spans for figure in _in_span(text, span, times))


def _in_span(text: str, span: Span, times: Sequence[Span]) -> Iterator[Figure]:
    if not _HAS_NUMBER.search(text, *span):
        return
    place = span[0]
    while match := _FIGURE.search(text, place, span[1]):
        place = match.end()
        if place - match.start() > _LONGEST:
            continue
        if not _overlaps(match.span(), times) and (figure := _figure(text, match, span)):
            yield figure
            # The second number of what only looked like a range ("from 20 to 30 percent") is read on its own.
            place = figure.span[1]


def _overlaps(span: Span, times: Sequence[Span]) -> bool:
    place = bisect_right(times, span[1] - 1, key=lambda t: t[0])
    return place > 0 and times[place - 1][1] > span[0]


def _rate(text: str, match: re.Match[str], span: Span) -> Figure | None:
    """A share told as one number in another: "two in five voters"."""
    found = _RATE.match(text, match.start("low"), span[1])
    if found is None:
        return None
    part, whole = numbers.value(found[1]), numbers.value(found[2])
    if not 0 < part < whole or whole not in _WHOLES:
        return None
    share = 100 * part / whole
    of = noun_after(text, found.end(), span[1])
    return Figure(
        span=(_first(match, *_BOUNDS, "low"), found.end()),
        low=share,
        high=share,
        bound=_bound(match),
        unit="percent",
        of=of,
    )


def _figure(text: str, match: re.Match[str], span: Span) -> Figure | None:
    if match["low"] and not match["money"] and (rate := _rate(text, match, span)):
        return rate
    if match["vague"] or match["several"]:
        return _vague(text, match, span)
    if match["fraction"]:
        share = numbers.fraction(match["fraction"])
        end = match.end()
        return Figure(
            span=(_first(match, *_BOUNDS, "fraction"), end),
            low=share,
            high=share,
            bound=_bound(match),
            unit="percent",
            of=noun_after(text, end, span[1]),
        )
    if _names_something(text, match):
        return None
    return _counted(text, match, span)


def _vague(text: str, match: re.Match[str], span: Span) -> Figure:
    of = noun_after(text, match.end(), span[1])
    if match["several"]:
        unit = numbers.value("a " + match["several_of"])
        return Figure(span=match.span(), low=2 * unit, high=9 * unit, bound="about", of=of)
    return Figure(span=match.span(), low=numbers.least(match["vague"]), high=None, bound="at_least", of=of)


def _names_something(text: str, match: re.Match[str]) -> bool:
    """Whether the number is no quantity: part of a name, a year, an age, a score or a time."""
    start, end = match.start("money") if match["money"] else match.start("low"), match.end()
    before, low = text[max(start - 12, 0) : start], match["low"]
    if match["money"]:
        return False
    if low.lower() == "one" and not match["high"]:
        return bool(_NOT_ONE.match(text, end) or _BEFORE_ONE.search(before) or before.endswith("-"))
    if low[-1:].isalpha() and re.match(r"-[a-z]", text[end : end + 2]) and not measure(text, end):
        return True
    link = (match["link"] or "").strip()
    digits = link in ("-", "–") and low.isdigit() and (match["high"] or "").isdigit()
    score = digits and (int(low) > int(match["high"]) or (len(low) == 3 and len(match["high"]) == 4))
    return bool(
        _NO_FIGURE.match(text, end)
        or _NAMING.search(before)
        or (_AGES.fullmatch(low) and _AGE.search(before) and _AGE_ENDS.match(text, end))
        or (len(low) > 4 and low[0] == "0")
        or (_YEAR.match(low) and (not match["high"] or _YEAR.match(match["high"])) and not measure(text, end))
        or score
    )


def _counted(text: str, match: re.Match[str], span: Span) -> Figure | None:
    low, end = numbers.value(match["low"]), match.end()
    high: float | None = None
    if match["high"]:
        high, end = numbers.value(match["high"]), match.end("high")
        if high < low or not _is_range(text, match):
            high, end = None, match.end("low")
        elif low < 1000 <= high and high >= 1e5 * max(low, 1e-9):
            low = _rescaled(low, match["high"], high)
    money = currency(match["money"]) if match["money"] else None
    unit, end = (money, end) if money else _unit(text, end)
    if match["high"] and high is None and not unit:
        unit = _unit(text, match.end("high"))[0]
    bound = "at_least" if _OR_MORE.match(text, end, span[1]) and not match["high"] else _bound(match)
    of = noun_after(text, end, span[1], money=money is not None) or (None if unit else harm_before(text, match.start()))
    top = high if high is not None else low
    if of is None and unit is None and low == 1 and match["low"].lower() == "one":
        return None
    return Figure(
        span=(_first(match, *_BOUNDS, "money", "low"), min(end, span[1])),
        low=None if bound == "at_most" else low,
        high=None if bound == "at_least" else top,
        bound=bound,
        unit=unit,
        of=of,
    )


def _rescaled(low: float, written: str, high: float) -> float:
    """The lower end of "3 to 4 million", which leaves its scale to the upper; not of "12 to 5 million"."""
    scaled = low * numbers.value(re.sub(r"^[\d.,]+", "1", written))
    return scaled if scaled <= high else low


def _is_range(text: str, match: re.Match[str]) -> bool:
    link = match["link"].strip()
    if link == "and":
        return bool(match["between"]) and match["between"].lower().startswith("between")
    # "rose from 20 to 30" tells of two quantities, one after the other.
    moved = re.search(
        r"\b(?:rose|rises?|rising|fell|falls?|falling|grew|up|down|went|dropp?\w*|increas\w*|cut|decreas\w*|climb\w*)\W"
        r"(?:\w+\W){0,3}\Z",
        text[max(match.start() - 40, 0) : match.start()],
    )
    return not (match["between"] and moved)


def _unit(text: str, end: int) -> tuple[str | None, int]:
    found = measure(text, end)
    return found or (None, end)


def _bound(match: re.Match[str]) -> Bound:
    return next((bound for bound in _BOUNDS if match[bound]), "exact")


def _first(match: re.Match[str], *groups: str) -> int:
    """Where the figure begins, without "the", "from" and "between" before it."""
    return min(match.start(group) for group in groups if match[group])
