"""From the words of a time expression to the stretch of time that they name: one function a kind of expression.

Each takes the named groups of the pattern that found the words (``timewords``) and the :class:`Anchor` to count from,
and gives nothing where the words cannot be placed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from twosource.language import calendar
from twosource.language.calendar import Anchor, Lean, Stretch

Groups = dict[str, str | None]
Rule = Callable[[Groups, Anchor], Stretch | None]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: n for n, word in enumerate(_COUNTS)} | {"a": 1, "an": 1, "couple of": 2}
_SHIFTS = {"last": -1, "this": 0, "next": 1}
"""Years from that of publication."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def month_day(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "October 17", "Oct. 12-14, 2024", "17 October", "between 3 and 5 March", "the Sept. 11 attacks"."""
    month, day = _number_of(groups["month"], _MONTHS), int(groups["day"] or 1)
    last = int(groups.get("last") or day)
    if first := int(groups.get("first") or groups.get("begin") or 0):
        day, last = min(first, day), day
    if groups.get("attack"):
        return calendar.exact_day(2001, month, day)
    year = groups.get("year")
    if groups.get("which"):
        anchor = Anchor(anchor.day, "past")
    found = calendar.exact_day(int(year), month, day) if year else calendar.day_of_year(month, day, anchor)
    if found and groups.get("week"):
        return calendar.week(found[0], 0)
    return found and _timed((found[0], found[1] + max(last - day, 0) * calendar.DAY), groups)


