"""Plain texts, saved pages, JSON lines, packed and oddly encoded bytes."""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from random import Random
from typing import Any

from fuzz.made import pages, pdfs, prose

_FURNITURE = (
    *(
        "Skip to content",
        "Home",
        "World",
        "Sign in",
        "Share",
        "Tweet",
        "Read more",
        "Most read",
        "Related articles",
        "Comments",
    ),
    *(
        "Photo: AFP",
        "Image: Reuters",
        "By Jane Roe",
        "17 October 2031",
        "Advertisement",
        "Subscribe",
        "Play Video",
        "* * *",
    ),
)
_ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp1251", "shift_jis"),
    *("gb18030", "utf-7", "koi8-r", "euc-kr", "iso2022_jp", "mac-roman"),
)

JSON_TOKENS: tuple[bytes, ...] = (
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b":",
        b",",
        b"\\u0000",
        b"\\ud800",
        b"\\udc00",
        b"\\",
        b"null",
        b"true",
        b"1e999",
        b"-",
        b"NaN",
    ),
    *(
        b'"text":',
        b'"article":{',
        b'"authors":[',
        b'"published":"',
        b'"url":"http://["',
        b'"title":',
        b"\n",
        b"\r",
        b"9" * 5000,
    ),
)
TEXT_TOKENS: tuple[bytes, ...] = tuple(text.encode("utf-8", "surrogatepass") for text in prose.HOSTILE) + tuple(
    text.encode()
    for text in ("\n\n", "\n", ". ", "said ", "“", "”", "citing ", "on Monday ", "12 of the 30 ", *_FURNITURE)
)
CODE_TOKENS: tuple[bytes, ...] = (
    *(
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        codecs.BOM_UTF16_BE,
        codecs.BOM_UTF32_LE,
        codecs.BOM_UTF32_BE,
        b"\x00",
        b"\xff",
    ),
    *(b"charset=utf-8", b"charset=rot13", b"charset=hex", b"charset=idna", b"charset=unicode_escape", b"charset=utf-7"),
    *(
        b"<?xml encoding='zip'?>",
        b"<meta charset=base64>",
        b"<html>",
        b"%PDF-",
        b"WARC/",
        b"\x1f\x8b",
        b"<rss",
        b'{"',
        b"MZ",
    ),
)


def plain(chance: Random) -> str:
    """A clean text; now and then wrapped by hand, or with odd line breaks."""
    found = prose.paragraphs(chance)
    if chance.random() < 0.3:
        found = ["\n".join(text[at : at + 70] for at in range(0, len(text), 70)) for text in found]
    joint = chance.choice(("\n\n", "\n\n", "\n", "\r\n\r\n", "\n \n", "\u2029"))
    return joint.join(found)


def saved(chance: Random) -> str:
    """A page saved as text, with its menus and boxes."""
    lines = list(chance.choices(_FURNITURE, k=chance.randint(3, 12)))
    lines += [
        prose.sentence(chance)[:60],
        chance.choice(("By Jane Roe", "Jane Roe, Courier Staff", "")),
        prose.moment(chance),
    ]
    for text in prose.paragraphs(chance, most=10):
        lines += [text, *chance.choices(_FURNITURE, k=chance.choice((0, 0, 0, 1, 4)))]
    return chance.choice(("\n", "\n\n")).join([*lines, *chance.choices(_FURNITURE, k=6)])


def jsonl(chance: Random) -> str:
    """Articles a line, an array of them, or something like it."""
    items = [_item(chance) for _ in range(chance.randint(1, 4))]
    if chance.random() < 0.2:
        return json.dumps(items, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    return "\n".join(json.dumps(item, ensure_ascii=chance.random() < 0.5) for item in items)


def _item(chance: Random) -> Any:
    values = (None, 7, True, "", [], {}, [None, "x"], "\ud800", prose.moment(chance), "By Jane Roe and AP", 1e308)
    item: dict[str, Any] = {"text": plain(chance)}
    for name in (
        "url",
        "title",
        "outlet",
        "published",
        "modified",
        "authors",
        "author",
        "credits",
        "captions",
        "language",
    ):
        if chance.random() < 0.4:
            item[name] = chance.choice(values)
    if chance.random() < 0.1:
        return chance.choice(values)
    return {"article": item} if chance.random() < 0.1 else item


def packed(chance: Random) -> bytes:
    """Something packed with gzip: whole, torn, in several members, packed again, or of a false length."""
    inner = document(chance)
    found = gzip.compress(inner, mtime=0)
    form = chance.randrange(6)
    if form == 0:
        return found[: chance.randint(0, len(found))]
    if form == 1:
        return found + gzip.compress(inner, mtime=0)
    if form == 2:
        return gzip.compress(found, mtime=0)
    if form == 3:
        return found[:-8] + zlib.crc32(b"x").to_bytes(4, "little") + found[-4:]
    return found + chance.randbytes(chance.choice((0, 0, 5)))


def encoded(chance: Random) -> bytes:
    """A text in some encoding, with a mark, a claim, or a false claim."""
    encoding = chance.choice(_ENCODINGS)
    claim = chance.choice((encoding, encoding, "utf-8", "iso-8859-1", "x-unknown", "zlib", "unicode_escape"))
    head = chance.choice(("", f'<html><meta charset="{claim}">', f"<?xml version='1.0' encoding='{claim}'?><html>"))
    data = (head + plain(chance)).encode(encoding, "replace")
    return data[chance.choice((0, 0, 0, 1)) :]


def document(chance: Random) -> bytes:
    """A document of any kind."""
    made = chance.choice((pages.page, plain, saved, jsonl, pdfs.pdf, encoded))
    found = made(chance)
    return found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass")
