"""Short made-up articles, no two of them alike: of many towns, about many things, by many outlets."""

from __future__ import annotations

from functools import cache
from html import escape
from random import Random

from twosource.model.wordpiece import WordPieces

_FIRST = ("Al", "Bren", "Cor", "Dun", "El", "Far", "Gar", "Hal", "Il", "Jor", "Kes", "Lin", "Mar", "Nor", "Os", "Pel")
_LAST = ("ham", "ville", "by", "ford", "stad", "mouth", "wick", "holm", "burg", "field", "ton", "dale", "port", "mere")
_MIDDLE = ("", "der", "en", "is", "ta", "o", "ing", "el", "um", "ar", "i", "as")
_ENDS = ("", "er", "sen", "man", "ley", "ow", "in", "ard", "ick", "by")
_GIVEN = ("Anna", "Edda", "Ole", "Tove", "Jane", "Mark", "Ida", "Tomas", "Vera", "Paul", "Rosa", "Hugo", "Nils", "Ruth")
_FAMILY = (
    "Feld",
    "Rhys",
    "Brand",
    "Askar",
    "Lind",
    "Wren",
    "Reke",
    "Ott",
    "Sand",
    "Holt",
    "Varga",
    "Moss",
    "Krol",
    "Dahl",
)
_OFFICES = ("Mayor", "Governor", "Fire chief", "Police chief", "Health minister", "Union leader", "Bishop", "Engineer")
_OUTLETS = ("Courier", "Gazette", "Post", "Observer", "Chronicle", "Herald")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUOTES = 5
"""One article of so many quotes somebody."""


def article(chance: Random, number: int) -> tuple[str, list[str]]:
    """The headline and the paragraphs of an article; ``number`` makes it another than all others."""
    town, speaker = _town(chance), f"{chance.choice(_OFFICES)} {_person(chance)}"
    one, two, three, four, five, six, *others = chance.sample(_words(), 10)
    event = f"the {one} of {town} will {two} the {three}"
    quoted = f"“{four.capitalize()} and {five} in {_town(chance)} {six},” {speaker} told reporters."
    told = f"{four.capitalize()} and {five} in {_town(chance)} {six}."
    # Statements that are made alike look alike: of 5,000 articles with two each, one more took half a second.
    speaks = number % _QUOTES == 0
    body = [
        f"On {chance.choice(_DAYS)} {event}{f', {speaker} said' if speaks else ''}. It was case {number} of the year.",
        quoted if speaks else told,
        "The {} and the {} were with the {} of the {}.".format(*others),
    ]
    return f"{event[0].upper()}{event[1:]}", body


@cache
def _words() -> list[str]:
    """Ten thousand English words: what one article tells of, no other does, as in a paper of many stories."""
    known = WordPieces.embedded().numbers
    return sorted(word for word in known if word.isascii() and word.isalpha() and 5 <= len(word) <= 9)


def _town(chance: Random) -> str:
    return chance.choice(_FIRST) + chance.choice(_MIDDLE) + chance.choice(_LAST)


def _person(chance: Random) -> str:
    return f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}{chance.choice(_ENDS)}"


def page(chance: Random, number: int) -> tuple[str, str]:
    """A file name and its content: an article as HTML, as text, or as a line of JSON."""
    title, body = article(chance, number)
    outlet = f"The {chance.choice(_FIRST)}{chance.choice(_LAST)} {chance.choice(_OUTLETS)}"
    # Two a week: of one year's articles that are made alike, each statement is held against hundreds.
    day = f"{chance.randint(1951, 2031)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if number % 20 == 0:
        return f"{number:05}.txt", "\n\n".join([title, *body])
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in body)
    head = (
        f"<title>{escape(title)} | {outlet}</title><meta property='og:site_name' content='{outlet}'>"
        f"<meta property='article:published_time' content='{day}'>"
        f"<link rel='canonical' href='https://{number % 97}.example/{number}'>"
    )
    shown = f"<article><h1>{escape(title)}</h1>{paragraphs}</article>"
    return f"{number:05}.html", f"<!doctype html><html lang='en'><head>{head}</head><body>{shown}</body></html>"
