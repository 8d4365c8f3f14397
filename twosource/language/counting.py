"""What a number counts or measures: currencies, units, and the noun phrase after it, without a parser."""

from __future__ import annotations

import re

from twosource.language.words import words

_SIGNS = {
    "$": "USD", "US$": "USD", "USD": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD",
     "R$": "BRL",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH",
}  # fmt: skip
_MEASURES = {
    "percent": r"%|\s?per\s?cent\b|\s+percent\b",
    "percentage points": r"\s+percentage\s+points?\b|\s+points\b(?!\s+(?:of|out))",
    "USD": r"\s+(?:(?:US|U\.S\.|us)\s+)?dollars?\b|\s?USD\b", "EUR": r"\s+euros?\b|\s?(?:€|EUR\b)",
    "RUB": r"\s+rou?bles\b", "UAH": r"\s+hryvnias?\b", "CNY": r"\s+yuan\b|\s+(?:rmb|RMB|renminbi)\b",
    "CHF": r"\s+(?:Swiss\s+francs?|CHF)\b", "CAD": r"\s+(?:Canadian\s+dollars?|CAD)\b",
    "AUD": r"\s+(?:Australian\s+dollars?|AUD)\b", "JPY": r"\s+yen\b", "INR": r"\s+rupees\b",
    "GBP": r"\s+pounds\s+sterling\b|\s?GBP\b",
    "kilometres": r"\s?km\b|\s?-?kilomet(?:re|er)s?\b", "metres": r"\s?-?met(?:re|er)s?\b",
    "miles": r"\s?-?miles?\b",
    "feet": r"\s?-?(?:feet|foot|ft)\b", "hectares": r"\s?-?hectares?\b", "acres": r"\s?-?acres?\b",
    "tonnes": r"\s?-?(?:metric\s+)?(?:tonnes?|tons?)\b", "kilograms": r"\s?kg\b|\s?-?kilo(?:gram)?s?\b",
     "pounds": r"\s?-?pounds?\b",
    "litres": r"\s?-?lit(?:re|er)s?\b", "barrels": r"\s?-?barrels?\b", "megawatts": r"\s?(?:MW|megawatts?)\b",
    "degrees": r"\s?°[CF]?|\s+degrees\b", "kilometres per hour": r"\s?km/h\b|\s?kph\b", "miles per hour": r"\s?mph\b",
    "seconds": r"\s?-?seconds?\b", "minutes": r"\s?-?minutes?\b", "hours": r"\s?-?hours?\b", "days": r"\s?-?days?\b",
    "weeks": r"\s?-?weeks?\b", "months": r"\s?-?months?\b", "years": r"\s?-?years?\b",
}  # fmt: skip
_MEASURE = tuple((unit, re.compile(pattern)) for unit, pattern in _MEASURES.items())
_MAYBE_MEASURE = re.compile(
    r"\s?(?:%|°|€|-?(?:perc|per |poin|US|U\.S|us |Swi|CHF|CAD|Can|AUD|Aus|EUR|GBP|rmb|RMB|ren|doll|euro|rou|rub|hryv|"
    r"yuan|yen|rup|poun|k|m|f|h|a|t|l|b|d|s|w|y|M))"
)

