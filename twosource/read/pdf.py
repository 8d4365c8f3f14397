"""PDF → Article: lines of the pages by their places, running heads out, lines joined to paragraphs across columns and
pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.errors import NoArticle, SourceUnreadable
from twosource.read import bylines, furniture, metadata, outlets, paragraphs, times
from twosource.read.furniture import Line
from twosource.read.linked_data import clean
from twosource.records import Article

# A gap of half a line more than usual parts two paragraphs; typesetters add a half or a whole line.
GAP = 1.35
# A headline is set at least a fifth larger than the text under it.
LARGER = 1.2
# "The Coastal Dispatch", "Le Monde diplomatique".
MASTHEAD = 4
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")
# pdfium writes a hyphen at a line's end and the line break after it as this one character.
_BROKEN = "\ufffe"
_SIGNED = {Line.BYLINE, Line.DATE, Line.CREDIT}


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: where it stands on its page and how large it is set."""

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float


def article(data: bytes, *, source: str = "-", url: str | None = None) -> Article:
    """The article in a PDF; :class:`SourceUnreadable` where it is locked or damaged, :class:`NoArticle` where it is
    pictures."""
    rows, about = _rows(data, source=source)
    blocks = list(_blocks(_without_running_heads(rows)))
    if not any(furniture.words(text) >= furniture.PROSE_WORDS for text, _ in blocks):
        raise NoArticle(source, "PDF without text; a scan must be recognised (OCR) first")
    return _article(blocks, about, source=source, url=url)


