"""What of an account is compared with others: its words, names, figures, time, stance and speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.across import Account
from twosource.language.names import FUNCTION_WORDS, find_names
from twosource.language.words import words
from twosource.link.near import day_of
from twosource.link.terms import Bag, stem, terms
from twosource.records import Act, Bound, Certainty, Figure, Interval, Polarity, Span
from twosource.resolve import Signature, signature

_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|who|which|that|this|these|those)\Z", re.IGNORECASE)
_HARMS = {
    "dead": r"kill|dead\b|deaths?\b|die[sd]?\b|dying|toll|bodies|fatal|perish|drown|lost their lives|victims?\b",
    "hurt": r"injur|wound|hurt\b|hospital",
    "missing": r"missing|unaccounted",
    "held": r"arrest|detain|custody",
}
_HARM = re.compile("|".join(f"(?P<{name}>\\b(?:{words}))" for name, words in _HARMS.items()), re.IGNORECASE)
_PEOPLE = words(
    """people person persons men women children civilians soldiers workers passengers victims residents others officers
    fighters militants troops students pupils girls boys tourists citizens members rebels policemen killed dead deaths
    injured wounded missing bodies casualties"""
)
_AROUND = 60
"""Characters on either side of a figure in which a word tells what befell those counted."""

_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_QUOTES = str.maketrans("", "", '“”"')


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as far as it is compared.

    ``unit`` is what is counted: of people, what befell them (``dead``, ``hurt``, ``missing``, ``held``), by the nearest
    word that tells, since "12 killed", "a toll of 12" and "12 people died" count the same; of all else the stem of the
    unit's last word, empty where there is none.
    """

    low: float | None
    high: float | None
    bound: Bound
    unit: str
    noun: str = ""
    """The unit as it is written."""

    @property
    def harm(self) -> bool:
        """Whether it counts people whom something befell."""
        return self.unit in _HARMS


@dataclass(frozen=True, slots=True)
class Gist:
    """An account for comparing. ``text`` is what the network reads: the words of source, cue and content in their
    order, a pronoun replaced by the name it stands for; ``content`` the words of the content alone. ``terms`` are
    those of ``text``, ``own`` those of the content. ``voices`` are the chain, ``speaker`` its last."""

    id: str
    order: tuple[str, str, int, str]
    article: str
    text: str
    content: str
    terms: Bag
    own: Bag
    names: frozenset[str]
    amounts: tuple[Amount, ...]
    published: str
    day: int | None
    about: Interval | None
    polarity: Polarity
    act: Act
    certainty: Certainty
    speaker: Signature | None
    voices: tuple[Signature, ...]
    target: str | None
    direct: bool

    @property
    def words(self) -> int:
        """Words of the content."""
        return len(self.content.split())


def gist(account: Account) -> Gist:
    """The gist of ``account``."""
    attribution = account.attribution
    text, content = told(account), _plain(account.quote.replace(" … ", " "))
    voices = tuple(signature(mention, article=account.article) for mention in attribution.chain)
    return Gist(
        id=account.id,
        order=account.order,
        article=account.article.id,
        text=text,
        content=content,
        terms=terms(text),
        own=terms(content),
        names=_names(content),
        amounts=amounts(account),
        published=account.article.published or "",
        day=day_of(account.article),
        about=attribution.about,
        polarity=attribution.polarity,
        act=attribution.act,
        certainty=attribution.certainty,
        speaker=voices[-1] if voices else None,
        voices=voices,
        target=attribution.target.attribution if attribution.target else None,
        direct=attribution.manner == "direct",
    )


def amounts(account: Account) -> tuple[Amount, ...]:
    """The figures of ``account``, in their order."""
    return tuple(_amount(account.article.text, figure) for figure in account.attribution.figures)


def told(account: Account) -> str:
    """What the network reads of ``account``: the words of source, cue and content in their order."""
    attribution, text = account.attribution, account.article.text
    name = attribution.chain[-1].name if attribution.chain else None
    pieces = []
    for start, end in sorted((*attribution.source, *attribution.cue, *attribution.content)):
        words = text[start:end]
        pronoun = (start, end) in attribution.source and _PRONOUN.match(words.strip())
        pieces.append(name if name and pronoun else words)
    return _plain(" ".join(pieces))


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())


def _names(text: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for name in find_names(text)
        for word in _NAME_WORD.findall(name.text)
        if word[0].isupper() and word.lower() not in FUNCTION_WORDS
    )


def _amount(text: str, figure: Figure) -> Amount:
    last = figure.unit.split()[-1].lower() if figure.unit else ""
    unit = (_befell(text, figure.span) if not last or last in _PEOPLE else None) or (stem(last) if last else "")
    return Amount(figure.low, figure.high, figure.bound, unit, noun=figure.unit or "")


def _befell(text: str, span: Span) -> str | None:
    """What the word nearest to a figure says befell those counted; after it rather than before."""
    start, end = max(0, span[0] - _AROUND), span[1] + _AROUND
    found = [
        (max(match.start() - span[1], span[0] - match.end() + 1, 0), match.lastgroup)
        for match in _HARM.finditer(text, start, end)
    ]
    return min(found, default=(0, None), key=lambda entry: entry[0])[1]
