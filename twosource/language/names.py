"""Names in running text: runs of capitalised words, parted into titles and the name itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.language import nouns
from twosource.language.givennames import SURNAME_FIRST, pronoun_of
from twosource.language.kinds import NOT_PERSON, STATES, ends_with_office
from twosource.language.places import COUNTRIES
from twosource.language.words import words
from twosource.records import Span

_TITLE_STOPS = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|St|Rev|Hon|Jr|Sr)\."
_CAPITAL = (
    rf"(?:{_TITLE_STOPS}|(?:[A-Z]\.)+|(?:al-|el-|d['’]|O['’])?[A-ZÀ-ÖØ-ÞŁŚŠŽČĆ](?:[\w-]|"
    rf"['’](?=[A-Za-z])(?!s\b)|/(?=[A-Z]))*)"
)
_PARTICLE = r"(?:de|da|dos|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|du|ter|ten|y|bint|abu)"
_JOIN = r"(?:of|for|and|&|on)"
_STARTS = r"(?<![\w#@])(?=[^a-z]|al-|el-|d['’])"
_RUN = re.compile(
    rf"{_STARTS}{_CAPITAL}(?:[ \u00a0]+(?:(?:{_PARTICLE}[ \u00a0]+){{0,3}}|(?:{_JOIN}[ \u00a0]+(?:the[ \u00a0]+)?))?"
    rf"{_CAPITAL})*"
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
    Nobody None Either Neither Unlike Besides Like Longtime Veteran"""
)
WHENCE = re.compile(
    r"-(?:based|run|owned|led|backed|funded|linked|controlled|affiliated|language|headquartered|listed|born)\Z"
)
"""The end of a word that tells of a body where or whose it is: "Corvia-based", "state-run"."""
_TITLES_BEFORE = words("Dr Mr Mrs Ms Prof Gen Col Maj Lt Sgt Capt Adm Sheikh")
_INNER = re.compile(
    r"[ \u00a0](?:Is|Are|Was|Were|Has|Have|Had|Says?|Said|Over|Of|To|In|At|By|From|With|And|But|Or|As|If|For|Via|About|"
    r"After|Before|Than|Into|Wins|Tells|Calls|Slams|Faces|Leads|Backs|Urges|Warns|Denies)[ \u00a0]"
)
_INITIALS = 5
"""Letters of initials at most: "UNHCR"."""
_NAME_AND_OFFICE = 3
_WITH_STATE = 2
_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


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

    @property
    def start(self) -> int:
        """Where the title begins, or the name that has none."""
        return self.span[0] - (len(self.title) + 1 if self.title else 0)


