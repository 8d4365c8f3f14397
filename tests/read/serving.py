"""A server on the loopback interface that answers as it is told."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

from twosource.read.addresses import Rule


@dataclass
class Reply:
    """What to answer; ``stream`` writes the body itself, and may stop at any time."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    stream: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Server:
    """``replies`` are by path; what was asked is in ``asked``, with the headers of the request."""

    url: str
    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def rule(self) -> Rule:
        """Lets this server through, and nothing else of this machine."""
        return Rule(ports=frozenset({self.port}), networks=(ip_network("127.0.0.1/32"),))

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.asked]


@contextmanager
def serving(replies: Mapping[str, Reply] | None = None, *, certificate: Path | None = None) -> Iterator[Server]:
    """A server that answers while the block runs; 404 for what it was not told of. With a ``certificate``, under
    TLS."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    http.daemon_threads = True
    scheme = "http"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        http.socket = context.wrap_socket(http.socket, server_side=True)
        http.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hangs up is what is tested
        scheme = "https"
    url = f"{scheme}://127.0.0.1:{http.server_port}"
    server = Server(url=url, port=http.server_port, replies=dict(replies or {}))
    http.RequestHandlerClass = _handler(server)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = server.replies.get(self.path, Reply(status=404))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.stream:
                self.end_headers()
                reply.stream(self)
                return
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler
