"""Names in running text: runs of capitalised words, parted into titles and the name itself, and what kind of thing
bears it.

No gazetteer of people is needed: what is no country, outlet, body or work by its last word, and has the form of a
personal name, is taken for a person; a caller that knows more (a verb of speech, a pronoun) may override it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.language import nouns
from twosource.language.places import COUNTRIES, DEMONYMS, SEATS
from twosource.language.words import words
from twosource.records import Kind, Span

_TITLE_STOPS = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|St|Rev|Hon|Jr|Sr)\."
_CAPITAL = (
    rf"(?:{_TITLE_STOPS}|(?:[A-Z]\.)+|(?:al-|el-|d['’]|O['’])?[A-ZÀ-ÖØ-ÞŁŚŠŽČĆ](?:[\w-]|"
    rf"['’](?=[A-Za-z])(?!s\b)|/(?=[A-Z]))*)"
)
_PARTICLE = r"(?:de|da|dos|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|du|ter|ten|y|bint|abu)"
_JOIN = r"(?:of|for|and|&|on)"
_RUN = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0]+(?:(?:{_PARTICLE}[ \u00a0]+){{0,3}}|(?:{_JOIN}[ \u00a0]+(?:the[ \u00a0]+)?))?{_CAPITAL})*"
)
_SPLIT = re.compile(rf"[ \u00a0]+{_JOIN}[ \u00a0]+(?:the[ \u00a0]+)?")
_DAY_NEXT = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?!\w)"
)
FUNCTION_WORDS = words(
    """The A An This That These Those He She It They We I You His Her Its Their Our My Your In On At By For From
    With Of To And But Or Nor So Yet If As When While After Before Since Until Although Though Because However
    Meanwhile Also According Some Many Most Several Few Both All Each Every Any No Not Now Then There Here What
    Who Why How Where Which Whose Last Next Earlier Later Asked One Two Three Four Five Six Seven Eight Nine Ten
    Another Other Others Still Even Just Only Despite During Under Over Between Against Among Within Without
    Through Once Instead Perhaps Maybe Yes Well Let Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December Jan Feb Mar Apr Aug
    Sept Sep Oct Nov Dec Asked Speaking Citing Quoting Pressed Told Responding Do Does Did Is Are Was Were Be
    Being Been Have Has Had Will Would Can Could Should Must Might Shall Me Him Them Us Than Too Very More Less
    Much Such Like Said Says Say Again Never Always Often Sometimes Today Yesterday Tomorrow Tonight Overnight
    Thus Hence Indeed Moreover Furthermore Nevertheless Nonetheless Further First Second Third Finally Asking
    Saying Adding Noting Calling Read Watch Related Image Photo Somebody Someone Anybody Anyone Everybody Everyone
    Nobody None Either Neither"""
)
_NOT_PERSON = words(
    """Street Avenue Road Square Park Bridge River Lake Mountain Valley Island Islands Bay Beach County City Town
    Village State States Province Region District Republic Kingdom Union Nations Coast Sea Ocean Gulf Strait
    Airport Station Port Hall House Court Tower Center Centre Building Palace Stadium Arena Hotel Hospital
    University College School Institute Academy Museum Library Church Foundation Fund Trust Bank Group Holdings
    Inc Corp Co Ltd LLC Company Corporation Industries Systems Partners Associates Association Federation League
    Club Party Committee Commission Council Board Agency Bureau Office Department Ministry Authority
    Administration Service Services Force Forces Army Navy Guard Police Command Corps Brigade Division Battalion
    Congress Senate Parliament Assembly Cabinet Government Campaign Movement Front Alliance Coalition Caucus
    Conference Convention Summit Forum Act Bill Law Treaty Agreement Accord Deal Plan Program Project Initiative
    Award Prize Cup Games Day Week War Crisis Report Study Survey Poll Index Times Post News Journal Herald
    Tribune Gazette Magazine Review Daily Weekly Press Radio TV Television East West North South Street Wall
    Capitol Hill Pentagon Kremlin Twitter Facebook Telegram Google Apple Amazon Microsoft YouTube Democrats
    Republicans Americans Muslims Christians Jews Catholics Europeans Organization Organisation Observatory
    Watch Laboratory Institution Enterprises Airlines Airways Motors Energy Oil Steel Medical Clinic Studios
    Pictures Records Entertainment Technologies Labs International Legal Civil Human Rights Organizations
    Lines Ferries Brands Foods Stores Telecom Media Shipping Logistics Pharma Pharmaceuticals Semiconductor Software
    Networks Solutions Electronics Minerals Resources Petroleum Railways Aviation Aerospace Insurance Securities
    Financial Investments Properties Cross Crescent Society Network Studies Research Affairs Security Defense
    Defence Intelligence Treasury Justice Supreme
    Federal National International United"""
)
_GOVERNMENT_LAST = words(
    """Ministry Department Administration Cabinet Parliament Congress Senate House Assembly Council Commission
    Agency Bureau Authority Police Army Navy Force Forces Embassy Consulate Court Kremlin Pentagon Treasury
    Government Republic Kingdom States Nations Office Duma Bundestag Knesset Politburo FBI CIA NSA DOJ EPA IRS
    HUR FSB GRU SBU Guard Corps Command Intelligence Service Capitol"""
)

_OUTLET_FIRST = re.compile(r"(?:TV|Radio|Channel)\s|(?:Times|Voice|Journal|Bulletin)\s+of\s")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: ``span`` of the name itself, ``title`` the words of office before it."""

    span: Span
    text: str
    title: str | None = None

    @property
    def tokens(self) -> list[str]:
        """The words of the name."""
        return self.text.split()


