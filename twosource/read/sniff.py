"""What a run of bytes is, and the text in it."""

from __future__ import annotations

import codecs
import re
import zlib
from typing import Literal

from twosource.errors import SourceTooLarge, SourceUnreadable

Kind = Literal["html", "plain", "pdf", "feed", "warc", "jsonl"]

_HEAD = 4096
_GZIP = b"\x1f\x8b"
_PIECE = 65_536
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|article|main|div|h1|p)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\[\s*)?\{\s*"')
_DECLARED = re.compile(rb"""(?:charset\s*=\s*|<\?xml[^>]*encoding\s*=\s*)["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "an image, sound or video file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "an SQLite database",
    b"ID3": "a sound file",
    b"OggS": "a sound file",
}
# Text has a tab, a line break or an escape now and then: of 924 news texts none has one stray control in 1,000
# characters.
_CONTROL_SHARE = 0.02
# English in a Western code page has an accent or a curly quotation mark in 100 letters at most.
_HIGH_SHARE = 0.25


def unpack(data: bytes, *, source: str, limit: int) -> tuple[bytes, bool]:
    """``data`` without its gzip packing, and whether all of it could be read: the first part of a torn file is still
    of use.

    :class:`SourceTooLarge` as soon as more than ``limit`` bytes come out.
    """
    if not data.startswith(_GZIP):
        return data, True
    pieces: list[bytes] = []
    room, at = limit + 1, 0
    while data.startswith(_GZIP, at):
        member = zlib.decompressobj(wbits=31)
        # A piece at a time: what is behind a member is copied, and a crawl has ten thousand of them.
        while not member.eof and at < len(data):
            piece = data[at : at + _PIECE]
            try:
                pieces.append(member.decompress(piece, room))
            except zlib.error:
                return b"".join(pieces), False
            room -= len(pieces[-1])
            if room <= 0 or member.unconsumed_tail:
                raise SourceTooLarge(source, f"unpacks to more than {megabytes(limit)}")
            at += len(piece) - len(member.unused_data)
        if not member.eof:
            return b"".join(pieces), False
    return b"".join(pieces), not data[at:].strip(b"\0")


def megabytes(size: int) -> str:
    """``size`` for people."""
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"


def kind(data: bytes, *, source: str, name: str = "", media_type: str | None = None) -> Kind:
    """What ``data`` is, from its first bytes, then from ``media_type`` and ``name``; :class:`SourceUnreadable` if
    binary."""
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    check_text(data, source=source)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(data):
        head = decode(data[:_HEAD]).encode().lstrip()
    if head.startswith(b"<") and _FEED.search(head):
        return "feed"
    named = (media_type or "").lower() + " " + re.sub(r"\.gz$", "", name.lower())
    if (
        (head.startswith(b"<") and _HTML.search(head))
        or "html" in named.split(" ")[0]
        or named.endswith((".html", ".htm", ".xhtml"))
    ):
        return "html"
    if head.startswith(b"<?xml"):
        raise SourceUnreadable(source, "XML, but neither a feed nor XHTML")
    if _JSON.match(head) or named.endswith((".jsonl", ".ndjson", ".json")):
        return "jsonl"
    return "plain"


def check_text(data: bytes, *, source: str) -> None:
    """Raise :class:`SourceUnreadable` where ``data`` is no text."""
    for magic, what in _FORMATS.items():
        if data.startswith(magic):
            raise SourceUnreadable(source, f"binary file, {what}, not an article")
    if data.startswith(tuple(bom for bom, _ in _BOMS)) or _wide(data):
        return
    head = data[:_HEAD]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    if b"\0" in head or controls > _CONTROL_SHARE * len(head):
        raise SourceUnreadable(source, "binary file, not text, HTML, PDF, a feed, WARC or JSONL")


def decode(data: bytes, *, declared: str | None = None, source: str = "-") -> str:
    """The text of ``data``: by its byte-order mark, as ``declared`` in a header or in itself, as UTF-8, as
    Windows-1252."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    for claim in (declared, _declared(data), "utf-8"):
        text = _attempt(data, claim)
        if text is not None:
            return text
    return _mixed(data, source=source)


def _attempt(data: bytes, encoding: str | None) -> str | None:
    try:
        # Pages that call themselves Latin-1 hold the curly quotation marks of Windows-1252; browsers read them so too.
        name = codecs.lookup(encoding or "").name
        return data.decode("cp1252" if name in {"iso8859-1", "ascii"} else name)
    except (LookupError, UnicodeError):
        return None


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD]
    match = _DECLARED.search(head) if b"<" in head[:64] else None
    return match[1].decode("ascii", "replace") if match else None


def _mixed(data: bytes, *, source: str) -> str:
    """Neither sound UTF-8 nor what it says it is: a torn UTF-8 text keeps its sound letters, the rest is
    Windows-1252."""
    text = data.decode("utf-8", "replace")
    sound = sum(character > "\x7f" and character != "�" for character in text)
    broken = text.count("�")
    if broken <= sound:
        return text
    western = data.decode("cp1252", "replace")
    if sum(character > "\x7f" for character in western) > _HIGH_SHARE * len(western):
        raise SourceUnreadable(source, "wrong encoding: neither UTF-8 nor Windows-1252")
    return western


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    head = data[: _HEAD & ~1]
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None
