"""Who wrote it and whose wire it came over: bylines, datelines and credit lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from twosource.read import times

# Wire services by the names that they go by in credits. The first is the name that we give, so that "AP" and "The
# Associated Press" are one origin. Short forms are matched in their own case: "pa" and "ani" are words, "PA" and
# "ANI" are not.
AGENCIES: dict[str, tuple[str, ...]] = {
    "Reuters": ("Reuters", "Thomson Reuters", "REUTERS"),
    "AP": ("AP", "Associated Press", "The Associated Press", "AP News"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "PA Media": ("PA", "PA Media", "Press Association", "PA News Agency"),
    "UPI": ("UPI", "United Press International"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Canadian Press": ("CP", "The Canadian Press", "Canadian Press"),
    "AAP": ("AAP", "Australian Associated Press"),
    "ANI": ("ANI", "Asian News International"),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Kyodo": ("Kyodo", "Kyodo News", "KYODO"),
    "Jiji": ("Jiji", "Jiji Press", "JIJI"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "TASS": ("TASS", "Tass", "ITAR-TASS"),
    "Interfax": ("Interfax",),
    "Interfax-Ukraine": ("Interfax-Ukraine",),
    "RIA Novosti": ("RIA", "RIA Novosti"),
    "Ukrinform": ("Ukrinform",),
    "Anadolu": ("AA", "Anadolu", "Anadolu Agency"),
    "EFE": ("EFE", "Efe"),
    "ANSA": ("ANSA",),
    "APA": ("APA",),
    "ANP": ("ANP",),
    "Belga": ("Belga",),
    "NTB": ("NTB",),
    "Ritzau": ("Ritzau",),
    "PAP": ("PAP",),
    "Lusa": ("Lusa",),
    "SANA": ("SANA",),
    "IRNA": ("IRNA",),
    "WAFA": ("WAFA",),
    "KCNA": ("KCNA",),
    "KNA": ("KNA",),
    "epd": ("epd",),
    "agencies": ("agencies", "Agencies", "agency", "wire services", "newswires", "wires"),
}
_BY_NAME = {name: agency for agency, names in AGENCIES.items() for name in names}
_BY_LONG_NAME = {name.lower(): agency for name, agency in _BY_NAME.items() if len(name) > 4}
_AGENCY = "(?:" + "|".join(sorted(map(re.escape, _BY_NAME), key=len, reverse=True)) + ")"

_LEAD = re.compile(
    r"^\W*(?:(?:words|text|story|analysis|report|reporting|written|review|opinion|posted|article|interview|edited)\s+by"
    r"|by|author[s]?|from|reporter[s]?|byline)\b\s*:?\s*",
    re.IGNORECASE,
)
# What stands right after a name once a page is saved as text: the label of a date, a button, a job.
_JOB = r"(?:[A-Z]\w+ ){0,3}(?:Reporter|Writer|Editor|Correspondent|Columnist|Journalist)\b"
_GLUED = re.compile(
    r"\s*\b(?:published|updated|posted)\b.*$"
    r"|(?<=[a-z])(?:Published|Updated|Posted|Twitter|Facebook|Instagram|Email|Follow)\b.*$"
    rf"|(?<=[a-z])(?={_JOB}).*$|(?<=[a-z])0?,?$"
)
_SEPARATORS = re.compile(r"(?:\s{2,})|\s*(?:[,;|/•·\n]|\band\b|&|\bwith\b|\s[-–—]\s)\s*", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|staff|bureau|desk|contributor|chief|news|team|producer|"
    r"newsroom|editorial|analyst|professor|fellow|director|university|digital|online|service|wires?|agencies|agency|"
    r"special|senior|deputy|head|follow|updated|published|read|share|min|minutes?)\b",
    re.IGNORECASE,
)
# fmt: off
_PARTICLES = frozenset({
    "de", "da", "di", "del", "della", "der", "den", "du", "la", "le", "van", "von", "bin", "ibn", "al", "el",
    "dos", "y", "ter", "zu",
})
# fmt: on
# "By Courier Staff", "By our own reporters": a byline without a name.
_DESK = re.compile(
    r"^(?:our |[A-Z][\w’'-]* ){0,3}(?:own )?(?:staff|reporters?|correspondents?|writers?|newsroom|desk|team)\.?$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"^(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[.'’-][^\W\d_]+)*[.'’]?|[a-z]{1,2}['’][^\W\d_]+)$")

# Agencies that no list knows call themselves one, or stand in brackets where agencies stand.
_CALLED = re.compile(
    r"^(?P<name>[A-Z][\w'’.&-]+(?: [A-Z][\w'’.&-]+){0,2}) "
    r"(?:(?:News|Press|Telegraph|Information) Agency|News ?[Ww]ire|News Service)$"
)
_TITLE = r"[A-Z][\w'’.&-]*[a-z][\w'’.&-]*(?: [A-Z][\w'’.&-]+){0,2}"
_UNLISTED = re.compile(rf"^[A-Z]{{2,}}[^()\n]{{0,60}}\((?P<name>{_TITLE})\)\s*[-–—]+\s")
_SIGNED_OFF = re.compile(rf"^(?:[a-z]{{2,4}}(?:/[a-z]{{2,4}})*\s*)?\((?P<name>{_TITLE})\)\.?$")
_SCENE = re.compile(
    r"laugh|applause|cheer|boo|crosstalk|inaudible|pause|silence|music|sigh|audience|video|photo|image", re.IGNORECASE
)
_DATELINE = re.compile(
    rf"^(?:[^()\n—–]{{0,60}}?)\((?P<agencies>{_AGENCY}(?:\s*[/,&]\s*{_AGENCY})*)\)\s*(?:[-–—]+|:|\.|$)"
)
_INITIALS = re.compile(
    rf"^\(?(?:[a-z]{{2,4}}/)*[a-z]{{2,4}}\s*\((?P<agencies>[A-Za-z ,/&]+)\)\)?$|^(?:{_AGENCY}/)+[a-z]{{2,4}}$"
)
_CREDIT = re.compile(
    r"^\W*(?:(?:source|sources|credits?|agency|agencies|via|with (?:inputs?|material|reporting|files?"
    r"|information)?\s*(?:from|by)?)\s*:?\s*)"
    r"(?:the\s+)?(?P<agencies>.+?)\W*$",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    rf"^\W*(?:the\s+)?(?P<agencies>{_AGENCY}(?:(?:\s*,\s*|\s+and\s+|\s*,?\s*and\s+)(?:the\s+)?{_AGENCY})*)"
    r"(?:\s+\w+){0,3}\s+contributed (?:to|reporting)\b.{0,60}$",
    re.IGNORECASE,
)


# Twelve authors with their places and titles; what is longer is no byline, and the patterns here are slow on it.
LONGEST_BYLINE = 600


@dataclass(frozen=True, slots=True)
class Byline:
    """The people and the agencies that a byline names."""

    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


def agency(name: str) -> str | None:
    """The wire service that goes by ``name``, under its one name here."""
    name = name.strip().strip(".()").removeprefix("the ").removeprefix("The ")
    called = _CALLED.match(name)
    return _BY_NAME.get(name) or _BY_LONG_NAME.get(name.lower()) or (called["name"] if called else None)


def byline(text: str) -> Byline:
    """Read ``By Jane Roe in Kyiv and Reuters``: names of people, and agencies apart from them."""
    authors: list[str] = []
    agencies: list[str] = []
    if len(text) > LONGEST_BYLINE:
        return Byline()
    text = _GLUED.sub("", re.sub(r"\S+@\S+|@\w+|https?://\S+", " ", text))
    text = re.sub(r"\((?P<inside>[^)]*)\)", lambda m: f"/{m['inside']}/" if agency(m["inside"]) else " / ", text)
    for piece in _SEPARATORS.split(_LEAD.sub("", text)):
        name = re.sub(r"\s+(?:in|for|For|at|from)\s+.*$", "", _LEAD.sub("", piece.strip())).strip(" .:")
        if found := agency(name):
            agencies.append(found)
        elif is_name(name):
            authors.append(name)
    return Byline(unique(authors), unique(agencies))


def is_name(text: str) -> bool:
    """Whether ``text`` is shaped like a person's full name: two to five capitalised words, particles aside, no job
    title."""
    words = text.split()
    solid = [word for word in words if word.lower() not in _PARTICLES]
    if not 2 <= len(words) <= 6 or not 2 <= len(solid) <= 5 or _ROLE.search(text):
        return False
    return all(_NAME_WORD.match(word) for word in solid)


def is_byline(line: str) -> bool:
    """Whether a whole line only names authors: ``By Jane Roe``, ``Jane Roe (in Elin) | John Doe``, ``By our staff``."""
    if len(line) > 160 or line.rstrip().endswith(("?", "!", ":", ";")):
        return False
    lead = _LEAD.match(line)
    if lead and not lead[0].lower().startswith("from"):
        rest = times.without_times(line[lead.end() :])
        found = byline(rest)
        named = found.authors + found.credits
        short = len(rest.split()) <= 4 + 6 * len(named) and not re.search(r"\w{3,}\.\s+\w", rest)
        return (bool(named) and short) or bool(_DESK.match(rest))
    pieces = [piece for piece in re.split(r"\s*[|/•]\s*", line) if piece]
    return len(pieces) >= 2 and all(byline(piece).authors or agency(piece) for piece in pieces)


def dateline(paragraph: str) -> tuple[str, ...]:
    """The agencies of an opening such as ``KYIV (AP) —`` or ``(Reuters) -``; the words stay in the text."""
    if match := _DATELINE.match(paragraph):
        return _agencies(match["agencies"])
    unlisted = _UNLISTED.match(paragraph)
    return (unlisted["name"],) if unlisted else ()


def sign_off(line: str) -> tuple[str, ...]:
    """The agency that the last line of an article names in brackets: ``(Halyard)``, ``pag (Halyard)``."""
    match = _SIGNED_OFF.match(line)
    return (agency(match["name"]) or match["name"],) if match and not _SCENE.search(line) else ()


def credit_line(line: str) -> tuple[str, ...]:
    """The agencies of a line that is a credit and nothing else: ``dpa/rc``, ``with AFP``, ``Source: ANI``, ``rc/wd
    (AP, AFP)``."""
    line = line.strip().rstrip(".")
    if len(line) > 120:
        return ()
    if match := _INITIALS.match(line):
        return _agencies(match["agencies"] or line)
    if match := _CONTRIBUTED.match(line):
        return _agencies(match["agencies"])
    stripped = match["agencies"] if (match := _CREDIT.match(line)) else line.strip("()[] ")
    pieces = [piece for piece in _SEPARATORS.split(stripped) if piece]
    named = _agencies(stripped)
    return (
        named if named and len(named) == len({agency(piece) or piece for piece in pieces if not _filler(piece)}) else ()
    )


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """``items`` in order, each once, capitals aside."""
    return tuple({item.casefold(): item for item in reversed(list(items))}.values())[::-1]


def _filler(piece: str) -> bool:
    return piece.lower() in {"inputs", "staff", "the"}


def _agencies(text: str) -> tuple[str, ...]:
    return unique(found for piece in _SEPARATORS.split(text) if (found := agency(piece)))
