"""The words that name times, as patterns, each with the rule that places it.

Words that hang on another event ("two days before the vote", "at the time") or on nothing ("recently") have no pattern.
"""

from __future__ import annotations

import re

from twosource.language import timerules
from twosource.language.timerules import Rule

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_SURE_MONTH = r"(?P<month>January|February|July|September|October|November|December)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%,.]*\d)(?!\s?(?:percent|per cent|million|billion|%))"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d,.]*\d)"
_EARLY = r"(?:the\s+)?(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:beginning|start|middle|end)\s+of)(?:\s+in)?[\s-]+"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+couple\s+of)"
_PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)"
_HOUR = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>a|p)\.?m\b\.?"
_LEAD = r"(?:\b(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]ver|[Ff]or|[Ww]ithin)\s+)?\b"
_CLOCKED = rf"(?:,?\s+at\s+(?:about\s+|around\s+)?{_HOUR})?"
_CLOCK_BEFORE = rf"(?:(?:at\s+)?(?:about\s+|around\s+)?{_HOUR},?\s+(?:on\s+)?)?"
_SIDE = r"(?P<side>[Ee]arlier|[Ll]ater)\s+(?:in\s+)?"
_NOT_HOLY = "".join(rf"(?<!{word}\s)" for word in ("Black", "Good", "Super", "Ash", "Bloody", "Palm", "Easter"))
_NOT_PAPER = r"(?!\s+(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|People|Review|Night\s+Live))"
_FROM_DAY = (
    r"(?:\b(?:[Bb]etween|[Ff]rom)\s+(?P<first>[12]\d|3[01]|[1-9])\s+(?:and|to|until)\s+|"
    r"\b(?P<begin>[12]\d|3[01]|[1-9])\s?[-–]\s?)"
)
_FEAST = (
    r"(?P<feast>Christmas|New\s+Year[’']s)(?:\s+(?P<day_of>Day|Eve)\b)?"
    r"(?!\s+(?:trees?|part(?:y|ies)|cards?|carols?|gifts?|markets?|shopping|season|sales|Island)\b)"
)
_ORDINAL = r"(?P<ordinal>first|second|third|fourth)"
_SPAN = r"(?P<unit>week(?:end)?|month|quarter|year|decade|spring|summer|autumn|fall|winter)"
_AFTER_2001 = r"(?P<attack>(?<=Sept\.\s11|ember\s11)\s+(?:terror|attack)\w*)"
_COUNTED = r"(?!\s+(?:people|men|women|troops|soldiers|dollars|votes|delegates|workers|members))"
_BEFORE_YEAR = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Tt]hrough|[Ff]rom|[Aa]fter|[Bb]efore|(?<=\d{4}\s)and|[Oo]f)"
)

