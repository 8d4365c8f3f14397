"""Addresses that strangers give: where a connection is made to, where redirections lead, how long it may take."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from tests.read.serving import Reply, Server, serving
from twosource.errors import SourceError, SourceMissing, SourceTooLarge, SourceUnreadable
from twosource.read.addresses import PUBLIC, Rule
from twosource.read.answers import Known
from twosource.read.fetch import answered, fetch


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({"/": Reply(b"<p>Here.</p>", headers={"Content-Type": "text/html"})}) as opened:
        yield opened


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names that end in .example are looked up here, each time to the next address of :data:`NAMES`."""
    asked: list[str] = []
    system = socket.getaddrinfo
    answers = {name: itertools.cycle(addresses) for name, addresses in NAMES.items()}

    def look_up(host: str, port: int, **given: Any) -> Any:
        if host not in answers:
            return system(host, port, **given)
        asked.append(host)
        return [found for address in next(answers[host]) for found in system(address, port, **given)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


NAMES = {
    "inside.example": [["10.0.0.1"]],
    "metadata.example.": [["169.254.169.254"]],
    "here.example": [["127.0.0.1"]],
    "both.example": [["10.0.0.1", "127.0.0.1"]],
    # Harmless when it is asked for first, and then something else.
    "turning.example": [["127.0.0.1"], ["10.0.0.1"]],
}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::169.254.169.254]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.100.100.200/",
        "http://0.0.0.0/",
        "http://0/",
        "https://192.168.1.1/",
        "http://inside.example/",
        "http://metadata.example./",
    ],
)
@pytest.mark.usefixtures("looked_up")
def test_an_address_that_is_not_public_is_refused(url: str) -> None:
    with pytest.raises(SourceMissing, match=r"is not fetched: .* is an address of") as caught:
        fetch(url, limit=1000, public_only=True)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("port", [22, 25, 6379, 8000])
