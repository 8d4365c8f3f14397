"""A server of the chat protocol on the loopback interface, which answers as it is told and often badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[list[str]], str]
"""From the sentences that were sent to the text that the model answers."""


@dataclass
class Server:
    """What was asked, and how to answer: with ``reply`` in the protocol, or with ``raw`` bytes and a ``code``; a
    server that ``hangs`` says nothing until it is let go."""

    reply: Reply = json.dumps
    code: int = 200
    raw: bytes | None = None
    hangs: bool = False
    location: str | None = None
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def body(self) -> bytes:
        """The bytes of the answer to what was asked last."""
        if self.raw is not None:
            return self.raw
        sentences = json.loads(self.asked[-1]["messages"][-1]["content"])
        return json.dumps({"choices": [{"message": {"role": "assistant", "content": self.reply(sentences)}}]}).encode()


@contextmanager
def serving(**how: Any) -> Iterator[Server]:
    """A server that answers while the block runs."""
    server = Server(**how)
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    server.url = f"http://127.0.0.1:{http.server_port}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        http.shutdown()
        thread.join()
        http.server_close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            server.paths.append(self.path)
            server.keys.append(self.headers.get("Authorization"))
            server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if server.hangs:
                server.released.wait()
                return
            data = server.body()
            self.send_response(server.code)
            if server.location:
                self.send_header("Location", server.location)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_args: object) -> None:
            """Says nothing."""

    return Handler
