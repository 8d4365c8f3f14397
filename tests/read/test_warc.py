import gzip

import pytest

from twosource.errors import NoArticle, SourceUnreadable
from twosource.read import read_all


def crawl(*pages: tuple[str, str, bytes], packed: bool = False) -> bytes:
    """An archive as crawlers write it: every record its own gzip member."""
    records = [record(*page) for page in pages]
    return b"".join(gzip.compress(one) if packed else one for one in records)


def record(url: str, kind: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-10-17T14:05:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{abs(hash(url)) % 10**12:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def reading(path, data):
    path.write_bytes(data)
    errors = []
    return list(read_all([str(path)], on_error=errors.append)), errors


@pytest.mark.parametrize("packed", [False, True])
def test_pages_among_the_responses_are_articles(tmp_path, page_html, packed):
    data = crawl(
        ("https://courier.example/a.png", "image/png", b"\x89PNG"),
        ("https://courier.example/1", "text/html; charset=utf-8", page_html.encode()),
        ("https://courier.example/", "text/html", b"<html><body><a href='/1'>Home</a></body></html>"),
        packed=packed,
    )
    articles, errors = reading(tmp_path / ("crawl.warc" + ".gz" * packed), data)
    assert [article.url for article in articles] == ["https://courier.example/1"]
    assert not errors


def test_nothing_but_other_things(tmp_path):
    articles, errors = reading(tmp_path / "c.warc", crawl(("https://courier.example/a.png", "image/png", b"\x89PNG")))
    assert (articles, [type(error) for error in errors]) == ([], [NoArticle])


def test_a_torn_archive_gives_what_could_be_read_and_one_error(tmp_path, page_html):
    filler = b"".join(gzip.compress(b"%d" % i) for i in range(99))
    data = crawl(
        ("https://courier.example/1", "text/html", page_html.encode()),
        ("https://courier.example/2", "text/html", page_html.encode() + filler),
        packed=True,
    )
    articles, errors = reading(tmp_path / "crawl.warc.gz", data[:-1200])
    assert articles[0].url == "https://courier.example/1"
    assert [type(error) for error in errors] == [SourceUnreadable]
    assert "truncated" in str(errors[0]) or "damaged" in str(errors[0])
