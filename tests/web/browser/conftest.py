"""A real browser in front of a real server. Skipped where there is no Chromium, and says so."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, sync_playwright

from twosource.web.app import make
from twosource.web.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome")
SLOWEST = 30_000
"""Milliseconds that anything may take to appear: the networks are loaded at the first article."""


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"there is no Chromium on this machine (looked for {', '.join(NAMES)})")
    with sync_playwright() as playwright:
        # Without a sandbox, since root may have none; what it reads here is ours.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def serving(settings: Settings) -> tuple[str, Callable[[], None]]:
    """A server in a thread: its address, and what ends it."""
    server = uvicorn.Server(uvicorn.Config(make(settings), log_level="error", lifespan="on", ws="none"))
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()

    def end() -> None:
        server.should_exit = True
        thread.join()
        listening.close()

    return f"http://127.0.0.1:{listening.getsockname()[1]}", end


@pytest.fixture(scope="package")
def room(port_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the example story, for tests that only read."""
    path = shutil.copy(port_ledger, tmp_path_factory.mktemp("room") / "port.db")
    where, end = serving(Settings(ledger=str(path), name="Ida Holm"))
    yield where
    end()


@pytest.fixture
def own_room(port_ledger: Path, tmp_path: Path) -> Iterator[str]:
    """The same over a copy of one's own, for tests that write."""
    path = shutil.copy(port_ledger, tmp_path / "port.db")
    where, end = serving(Settings(ledger=str(path), name="Ida Holm"))
    yield where
    end()


@dataclass
class Visit:
    """A page with all that went wrong while it was open: errors of scripts, of the policy, requests elsewhere."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open ``path``; whatever the server answers but 200 is wrong."""
        answer = self.page.goto(self.base + path)
        if answer is None or answer.status != 200:
            self.wrong.append(f"{path}: {answer.status if answer else 'no answer'}")
        return self.page

    def watch(self) -> None:
        """Begin to note what goes wrong."""
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("console", self._told)
        self.page.on("dialog", self._stopped)
        self.page.on("request", self._asked)

    def _told(self, told: ConsoleMessage) -> None:
        # Chromium calls every answer of 400 and above an error; a conflict is one to expect.
        if told.type in ("error", "warning") and "status of 409" not in told.text:
            self.wrong.append(told.text)

    def _stopped(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:", "about:")):
            self.wrong.append(f"request to {request.url}")


Visiting = Callable[..., Visit]


@pytest.fixture
def visiting(chromium: Browser) -> Iterator[Visiting]:
    """Opens a visit at an address: ``dark``, ``width``, ``script``. At the end nothing may have gone wrong."""
    visits: list[Visit] = []
    with ExitStack() as opened:

        def visit(base: str, *, dark: bool = False, width: int = 1280, script: bool = True) -> Visit:
            context: BrowserContext = chromium.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if dark else "light",
                java_script_enabled=script,
                reduced_motion="reduce",
            )
            opened.callback(context.close)
            context.set_default_timeout(SLOWEST)
            found = Visit(context.new_page(), base)
            found.watch()
            visits.append(found)
            return found

        yield visit
    assert [one.wrong for one in visits if one.wrong] == []