def find_names(text: str, span: Span | None = None) -> Iterator[Name]:
    """The names in ``text``, or in ``span`` of it, in order."""
    for run in _RUN.finditer(text, *(span or (0, len(text)))):
        for start, end in _pieces(text, run.span()):
            for part in _clauses(text, start, end):
                if name := _name(text, *part):
                    yield name


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """A run of a headline parted at its capitalised small words and verbs: "Feld Is Ahead Of Tarn"."""
    for match in _INNER.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
            start = match.end()
    yield start, end


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A run parted at "of", "for" and "and" where what is before it is no body: "Feld and Tal"."""
    start = span[0]
    for join in _SPLIT.finditer(text, *span):
        if _DAY_NEXT.match(text, join.end()) and join[0].split()[0] in ("on", "for"):
            # "Defence Ministry on Wednesday"
            yield start, join.start()
            return
        if join.start() <= start:
            continue
        last = text[start : join.start()].rsplit(maxsplit=1)[-1]
        if last in NOT_PERSON and "and" not in join[0].split()[:1]:
            continue
        if (
            join[0].split() == ["and"]
            and text[join.end() : span[1]].rsplit(maxsplit=1)[-1] in NOT_PERSON
            and last in NOT_PERSON
        ):
            continue
        if "and" in join[0] and _is_branch(text[start : join.start()], text[join.end() : span[1]]):
            continue
        yield start, join.start()
        start = join.end()
        if join[0].split()[0] in ("of", "for") and last.rstrip(".").lower() in nouns.ROLES:
            # "Mayor of Orrin Anna Feld": the place ends where the given name begins.
            given = person_start(text, start, span[1])
            if given is not None:
                yield start, given - 1
                start = given
    yield start, span[1]


def _is_branch(before: str, after: str) -> bool:
    """Whether "and" joins what a body is for: "Institute of Water and Soil", "Coalition of Rebel and Other Forces"."""
    head = re.search(r"\b(\w+)\s(?:of|for)\s(?:the\s)?\S+\Z", before)
    tokens = after.split()
    alone = len(tokens) == 1 or (len(tokens) == len("ab") and tokens[-1] in NOT_PERSON)
    return head is not None and head[1] in NOT_PERSON and alone and not tokens[0].isupper()


def person_start(text: str, start: int, end: int) -> int | None:
    """Where somebody's name begins in a run that opens with a place or a body: at a given name or "Dr.", or behind the
    last word of the body ("Council Ivo Tarn")."""
    tokens = [(start + m.start(), m[0]) for m in re.finditer(r"[^\s\u00a0]+", text[start:end])]
    for number, (place, word) in enumerate(tokens[1:], 1):
        rest = [w for _, w in tokens[number:]]
        titled = word.rstrip(".") in _TITLES_BEFORE and len(rest) > 1
        after_body = tokens[number - 1][1] in NOT_PERSON and len(rest) in (2, 3) and not NOT_PERSON & set(rest)
        if titled or after_body or (pronoun_of(word) and len(rest) > 1):
            return place
    return None


def _name(text: str, start: int, end: int) -> Name | None:
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\s\u00a0]+", text[start:end])]
    while tokens and text[slice(*tokens[0])] in FUNCTION_WORDS:
        tokens.pop(0)
    # "San Diego-headquartered Qualcomm" names the company alone.
    where = next((n for n, token in enumerate(tokens[:-1]) if WHENCE.search(text[slice(*token)])), None)
    tokens = tokens if where is None else tokens[where + 1 :]
    # Text that lost its full stops: "Chechen The Pentagon".
    inner = max((n for n, token in enumerate(tokens[:-1]) if text[slice(*token)] == "The"), default=None)
    tokens = tokens if inner is None else tokens[inner + 1 :]
    while len(tokens) > 1 and text[slice(*tokens[-1])] in _DAYS:
        tokens.pop()
    shouted = next((n for n, token in enumerate(tokens) if not text[slice(*token)].isupper()), 0)
    if shouted > 1 and any(end - start > _INITIALS for start, end in tokens[:shouted]):
        # A heading that lost its line end: "WHAT HAPPENED NEXT Orrin Ferries".
        tokens = tokens[shouted:]
    if len(tokens) == _WITH_STATE and text[slice(*tokens[0])] in STATES and _may_be_surname(text[slice(*tokens[1])]):
        # "In Wisconsin Feld said so": the comma is often left out.
        tokens.pop(0)
    if len(tokens) > _WITH_STATE and _is_place_before(text[slice(*tokens[0])], text[slice(*tokens[1])]):
        tokens.pop(0)
    first = _name_start(text, tokens)
    if not tokens or (len(tokens) == 1 and tokens[0][1] - tokens[0][0] < 2):
        return None
    title = text[tokens[0][0] : tokens[first - 1][1]] if first else None
    long = len(tokens) - first > _NAME_AND_OFFICE and pronoun_of(text[slice(*tokens[first])])
    if long and ends_with_office(text[tokens[first][0] : tokens[-1][1]]):
        # "Anna Feld Regional Humanitarian Coordinator", in text without commas.
        tokens = tokens[: first + 2]
    span = tokens[first][0], tokens[-1][1]
    return Name(span, " ".join(text[slice(*span)].split()), title)


def _may_be_surname(word: str) -> bool:
    return word not in NOT_PERSON | nouns.OUTLET_WORDS and not word.endswith("s") and not word.isupper()


def _is_place_before(first: str, second: str) -> bool:
    """Whether a name begins with a state that ends an office before it: "Senator from Vermont Anna Feld"."""
    return (first in STATES or first in COUNTRIES) and pronoun_of(second) is not None and pronoun_of(first) is None


# The longest runs of capitalised words that news has are headlines set so; an office with a name behind it has a dozen.
_MOST_TOKENS = 40


def _name_start(text: str, tokens: list[Span]) -> int:
    """The index of the first token of the name itself: after the last word of office, which "FBI" may stand before."""
    for place in range(len(tokens) - 2, max(len(tokens) - _MOST_TOKENS, 0) - 1, -1):
        if _is_title(text, tokens, place):
            return place + 1
    return 0


def _ends_office(token: str, rest: list[str]) -> bool:
    """Whether a word cannot stand in a personal name after an office: a place or another office."""
    given = token == rest[0] and len(rest) > 1 and (token in SURNAME_FIRST or pronoun_of(token))
    return (token in NOT_PERSON and not given) or token.rstrip(".") in nouns.TITLES


def _is_title(text: str, tokens: list[Span], place: int) -> bool:
    """Whether the token is part of an office before a name; "Foreign Ministry" has none."""
    word = text[slice(*tokens[place])].rstrip(".")
    ahead = text[slice(*tokens[place - 1])] if place else ""
    if ahead in ("of", "for") or (word == "General" and ahead == "Directorate"):
        return False
    if word in nouns.TITLES:
        rest = [text[slice(*token)] for token in tokens[place + 1 :]]
        return not any(_ends_office(token, rest) for token in rest)
    # "Pollster Ida Wren": a trade before a full name, where a surname ("Cook") would stand last.
    follow = tokens[place + 1 :]
    trade = word.lower() in nouns.ROLES or word.lower() in ("broadcaster", "rapper")
    return len(follow) > 1 and trade and not any(text[slice(*t)] in NOT_PERSON for t in follow)
