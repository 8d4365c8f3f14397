"""Documents made on the spot: PDF pages written by hand, an address on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fuzz.made.pdfs import assembled, escaped

Line = tuple[float, float, float, str]  # left, bottom, size, text

PAGE_HTML = """<!doctype html><html lang="en"><head><title>Dam bursts in Norland - The Courier</title>
<meta property="og:site_name" content="The Courier"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Dam bursts in Norland</h1>
<p>A dam burst above the town of Farholm on Monday, officials said, and water ran through the streets for hours.</p>
<p>The mayor, Edda Rhys, told reporters that nobody was hurt. She said that the cause of the break was not known.</p>
</article></body></html>"""


@pytest.fixture
def page_html() -> str:
    """A small page of a fictional outlet."""
    return PAGE_HTML


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """A PDF of pages of lines, each with its place and size, and of the given document information."""
    return _pdf


@pytest.fixture
def locked_pdf() -> bytes:
    """A PDF that opens with a password only; the keys in it fit none."""
    lock = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}>"
    data = _pdf([(60, 700, 11, "Text")], Title="x").decode("latin-1")
    body, _, trailer = data.rpartition("/Root")
    return f"{body}/ID [<{'01' * 16}> <{'01' * 16}>] /Encrypt << {lock} >> /Root{trailer}".encode("latin-1")


def _pdf(*pages: list[Line], **info: str) -> bytes:
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf {left} {bottom} Td ({escaped(text)}) Tj ET\n" for left, bottom, size, text in lines
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append("<< " + " ".join(f"/{key} ({escaped(value)})" for key, value in info.items()) + " >>")
    return assembled(objects, {})


class _Site(BaseHTTPRequestHandler):
    """A few addresses that behave in the ways that servers do."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        answers = {
            "/page": (200, "text/html; charset=utf-8", PAGE_HTML.encode()),
            "/latin": (
                200,
                "text/html; charset=iso-8859-1",
                PAGE_HTML.replace("Edda Rhys", "Édda Rhÿs").encode("latin-1"),
            ),
            "/empty": (200, "text/html", b" "),
            "/large": (200, "text/plain", b"x" * 5000),
            "/forbidden": (403, "text/html", b"no"),
        }
        status, kind, body = answers.get(self.path, (404, "text/html", b"gone"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test output clean."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a small web server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()
