from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.brief.made import KARL, RUTH, UNION, by
from tests.brief.server import Reply, serving
from tests.brief.whole import a_brief, an_entry
from twosource.brief.records import Brief
from twosource.brief.reword import reword

SAID = "seven people had drowned in the wreck of the ferry Marigold"
FULL = "the ferry Marigold carried too many passengers that night"


@pytest.fixture
def brief() -> Brief:
    first = by(RUTH, SAID, published="2025-03-04")
    denied = by(KARL, FULL, "denied that", polarity="deny", act="denies", published="2025-03-05")
    agreed = by(UNION, f"on Monday {FULL}", published="2025-03-06")
    return a_brief(*(an_entry([one], wording=one.account.quote) for one in (first, denied, agreed)))


def texts(brief: Brief) -> list[str]:
    return [one.text for one in brief.sentences]


def said_that(sentences: list[str]) -> str:
    return json.dumps([one.replace(" said ", " said that ") for one in sentences])


def replaced(old: str, new: str) -> Reply:
    return lambda sentences: json.dumps([one.replace(old, new) for one in sentences])


def test_other_words_are_taken_with_their_citations(brief: Brief) -> None:
    with serving(reply=said_that) as server:
        made = reword(brief, url=server.url, model="small", timeout=5)
    assert texts(made) == [one.replace(" said ", " said that ") for one in texts(brief)]
    assert [one.reworded for one in made.sentences] == [True, False, True]
    assert [one.citations for one in made.sentences] == [one.citations for one in brief.sentences]
    assert made.notes == ("Worded by small; every sentence was checked against the one that it stands for.",)
    assert made.entries == brief.entries


def test_what_is_sent(brief: Brief) -> None:
    with serving() as server:
        reword(brief, url=server.url + "/", model="small", timeout=5, key="k-1")
        reword(brief, url=server.url, model="small", timeout=5)
    assert server.paths == ["/v1/chat/completions"] * 2
    assert server.keys == ["Bearer k-1", None]
    assert server.asked[0]["model"] == "small"
    sent = json.loads(server.asked[0]["messages"][-1]["content"])
    assert sent == [f"{text} [[{number}]]" for number, text in enumerate(texts(brief), 1)]


@pytest.mark.parametrize(
    ("reply", "kept", "why"),
    [
        (replaced("seven", "eight"), 1, "a new number (eight)"),
        (replaced("seven", "14"), 1, "a new number (14)"),
        (replaced("Ruth Hale", "Ida Wren"), 1, "a new name (Ida)"),
        (replaced("Monday", "Friday"), 1, "a new date (on Friday)"),
        (replaced("denied", "said"), 1, "a denial, a refusal or a confirmation more or less"),
        (replaced("said", "never said"), 2, "a negation more or less (in 2)"),
        (replaced("[[2]]", ""), 1, "citations not kept"),
        (replaced("[[2]]", "[[1]]"), 1, "citations not kept"),
        (replaced("[[3]]", "[[3]] [[3]]"), 1, "citations not kept"),
        (replaced("Marigold", "\x1b[2JMarigold"), 3, "not plain text (in 3)"),
        (lambda sentences: json.dumps([re.sub(".*(?=\\[\\[)", "", one) for one in sentences]), 3, "not plain text"),
        (lambda sentences: json.dumps([f"{one} {one.split(' [[')[0]}" for one in sentences]), 3, "numbers left out"),
    ],
)
def test_a_sentence_that_says_anything_else_is_not_taken(brief: Brief, reply: Reply, kept: int, why: str) -> None:
    with serving(reply=reply) as server:
        made = reword(brief, url=server.url, model="small", timeout=5)
    assert texts(made) == texts(brief)
    assert not any(one.reworded for one in made.sentences)
    stay = "stays as it was" if kept == 1 else "stay as they were"
    assert made.notes[0].startswith(f"Worded by small; {kept} of 3 sentences {stay}: ")
    assert why in made.notes[0]


def test_good_sentences_are_taken_beside_bad_ones(brief: Brief) -> None:
    with serving(reply=lambda told: said_that([told[0].replace("seven", "nine"), *told[1:]])) as server:
        made = reword(brief, url=server.url, model="small", timeout=5)
    assert [one.reworded for one in made.sentences] == [False, False, True]
    assert made.notes == ("Worded by small; 1 of 3 sentences stays as it was: a new number (nine).",)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"code": 500, "raw": b"oops"}, "the server answers 500 Internal Server Error"),
        ({"code": 302, "location": "/v1/elsewhere", "raw": b""}, "the server answers 302 Found"),
        ({"raw": b"<html>"}, "its answer is not of the chat protocol"),
        ({"raw": b'{"choices": []}'}, "its answer is not of the chat protocol"),
        ({"raw": b'{"choices": [{"message": {"content": null}}]}'}, "its answer is not of the chat protocol"),
        ({"raw": b"[" * 100_000}, "its answer is not of the chat protocol"),
        ({"raw": b" " * 1_100_000}, "its answer is too long"),
        ({"hangs": True}, "no answer in 0.2 s"),
        ({"reply": lambda _: "Here you are: [["}, "its answer is not JSON"),
        ({"reply": lambda _: '{"a": 1}'}, "its answer is not an array of sentences"),
        ({"reply": lambda _: "[1, 2, 3]"}, "its answer is not an array of sentences"),
        ({"reply": lambda told: json.dumps(told[:2])}, "it answers 2 sentences instead of 3"),
    ],
)
def test_a_server_that_fails_changes_nothing(brief: Brief, how: dict[str, Any], why: str) -> None:
    with serving(**how) as server:
        made = reword(brief, url=server.url, model="small", timeout=0.2 if "hangs" in how else 5)
    assert made.sentences == brief.sentences
    assert made.notes == (f"Not worded by small: {why}.",)


def test_no_server_and_no_address(brief: Brief) -> None:
    with serving() as server:
        gone = server.url
    assert "cannot be reached" in reword(brief, url=gone, model="small", timeout=1).notes[0]
    for url in ("file:///etc/passwd", "nonsense", "", "http://[::1", "http://127.0.0.1:port"):
        assert reword(brief, url=url, model="small", timeout=1).notes[0].startswith("Not worded by small: ")


def test_a_key_that_cannot_be_sent_is_not_told(brief: Brief) -> None:
    with serving() as server:
        made = reword(brief, url=server.url, model="small", timeout=1, key="secret\nX: y")
    assert made.notes == ("Not worded by small: the question cannot be sent (ValueError).",)


def test_an_answer_in_a_fence_is_read(brief: Brief) -> None:
    with serving(reply=lambda told: f"```json\n{said_that(told)}\n```") as server:
        made = reword(brief, url=server.url, model="\x1b[2J", timeout=5)
    assert made.sentences[0].reworded
    assert "\x1b" not in made.notes[0]


def test_nothing_to_word_asks_nobody() -> None:
    with serving() as server:
        empty = a_brief()
        assert reword(empty, url=server.url, model="small", timeout=1) is empty
    assert not server.asked
