"""What is fuzzed: for each target how inputs are made, what they are broken with, and what is tried of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from types import MappingProxyType

from fuzz import decoding
from fuzz.laws import SOURCE, article, require, results
from fuzz.made import crawls, feeds, pages, pdfs, prose, texts
from fuzz.target import Target
from twosource.errors import SourceError, SourceTooLarge, SourceUnreadable
from twosource.ledger import terms
from twosource.ledger.exported import NO_RECORD
from twosource.ledger.exported import read as read_line
from twosource.read import feed, html, in_english, jsonl, pdf, plain, read_raw, sniff, warc
from twosource.read.sources import Raw
from twosource.records import Article


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _page(data: bytes) -> None:
    _in_english(results(_one(lambda: html.article(_text(data), source=SOURCE, url="https://courier.example/a"))))


def _plain(data: bytes) -> None:
    _in_english(results(_one(lambda: plain.article(_text(data), source=SOURCE))))


def _pdf(data: bytes) -> None:
    whole = data if data.startswith(b"%PDF-") else b"%PDF-1.4\n" + data
    _in_english(results(_one(lambda: pdf.article(whole, source=SOURCE))))


def _one(read: Callable[[], Article]) -> Iterable[Article]:
    yield read()


def _in_english(found: Sequence[Article | SourceError]) -> None:
    for one in found[:1]:
        if isinstance(one, Article):
            results([in_english(one)])


def _feed(data: bytes) -> None:
    results(feed.articles(data, source=SOURCE, url="https://courier.example/feed"))


def _crawl(data: bytes) -> None:
    """The records of the crawl, and nothing of what is in them, which other targets read."""
    try:
        for found in warc.responses(data, source=SOURCE, whole=True):
            if isinstance(found, Raw):
                require(isinstance(found.data, bytes) and found.data, "a response without a body")
                require(found.url is None or isinstance(found.url, str), "an address that is no text")
    except SourceError as error:
        results([error])


def _jsonl(data: bytes) -> None:
    results(jsonl.articles(_text(data), source=SOURCE))


def _packed(data: bytes) -> None:
    limit = 200_000
    try:
        found, _ = sniff.unpack(data, source=SOURCE, limit=limit)
        require(len(found) <= max(limit, len(data)), "more came out than was allowed")
    except SourceTooLarge as error:
        results([error])


def _coded(data: bytes) -> None:
    declared = ("utf-8", "zip", "idna", "utf-7", "x", None)[len(data) % 6]
    try:
        sniff.kind(data, source=SOURCE, name="x", media_type=("text/html", None)[len(data) % 2])
        require(isinstance(sniff.decode(data, declared=declared, source=SOURCE), str), "no text")
    except SourceUnreadable as error:
        results([error])


def _any(data: bytes) -> None:
    """All of reading, as a file of any name is read."""
    name = ("a.html", "a.txt", "a.jsonl.gz", "a", "a.xml", "a.pdf")[len(data) % 6]
    found = list(read_raw(Raw(source=name, data=data), limit=2_000_000))
    require(found or not data, "neither an article nor an error")
    for one in found:
        if isinstance(one, Article):
            article(one)
        else:
            results([type(one)(SOURCE, one.reason)])


def _line(data: bytes) -> None:
    """A line of an export that is none: refused, whatever is in it."""
    try:
        read_line(_text(data))
    except (KeyError, *NO_RECORD):
        return


def _query(data: bytes) -> None:
    text = decoding.text_of(data)
    asked = terms.read(text[:200])
    require(len(terms.fold(text)) == len(text), "folding moves offsets")
    if text:
        start, end = terms.passage(text, asked, within=(0, len(text)))
        require(0 <= start <= end <= len(text), "a passage lies outside")


def _written(make: Callable[[Random], str]) -> Callable[[Random], bytes]:
    return lambda chance: make(chance).encode("utf-8", "surrogatepass")


def _prose(chance: Random) -> bytes:
    return "\n\n".join(prose.paragraphs(chance, most=5)).encode("utf-8", "surrogatepass")


def _marked(chance: Random) -> bytes:
    return chance.randbytes(chance.randint(0, 60)).replace(b"\x00", b"\x01") + b"\x00" + _prose(chance)


def _moments(chance: Random) -> bytes:
    return " ".join(prose.moment(chance) for _ in range(chance.randint(1, 3))).encode()


def _record(chance: Random) -> bytes:
    return chance.choice(_LINES).replace(b"0123456789abcdef", chance.choice((b"0123456789abcdef", b"", b"x")))


_LINES = (
    b'{"type":"keys","space":"statement","item":"0123456789abcdef","keys":["a"]}',
    b'{"type":"link","left":"0123456789abcdef","right":"x","relation":"same","score":0.5,"reasons":[]}',
    b'{"type":"article","id":"0123456789abcdef","url":null,"title":null,"text":"A b.","paragraphs":[[0,4]],'
    b'"language":"en","outlet":null,"authors":[],"credits":[],"published":null,"modified":null,"media_type":"text/plain","captions":[]}',
    b'{"type":"feed","url":"u","etag":null,"modified":null,"checked_at":null,"next_at":null,"failures":0,"seen":["a"]}',
)

_TARGETS = (
    Target(name="html", make=_written(pages.page), check=_page, tokens=pages.TOKENS, share=10),
    Target(name="plain", make=_written(texts.plain), check=_plain, tokens=texts.TEXT_TOKENS, share=10),
    Target(name="saved", make=_written(texts.saved), check=_plain, tokens=texts.TEXT_TOKENS, share=6),
    Target(name="pdf", make=pdfs.pdf, check=_pdf, tokens=pdfs.TOKENS, share=8),
    Target(name="feed", make=feeds.feed, check=_feed, tokens=feeds.TOKENS, share=6),
    Target(name="warc", make=crawls.crawl, check=_crawl, tokens=crawls.TOKENS, share=8),
    Target(name="jsonl", make=_written(texts.jsonl), check=_jsonl, tokens=texts.JSON_TOKENS, share=8),
    Target(name="gzip", make=texts.packed, check=_packed, tokens=texts.CODE_TOKENS, share=6),
    Target(name="encodings", make=texts.encoded, check=_coded, tokens=texts.CODE_TOKENS, share=8),
    Target(name="any", make=texts.document, check=_any, tokens=(*pages.TOKENS, *texts.CODE_TOKENS), share=4),
    Target(name="times", make=_moments, check=decoding.printed_times, tokens=texts.TEXT_TOKENS, share=6, most=2000),
    Target(name="calendar", make=_prose, check=decoding.calendar, tokens=texts.TEXT_TOKENS, share=4, most=5000),
    Target(name="figures", make=_prose, check=decoding.figures, tokens=texts.TEXT_TOKENS, share=4, most=5000),
    Target(name="quotes", make=_prose, check=decoding.quotations, tokens=texts.TEXT_TOKENS, share=4, most=5000),
    Target(name="sentences", make=_prose, check=decoding.split, tokens=texts.TEXT_TOKENS, share=4, most=5000),
    Target(name="words", make=_prose, check=decoding.words, tokens=texts.TEXT_TOKENS, share=3, most=5000),
    Target(name="tags", make=_marked, check=decoding.tags, tokens=texts.TEXT_TOKENS, share=3, most=2000),
    Target(name="describe", make=_marked, check=decoding.described, tokens=texts.TEXT_TOKENS, share=4, most=5000),
    Target(name="records", make=_record, check=_line, tokens=texts.JSON_TOKENS, share=4, most=5000),
    Target(name="query", make=_prose, check=_query, tokens=texts.TEXT_TOKENS, share=2, most=2000),
)

TARGETS: Mapping[str, Target] = MappingProxyType({target.name: target for target in _TARGETS})


def shares(names: Sequence[str], inputs: int) -> dict[str, int]:
    """``inputs`` divided among the targets of ``names`` by their shares; all of them are given out."""
    total = sum(TARGETS[name].share for name in names)
    given = {name: int(inputs * TARGETS[name].share / total) for name in names}
    for name in names[: inputs - sum(given.values())]:
        given[name] += 1
    return given
