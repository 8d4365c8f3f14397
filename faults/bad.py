"""Files that are no articles, each of which is to be named in one line."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from types import MappingProxyType

from faults.articles import article
from fuzz.made.bombs import deflated, feed, packed, pdf, response
from fuzz.made.pdfs import pdf as sound_pdf

_Make = Callable[[Random, int], bytes]


def _text(chance: Random, number: int) -> str:
    return "\n\n".join(article(chance, number)[1])


def _german(_: Random, number: int) -> bytes:
    text = "Am Montag brach der Damm oberhalb der Stadt, wie der Bürgermeister mitteilte. "
    text += f"Verletzt wurde niemand ({number})."
    return (text * 3).encode()


def _jsonl(chance: Random, number: int) -> bytes:
    return json.dumps({"text": _text(chance, number)})[:-20].encode() + b"\n"


def _long(_: Random, number: int) -> bytes:
    return (
        f"A dam burst above the town of Farholm on Monday, officials said, for the {number}th time. ".encode() * 14_000
    )


BAD: Mapping[str, tuple[str, _Make]] = MappingProxyType(
    {
        "empty": (".txt", lambda *_: b""),
        "blank": (".html", lambda *_: b" \n\t\n"),
        "picture": (".html", lambda chance, _: b"\x89PNG\r\n\x1a\n" + chance.randbytes(400)),
        "archive": (".txt", lambda chance, _: b"PK\x03\x04" + chance.randbytes(400)),
        "noise": (".txt", lambda chance, _: chance.randbytes(2000) + b"\x00"),
        "zeros": (".txt", lambda *_: bytes(5000)),
        "torn gzip": (".html.gz", lambda chance, n: gzip.compress(_text(chance, n).encode())[:60]),
        "bomb": (".html.gz", lambda *_: packed(60)),
        "torn pdf": (".pdf", lambda chance, _: sound_pdf(chance)[:50]),
        "pdf without text": (".pdf", lambda *_: pdf(b"")),
        "pdf bomb": (".pdf", lambda *_: pdf(deflated(40) * 1, b"/Filter /FlateDecode")),
        "no article": (".html", lambda *_: b"<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>"),
        "german": (".txt", _german),
        "no feed": (".xml", lambda *_: b"<?xml version='1.0'?><catalogue><item/></catalogue>"),
        "broken feed": (".xml", lambda *_: b"<rss version='2.0'><channel><item<"),
        "headlines": (".rss", lambda *_: feed("<item><title>Dam bursts</title></item>")),
        "no entries": (".rss", lambda *_: feed("")),
        "torn jsonl": (".jsonl", _jsonl),
        "jsonl without text": (".jsonl", lambda _, n: json.dumps({"title": f"Dam {n}"}).encode()),
        "deep jsonl": (".jsonl", lambda *_: b'{"text": ' + b"[" * 50_000),
        "too long": (".txt", _long),
        "crawl of nothing": (".warc", lambda *_: response(b"<html></html>")),
        "torn crawl": (".warc", lambda *_: b"WARC/1.0\r\nWARC-Type: resp"),
        "gone": (".txt", lambda *_: b""),
    }
)
"""Kind → how its file's name ends, and its bytes. The file of the last kind is a link to one that is not there."""


def make(folder: Path, kind: str, *, chance: Random, number: int) -> Path:
    """A bad file of that kind in ``folder``."""
    ending, made = BAD[kind]
    path = folder / f"bad-{number:05}-{kind.replace(' ', '-')}{ending}"
    if kind == "gone":
        path.symlink_to(folder / "nowhere")
    else:
        path.write_bytes(made(chance, number))
    return path