def find_names(text: str, span: Span | None = None) -> Iterator[Name]:
    """The names in ``text``, or in ``span`` of it, in order."""
    for run in _RUN.finditer(text, *(span or (0, len(text)))):
        for start, end in _pieces(text, run.span()):
            if name := _name(text, start, end):
                yield name


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A run parted at "of", "for" and "and" where what is before it is no body: "Feld and Tal"."""
    start = span[0]
    for join in _SPLIT.finditer(text, *span):
        if _DAY_NEXT.match(text, join.end()) and join[0].split()[0] in ("on", "for"):
            # "Defence Ministry on Wednesday"
            yield start, join.start()
            return
        last = text[start : join.start()].rsplit(maxsplit=1)[-1]
        if last in _NOT_PERSON and "and" not in join[0].split()[:1]:
            continue
        if (
            join[0].split() == ["and"]
            and text[join.end() : span[1]].rsplit(maxsplit=1)[-1] in _NOT_PERSON
            and last in _NOT_PERSON
        ):
            continue
        yield start, join.start()
        start = join.end()
    yield start, span[1]


def _name(text: str, start: int, end: int) -> Name | None:
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\s\u00a0]+", text[start:end])]
    while tokens and text[slice(*tokens[0])] in FUNCTION_WORDS:
        tokens.pop(0)
    first = _name_start(text, tokens)
    if not tokens or (len(tokens) == 1 and tokens[0][1] - tokens[0][0] < 2):
        return None
    title = text[tokens[0][0] : tokens[first - 1][1]] if first else None
    span = tokens[first][0], tokens[-1][1]
    return Name(span, " ".join(text[slice(*span)].split()), title)


def _name_start(text: str, tokens: list[Span]) -> int:
    """The index of the first token of the name itself: after the last word of office, which "FBI" may stand before."""
    for place in range(len(tokens) - 2, -1, -1):
        if _is_title(text, tokens, place):
            return place + 1
    return 0


def _is_title(text: str, tokens: list[Span], place: int) -> bool:
    """Whether the token is part of an office before a name; "Foreign Ministry" has none."""
    word = text[slice(*tokens[place])].rstrip(".")
    if word in nouns.TITLES:
        rest = [text[slice(*token)] for token in tokens[place + 1 :]]
        return not any(token in _NOT_PERSON or token.rstrip(".") in nouns.TITLES for token in rest)
    # "Pollster Ida Wren": a trade before a full name, where a surname ("Cook") would stand last.
    follow = tokens[place + 1 :]
    return len(follow) > 1 and word.lower() in nouns.ROLES and not any(text[slice(*t)] in _NOT_PERSON for t in follow)


def kind_of(name: str, title: str | None = None) -> Kind:
    """What bears ``name``, as far as its words tell."""
    bare = name.removeprefix("The ").removeprefix("the ")
    low = bare.lower()
    if low in nouns.NEWS_AGENCIES or any(low.endswith(phrase) for phrase in nouns.AGENCY_PHRASE):
        return "agency"
    if low in nouns.OUTLETS or name.lower() in nouns.OUTLETS:
        return "outlet"
    if bare in COUNTRIES or bare in SEATS:
        return "government"
    last = bare.split()[-1].rstrip(".")
    if title is None and len(bare.split()) > 1 and (last in nouns.OUTLET_WORDS or _OUTLET_FIRST.match(bare)):
        return "outlet"
    if last in _GOVERNMENT_LAST:
        return "government"
    return "person" if title or is_personal(bare) else "organisation"


def is_personal(name: str) -> bool:
    """Whether ``name`` has the form of a person's: no word of a place or body in it, not all in capitals."""
    tokens = name.replace(".", "").split()
    if not tokens or name in DEMONYMS or name in COUNTRIES:
        return False
    if any(token in _NOT_PERSON or token.lower() in ("of", "for", "and", "&", "the") for token in tokens):
        return False
    return not (len(tokens) == 1 and (tokens[0].isupper() and len(tokens[0]) > 1)) and not any(
        c.isdigit() for c in name
    )
