from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from fastapi import FastAPI

from twosource.web.guard.patience import Patience

Message = dict[str, Any]


async def answer(
    app: Callable[..., Awaitable[None]], receive: Callable[[], Awaitable[Message]], *, seconds: float = 0.05
) -> list[Message]:
    """What is sent to a request whose body comes by ``receive``."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/x",
        "query_string": b"",
        "headers": [],
        "app": FastAPI(),
        "state": {},
    }
    await Patience(app, seconds=seconds)(scope, receive, send)
    return sent


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


async def whole() -> Message:
    return {"type": "http.request", "body": b"{}", "more_body": False}


def trickle() -> Callable[[], Awaitable[Message]]:
    """A body that never ends."""

    async def pieces() -> AsyncIterator[Message]:
        while True:
            await asyncio.sleep(0)
            yield {"type": "http.request", "body": b" ", "more_body": True}

    begun = pieces()
    return begun.__anext__


def statuses(sent: list[Message]) -> list[int]:
    return [message["status"] for message in sent if message["type"] == "http.response.start"]


async def reading(_: Message, receive: Any, send: Any) -> None:
    """An application that reads all of the body before it answers, as a form does."""
    while (message := await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200 if message["type"] == "http.request" else 400})
    await send({"type": "http.response.body", "body": b"done"})


@pytest.mark.parametrize("receive", [never, trickle()], ids=["silent", "endless"])
def test_what_does_not_arrive_in_time(receive: Callable[[], Awaitable[Message]]) -> None:
    sent = asyncio.run(answer(reading, receive))
    assert statuses(sent) == [408]
    assert b"done" not in [message.get("body") for message in sent]


def test_what_arrives_in_time() -> None:
    sent = asyncio.run(answer(reading, whole, seconds=30))
    assert statuses(sent) == [200]
    assert sent[-1]["body"] == b"done"


def test_what_is_not_answered_in_time_goes_on_unheard(caplog: pytest.LogCaptureFixture) -> None:
    ended = threading.Event()

    async def late(_: Message, receive: Any, send: Any) -> None:
        await receive()
        while not told:
            await asyncio.sleep(0)
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b"late"})
        ended.set()

    told: list[Message] = []

    async def both() -> list[Message]:
        sent = await answer(late, whole)
        told.extend(sent)
        while not ended.is_set():
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        return sent

    sent = asyncio.run(both())
    assert statuses(sent) == [503]
    assert (b"retry-after", b"30") in sent[0]["headers"]
    assert b"late" not in [message.get("body") for message in sent]
    assert "'/api/x' was late" in caplog.text


def test_an_answer_that_has_begun_may_take_its_time() -> None:
    async def slow(_: Message, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200})
        until = asyncio.get_running_loop().time() + 0.04
        while asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0)
        await send({"type": "http.response.body", "body": b"at last"})

    sent = asyncio.run(answer(slow, whole, seconds=0.02))
    assert statuses(sent) == [200]
    assert sent[-1]["body"] == b"at last"


def test_an_exception_passes() -> None:
    async def broken(*_: Any) -> None:
        raise KeyError("broken")

    with pytest.raises(KeyError, match="broken"):
        asyncio.run(answer(broken, whole, seconds=30))


def test_who_goes_away_is_followed_by_nobody() -> None:
    async def gone() -> Message:
        return {"type": "http.disconnect"}

    assert statuses(asyncio.run(answer(reading, gone, seconds=30))) == [400]
