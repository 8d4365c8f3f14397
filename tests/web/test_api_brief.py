"""`/api/brief`: the answer of the command line, in the shape that is described, and as files to keep."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.brief.plainly import chosen
from twosource.brief import html, markdown
from twosource.brief.choice import Choice
from twosource.brief.choose import choose
from twosource.brief.compose import brief
from twosource.brief.near import FromLedger
from twosource.ledger import Ledger
from twosource.model.pairs import PairReader
from twosource.web.api.shapes.brief import Brief
from twosource.web.attached import disposition

QUESTIONS = ("", "How many people were killed?", "What was stored at the pier?", "Was it an attack?", "zzyzx quux")


@pytest.fixture(scope="module")
def reader() -> PairReader:
    return PairReader()


def got(client: TestClient, **query: Any) -> dict[str, Any]:
    answer = client.get("/api/brief", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_is_the_answer_of_the_command_line(
    client: TestClient, port_ledger: Path, reader: PairReader, question: str
) -> None:
    """And its propositions are those that reading and sorting everything gives."""
    found = got(client, q=question)
    Brief.model_validate(found)
    with Ledger.open(port_ledger) as ledger, ledger.view() as view:
        expected = brief(view, question, reader=reader).as_dict()
        every = [one.id for one in chosen(view, question or None, Choice(), reader=reader)]
        found_so = choose(view, question or None, Choice(), finder=FromLedger(reader))
        assert [one.id for one in found_so.propositions] == every
    assert found | {"made_at": ""} == json.loads(json.dumps(expected | {"made_at": ""}))
    told = [one["id"] for one in found["propositions"]]
    assert told == [one for one in every if one in set(told)]


@pytest.mark.parametrize(
    ("narrowed", "name", "fits"),
    [
        ({"outlet": "radio ansel"}, "outlet", "Radio Ansel".__eq__),
        ({"since": "2025-03-06"}, "published", "2025-03-06".__le__),
        ({"until": "2025-03-04"}, "published", "2025-03-05".__gt__),
        ({"source": "interior ministry"}, "chain", lambda chain: "Interior Ministry" in json.dumps(chain)),
    ],
)
def test_it_can_be_narrowed(
    client: TestClient, narrowed: dict[str, str], name: str, fits: Callable[[Any], bool]
) -> None:
    found = got(client, **narrowed)
    articles = {one["id"]: one for one in found["cited"]}
    assert found["propositions"]
    for proposition in found["propositions"]:
        assert any(fits({**articles[one["article"]], **one}[name]) for one in proposition["attributions"])


def test_so_many_propositions_at_most(client: TestClient) -> None:
    assert [len(got(client, most=most)["propositions"]) for most in (1, 3)] == [1, 3]


def test_every_sentence_is_cited_to_words_that_are_there(client: TestClient, port_ledger: Path) -> None:
    found = got(client, q=QUESTIONS[1])
    with Ledger.open(port_ledger) as ledger, ledger.view() as view:
        texts = {one.id: one.text for one in view.articles()}
    cited = [citation for sentence in found["sentences"] for citation in sentence["citations"]]
    assert cited
    assert all(0 <= start < end <= len(texts[one["article"]]) for one in cited for start, end in [one["span"]])


@pytest.mark.parametrize(
    ("form", "media_type"), [("html", "text/html"), ("md", "text/markdown"), ("json", "application/json")]
)
def test_it_comes_as_a_file(
    client: TestClient, port_ledger: Path, reader: PairReader, form: str, media_type: str
) -> None:
    question = QUESTIONS[1]
    answer = client.get("/api/brief", params={"q": question, "format": form})
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["content-disposition"] == (f'attachment; filename="brief-how-many-people-were-killed.{form}"')
    with Ledger.open(port_ledger) as ledger, ledger.view() as view:
        made = brief(view, question, reader=reader)
    expected = {"html": html.page(made), "md": "".join(markdown.pieces(made)), "json": json.dumps(made.as_dict())}
    assert timeless(answer.text, form) == timeless(expected[form], form)


def timeless(text: str, form: str) -> Any:
    if form == "json":
        return json.loads(text) | {"made_at": ""}
    return re.sub(r"\d{1,2} \w+ \d{4}, \d\d:\d\d \+00:00", "now", text)


@pytest.mark.parametrize("query", ["?q=attack", "?q=attack&format=html"])
def test_what_is_known_is_not_sent_again(client: TestClient, query: str) -> None:
    tag = client.get(f"/api/brief{query}").headers["etag"]
    assert client.get(f"/api/brief{query}", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "query",
    ["?most=0", "?most=51", "?since=yesterday", "?format=pdf", "?colour=red", f"?q={'x' * 401}", "?most=many"],
)
def test_what_cannot_be_asked(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/brief{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize(
    "question", ['NEAR("', "AND OR NOT *", "\u202ekcatta", "\x00", "'; DROP TABLE articles; --", "🔥" * 200]
)
def test_no_question_does_harm(client: TestClient, question: str) -> None:
    answer = client.get("/api/brief", params={"q": question})
    assert answer.status_code == 200
    assert client.get("/api/brief", params={"q": question, "format": "html"}).status_code == 200


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (None, 'attachment; filename="brief.md"'),
        ("Was it an attack?", 'attachment; filename="brief-was-it-an-attack.md"'),
        ("../../etc/passwd", 'attachment; filename="brief-etc-passwd.md"'),
        ('a"; filename="b.exe', 'attachment; filename="brief-a-filename-b-exe.md"'),
        ("a\r\nSet-Cookie: b", 'attachment; filename="brief-a-set-cookie-b.md"'),
        ("…!?", 'attachment; filename="brief.md"'),
        ("Café Ötz", "attachment; filename=\"brief-cafe-otz.md\"; filename*=UTF-8''brief-caf%C3%A9-%C3%B6tz.md"),
        ("Что?", "attachment; filename=\"brief.md\"; filename*=UTF-8''brief-%D1%87%D1%82%D0%BE.md"),
        ("half \ud83d", 'attachment; filename="brief-half.md"'),
        ("word " * 40, 'attachment; filename="brief-word-word-word-word-word-word-word-word-word-word-word.md"'),
    ],
)
def test_the_name_of_a_file_is_one_that_every_system_takes(words: str | None, expected: str) -> None:
    assert disposition("brief", words, "md") == expected
    assert expected.isascii()
