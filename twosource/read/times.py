"""Times of publication as ISO 8601 text: a date where only the day is known, otherwise with time and zone as given."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone, tzinfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Hours east of Greenwich. IST (India, Ireland, Israel) and CST (America, China) are left out: the zone would be a
# guess.
_ZONES = {
    **dict.fromkeys(("gmt", "utc", "z", "wet"), 0.0),
    **dict.fromkeys(("bst", "cet", "west"), 1.0),
    **dict.fromkeys(("cest", "eet", "sast"), 2.0),
    **dict.fromkeys(("eest", "msk", "trt"), 3.0),
    **dict.fromkeys(("hkt", "sgt", "awst"), 8.0),
    **dict.fromkeys(("jst", "kst"), 9.0),
    **{"aest": 10.0, "aedt": 11.0, "nzst": 12.0, "nzdt": 13.0, "edt": -4.0, "est": -5.0, "cdt": -5.0, "mdt": -6.0},
    **{"mst": -7.0, "pdt": -7.0, "pst": -8.0},
}
_REGIONS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DAY}[ ./-]+(?:of )?{_MONTH}[ ,./-]+{_YEAR}\b",
        rf"\b{_MONTH}[ ./-]+{_DAY},?[ /-]+{_YEAR}\b",
        rf"\b{_YEAR}[-/.](?P<month>[01]\d)[-/.](?P<day>[0-3]\d)\b",
    )
)
_SLASHED = re.compile(rf"\b(?P<first>[0-3]?\d)[/.](?P<second>[0-3]?\d)[/.]{_YEAR}\b")
_CLOCK = re.compile(
    r"(?<![\d:.+-])(?P<hour>[012]?\d)(?:(?P<mark>[:.h])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>[A-Za-z]{2,4}|Z)\b\)?)?(?:\s*(?P<offset>[+-][01]\d:?[0-5]\d))?",
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?$")
# A label may be glued to the name before it: "Jane RoePublished 3 May 2024".
_EDGE = r"(?:\b|(?-i:(?<=[a-z0-9])(?=[A-Z])))"
_LABEL = re.compile(
    rf"{_EDGE}(?P<modified>(?:last\s+)?(?:updated|modified|edited|revised))\b"
    rf"|{_EDGE}(?P<published>(?:first\s+)?(?:published|posted|issued|publié))\b",
    re.IGNORECASE,
)


def from_machine(value: object) -> str | None:
    """The time that a document states for programs (``datePublished``, ``<time datetime>``, RSS ``pubDate``).

    Midnight to the second is taken to be a date: content systems write it where they know the day only.
    """
    if not isinstance(value, str):
        return None
    text = value.strip()
    match = _ISO.match(text)
    if match is None:
        return from_words(text)
    day, clock, zone = match.groups()
    zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", None: ""}.get(zone, zone)
    if re.fullmatch(r"[+-]\d\d", zone):
        zone += ":00"
    return _checked(f"{day}T{clock}{zone}")


def from_words(text: str) -> str | None:
    """The first calendar date in ``text``, with the time of day beside it: ``17 October 2024, 14:05 BST``."""
    found = _find_date(text)
    if found is None:
        return None
    day, (start, end) = found
    clock = _find_clock(text[end : end + 40], day) or _find_clock(text[max(0, start - 30) : start], day)
    return clock or day.isoformat()


def labelled(text: str) -> tuple[str | None, str | None]:
    """When a line such as ``Published 3 May 2024, updated 4 May 2024 09:10 GMT`` says that it was published and
    changed."""
    labels = list(_LABEL.finditer(text))
    if not labels:
        return from_words(text), None
    found: dict[str, str | None] = {"published": from_words(text[: labels[0].start()]), "modified": None}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stretch = text[label.end() : following.start() if following else len(text)]
        kind = "modified" if label["modified"] else "published"
        found[kind] = found[kind] or from_words(stretch)
    return found["published"], found["modified"]


def without_times(text: str) -> str:
    """``text`` less its dates, times of day and their labels: what is left of a date line is nothing."""
    for pattern in (*_DATES, _SLASHED, _LABEL):
        text = pattern.sub(" ", text)
    text = re.sub(
        r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*\(?(?:[A-Z]{2,4})?\)?", " ", text, flags=re.IGNORECASE
    )
    text = re.sub(r"\b\d{1,2}\s*[ap]\.?m\b\.?(?:\s*[A-Z]{2,4}\b)?", " ", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\b(?:on|at|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", " ", text, flags=re.IGNORECASE
    )
    text = re.sub(r"\b\d+[- ]min(?:ute)?s?(?:[- ]read)?\b|\b\d+ \w+ ago\b", " ", text, flags=re.IGNORECASE)
    return text.strip(" \t\xa0,.;:|/()–—-•·")


def _find_date(text: str) -> tuple[date, tuple[int, int]] | None:
    matches = [match for pattern in _DATES if (match := pattern.search(text))]
    for match in sorted(matches, key=lambda match: match.start()):
        month = match["month"][:3].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(match["month"])
        if day := _date(match["year"], number, match["day"]):
            return day, match.span()
    return _find_slashed(text)


def _find_slashed(text: str) -> tuple[date, tuple[int, int]] | None:
    match = _SLASHED.search(text)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    if first <= 12 and second <= 12 and first != second:
        return None  # 3/4/2024 is March or April by country
    day = _date(match["year"], *((first, second) if second > 12 else (second, first)))
    return (day, match.span()) if day else None


def _date(year: str, month: int | str, day: int | str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _find_clock(text: str, day: date) -> str | None:
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"] is None and (match["minute"] is None or (match["mark"] == "." and match["zone"] is None)):
            continue  # a number, or a price: 1.20 crowns
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour < 24:
            zone = _offset(match["offset"]) or _zone(
                match["zone"], datetime(day.year, day.month, day.day, hour, minute)
            )
            moment = datetime(day.year, day.month, day.day, hour, minute, int(match["second"] or 0), tzinfo=zone)
            return _written(moment)
    return None


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    hours, minutes = int(text[1:3]), int(text[-2:])
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _zone(name: str | None, moment: datetime) -> tzinfo | None:
    key = (name or "").lower()
    if key in _ZONES:
        return timezone(timedelta(hours=_ZONES[key]))
    if key not in _REGIONS:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        offset = ZoneInfo(_REGIONS[key]).utcoffset(moment)
    except ZoneInfoNotFoundError:
        return None
    return timezone(offset) if offset is not None else None


def _checked(text: str) -> str | None:
    try:
        return _written(datetime.fromisoformat(text))
    except ValueError:
        return None


def _written(moment: datetime) -> str:
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")
