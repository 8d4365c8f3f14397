"""Role and affiliation of a speaker: from the words before a name, an apposition, or what follows "of" or "for"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.attribute.phrase import (
    DETERMINER,
    Phrase,
    country,
    is_office,
    tells_role,
    without_country,
    without_possessive,
)
from twosource.language import nouns
from twosource.language.names import Name, find_names
from twosource.language.places import COUNTRIES, DEMONYMS, country_of
from twosource.language.words import words

_BELONGING = re.compile(r"\b(?:of|for|from|at|with|to|by)\s+(?:the\s+)?(?=[A-Z])|\bfor\s+the\s+(?=[a-z])")
_INSIDE = re.compile(r"\b(?:of|for|from|at|with|in|to|by)\s+(?:the\s+)?(?=[A-Z])|\bfor\s+the\s+(?=[a-z])")
_RELATIVE = re.compile(r"\W*(?:who|which|that|whose)\b")
_AFTER_HEAD = re.compile(r"\s(?:of|for|from|at|in|on|with|to|based|who|that|and|which|said|says|told)\b")
_FIRST_APPOSITION = re.compile(
    r"(?:(?:who\s+(?:is|was|has\s+been|served?s?\s+as)|now|formerly)\s+)?((?:[^,;(]|,(?=\s(?:chief|deputy)))+)"
)
_JOINED = re.compile(r"\s(?:and|of|for|of\s+the)\s(?:\w+\s)?")
# Of a country, these study it and do not speak for it: "a North Korea analyst".
_STUDENTS = words("expert analyst specialist scholar historian critic correspondent researcher")
_BODIES = nouns.GOVERNMENT | nouns.ORGANISATION
_NO_ROLE = words("Mr Mrs Ms Miss Mx Dr Sir Dame Lord Lady Hon Rev")
_FULL = {
    "Sen": "senator", "Rep": "representative", "Gov": "governor", "Gen": "general", "Col": "colonel",
    "Lt": "lieutenant", "Sgt": "sergeant", "Capt": "captain", "Maj": "major", "Adm": "admiral", "Prof": "professor",
}  # fmt: skip


def before_name(before: str, names: Sequence[Name]) -> tuple[str | None, str | None]:
    """Role and affiliation from the words before a name: "Kremlin spokesman", "South Korean Defense Minister"."""
    before = DETERMINER.sub("", before).strip()
    if not before:
        return None, None
    tokens = [t for t in before.split() if t.rstrip(".,") not in _NO_ROLE]
    if re.fullmatch(r"[\w-]+ operator", before):
        return before, None
    bodies = _bodies(before, names)
    if not bodies:
        return _spoken(without_country(tokens)), country(before)
    rest = re.sub(r"\A['’]s\b", "", before[before.rfind(bodies[-1]) + len(bodies[-1]) :]).split()
    studied = bodies[-1] in COUNTRIES and rest and rest[-1].lower() in _STUDENTS
    if own := _in_office(bodies[-1], rest):
        return " ".join([own, *rest]), bodies[-1].removesuffix(own).strip() or country_of(own) or country(before)
    return _spoken([t for t in rest if t.rstrip(".,") not in _NO_ROLE]), None if studied else bodies[-1]


def _in_office(body: str, rest: Sequence[str]) -> str | None:
    """What of the words before an office is part of it: "Civil Aviation" of a minister, "Police" of a chief."""
    if rest[:1] == ["Minister"] and country_of(body) is None and not body.isupper():
        return body
    if rest[:1] == ["Attorney"] and country_of(body):
        return body
    return "Police" if rest[:1] == ["Chief"] and body.rsplit(maxsplit=1)[-1] == "Police" else None


def _spoken(tokens: list[str]) -> str | None:
    written = " ".join(_FULL.get(t.rstrip("."), t) for t in tokens).strip(" ,")
    return written if tells_role(written) else None


def _bodies(before: str, names: Sequence[Name]) -> list[str]:
    """The bodies named before a name: "Kremlin" of "Kremlin spokesman", "FBI" of "FBI Director"."""
    found = [n.text for n in names if n.text in before and n.text not in DEMONYMS]
    tokens = before.split()
    capitals = next((n for n, t in enumerate(tokens) if not t[0].isupper() or is_office(t)), len(tokens))
    if 0 < capitals < len(tokens):
        # "Nobel-winning" belongs to nobody.
        leading = [t for t in without_country(tokens[:capitals]) if not re.search(r"-[a-z]", t)]
        found.append(without_possessive(" ".join(leading)))
    return [f for f in found if f and not is_office(f.split()[-1])]


# "Harbour One, citing two people", "Feld, speaking to officials": what somebody does is no office.
_DOING = re.compile(r"[a-z]+ing\b")


def after_name(tail: str) -> tuple[str | None, str | None]:
    """Role and affiliation from ", a professor of history at Kookmin University" or " from the Defense Council"."""
    role = affiliation = None
    if tail[:2].strip() in (",", "–", "—", "-"):
        first = _FIRST_APPOSITION.match(tail.strip(" ,–—-"))
        head = _AFTER_HEAD.split(first[1], maxsplit=1)[0] if first else ""
        if tells_role(head) and not _DOING.match(head):
            role, affiliation = before_name(head, [n for n in find_names(head) if not tells_role(n.text)])
    if (match := _BELONGING.search(tail)) and not _RELATIVE.match(tail):
        affiliation = affiliation or _body_at(tail[match.end() :], role=role)
    return role, affiliation


def affiliation_of(phrase: Phrase) -> str | None:
    """The body before the head ("HUR representative", "Grayson’s spokeswoman") or after it ("for the ministry")."""
    inner = [n for n in phrase.names if n.span[1] < len(phrase.core) and _tells_body(n, phrase.core)]
    if inner:
        return " ".join(w for w in inner[-1].tokens if w not in DEMONYMS) or None
    if match := _INSIDE.search(phrase.tail):
        after = phrase.tail[match.end() :]
        if found := _body_at(after, role=None):
            return _widened(after, found)
    return country(phrase.core)


def _body_at(after: str, *, role: str | None) -> str | None:
    """The body that ``after`` begins with, to the end of its name."""
    if after[:1].islower():
        common = re.match(r"[\w-]+(?:\s[\w-]+)?", after)
        return common[0] if common and common[0].split()[-1].lower() in _BODIES else None
    after = re.sub(r"\AThe\s+", "", after)
    names = list(find_names(after))
    if not names or names[0].span[0] > len(names[0].title or "") + 1:
        return None
    if names[0].title:
        return names[0].text
    if role and role.split()[-1].lower() in _STUDENTS and names[0].text in COUNTRIES:
        return None
    return without_possessive(after[: end_of_body(after, names)]).strip()


def end_of_body(after: str, names: Sequence[Name]) -> int:
    """Where the body of the first of ``names`` ends: "Security and Defense Council of Corvia" is three of them."""
    end = names[0].span[1]
    for name in names[1:]:
        if not _JOINED.fullmatch(after[end : name.start]):
            break
        end = name.span[1]
    return end


def _tells_body(name: Name, core: str) -> bool:
    """Whether a name in a description is one: the first word of a sentence may only look so ("Legal observers")."""
    if name.text in DEMONYMS or all(is_office(word) for word in name.tokens):
        return False
    possessive = core[name.span[1] : name.span[1] + 2] in ("'s", "’s")
    doubtful = name.span[0] == 0 and len(name.tokens) == 1 and not possessive
    return not doubtful or name.text.isupper() or country_of(name.text) is not None


def _widened(after: str, found: str) -> str:
    """A body taken with the noun after it: "South Korean" with "government"."""
    tail = re.match(re.escape(found) + r"((?:\s[a-z-]+){1,3})", re.sub(r"\AThe\s+", "", after))
    tokens = tail[1].split() if tail else []
    while tokens and tokens[-1] not in _BODIES:
        tokens.pop()
    return " ".join([found, *tokens]) if tokens else DEMONYMS.get(found, found)
