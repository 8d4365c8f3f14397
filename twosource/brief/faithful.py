"""Whether a sentence in other words still says what it said.

No program can tell that two sentences mean the same. So whatever is doubtful counts as a fault: a good rewording that
is sent back costs nothing, since the sentence composed from the articles' own words then stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from twosource.language import cues, numbers
from twosource.language.dates import find_times
from twosource.language.figures import find_figures
from twosource.language.names import FUNCTION_WORDS, find_names
from twosource.language.quotes import quotations
from twosource.language.telling import counting_words
from twosource.language.words import alternation, words
from twosource.link.terms import stem

_SHORTEST, _LONGEST = 0.5, 1.35
"""Length of a rewording, as a share of the original's: what is left out and what is put in both show in it."""

_OWN_WORDS = 1 / 3
"""Of the counting words at most so many may be a rewording's own. Names and figures apart, that is where things are
invented."""

_COUNTING = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth once twice thrice both double "
    "triple half pair couple dozen several many most majority few all every none nobody"
)
_AMOUNT = re.compile(
    rf"{numbers.DIGITS}|{numbers.FRACTION}|{numbers.VAGUE}|{numbers.WORDS}|\d+|\b(?i:{alternation(_COUNTING)})\b"
)
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|(?i:today|yesterday|tomorrow|tonight|overnight|(?:morning|noon|afternoon|evening|night|"
    r"week|weekend|month|year|decade|century)s?))\b"
)
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing|nor|neither|without|hardly|cannot)\b|n['’]t\b", re.IGNORECASE)
_RESERVE = re.compile(
    r"\b(?:(alleg)\w*|(purport)\w*|(suppos)\w*|(claim)\w*|(reportedly)|(rumou?r)\w*|(suspect)\w*|(accus)\w*|(blam)\w*|"
    r"(so-called)|(unnamed|anonym\w*)|(on the word of)|(ruled? out|ruling out)|(unclear|uncertain|unsure)|"
    r"(unconfirmed|unverified))\b",
    re.IGNORECASE,
)
_OPENINGS = words(
    "according against both meanwhile however while although though but and on in at by for from the a an later "
    "earlier since yet still then that this these those some it he she they one"
)


def fault(original: str, worded: str) -> str | None:
    """What keeps ``worded`` from standing for ``original``, in a few words; ``None`` where nothing is found.

    Both are without the marks of citations.
    """
    return next((found for check in _CHECKS if (found := check(original, worded))), None)


def _length(original: str, worded: str) -> str | None:
    share = len(worded) / max(1, len(original))
    if share < _SHORTEST:
        return "much shorter"
    return "much longer" if share > _LONGEST and len(worded) > len(original) + 20 else None


def _amounts(original: str, worded: str) -> str | None:
    """The same numbers in the same order, each as exact as it was: swapped tolls are worse than clumsy ones."""
    before, after = _values(original), _values(worded)
    if new := [written for value, written in after if value not in {value for value, _ in before}]:
        return f"a new number ({new[0]})"
    if [value for value, _ in before] != [value for value, _ in after]:
        return "numbers left out or in another order"
    return "a number more or less exact" if _bounds(original) != _bounds(worded) else None


def _values(text: str) -> list[tuple[float | str, str]]:
    return [(_value(match[0]), match[0]) for match in _AMOUNT.finditer(text)]


def _value(written: str) -> float | str:
    for pattern, value in ((numbers.FRACTION, numbers.fraction), (numbers.VAGUE, numbers.least)):
        if re.fullmatch(pattern, written):
            return value(written)
    if written.lower() in _COUNTING:
        return written.lower()
    return numbers.value(written)


def _bounds(text: str) -> list[tuple[float | None, float | None, str]]:
    times = [time.span for time in find_times(text)]
    return [(found.low, found.high, found.bound) for found in find_figures(text, [(0, len(text))], times)]


def _times(original: str, worded: str) -> str | None:
    known = _tokens(original)
    found = [time.words for time in find_times(worded)] + _CALENDAR.findall(worded)
    new = next((named for named in found if not (_tokens(named) - _SMALL) <= known), None)
    return f"a new date ({new})" if new else None


def _names(original: str, worded: str) -> str | None:
    """No capitals and no sequence of them that the original has not, and who is named keeps their place: two speakers
    that change places are a wrong attribution."""
    known, text = _tokens(original), f" {_flat(original)} "
    for match in re.finditer(r"(?<![\w’'])[^\W\d_][\w’'-]*", worded):
        if match[0][:1].isupper() and not _tokens(match[0]) <= known and not _opens(worded, match):
            return f"a new name ({match[0]})"
    for name in find_names(worded):
        if not _opening_word(worded, name.span[0], name.text) and f" {_flat(name.text)} " not in text:
            return f"a new name ({name.text})"
    return None if _order(original, worded) == _order(worded, original) else "names left out or in another order"


def _opens(text: str, match: re.Match[str]) -> bool:
    return _opening_word(text, match.start(), match[0])


def _opening_word(text: str, start: int, word: str) -> bool:
    """Whether a capital is that of a sentence alone."""
    begins = not text[:start].strip("“\"‘' ") or re.search(r"[.!?:][”\"’']?\s+[“\"‘']?\Z", text[:start])
    return bool(begins) and (word.lower() in _OPENINGS or word in FUNCTION_WORDS)


def _order(text: str, other: str) -> list[str]:
    """The last words of the names in ``text``, in the order in which they first stand there. What ``other`` writes
    small is no name: it has its capital from the head of a sentence."""
    small = {word for word in re.findall(r"[^\W_]+", other) if word.islower()}
    found = [_flat(name.text).split()[-1] for name in find_names(text) if _flat(name.text)]
    return list(dict.fromkeys(word for word in found if word not in small))


def _stances(original: str, worded: str) -> str | None:
    """As many negations, and the same words of denial, refusal, confirmation and reserve in the same order."""
    if len(_NOT.findall(original)) != len(_NOT.findall(worded)):
        return "a negation more or less"
    if list(_acts(original)) != list(_acts(worded)):
        return "a denial, a refusal or a confirmation more or less"
    return None if list(_reserves(original)) == list(_reserves(worded)) else "another reserve"


def _acts(text: str) -> Iterator[tuple[str, str]]:
    for word in re.findall(r"[a-z]+", text.lower()):
        cue = cues.CUES.get(word)
        if cue and (cue.polarity != "affirm" or cue.act in ("denies", "declines", "confirms")):
            yield cue.act, cue.polarity


def _reserves(text: str) -> Iterator[str]:
    for match in _RESERVE.finditer(text):
        yield str(match.lastindex)
    for number, pattern in enumerate((cues.POSSIBLE, cues.PROBABLE, cues.CERTAIN, cues.FAKE, cues.UNFIT, cues.FUTURE)):
        yield f"{number}: {bool(pattern.search(text))}"
    for number, (pattern, cue) in enumerate(cues.PHRASES):
        if (cue.polarity != "affirm" or cue.certainty != "unstated") and pattern.search(text):
            yield f"phrase {number}"


def _quotes(original: str, worded: str) -> str | None:
    """Between quotation marks stands only what the original has between them."""
    given = [_flat(original[slice(*found.inner)]) for found in quotations(original)]
    for found in quotations(worded):
        shown = _flat(worded[slice(*found.inner)])
        if shown and not any(f" {shown} " in f" {inner} " for inner in given):
            return "other words in quotation marks"
    return None


def _own(original: str, worded: str) -> str | None:
    known = {stem(word.lower()) for word in counting_words(original)}
    used = [stem(word.lower()) for word in counting_words(worded)]
    own = [word for word in used if word not in known and word.rstrip("e") not in known and word not in _SAYING]
    return "too many words of its own" if len(own) > max(1, len(used) * _OWN_WORDS) else None


_SMALL = words("a an the on in at by of since until from to before after last this that")
_SAYING = frozenset(map(stem, words("say said says tell told state stated according add added")))


def _flat(text: str) -> str:
    """Words alone, in small letters, without the ``'s`` of possession."""
    bare = re.sub(r"['’]s\b", "", text.lower())
    return " ".join(re.findall(r"[^\W_]+", bare))


def _tokens(text: str) -> set[str]:
    return set(_flat(text).split())


_CHECKS: tuple[Callable[[str, str], str | None], ...] = (_amounts, _times, _names, _stances, _quotes, _length, _own)
