"""The pictures of docs/reading-room.md, of the example story: `python docs/pictures.py`.

Adds the example to a ledger of its own, serves it, and takes the pages with Chromium: wide and light, narrow and dark.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from twosource.ledger import Ledger, Sift

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
QUESTION = "What was stored at the pier?"
NARROW = ("stories", "review")


def main() -> None:
    """Make all of them anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "port.db"
        subprocess.run(
            [sys.executable, "-m", "twosource", "add", "--ledger", str(ledger), str(ROOT / "examples" / "port-ansel")],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        take(ledger)


def take(ledger: Path) -> None:
    """Serve ``ledger``, and take its pages."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "twosource", "serve", "--ledger", str(ledger), "--port", str(port)]
    server = subprocess.Popen([*command, "--as", "Ida Holm"], stdout=subprocess.DEVNULL)
    try:
        base = f"http://127.0.0.1:{port}"
        answers(base)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, path in paths(ledger).items():
                picture(browser, base + path, FOLDER / f"{name}.png", narrow=False)
                if name in NARROW:
                    picture(browser, base + path, FOLDER / f"{name}-narrow.png", narrow=True)
            browser.close()
    finally:
        server.terminate()
        server.wait()


def paths(ledger: Path) -> dict[str, str]:
    """Name of a picture → the path of its page."""
    with Ledger.open(ledger) as opened, opened.view() as view:
        propositions = list(view.propositions(one.id for one in view.listed(Sift(), limit=10)))
        told = max(propositions, key=lambda one: len(one.attributions))
        article = max(view.articles(), key=lambda one: len(view.attributions_of([one.id])[one.id]))
        at = view.attributions_of([article.id])[article.id][2]
        source = view.sources_listed(kind="government", limit=1)[0].id
    return {
        "stories": "/",
        "proposition": f"/propositions/{told.id}",
        "article": f"/articles/{article.id}?at={at}",
        "source": f"/sources/{source}",
        "brief": f"/brief?q={QUESTION.replace(' ', '+')}",
        "review": "/review",
        "add": "/add",
    }


def answers(base: str) -> None:
    """Wait until the server does."""
    for _ in range(100):
        try:
            urllib.request.urlopen(base, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{base} does not answer")


def picture(browser: Browser, url: str, path: Path, *, narrow: bool) -> None:
    """A page as it opens, to the end of the screen."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844} if narrow else {"width": 1280, "height": 860},
        color_scheme="dark" if narrow else "light",
    )
    page = context.new_page()
    page.goto(url)
    page.screenshot(path=str(path))
    context.close()
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