def feast(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "on Christmas Day", "two days before Christmas", "on New Year’s Eve"."""
    month, day = (12, 25) if groups["feast"] == "Christmas" else (1, 1)
    found = calendar.day_of_year(month, day, anchor)
    if found is None:
        return None
    shift = -1 if groups.get("day_of") == "Eve" else 0
    if groups.get("side"):
        length = _count(groups) * (7 if groups["unit"] == "week" else 1)
        shift += -length if groups["side"] == "before" else length
    start, end = found
    return start + shift * calendar.DAY, end + shift * calendar.DAY


def thanksgiving(groups: Groups, anchor: Anchor) -> Stretch | None:
    """The fourth Thursday of November, as in the United States."""
    if anchor.day is None:
        return None
    which = (groups.get("which") or "").lower()
    near = [calendar.days(_fourth_thursday(anchor.day.year + shift)) for shift in (-1, 0, 1)]
    if which == "next" or (anchor.lean == "future" and which != "last"):
        return min(stretch for stretch in near if stretch[0] >= anchor.day)
    return max(stretch for stretch in near if stretch[0] <= anchor.day)


def _fourth_thursday(year: int) -> date:
    first = date(year, 11, 1)
    return first + ((3 - first.weekday()) % 7 + 21) * calendar.DAY


def iso_day(groups: Groups, _anchor: Anchor) -> Stretch | None:
    """In words: "2024-10-17"."""
    return calendar.exact_day(*(int(groups[name] or 0) for name in ("year", "number", "day")))


def month(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "in July", "June 2024", "early October"."""
    month, year = _number_of(groups["month"], _MONTHS), groups.get("year")
    if (shift := _SHIFTS.get(groups.get("of_year") or "")) is not None:
        year = str(anchor.day.year + shift) if anchor.day else None
        if year is None:
            return None
    if not year and (which := (groups.get("which") or "").lower()):
        lean: Lean = {"next": "future", "last": "past"}.get(which, anchor.lean)  # type: ignore[assignment]
        # "Next November" in a November is a year away.
        day = (
            calendar.months(anchor.day.year, anchor.day.month + 1)[0] if anchor.day and which == "next" else anchor.day
        )
        anchor = Anchor(day, lean)
    found = calendar.months(int(year), month) if year else calendar.month_of_year(month, anchor)
    return found and calendar.third(found, groups.get("part"))


def weekday(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "Tuesday", "last Tuesday", "Thursday night", "at 6 p.m. on Friday"."""
    number, which = _number_of(groups["weekday"], _WEEKDAYS), (groups.get("which") or "").lower()
    if anchor.day is None:
        return None
    if which in ("next", "coming"):
        return _timed(calendar.days(calendar.week(anchor.day, 1)[0] + number * calendar.DAY), groups)
    if which == "last":
        # On a Thursday, "last Wednesday" is not yesterday, which has a name of its own.
        anchor = Anchor(anchor.day - 2 * calendar.DAY, "past")
    found = calendar.weekday(number, anchor)
    return found and _timed(found, groups)


def _timed(found: Stretch, groups: Groups) -> Stretch:
    """``found`` narrowed to the part of the day or the hour that stands with it."""
    if groups.get("hour"):
        hour = int(groups["hour"] or 0) % 12 + (12 if groups["half"] == "p" else 0)
        return calendar.clock(found, hour, int(groups["minute"]) if groups["minute"] else None)
    return calendar.part_of_day(found, groups.get("part"))


def near_day(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "yesterday", "overnight", "this morning", "last night"."""
    word, part = (groups["near"] or "").lower(), groups.get("part")
    if anchor.day is None:
        return None
    if word == "overnight" or (word == "last" and part == "night"):
        return calendar.overnight(anchor.day)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word.split()[-1], 0) + ("before" in word) * -1
    return _timed(
        calendar.days(anchor.day + shift * calendar.DAY),
        groups | {"part": "night" if word == "tonight" else part},
    )


def this(groups: Groups, anchor: Anchor) -> Stretch | None:
    """This, last and next week, month, quarter, year, decade, weekend and season; earlier and later in them."""
    which, unit = (groups["which"] or "").lower(), (groups["unit"] or "").lower()
    shift = {"last": -1, "next": 1}.get(which, 0)
    if anchor.day is None:
        return None
    if unit == "weekend":
        return calendar.weekend(anchor.day, shift, anchor.lean)
    if unit in ("spring", "summer", "autumn", "fall", "winter"):
        return _season_near(unit, shift, anchor)
    start, end = calendar.third(calendar.ago(-shift, unit, anchor.day), groups.get("part"))
    side = (groups.get("side") or "").lower()
    if side == "earlier" and start < anchor.day < end:
        end = anchor.day
    if side == "later" and start <= anchor.day < end - calendar.DAY:
        start = anchor.day + calendar.DAY
    return start, end


def _season_near(name: str, shift: int, anchor: Anchor) -> Stretch | None:
    if anchor.day is None:
        return None
    found = [calendar.season(name, anchor.day.year + n) for n in (-2, -1, 0, 1, 2)]
    if shift < 0:
        return max(stretch for stretch in found if stretch[1] <= anchor.day)
    if shift > 0:
        return min(stretch for stretch in found if stretch[0] > anchor.day)
    return calendar.season(name, anchor.day.year)


def ago(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "two days ago", "a year ago"."""
    return calendar.ago(_count(groups), groups["unit"] or "", anchor.day) if anchor.day else None


def past(groups: Groups, anchor: Anchor) -> Stretch | None:
    """The past (or next) so many days, weeks, months or years, up to (or from) publication."""
    if anchor.day is None:
        return None
    count, unit = _count(groups), groups["unit"] or ""
    ahead = (groups["which"] or "").lower() in ("next", "coming")
    span = {"day": 1, "week": 7}.get(unit)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 0) * count
    far = anchor.day + (1 if ahead else -1) * (span or 0) * count * calendar.DAY
    if not span:
        first = calendar.months(anchor.day.year, anchor.day.month + (months if ahead else -months))[0]
        far = min(
            first + (anchor.day.day - 1) * calendar.DAY, calendar.months(first.year, first.month)[1] - calendar.DAY
        )
    return (anchor.day, far + calendar.DAY) if ahead else (far, anchor.day + calendar.DAY)


def quarter(groups: Groups, anchor: Anchor) -> Stretch | None:
    """In words: "the third quarter", "Q3 2023", "the first half of 2024"."""
    count = 6 if groups.get("half_year") else 3
    ordinal = groups["ordinal"] or groups.get("joined") or "1"
    number = _ORDINALS.get(ordinal) or int(ordinal)
    year = int(groups.get("year") or 0) or (anchor.day.year if anchor.day else 0)
    if not year:
        return None
    if which := groups.get("which"):
        return calendar.months(year + _SHIFTS[which.lower()], (number - 1) * count + 1, count)
    found = calendar.months(year, (number - 1) * count + 1, count)
    if not groups.get("year") and anchor.day and found[0] > anchor.day and anchor.lean != "future":
        found = calendar.months(year - 1, (number - 1) * count + 1, count)
    return found


def year(groups: Groups, _anchor: Anchor) -> Stretch | None:
    """In words: "in 2023", "late 2019", "from 2010 to 2014"."""
    first = int(groups["year"] or 1)
    last = int(groups.get("last") or first)
    return calendar.third(calendar.year(first, max(last - first, 0) + 1), groups.get("part"))


def decade(groups: Groups, _anchor: Anchor) -> Stretch | None:
    """In words: "the 1970s", "the early 1990s", "the '90s"."""
    number = int(groups["decade"] or 0)
    return calendar.third(calendar.year(number if number > 99 else 1900 + number, 10), groups.get("part"))


def season(groups: Groups, _anchor: Anchor) -> Stretch | None:
    """In words: "the spring of 2020"."""
    return calendar.third(calendar.season(groups["season"] or "", int(groups["year"] or 1)), groups.get("part"))


def _count(groups: Groups) -> int:
    word = " ".join((groups.get("count") or "one").lower().split()).removeprefix("a ")
    return int(word) if word.isdigit() else _NUMBERS.get(word, 1)


def _number_of(word: str | None, names: tuple[str, ...]) -> int:
    index = names.index((word or "")[:3].lower())
    return index + 1 if names is _MONTHS else index