_STOP = words(
    """a about after against ago all also although am among an and any are as at away back be became because been
    before began behind being between both but by came can could despite did do does done down during each
    either else even ever for from gave get go goes gone got had has have he her here him his how however i if
    in including into is it its itself just last later less like made make may me might more most much must my
    near needed never next no nor not now of off on once only or other our out over own per rather said same saw
    say says see shall she should since so some still such take than that the their them then there these they
    this those though through to together too took toward towards under until up upon us very via was we went
    were what when where whether which while who whom whose why will with within without would yet you your each
    apiece left remain remained fled died long wide high deep tall away off apart north south east west"""
)
_PLURALS = words(
    "people men women children troops personnel police cattle staff crew media data sheep fish aircraft spacecraft "
    "teeth feet mice "
    "geese youth casualties infantry forces civilians dead wounded injured"
)
_SINGULAR_S = words(
    "us news his this is was has its gas bus class process access business press crisis basis analysis campus virus"
)
_OF = re.compile(
    r"\s+(?:of|worth\s+of|in|out\s+of)\s+(?:the\s+|its\s+|their\s+|all\s+|his\s+|her\s+|these\s+|"
    r"those\s+)?(?:[\d,]+\s+)?"
)
_MORE = re.compile(r"\s+(?:more|other|additional|further|extra|or\s+so|or\s+more)\b")
_TOKEN = re.compile(r"\s+([“\"‘']?[A-Za-z][\w’'-]*[”\"’']?(?:\.(?=[A-Z]))?)")
_HARMED = re.compile(
    r"\s+(?:were\s+|was\s+|are\s+|have\s+been\s+|had\s+been\s+)?(killed|dead|wounded|injured|missing|displaced|"
    r"arrested|detained|infected|hurt)\b"
)

_HARM_BEFORE = re.compile(
    r"\b(kill|wound|injur|arrest|detain|displac|hurt)(?:ed|ing|s)?\s+(?:another\s+)?\Z", re.IGNORECASE
)
_HARMS = {"kill": "killed", "wound": "wounded", "injur": "injured", "arrest": "arrested", "detain": "detained",
          "displac": "displaced", "hurt": "hurt"}  # fmt: skip


def currency(sign: str) -> str:
    """The ISO 4217 code of a sign before a number."""
    bare = "".join(sign.split()).upper()
    return _SIGNS.get(bare, bare)


def measure(text: str, end: int) -> tuple[str, int] | None:
    """The unit that stands at ``end``, and where it ends."""
    if not _MAYBE_MEASURE.match(text, end):
        return None
    for unit, pattern in _MEASURE:
        if match := pattern.match(text, end):
            return unit, match.end()
    return None


def noun_after(text: str, end: int, limit: int, *, money: bool = False) -> str | None:
    """The noun phrase that begins at ``end``: what is counted; a word of harm ("killed") where there is no noun."""
    if match := _MORE.match(text, end, limit):
        end = match.end()
    if match := _OF.match(text, end, limit):
        if not money and match[0].split()[0] == "in":
            return None
        end = match.end() - 1
    elif money:
        return None
    start = end
    last: int | None = None
    for token in _tokens(text, end, limit):
        last = token.end()
        if _is_plural(token[1]):
            break
    if last is None:
        harmed = _HARMED.match(text, start, limit)
        return harmed[1] if harmed else None
    return _trimmed(" ".join(text[start:last].split()))


def harm_before(text: str, start: int) -> str | None:
    """The word of harm that ends at ``start``: the 12 of "killing 12" are "killed"."""
    match = _HARM_BEFORE.search(text, max(start - 24, 0), start)
    return _HARMS[match[1].lower()] if match else None


def _tokens(text: str, end: int, limit: int, most: int = 5) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < most and (token := _TOKEN.match(text, end, limit)):
        if token[1].strip("“”\"‘’'").lower() in _STOP:
            break
        found.append(token)
        end = token.end()
    return found


def _is_plural(token: str) -> bool:
    word = token.strip("“”\"‘’'").lower()
    return word in _PLURALS or (
        word.endswith("s") and not word.endswith(("ss", "'s", "’s", "ous", "us")) and word not in _SINGULAR_S
    )


def _trimmed(phrase: str) -> str | None:
    """Without a participle or adverb at its end that belongs to what follows ("soldier wounded", "bomb reportedly")."""
    tokens = phrase.split()
    while len(tokens) > 1 and not _is_plural(tokens[-1]) and re.search(r"(?:ed|ing|ly)\Z", tokens[-1]):
        tokens.pop()
    if len(tokens) == 1 and re.search(r"(?:ly)\Z", tokens[0]):
        return None
    return " ".join(tokens)
