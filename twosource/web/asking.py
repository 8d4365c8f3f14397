"""What a server keeps for those who ask it, and how a question comes to it in an address."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, FastAPI
from starlette.datastructures import State
from starlette.requests import Request

from twosource.brief.choice import MOST, Choice
from twosource.errors import TwosourceError
from twosource.room.asking import Asking, asked_for

LONGEST = 400
"""Characters of a question, and of a name that narrows it."""

MOST_UNASKED = 5
"""Propositions that a page shows to those who asked nothing yet."""

MOST_OF_ALL = 50
"""Propositions of a brief at most: a page of them is five megabytes."""

_making = threading.Lock()


def asking(request: Request) -> Asking:
    """What answers questions, made with the first of them."""
    return _asking_of(request.app.state)


def ahead(app: FastAPI) -> threading.Thread:
    """Load, beside whatever else happens, what the first question would wait for: the network and the statements by
    meaning. Of 216,000 statements that is two seconds of a core, and what it reads of the disk."""

    def load() -> None:
        # A ledger that cannot be read says so to whoever asks.
        with contextlib.suppress(TwosourceError), app.state.hall.ledger.view() as view:
            _asking_of(app.state).index.refresh(view)
            app.state.hall.pair_reader()

    loading = threading.Thread(target=load, name="twosource-ahead", daemon=True)
    loading.start()
    return loading


def _asking_of(state: State) -> Asking:
    with _making:
        if getattr(state, "asking", None) is None:
            state.asking = Asking(state.hall.pair_reader)
        made: Asking = state.asking
        return made


TheAsking = Annotated[Asking, Depends(asking)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what narrows it, as an address has them; ``refused`` are the parts that say nothing of use."""

    question: str | None
    choice: Choice
    refused: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """For an address that asks the same."""
        choice = self.choice
        given = {
            "q": self.question,
            "source": choice.source,
            "outlet": choice.outlet,
            "since": choice.since,
            "until": choice.until,
            "most": choice.most if choice.most != MOST else None,
        }
        return {name: value for name, value in given.items() if value}

    def without(self, name: str) -> dict[str, Any]:
        """:attr:`fields` but one."""
        return {other: value for other, value in self.fields.items() if other != name}


def asked(params: Mapping[str, str]) -> Asked:
    """What the form of a page sends: an empty field narrows nothing, and what cannot be read is told and left out."""
    refused: list[str] = []

    def words(name: str) -> str | None:
        return asked_for(params.get(name, "")[:LONGEST])

    def day(name: str) -> str | None:
        given = params.get(name, "").strip()
        try:
            return date.fromisoformat(given).isoformat() if given else None
        except ValueError:
            refused.append(f"{name} “{given[:40]}” is no day (2025-03-04)")
            return None

    def number(usual: int) -> int:
        given = params.get("most", "").strip()
        if given.isascii() and given.isdigit() and 1 <= int(given[:4]) <= MOST_OF_ALL:
            return int(given[:4])
        if given:
            refused.append(f"most “{given[:40]}” is no number from 1 to {MOST_OF_ALL}")
        return usual

    question = words("q")
    choice = Choice(source=words("source"), outlet=words("outlet"), since=day("since"), until=day("until"))
    most = number(MOST if question or choice.narrows else MOST_UNASKED)
    return Asked(question, replace(choice, most=most), tuple(refused))
