"""Contrast pairs: news statements with one thing changed, for :mod:`train.pairs`.

After Gardner et al. (2020): a pair that differs in one respect teaches what that respect is worth. A changed figure
or a negation leaves the question and turns the answer; another actor, place or day leaves the words and changes the
question; a weaker modality leaves both. Statements come from news, with the words of the source left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from train.pairs import AGREE, CONTRADICT, OTHER, Pair

_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBER = re.compile(rf"\b(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_NUMBERS)})\b")
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_VERB = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should)\b(?! (?:not|no|never)\b)(?!n['’]t)", re.IGNORECASE
)
_NEGATED = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should)(?: not|n['’]t)\b", re.IGNORECASE)

Edit = Callable[[str, random.Random], str | None]


def pairs(statements: Sequence[str], *, chance: random.Random) -> Iterator[Pair]:
    """For each statement the pairs of one or two edits, chosen by ``chance`` among those that its words allow."""
    names = sorted({name for text in statements for name in _NAME.findall(text)})
    edits: tuple[tuple[Edit, float, int], ...] = (
        (_other_figure, 1.0, CONTRADICT),
        (_negated, 1.0, CONTRADICT),
        (_weaker, 1.0, AGREE),
        (_shortened, 1.0, AGREE),
        (lambda text, chance: _other_name(text, names, chance), 0.0, OTHER),
        (_other_day, 0.0, OTHER),
    )
    for text in statements:
        made = [(edit(text, chance), same, stance) for edit, same, stance in edits]
        possible = [(found, same, stance) for found, same, stance in made if found and found != text]
        for found, same, stance in chance.sample(possible, min(2, len(possible))):
            yield Pair(text, found, same, stance)


def edited(pair: Pair, *, chance: random.Random) -> Pair | None:
    """``pair``, whose texts say the same, with one of them changed: the same lesson in other words."""
    edit, same, stance = chance.choice(
        ((_other_figure, 1.0, CONTRADICT), (_negated, 1.0, CONTRADICT), (_other_day, 0.0, OTHER))
    )
    found = edit(pair.right, chance)
    return Pair(pair.left, found, same, stance) if found and found != pair.right else None


def _swapped(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _other_figure(text: str, chance: random.Random) -> str | None:
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    word = match[0]
    if word in _NUMBERS:
        return _swapped(text, match, chance.choice([number for number in _NUMBERS if number != word]))
    value = float(word.replace(",", ""))
    if 1900 <= value < 2100 and "," not in word:
        return None
    new = value * chance.choice((0.3, 0.5, 0.7, 1.3, 1.5, 2, 3)) + chance.choice((1, 2, 3))
    return _swapped(text, match, f"{round(new, 1)}" if "." in word else f"{round(new):,}")


def _negated(text: str, chance: random.Random) -> str | None:
    if match := _NEGATED.search(text):
        return _swapped(text, match, match[1])
    match = _VERB.search(text)
    if match is None:
        return None
    return _swapped(text, match, f"{match[0]} {chance.choice(('not', 'not', 'never'))}")


def _weaker(text: str, chance: random.Random) -> str | None:
    match = re.search(r"\b(is|are|was|were|has|have|will)\b", text)
    if match is None:
        return None
    perfect = {"is": "be", "are": "be", "was": "have been", "were": "have been", "has": "have", "have": "have"}
    verb = perfect.get(match[0], "")
    return _swapped(text, match, " ".join(filter(None, (chance.choice(("may", "might", "could")), verb))))


def _shortened(text: str, _: random.Random) -> str | None:
    cut = re.split(r", (?:which|who|after|as|while|and|but)\b", text, maxsplit=1)[0]
    return cut if 6 <= len(cut.split()) < len(text.split()) else None


def _other_name(text: str, names: Sequence[str], chance: random.Random) -> str | None:
    found = [m for m in _NAME.finditer(text) if m[0] not in _DAYS and m[0] not in _MONTHS]
    return _swapped(text, chance.choice(found), chance.choice(names)) if found else None


def _other_day(text: str, chance: random.Random) -> str | None:
    found = [m for m in _NAME.finditer(text) if m[0] in _DAYS or m[0] in _MONTHS]
    if not found:
        return None
    match = chance.choice(found)
    among = _DAYS if match[0] in _DAYS else _MONTHS
    return _swapped(text, match, chance.choice([name for name in among if name != match[0]]))
