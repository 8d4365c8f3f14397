r"""A brief as CommonMark, with footnotes for its citations.

``[^1]`` is a footnote where these are known (GitHub, Pandoc and most others); elsewhere it stays a visible mark, and
the notes stay paragraphs that begin with it. A note must then not be taken for a definition of a link, which
``[^1]: word`` would be: each ends in a full stop behind several words, and no definition does.

What comes out of an article is escaped wherever CommonMark, its GitHub dialect or mathematics in ``$`` might take it
for markup, and stays readable where they would not. Only ``http`` and ``https`` addresses become links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.brief.notes import Note, notes
from twosource.brief.outline import Block, Level, outline
from twosource.brief.phrases import SIGNS, outlet, place, published
from twosource.brief.records import Brief
from twosource.export.words import plain

_OPENINGS: dict[Level, str] = {
    "title": "# ",
    "section": "## ",
    "proposition": "## ",
    "heading": "### ",
    "text": "",
    "fact": "",
    "item": "- ",
}

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$#@{}]|(?<!\d):(?=\S)|:(?=[^\s\d])|(?i:(?<=\bwww)\.)")
_FIRST = re.compile(r"\A[-+=]")
_NUMBERED = re.compile(r"\A(\d{1,9})([.)])")
_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$'()*+,;=%\[\]-]+(?:&(?!#?\w+;)[\w.~:/?#@!$'()*+,;=%\[\]-]*)*\Z")


def pieces(brief: Brief) -> Iterator[str]:
    """``brief`` block by block, each with the empty line behind it where one belongs, and at the end the notes."""
    in_list = False
    for block in outline(brief):
        if in_list and block.level != "item":
            yield "\n"
        in_list = block.level == "item"
        yield _block(block)
    if in_list:
        yield "\n"
    found = list(notes(brief))
    if found:
        yield "## Notes\n\n"
    for note in found:
        yield _note(note)


def escaped(text: str) -> str:
    """``text`` on one line, such that Markdown shows it as it is."""
    line = _MARKUP.sub(r"\\\g<0>", plain(text).strip())
    line = _FIRST.sub(r"\\\g<0>", line)
    return _NUMBERED.sub(r"\1\\\2", line)


def _block(block: Block) -> str:
    sign = f"**{escaped(SIGNS[block.stance])}** " if block.stance else ""
    text = f"*{escaped(block.text)}*" if block.level == "fact" else escaped(block.text)
    again = ", ".join(f"{escaped(outlet)}{_marks([number])}" for outlet, number in block.again)
    small = " · ".join([*map(escaped, block.beside), *([f"the same words: {again}"] if again else [])])
    below = f"\\\n  {small}" if small else ""
    end = "\n" if block.level == "item" else "\n\n"
    return f"{_OPENINGS[block.level]}{sign}{text}{_marks(block.cited)}{below}{end}"


def _marks(numbers: Sequence[int]) -> str:
    # Apart, because two raised numbers in a row would be read as one.
    return " ".join(f"[^{number}]" for number in numbers)


def _note(note: Note) -> str:
    article = note.article
    title = f" *{escaped(article.title)}*," if article.title and plain(article.title).strip() else ""
    where = f" of {_link(place(article))}" if place(article) else ""
    return (
        f"[^{note.number}]: {escaped(outlet(article))}, {escaped(published(article))},{title} "
        f"characters {note.span[0]} to {note.span[1]}{where}: {escaped(note.quoted)}.\n\n"
    )


def _link(address: str) -> str:
    return f"<{address}>" if _ADDRESS.match(address) else escaped(address)
