"""PDF files, written by hand so that every part of them can be broken."""

from __future__ import annotations

import zlib
from random import Random

from fuzz.made import prose

TOKENS: tuple[bytes, ...] = (
    *(
        b"obj",
        b"endobj",
        b"stream\n",
        b"endstream",
        b"xref",
        b"trailer",
        b"startxref",
        b"%%EOF",
        b"<<",
        b">>",
        b"[",
        b"]",
    ),
    *(
        b"/Length ",
        b"/Filter /FlateDecode",
        b"/Filter [/FlateDecode /FlateDecode]",
        b"/Filter /LZWDecode",
        b"/ASCIIHexDecode",
    ),
    *(
        b"/Kids [2 0 R]",
        b"/Count 2147483647",
        b"/Parent 2 0 R",
        b"/Contents 4 0 R",
        b"/ObjStm",
        b"/Prev 0",
        b"/Encrypt 3 0 R",
    ),
    *(
        b"BT ",
        b" ET",
        b" Tj",
        b" Td",
        b" Tf",
        b" cm",
        b" Do",
        b" q",
        b" Q",
        b"/F1 0 Tf",
        b"/F1 1e30 Tf",
        b"-1 0 0 -1 0 0 cm",
    ),
    *(
        b"1 0 R",
        b"2 0 R",
        b"99999 0 R",
        b"/Rotate 45",
        b"/MediaBox [0 0 0 0]",
        b"/MediaBox [-1e9 -1e9 1e9 1e9]",
        b"/Type0",
    ),
)
"""What mutation of a PDF puts in."""


def pdf(chance: Random) -> bytes:
    """A file of one to three pages, packed or not."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    streams: dict[int, bytes] = {}
    kids = []
    for _ in range(chance.randint(1, 3)):
        content = _page(chance).encode("latin-1", "replace")
        packed = chance.random() < 0.5
        written = zlib.compress(content) if packed else content
        objects.append(f"<< /Length {len(written)}{' /Filter /FlateDecode' if packed else ''} >>")
        streams[len(objects)] = written
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
        objects.append(f"{page} /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    about = {"Title": prose.sentence(chance)[:40], "Author": "Jane Roe", "CreationDate": prose.moment(chance)}
    objects.append("<< " + " ".join(f"/{key} ({escaped(value)})" for key, value in about.items()) + " >>")
    return assembled(objects, streams)


def _page(chance: Random) -> str:
    top, drawn = 800.0, []
    for text in prose.paragraphs(chance, most=6):
        size = chance.choice((9, 11, 11, 11, 20))
        for at in range(0, len(text), 80):
            left = chance.choice((60, 60, 60, 75, 310))
            drawn.append(f"BT /F1 {size} Tf {left} {top:g} Td ({escaped(text[at : at + 80])}) Tj ET\n")
            top -= 14
        top -= chance.choice((0, 10, 14))
    return "".join(drawn)


def assembled(objects: list[str], streams: dict[int, bytes]) -> bytes:
    """A PDF file of ``objects``, numbered from 1 on, of which the last is its information; ``streams`` are of some."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\n".encode("latin-1", "replace")
        if number in streams:
            out += b"stream\n" + streams[number] + b"\nendstream\n"
        out += b"endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
    )
    return out + f"{trailer}startxref\n{len(out)}\n%%EOF\n".encode("latin-1")


def escaped(text: str) -> str:
    """``text`` as it may stand in a string of a PDF."""
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