def test_ports_that_are_not_of_the_web_are_refused(port: int) -> None:
    with pytest.raises(SourceMissing, match=f"port {port} is none of the web's"):
        fetch(f"http://127.0.0.1:{port}/", limit=1000, public_only=True)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://here.example/", "not an address of the web"),
        ("file:///etc/passwd", "not an address of the web"),
        ("http:///path", "not an address of the web"),
        ("http://jo:secret@here.example/", "a name or a password"),
        ("http://public.example\\@127.0.0.1/", "a name or a password"),
        ("http://public.example@127.0.0.1/", "a name or a password"),
        ("http://here.example:port/", "cannot be fetched"),
        ("http://here.example\r\nX: y/", "cannot be fetched"),
    ],
)
@pytest.mark.usefixtures("looked_up")
def test_addresses_that_are_not_asked_at_all(url: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        fetch(url, limit=1000, public_only=True)


def test_the_rule_lets_through_what_it_names(server: Server) -> None:
    assert fetch(f"{server.url}/", limit=1000, public_only=True, rule=server.rule).data == b"<p>Here.</p>"
    with pytest.raises(SourceMissing, match="none of the web's"):
        fetch(f"{server.url}/", limit=1000, public_only=True, rule=PUBLIC)
    assert server.paths == ["/"]


def test_a_name_is_looked_up_once_and_what_was_checked_is_what_is_connected_to(
    server: Server, looked_up: list[str]
) -> None:
    url = f"http://turning.example:{server.port}/"
    assert fetch(url, limit=1000, public_only=True, rule=server.rule).url == url
    assert looked_up == ["turning.example"]
    with pytest.raises(SourceMissing, match=r"10\.0\.0\.1 is an address of a private network"):
        fetch(url, limit=1000, public_only=True, rule=server.rule)


@pytest.mark.usefixtures("looked_up")
def test_of_several_addresses_one_that_may_be_is_taken(server: Server) -> None:
    url = f"http://both.example:{server.port}/"
    assert fetch(url, limit=1000, public_only=True, rule=server.rule).data == b"<p>Here.</p>"


def test_proxies_of_the_environment_are_passed_by(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.setenv("no_proxy", "")
    with pytest.raises(SourceMissing, match="is an address of"):
        fetch("http://10.0.0.1/", limit=1000, public_only=True, rule=PUBLIC)
    assert server.asked == []
    with pytest.raises(SourceMissing, match="404"):
        fetch("http://10.0.0.1/", limit=1000)
    assert server.paths == ["http://10.0.0.1/"]


@pytest.mark.parametrize(
    ("onward", "reason"),
    [
        ("http://inside.example/", "10.0.0.1 is an address of a private network"),
        ("//inside.example/", "10.0.0.1 is an address of a private network"),
        ("http://[::1]/", "this machine"),
        ("ftp://here.example/", "redirects to ftp://here.example/: not an address of the web"),
        ("file:///etc/passwd", "redirects to file:///etc/passwd: not an address of the web"),
        ("http://jo:secret@here.example/", "redirects to .*: an address with a name or a password"),
        ("/again", "redirects more than 5 times"),
    ],
)
@pytest.mark.usefixtures("looked_up")
def test_redirections_are_checked_each(server: Server, onward: str, reason: str) -> None:
    server.replies["/again"] = Reply(status=302, headers={"Location": onward})
    rule = Rule(ports=server.rule.ports | {80}, networks=server.rule.networks)
    with pytest.raises(SourceError, match=reason):
        fetch(f"{server.url}/again", limit=1000, public_only=True, rule=rule)


def test_five_redirections_are_followed(server: Server) -> None:
    for place in range(5):
        onward = f"/{place + 1}" if place < 4 else "/end?n=1#part"
        server.replies[f"/{place}"] = Reply(status=(301, 302, 303, 307, 308)[place], headers={"Location": onward})
    server.replies["/end?n=1"] = Reply(b"end")
    assert fetch(f"{server.url}/0", limit=1000, public_only=True, rule=server.rule).url == f"{server.url}/end?n=1"


def test_a_redirection_in_raw_bytes_leads_where_its_sender_meant(server: Server) -> None:
    server.replies["/"] = Reply(status=302, headers={"Location": "/stra\u00c3\u009fe x"})
    server.replies["/stra%C3%9Fe%20x"] = Reply(b"street")
    assert fetch(f"{server.url}/", limit=1000).data == b"street"


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock takes a second of its time, and none of ours."""
    seconds = itertools.count()
    monkeypatch.setattr("twosource.read.connections.clock", lambda: float(next(seconds)))


def drip(prefix: bytes, then: bytes) -> Any:
    """A body that begins with ``prefix`` and never ends."""
    gone = threading.Event()

    def stream(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(prefix)
        while not gone.is_set():
            try:
                handler.wfile.write(then)
                handler.wfile.flush()
            except OSError:
                gone.set()

    return stream


@pytest.mark.usefixtures("hours")
@pytest.mark.parametrize("public_only", [True, False])
def test_a_drip_of_bytes_ends_with_the_deadline(server: Server, public_only: bool) -> None:
    """Each wait is answered at once; all of them together take longer than they may."""
    server.replies["/drip"] = Reply(stream=drip(b"", b"x"))
    with pytest.raises(SourceMissing, match="not all of it within 30"):
        fetch(f"{server.url}/drip", limit=10**9, timeout=30, public_only=public_only, rule=server.rule)


@pytest.mark.usefixtures("hours")
def test_so_does_a_drip_of_redirections(server: Server) -> None:
    server.replies["/"] = Reply(status=302, headers={"Location": "/"})
    with pytest.raises(SourceMissing, match="not all of it within 4"):
        fetch(f"{server.url}/", limit=1000, timeout=4, public_only=True, rule=server.rule)


def test_a_server_that_says_nothing_ends_with_the_deadline(server: Server) -> None:
    over = threading.Event()
    server.replies["/mute"] = Reply(stream=lambda _: (over.wait(), None)[1])
    try:
        with pytest.raises(SourceMissing, match="no answer within"):
            fetch(f"{server.url}/mute", limit=1000, timeout=0.05, public_only=True, rule=server.rule)
    finally:
        over.set()


def test_a_look_up_that_does_not_end_ends_with_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait())
    try:
        with pytest.raises(SourceMissing, match="no answer within"):
            fetch("http://slow.example/", limit=1000, timeout=0.05, public_only=True)
    finally:
        over.set()


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PAGE = b"<p>Twelve people were killed, the ministry said.</p>"


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("x-gzip", gzip.compress(PAGE, mtime=0)),
        ("GZIP", gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", _deflated(PAGE)),
        ("identity", PAGE),
        ("gzip", PAGE),
    ],
)
def test_what_is_packed_is_unpacked(server: Server, coding: str, data: bytes) -> None:
    server.replies["/packed"] = Reply(data, headers={"Content-Encoding": coding})
    assert fetch(f"{server.url}/packed", limit=1000).data == PAGE


@pytest.mark.parametrize(
    ("coding", "data", "error", "reason"),
    [
        ("gzip", gzip.compress(bytes(10**6), mtime=0), SourceTooLarge, "unpacks to more than 50 kB"),
        ("deflate", zlib.compress(bytes(10**6)), SourceTooLarge, "unpacks to more than 50 kB"),
        ("deflate", _deflated(bytes(10**6)), SourceTooLarge, "unpacks to more than 50 kB"),
        ("gzip", gzip.compress(PAGE, mtime=0)[:-12], SourceUnreadable, "damaged where it is packed"),
        ("deflate", zlib.compress(PAGE)[:-12], SourceUnreadable, "damaged where it is packed"),
        ("deflate", b"\xff\xff\xff", SourceUnreadable, "damaged where it is packed"),
        ("br", PAGE, SourceUnreadable, r"not asked for \(br\)"),
    ],
)
def test_what_is_badly_packed(server: Server, coding: str, data: bytes, error: type[SourceError], reason: str) -> None:
    server.replies["/packed"] = Reply(data, headers={"Content-Encoding": coding})
    with pytest.raises(error, match=reason):
        fetch(f"{server.url}/packed", limit=50_000)


def test_an_endless_body_ends_with_the_limit(server: Server) -> None:
    server.replies["/endless"] = Reply(stream=drip(b"", b"x" * 1000))
    with pytest.raises(SourceTooLarge, match="more than 50 kB"):
        fetch(f"{server.url}/endless", limit=50_000)


def test_a_torn_body_is_no_page(server: Server) -> None:
    server.replies["/torn"] = Reply(PAGE[:20], headers={"Content-Length": str(len(PAGE))})
    with pytest.raises(SourceUnreadable, match="broke off after 20 of 52 bytes"):
        fetch(f"{server.url}/torn", limit=1000)


def test_who_asks_is_said_and_what_is_known_too(server: Server) -> None:
    server.replies["/feed"] = Reply(status=304, headers={"ETag": '"b"'})
    known = Known(etag='"a"', modified="Tue, 04 Mar 2025 10:00:00 GMT")
    answer = answered(f"{server.url}/feed", limit=1000, known=known)
    assert (answer.status, answer.data, answer.known) == (304, b"", Known(etag='"b"'))
    ((_, headers),) = server.asked
    assert headers["user-agent"].startswith("twosource (+https://")
    assert (headers["if-none-match"], headers["if-modified-since"]) == (known.etag, known.modified)
    answered(f"{server.url}/feed", limit=1000)
    assert not {"if-none-match", "if-modified-since", "cookie", "authorization"} & set(server.asked[-1][1])
