"""The words of the name of a body (a ministry, company, outlet, agency …), its country, and its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from twosource.language import nouns
from twosource.language.kinds import NOT_PERSON
from twosource.language.places import COUNTRIES, DEMONYMS, SEATS
from twosource.language.words import alternation, words
from twosource.resolve.knownshort import KNOWN_SHORT, LONG_NAMES
from twosource.resolve.spelling import fold

_SPELLINGS = (
    (re.compile(r"is(ation|e|ing)(s?)\Z"), r"iz\1\2"),
    (re.compile(r"(?<=\w{2})our\Z"), "or"),
    (re.compile(r"tre\Z"), "ter"),
    (re.compile(r"(def|lic|off)ence\Z"), r"\1ense"),
    (re.compile(r"amme\Z"), "am"),
)


def _spelled(word: str) -> str:
    """British and American spellings as one."""
    word = word.rstrip(".")
    for pattern, by in _SPELLINGS:
        word = pattern.sub(by, word)
    return word


_SMALL = words("of for and the on in to at de du des la el y & a an del von der")
_PLACES = {**COUNTRIES, **DEMONYMS}
_COUNTRY = re.compile(rf"(?<![\w.-])({alternation(frozenset(_PLACES))})(?:['’]s?(?!\w))?(?![\w-])")
_PRESIDENCIES = words("Kremlin, White House, Downing Street")
_UNITED_NATIONS = re.compile(r"(?<![\w.])(?:UN\b|U\.N\.)(?:['’]s)?")
_ALSO_ELSEWHERE = words("Georgia Jordan Chad")
"""Countries whose bare name is an American state's or a person's too."""
_WHOLE_STATE = words("government authorities state")
_MINISTRY = words("ministry department")
_ANY_ORDER = _MINISTRY | words(
    "parliament embassy union association federation directorate police army navy court office prosecutor prosecutors"
)
"""Heads whose name means the same with "of" and without: "Ministry of Defence", not so "University of Orrin"."""
_STATE_HEADS = (_ANY_ORDER - words("union association federation")) | words(
    """military senate congress council cabinet commission agency authority authorities forces service guard
    intelligence administration treasury government minister presidency house assembly bureau prosecution customs
    force command staff secretariat"""
)
_SHARED_HEADS = words(
    """party coalition front movement bank union opposition hospital university defense board chamber school church
    committee commerce museum library airport brigade ambulance rescue district county association federation"""
)
_OWN_NAME = words("nations pentagon kremlin bundestag duma knesset politburo un nato eu opec fbi cia nsa")
_MATTERS = words(
    """affairs public social internal external economic economy information culture tourism agriculture religious
    high main general local city town north south east west upper lower ministry military civil labor opposition
    communications statistics protection investigation digital investment planning youth family women children
    chamber commerce fire rescue ambulance transit weather electoral election elections districts metropolitan"""
)
_COMMON = (
    nouns.GOVERNMENT
    | nouns.ORGANISATION
    | nouns.OFFICE_WORDS
    | frozenset(map(str.lower, NOT_PERSON | nouns.OUTLET_WORDS))
)
_PLAIN = frozenset(map(_spelled, _COMMON | _MATTERS)) - _OWN_NAME
"""Words that are in the names of many bodies and are no name themselves."""
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]|(?:[A-Z]\.){2,}")
_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}\Z")
_SECOND_LEVELS = words("co com org net gov ac edu or ne go")
_COMPANY = words("inc corp co ltd llc plc ag gmbh sa nv spa incorporated corporation limited")
_CODE = 2
_TAIL = words("news television tv radio online newspaper broadcasting channel network agency wire service press media")


@dataclass(frozen=True, slots=True)
class Body:
    """``words`` are those that tell it apart, without small words and without the words for a ``country``; sorted
    where their order means nothing. ``spoken`` are all of its words, for initials. ``host`` is the label of the domain
    where the name is an address."""

    words: tuple[str, ...]
    spoken: tuple[str, ...]
    country: str | None = None
    head: str | None = None
    acronym: str | None = None
    host: str | None = None
    seat: bool = False

    @property
    def of_state(self) -> str | None:
        """The country whose government as a whole it is: "Japan", "the Japanese government", "Tokyo"."""
        return self.country if not self.words else None


@lru_cache(maxsize=1 << 16)
def body(name: str) -> Body:
    """The parts of the name of a body."""
    name = re.sub(r"\A[Tt]he\s+", "", " ".join(name.split()))
    if _HOST.match(name):
        return Body((), (), host=_label(name))
    if name in SEATS and name not in _PRESIDENCIES:
        return Body((), (fold(name),), country=SEATS[name], seat=True)
    name = _UNITED_NATIONS.sub("United Nations", name)
    if name in _ALSO_ELSEWHERE:
        return Body((fold(name),), (fold(name),))
    if _ACRONYM.fullmatch(name) and name not in COUNTRIES:
        short = name.replace(".", "").replace("&", "")
        return Body((short.lower(),), (short.lower(),), acronym=short)
    found = _COUNTRY.findall(name)
    country = _PLACES[found[0]] if len(found) == 1 else None
    rest = _COUNTRY.sub(" ", name, count=1) if country else name
    tokens = _tokens(rest)
    kept = [word for word in tokens if word not in _SMALL]
    while len(kept) > 1 and kept[-1] in _COMPANY:
        kept.pop()
    head = next((word for word in (*kept[-1:], *kept[:1]) if word in _ANY_ORDER), None)
    if country and set(kept) <= _WHOLE_STATE:
        kept = []
    if head in _MINISTRY and len(kept) > len("ab"):
        kept = [word for word in kept if word != "affairs"]
    return Body(tuple(sorted(kept) if head else kept), tuple(_tokens(name)), country, head)


def _tokens(text: str) -> list[str]:
    bare = re.sub(r"['’]s?(?=\s|\Z)", "", text)
    return [
        _spelled(fold(token)) for token in re.findall(r"[\w&][\w&.’']*", bare.replace("-", " ")) if token.strip(".")
    ]


def _label(address: str) -> str:
    """``cnn`` of ``edition.cnn.com``: the label under which the domain is registered."""
    labels = re.sub(r"\Ahttps?://", "", address.lower()).split(".")
    ends = 2 if len(labels) > _CODE and len(labels[-1]) == _CODE and labels[-2] in _SECOND_LEVELS else 1
    return labels[-ends - 1].replace("-", "")


def is_generic(name: str) -> bool:
    """Whether every country, or every place, may have a body of this name: "Defence Ministry", "the Army", "Times"."""
    low = re.sub(r"\Athe\s+", "", name.lower())
    if low in nouns.OUTLETS | nouns.NEWS_AGENCIES or name.lower() in nouns.OUTLETS or name in SEATS:
        return False
    told = body(name)
    if told.country or told.acronym or told.host or not is_plain(told):
        return False
    kept = _large(_tokens(name))
    return len(kept) == 1 or not _STATE_HEADS.isdisjoint((kept[0], kept[-1])) or kept[-1] in _SHARED_HEADS


def is_plain(told: Body) -> bool:
    """Whether, but for a country, no word of a name is a name itself."""
    return bool(told.words) and _PLAIN.issuperset(told.words)


@lru_cache(maxsize=1 << 14)
def initials(told: Body, *, small: bool = False) -> frozenset[str]:
    """What the name may be shortened to, in capitals: initials with and without a country, with the small words if
    ``small`` and always of ministries ("MOD")."""
    if told.acronym or told.host or len(told.spoken) < len("ab"):
        return frozenset()
    lines = [_large(list(told.spoken))]
    if told.country and not told.seat and not told.head:
        lines.append(list(told.words))
    if small or told.head in _MINISTRY:
        lines.append(list(told.spoken))
    if told.head in _MINISTRY:
        lines.append([told.head or "", "of", *(word for word in told.words if word != told.head)])
    found = {"".join(word[0] for word in line).upper() for line in lines}
    return frozenset(short for short in found if len(short) > 1)


def spells(short: Body, long: Body) -> bool:
    """Whether ``short`` is an acronym of ``long``. Small letters in it stand for small words ("TfL"); what everybody
    knows by its short name has that one long name."""
    if not short.acronym or long.acronym or long.host:
        return False
    if short.acronym in KNOWN_SHORT:
        return any(one == short.acronym and body(name).words == long.words for one, name in LONG_NAMES)
    return short.acronym.upper() in initials(long, small=not short.acronym.isupper())


def _large(tokens: list[str]) -> list[str]:
    """Without the small words, of which an acronym may have no letter."""
    return [token for token in tokens if token not in _SMALL]


@lru_cache(maxsize=1 << 14)
def labels(told: Body) -> frozenset[str]:
    """The labels of a domain that name an outlet: its words run together, some of the first as initials ("nytimes"),
    with and without "the"."""
    if told.host:
        return frozenset({told.host})
    spoken = [word for word in told.spoken if word.isalnum()][:5]
    if not spoken:
        return frozenset()
    whole = "".join(spoken)
    short = {"".join(word[0] for word in spoken[:n]) + "".join(spoken[n:]) for n in range(1, len(spoken))}
    acronym = {"".join(word[0] for word in spoken)} if len(spoken) > len("ab") else set()
    return frozenset(lead + one for lead, one in product(("", "the"), {whole, *short, *acronym}))


def without_tail(told: Body) -> tuple[str, ...]:
    """The words of an outlet or agency without the last ones that only say what it is: "BBC" of "BBC News"."""
    kept = list(told.words)
    while len(kept) > 1 and kept[-1] in _TAIL:
        kept.pop()
    return tuple(kept)