# A kind of trigger word, and the patterns that need one, the more specific first.
_PATTERNS: dict[str, tuple[tuple[str, Rule], ...]] = {
    r"Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec": (
        (
            rf"{_LEAD}(?P<week>the\s+week\s+of\s+|the\s+week\s+starting\s+)?(?:(?P<which>[Ll]ast)\s+)?"
            rf"(?:(?:{_WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?),?\s+(?:the\s+)?)?{_MONTH}\s+{_DAY}"
            rf"(?:\s?[-–]\s?(?P<last>\d\d?)\b)?(?:,?\s+{_YEAR}|{_AFTER_2001})?{_CLOCKED}",
            timerules.month_day,
        ),
        (rf"{_FROM_DAY}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", timerules.month_day),
        (
            rf"\b(?:[Bb]etween|[Ff]rom)\s+{_MONTH}\s+{_DAY}\s+(?:and|to|until|through)\s+(?P<last>[12]\d|3[01]|[1-9])\b"
            rf"(?:,?\s+{_YEAR})?",
            timerules.month_day,
        ),
        (rf"{_LEAD}(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", timerules.month_day),
        (rf"{_LEAD}(?:{_EARLY})?{_MONTH}(?:,|\s+of)?\s+{_YEAR}", timerules.month),
        (rf"{_LEAD}(?:{_EARLY})?{_MONTH}(?:\s+of)?\s+(?P<of_year>last|this|next)\s+year\b", timerules.month),
        (rf"{_LEAD}{_EARLY}{_MONTH}\b", timerules.month),
        (
            rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil)\s+{_MONTH}(?!\s+\d)(?=[\s,.;:)”\"’'—–-]|$)",
            timerules.month,
        ),
        (rf"{_LEAD}{_SURE_MONTH}(?!\s+\d)\b", timerules.month),
    ),
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b": (
        (
            rf"{_LEAD}{_CLOCK_BEFORE}(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?{_NOT_HOLY}"
            rf"(?P<weekday>{_WEEKDAY})\b{_NOT_PAPER}(?:\s+{_PART_OF_DAY}\b)?",
            timerules.weekday,
        ),
    ),
    (
        r"(?:yester|[Tt]o)day\b|Yesterday|[Oo]vernight\b|[Tt]o(?:night|morrow)\b|"
        r"(?:ast|his)\s+(?:night|[mae][a-z]+n(?:oon|ing))\b"
    ): (
        (r"\b(?P<near>[Tt]he\s+day\s+before\s+yesterday|[Oo]vernight|[Tt]onight)\b", timerules.near_day),
        (
            rf"{_LEAD}(?:[Ee]arl(?:y|ier)\s+|[Ll]ate(?:r)?\s+)?(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow)"
            rf"(?!’s\b|'s\b)(?:\s+{_PART_OF_DAY}\b)?",
            timerules.near_day,
        ),
        (r"\b(?P<near>[Ll]ast|[Tt]his)\s+(?P<part>night|morning|afternoon|evening)\b", timerules.near_day),
    ),
    r"\b(?:week|month|quarter|year|decade|spring|summer|autumn|fall\b|winter|days?\b)|\bQ[1-4]\b": (
        (
            rf"\b(?:{_SIDE}|{_LEAD}{_EARLY})?(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Oo]ver\s+the(?=\s+weekend)|"
            rf"(?<=end\sof\s)the)"
            rf"\s+{_SPAN}\b(?!-)",
            timerules.this,
        ),
        (rf"\b{_COUNT}\s+{_UNIT}s?\s+ago\b", timerules.ago),
        (
            rf"{_LEAD}[Tt]he\s+(?P<which>past|last|next|coming)\s+(?:{_COUNT}\s+)?{_UNIT}s?\b(?!\s+of\b)",
            timerules.past,
        ),
        (
            rf"{_LEAD}(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+year[’']s\s+{_ORDINAL}[\s-]+quarter\b",
            timerules.quarter,
        ),
        (
            rf"{_LEAD}(?:the\s+{_ORDINAL}[\s-]|{_ORDINAL.replace('ordinal', 'joined')}-)quarter"
            rf"(?:\s+of\s+(?:the\s+year\s+)?{_YEAR})?",
            timerules.quarter,
        ),
        (rf"{_LEAD}the\s+(?P<ordinal>first|second)\s+(?P<half_year>half)\s+of\s+{_YEAR}", timerules.quarter),
        (rf"{_LEAD}Q(?P<ordinal>[1-4])\b(?:\s+{_YEAR})?", timerules.quarter),
    ),
    r"Thanksgiving": (
        (
            rf"{_LEAD}(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+)?Thanksgiving(?:\s+Day\b)?"
            r"(?!\s+(?:dinners?|meals?|turkeys?|weekend|holiday|break|parades?))",
            timerules.thanksgiving,
        ),
    ),
    r"Christmas|New\s+Year[’']s": (
        (
            rf"\b(?:(?P<count>\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>day|week)s?\s+"
            rf"(?P<side>before|after)|[Oo]n)\s+{_FEAST}",
            timerules.feast,
        ),
    ),
    r"\b(?:1[5-9]|20)\d\d|['’][2-9]0s": (
        (rf"{_LEAD}(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)\b", timerules.iso_day),
        (rf"{_LEAD}the\s+(?P<ordinal>first|second)\s+(?P<half_year>half)\s+of\s+{_YEAR}", timerules.quarter),
        (
            rf"{_LEAD}(?:the\s+)?(?:{_EARLY})?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0|(?<=['’])[2-9]0)s\b",
            timerules.decade,
        ),
        (
            rf"{_LEAD}(?:{_EARLY})?(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}",
            timerules.season,
        ),
        (rf"\b(?:[Ff]rom|[Bb]etween)\s+{_YEAR}\s+(?:to|and|until)\s+(?P<last>(?:1[5-9]|20)\d\d)\b", timerules.year),
        (rf"{_LEAD}{_EARLY}{_YEAR}\b", timerules.year),
        (rf"{_LEAD}fiscal\s+(?:year\s+)?{_YEAR}\b", timerules.year),
        (rf"\b{_BEFORE_YEAR}\s+{_YEAR}\b{_COUNTED}", timerules.year),
    ),
}

RULES: tuple[tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Rule], ...]], ...] = tuple(
    (re.compile(trigger), tuple((re.compile(pattern), rule) for pattern, rule in patterns))
    for trigger, patterns in _PATTERNS.items()
)
"""Trigger words, and the patterns with their rules that are worth trying around one."""
