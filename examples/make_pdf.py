"""Write ``port-ansel/10-coastal-dispatch.pdf``: one newspaper page, from the text below, always with the same bytes.

The PDF objects are written by hand so that the example needs no library. Run ``python examples/make_pdf.py`` after a
change of the text.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

TARGET = Path(__file__).parent / "port-ansel" / "10-coastal-dispatch.pdf"
MASTHEAD = "The Coastal Dispatch"
ISSUE = "Thursday, March 6, 2025 – Evening edition – 1.20 crowns"
HEADLINE = "Nineteen dead, minister says, as search of pier ends"
BYLINE = "By Oskar Lenn, Staff Writer"
FOOT = "The Coastal Dispatch – Page 3 – dispatch.example"
BODY = (
    "SARNOW – Nineteen people died in Tuesday’s explosion at the Port Ansel grain terminal, Interior Minister "
    "Pavla Dorn told parliament on Thursday, announcing the end of the search.",
    "“All those who were reported missing have now been accounted for,” she said. Dorn told lawmakers that 52 "
    "people had been injured and that two of them remained in critical condition.",
    "The minister said that investigators had found no trace of military explosives. She added, however, that "
    "laboratory tests would take another ten days.",
    "A preliminary report by the prosecutor’s office, a copy of which was obtained by the Dispatch, says that the "
    "fire most likely began in a conveyor tunnel beneath the second silo. The document describes 62 containers "
    "“of undetermined content” that stood 40 metres from the silos. It recommends that their owner be questioned.",
    "The Defence Ministry repeated that the containers were not its property. Whose they were, a spokesman would "
    "not say.",
    "Opposition leader Agnes Torrel accused the government of hiding behind the laboratory. “Nineteen families "
    "are entitled to a list of what was on that pier,” she said. Her motion for an independent inquiry was "
    "defeated by 88 votes to 71.",
    "Tarsk, which has denied any part in the blast, has offered to send forensic specialists, the Tarsk Telegraph "
    "Agency reported, quoting a source in the Foreign Ministry. The Interior Ministry confirmed that it had "
    "received the offer but said it had not yet decided whether to accept.",
)

Line = tuple[str, int, int, str]
"""Font name, size, distance to the line above, text."""


def lines() -> list[Line]:
    """The page from top to bottom. 88 characters of 11-point Helvetica fill the 495 points between the margins."""
    page: list[Line] = [("F2", 24, 0, MASTHEAD), ("F1", 9, 16, ISSUE), ("F2", 17, 40, HEADLINE), ("F1", 10, 22, BYLINE)]
    for paragraph in BODY:
        first, *rest = textwrap.wrap(paragraph, 88, break_on_hyphens=False)
        page.append(("F1", 11, 26, first))
        page.extend(("F1", 11, 14, line) for line in rest)
    page.append(("F1", 8, 60, FOOT))
    return page


def show(line: Line) -> bytes:
    """The operators that move down and show one line."""
    font, size, gap, text = line
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"/%s %d Tf 0 -%d Td (%s) Tj" % (font.encode(), size, gap, escaped)


def objects() -> list[bytes]:
    """The numbered objects of the file, the first of which is the catalogue and the last the document information."""
    stream = b"BT 50 780 Td\n" + b"\n".join(show(line) for line in lines()) + b"\nET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    return [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
        b"<< /Title (%s) /Author (Oskar Lenn) /Creator (%s) /CreationDate (D:20250306181500+02'00') >>"
        % (HEADLINE.encode("cp1252"), MASTHEAD.encode("cp1252")),
    ]


def document() -> bytes:
    """The whole file."""
    data = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    offsets = []
    for number, body in enumerate(objects(), start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        size - 1,
        len(data),
    )
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


if __name__ == "__main__":
    TARGET.write_bytes(document())