def _rows(data: bytes, *, source: str) -> tuple[list[Row], dict[str, str]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise SourceUnreadable(source, "encrypted PDF, needs a password" if locked else "damaged PDF") from None
    try:
        about = {key: value for key, value in document.get_metadata_dict().items() if value}
        rows = [row for number in range(len(document)) for row in _page_rows(document[number], number)]
    except pypdfium2.PdfiumError as error:
        raise SourceUnreadable(source, f"damaged PDF ({error})") from None
    finally:
        document.close()
    return rows, about


def _page_rows(page: Any, number: int) -> Iterator[Row]:
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        for match in re.finditer(rf"[^\r\n{_BROKEN}]*[^\s{_BROKEN}][^\r\n{_BROKEN}]*{_BROKEN}?", text):
            yield _row(text_page, match[0], match.start(), number)
    finally:
        text_page.close()
        page.close()


def _row(text_page: Any, line: str, start: int, page: int) -> Row:
    seen = [index for index, character in enumerate(line) if not character.isspace() and character != _BROKEN]
    line = line.replace(_BROKEN, "-")
    count = text_page.count_chars()
    boxes = [text_page.get_charbox(start + index, loose=True) for index in (seen[0], seen[-1]) if start + index < count]
    if not boxes:
        return Row(line.strip(), page, 0.0, 0.0, 0.0, 0.0)
    left, bottom, _, top = boxes[0]
    return Row(" ".join(line.split()), page, left, boxes[-1][2], top, round(top - bottom, 1))


def _without_running_heads(rows: Sequence[Row]) -> list[Row]:
    """Less what stands at the edge of most pages, figures aside, and less page numbers."""
    pages = 1 + max((row.page for row in rows), default=0)
    edges = [row for number in range(pages) for row in _edge([row for row in rows if row.page == number])]
    seen = Counter(
        {
            key: len({row.page for row in edges if _figureless(row.text) == key})
            for key in map(_figureless, (row.text for row in edges))
        }
    )
    running = {key for key, count in seen.items() if pages > 1 and count >= max(2, pages / 2)}
    edge_rows = set(edges)
    return [
        row
        for row in rows
        if not (row in edge_rows and (_figureless(row.text) in running or _is_page_number(row.text)))
    ]


def _edge(rows: Sequence[Row]) -> list[Row]:
    ordered = sorted(rows, key=lambda row: -row.top)
    return [*ordered[:2], *ordered[-2:]]


def _figureless(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _is_page_number(text: str) -> bool:
    """``7``, ``– 7 –``, ``Page 7 of 12``, ``The Dispatch – Page 7 – dispatch.example``."""
    alone = re.fullmatch(r"[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", text)
    return bool(alone) or (furniture.words(text) <= 12 and bool(re.search(r"\bpage\s+\d{1,4}\b", text, re.IGNORECASE)))


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[str, float]]:
    """Paragraphs and heads, each with the size that it is set in."""
    pitch = _pitch(rows)
    width = max((row.right - row.left for row in rows), default=0.0)
    text, size, above = "", 0.0, None
    for row in rows:
        if above is not None and _parts(above, row, pitch=pitch, width=width):
            yield text, size
            text = ""
        text, size = (_joined(text, row.text), size) if text else (row.text, row.size)
        above = row
    if text:
        yield text, size


def _pitch(rows: Sequence[Row]) -> float:
    """The usual way from a line to the next: the commonest, of several as common the least."""
    pairs = [(a, b) for a, b in itertools.pairwise(rows) if a.page == b.page and a.size == b.size]
    steps = Counter(round(a.top - b.top) for a, b in pairs if 0 < a.top - b.top < 4 * max(a.size, 1))
    return min((step for step, count in steps.items() if count == max(steps.values())), default=0)


def _parts(above: Row, row: Row, *, pitch: float, width: float) -> bool:
    """Whether ``row`` opens a new paragraph: a gap, another size, an indent, or a short line that ended a sentence
    above."""
    if abs(above.size - row.size) > 0.1 * max(above.size, row.size):
        return True
    if row.page == 0 and {furniture.kind(above.text), furniture.kind(row.text)} & _SIGNED:
        return True
    ended = furniture.is_sentence(above.text)
    if above.page != row.page or row.top > above.top:  # a new page or column
        return ended and (above.right - above.left < 0.8 * width or row.left > above.left + row.size)
    if above.top - row.top > GAP * pitch:
        return True
    indented = row.left > above.left + 0.8 * row.size
    return ended and (indented or above.right - above.left < 0.7 * width)


def _joined(text: str, line: str) -> str:
    if _HYPHEN.search(text) and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"


def _article(blocks: Sequence[tuple[str, float]], about: dict[str, str], *, source: str, url: str | None) -> Article:
    head = _headline(blocks, about)
    texts = [text for text, _ in blocks]
    body_from = texts.index(head) + 1 if head in texts else 0
    opening = [text for text in texts[: body_from + 4] if furniture.kind(text) in _SIGNED]
    kept = [text for text in texts[body_from:] if furniture.kind(text) in {Line.PROSE, Line.SHORT}]
    captions = [text for text in texts if furniture.is_caption(text)]
    signed = [bylines.byline(text) for text in opening if furniture.kind(text) is Line.BYLINE] or [
        bylines.byline(about.get("Author", ""))
    ]
    published, modified = _shown_time([text for text in texts[: body_from + 4] if text != head])
    text, spans = paragraphs.join([head or "", *kept])
    return Article(
        text=text,
        paragraphs=spans,
        url=url,
        title=head or clean(about.get("Title")),
        outlet=_masthead(blocks, head) or outlets.of_url(url, text),
        authors=bylines.unique(author for one in signed for author in one.authors),
        credits=bylines.unique(
            [*(c for one in signed for c in one.credits), *(c for line in kept[:3] for c in bylines.dateline(line))]
        ),
        published=published or _pdf_date(about.get("CreationDate")),
        modified=modified,
        media_type="application/pdf",
        captions=tuple(captions),
        source=source,
    )


def _headline(blocks: Sequence[tuple[str, float]], about: dict[str, str]) -> str | None:
    """The block above the text that is set largest, the name of the paper aside, else what the file calls its title."""
    usual = _usual_size(blocks)
    said = clean(about.get("Title")) or ""
    above = list(
        itertools.takewhile(lambda block: furniture.kind(block[0]) is not Line.PROSE or block[1] > usual, blocks)
    )
    large = [block for block in above[:8] if block[1] >= LARGER * usual and furniture.words(block[0]) >= 3]
    if large:
        # A paper's name over its headline is set larger and is short.
        return max(large, key=lambda block: (furniture.words(block[0]) > MASTHEAD, block[1]))[0]
    for text, _ in blocks[:8]:
        if said and metadata.same(text, said):
            return text
    first = blocks[0][0]
    return first if len(blocks) > 1 and 3 <= furniture.words(first) <= 25 and not furniture.is_sentence(first) else None


def _masthead(blocks: Sequence[tuple[str, float]], head: str | None) -> str | None:
    """The short line in large type above the headline."""
    above = itertools.takewhile(lambda block: block[0] != head, blocks if head else ())
    large = (text for text, size in above if size >= LARGER * _usual_size(blocks) and furniture.words(text) <= MASTHEAD)
    return next(large, None)


def _usual_size(blocks: Sequence[tuple[str, float]]) -> float:
    return Counter(size for text, size in blocks for _ in text.split()).most_common(1)[0][0]


def _shown_time(texts: Sequence[str]) -> tuple[str | None, str | None]:
    """When the lines around the headline say that it was published and changed."""
    said = [times.labelled(text) for text in texts if furniture.words(text) <= 15]
    return next((one for one, _ in said if one), None), next((two for _, two in said if two), None)


def _pdf_date(text: str | None) -> str | None:
    """``D:20241017140500+01'00'`` as ISO 8601."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?\d\d)?", text or "")
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{(zone or '').replace(chr(39), '')}" if hour else ""
    return times.from_machine(f"{year}-{month}-{day}{clock}")
