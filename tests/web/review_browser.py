"""A browser without a script at the review desk: it reads pages, fills in their forms, and follows where they lead."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from lxml import html
from starlette.testclient import TestClient

from tests.room import judging_made as made
from tests.web.conftest import client_of
from tests.web.review_made import app_over
from twosource.across import Judgement
from twosource.ledger import Ledger

Element = Any


def story_at(path: Path) -> Path:
    """The made-up story, with two cases about its toll."""
    made.make(path)
    with Ledger.open(path) as ledger:
        made.ask_about_toll(ledger)
    return path


@contextmanager
def at_the_desk(story: Path, folder: Path) -> Iterator[Browser]:
    """At the desk over a copy of the story, as the admin “Ida Holm” on loopback."""
    app = app_over(str(shutil.copy(story, folder / "own.db")), tokens=False)
    yield Browser(app).open("/review")
    app.state.hall.close()


class Browser:
    """Reads pages, fills in their forms, and follows where they lead."""

    def __init__(self, app: FastAPI) -> None:
        self.client: TestClient = client_of(app)
        self.ledger: Ledger = app.state.hall.ledger
        self.headers: dict[str, str] = {}
        self.page: Element = None
        self.status = 0

    def open(self, path: str) -> Browser:
        return self._read(self.client.get(path, headers=self.headers))

    def press(self, words: str, **filled: str) -> Browser:
        """Press the button or follow the link that says ``words``."""
        for link in self.page.xpath("//a"):
            if text(link).startswith(words):
                return self.open(link.get("href"))
        (button,) = [one for one in self.page.xpath("//button") if text(one).startswith(words)]
        form = self.form_of(button)
        sent = fields(form) | ({button.get("name"): button.get("value")} if button.get("name") else {}) | filled
        for loose in self.page.xpath("//*[@form]"):
            if loose.get("form") == form.get("id") and loose.get("name") and loose.tag == "textarea":
                sent.setdefault(loose.get("name"), loose.text or "")
        answer = self.client.post(form.get("action"), data=sent, headers=self.headers)
        if answer.status_code == 303:
            return self.open(answer.headers["location"])
        return self._read(answer)

    def form_of(self, button: Element) -> Element:
        if button.get("form"):
            return self.page.get_element_by_id(button.get("form"))
        return button.xpath("ancestor::form")[0]

    def _read(self, answer: Any) -> Browser:
        self.status, self.answer = answer.status_code, answer
        self.page = html.fromstring(answer.text)
        return self

    @property
    def heading(self) -> str:
        return text(self.page.get_element_by_id("question"))

    @property
    def done(self) -> str:
        return " ".join(text(one) for one in self.page.xpath("//*[@id='done']//p"))

    @property
    def judgements(self) -> list[Judgement]:
        with self.ledger.view() as view:
            return view.judgements()


def text(element: Element) -> str:
    return " ".join(element.text_content().split())


def fields(form: Element) -> dict[str, str]:
    """What a browser would send of a form as it stands."""
    sent = {one.get("name"): one.get("value") or "" for one in form.xpath(".//input[@type='hidden' or not(@type)]")}
    sent |= {one.get("name"): one.get("value") for one in form.xpath(".//input[@checked]")}
    for choice in form.xpath(".//select"):
        chosen = choice.xpath(".//option[@selected]") or choice.xpath(".//option")
        sent[choice.get("name")] = chosen[0].get("value")
    return {name: value for name, value in sent.items() if name}
