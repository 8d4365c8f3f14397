"""Tables of cases: news prose of our own with its attributions marked, and what their fields should be.

A case is a block of lines; blocks are parted by an empty line; a line that begins with ``#`` is a comment:

    @ 2025-03-04T21:15+02:00 The Port Ansel Courier
    [S:Two officials] [C:told] Harbour One on Monday that [T:the ferries may stop].
    anonymity: unnamed
    number: 2
    chain: Harbour One < Two officials
    certainty: possible

``@`` gives publication time and outlet (both may be left out). ``[S:...]``, ``[C:...]`` and ``[T:...]`` mark source,
cue and content (what is told); marks may nest, and a digit after the letter parts several attributions of one case
(``[S2:...]``, whose fields are ``2.name: ...``). Each line of prose is a paragraph. Only the fields named are checked;
``-`` is null. ``name``, ``kind``, ``anonymity``, ``role``, ``affiliation``, ``number`` and ``reason`` are the origin's.
``chain`` parts its links with `` < ``. ``said`` and ``about`` are ``start..end``. ``figures`` are parted by ``;``, each
``low|high|bound|unit|of`` with ``-`` for null; `` ^ 1`` after it makes it a part of the first figure. ``hedge`` and
``target`` are words of the text. ``count: n`` is how many attributions the whole path should find in the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.language.quotes import blocks
from twosource.records import Article, Attribution, Interval, Mention, Relation, Span, Target

TABLES = Path(__file__).with_name("tables")

_MARK = re.compile(r"\[([SCT])(\d?):|\]|\n")
_FIELD = re.compile(r"(?:(\d)\.)?([a-z]+): ?(.*)")
_HEAD = re.compile(r"@ (\d\S*)?\s*(.*)")
FIELDS = (
    *("name", "kind", "anonymity", "role", "affiliation", "number", "reason", "chain"),
    *("act", "polarity", "certainty", "hedge", "target", "said", "about", "figures", "manner"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """An article, its relations as marked, and for each relation what its fields should be."""

    where: str
    article: Article
    relations: tuple[Relation, ...]
    expected: tuple[dict[str, str], ...]


def cases(path: Path) -> Iterator[Case]:
    """The cases of one table."""
    block: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            block.append(line)
        elif block:
            yield _case(block, f"{path.stem}:{number - len(block)}")
            block = []


def all_cases(folder: Path = TABLES) -> list[Case]:
    """The cases of every table."""
    return [case for path in sorted(folder.glob("*.txt")) for case in cases(path)]


def _case(lines: Sequence[str], where: str) -> Case:
    head = _HEAD.fullmatch(lines[0])
    published, outlet = (head[1], head[2]) if head else ("2024-10-19", "The Orrin Herald")
    body = [line for line in lines[bool(head) :] if not _field(line)]
    text, relations = _marked("\n".join(body), where)
    expected: list[dict[str, str]] = [{} for _ in relations]
    for line in lines:
        if field := _field(line):
            expected[int(field[1] or 1) - 1][field[2]] = field[3].strip()
    article = Article(text=text, paragraphs=tuple(blocks(text)), published=published, outlet=outlet or None)
    return Case(where, article, relations, tuple(expected))


def _field(line: str) -> re.Match[str] | None:
    found = _FIELD.fullmatch(line)
    return found if found and found[2] in (*FIELDS, "count") else None


def _marked(marked: str, where: str) -> tuple[str, tuple[Relation, ...]]:
    """The text without its marks, and the relations they mark; lines become paragraphs."""
    text, at = "", 0
    opened: list[tuple[str, int, int]] = []
    spans: dict[int, dict[str, list[Span]]] = {}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[0] == "\n":
            text += "\n\n"
        elif match[1]:
            opened.append((match[1], int(match[2] or 1), len(text)))
        else:
            role, number, start = opened.pop()
            spans.setdefault(number, {}).setdefault(role, []).append((start, len(text)))
    text += marked[at:]
    if opened or sorted(spans) != list(range(1, len(spans) + 1)):
        raise ValueError(f"{where}: marks do not close or are not numbered 1, 2, …")
    made = [
        Relation(source=_in_order(roles, "S"), cue=_in_order(roles, "C"), content=_in_order(roles, "T"))
        for _, roles in sorted(spans.items())
    ]
    return text, tuple(made)


def _in_order(roles: dict[str, list[Span]], role: str) -> tuple[Span, ...]:
    return tuple(sorted(roles.get(role, ())))


def shown(article: Article, found: Attribution, field: str) -> str:
    """A field of an attribution as the tables write it."""
    if field == "chain":
        return " < ".join(_link(article, link) for link in found.chain) or "-"
    if field == "figures":
        return _figures(found) or "-"
    value = getattr(found, field) if hasattr(found, field) else found.chain and getattr(found.chain[-1], field)
    if isinstance(value, Interval):
        return f"{value.start}..{value.end}"
    span = value.span if isinstance(value, Target) else value
    return article.text[slice(*span)] if isinstance(span, tuple) and span else _plain(value or None)


def _plain(value: object) -> str:
    return "-" if value is None else str(value)


def _link(article: Article, link: Mention) -> str:
    return link.name or (article.text[slice(*link.span)] if link.span else link.role or link.kind)


def _figures(found: Attribution) -> str:
    places = [figure.span for figure in found.figures]
    rows = []
    for figure in found.figures:
        ends = [_plain(end if end is None or end % 1 else int(end)) for end in (figure.low, figure.high)]
        part = f" ^ {places.index(figure.part_of) + 1}" if figure.part_of in places else ""
        rows.append("|".join([*ends, figure.bound, _plain(figure.unit), _plain(figure.of)]) + part)
    return "; ".join(rows)


def agrees(field: str, shown_value: str, expected: str) -> bool:
    """Whether a field is as it should be; case, leading articles and spaces are no difference in names and words."""
    if field in ("said", "about", "figures", "number"):
        return _loose(shown_value) == _loose(expected)
    return [_words(part) for part in shown_value.split(" < ")] == [_words(part) for part in expected.split(" < ")]


def _loose(value: str) -> str:
    return re.sub(r"\s*([;^|])\s*", r"\1", value).lower()


def _words(value: str) -> str:
    return re.sub(r"^(?:the|an?|his|her|their|its)\s+", "", " ".join(value.lower().replace("’", "'").split()))
