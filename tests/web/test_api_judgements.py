"""``/api/judgements``: judging over HTTP, where whoever has not looked is asked to look again."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attribute.told import article, attributions
from tests.room import judging_made as made
from tests.room.judging_made import OSTROW_SAID, OWNER_DENIED, SANK, TOLL_SAID, UNION_SAID
from tests.upkeep.made import TOLL_CORRECTED
from tests.web.review_made import Api, app_over
from twosource.across import Subject, Verdict
from twosource.ledger import Ledger
from twosource.web.api.shapes.judgements import Entries, Entry, Judged


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.make(tmp_path_factory.mktemp("api") / "story.db")


@pytest.fixture
def app(story: Path, tmp_path: Path) -> Iterator[FastAPI]:
    app = app_over(str(shutil.copy(story, tmp_path / "own.db")))
    yield app
    app.state.hall.close()


@pytest.fixture
def ada(app: FastAPI) -> Api:
    return Api(app)


def kept(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    Judged.model_validate(found)
    return found


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    assert found["status"] == status
    return found


def test_a_verdict_is_kept_and_told_where_it_is(ada: Api) -> None:
    answer = ada.judge("same", "proposition", UNION_SAID, OWNER_DENIED, note="both of the load")
    found = kept(answer)
    given = found["judgement"]
    assert (given["by"], given["verdict"], given["note"]) == ("ada", "same", "both of the load")
    assert found["effect"]["text"].startswith("status: denied → contested")
    assert answer.headers["location"] == f"/api/judgements/{given['id']}"
    assert answer.headers["etag"] == ada.item("proposition", UNION_SAID, OWNER_DENIED).headers["etag"]
    one = ada.get(answer.headers["location"])
    Entry.model_validate(one.json())
    assert {**one.json(), **given} == one.json()
    assert one.json()["standing"] == "holds"


def test_without_if_match_nobody_knows_what_was_seen(ada: Api) -> None:
    body = {"verdict": "right", "about": "attribution", "left": TOLL_SAID}
    for headers in ({}, {"If-Match": "*"}, {"If-Match": 'W/"a"'}, {"If-Match": '"a", "b"'}, {"If-Match": "a"}):
        found = problem(ada.client.post("/api/judgements", json=body, headers=headers), 428)
        assert "If-Match" in found["detail"]
    assert ada.get("/api/judgements").json()["items"] == []


def test_who_comes_late_is_told_what_was_said_and_may_keep_theirs_too(app: FastAPI, ada: Api) -> None:
    ben = Api(app, "ben")
    seen = ada.item("attribution", TOLL_SAID).headers["etag"]
    first = kept(ada.judge("right", "attribution", TOLL_SAID, etag=seen))["judgement"]
    late = ben.judge("wrong", "attribution", TOLL_SAID, etag=seen)
    found = problem(late, 409)
    assert [one["id"] for one in found["meanwhile"]] == [first["id"]]
    assert found["etag"] == late.headers["etag"] == ben.item("attribution", TOLL_SAID).headers["etag"]
    assert len(ben.get("/api/judgements").json()["items"]) == 1
    second = kept(ben.judge("wrong", "attribution", TOLL_SAID, etag=found["etag"]))["judgement"]
    listed = ben.get("/api/judgements").json()
    Entries.model_validate(listed)
    assert [(one["id"], one["standing"]) for one in listed["items"]] == [
        (second["id"], "holds"),
        (first["id"], "outranked"),
    ]


def test_the_same_request_twice_is_one_judgement(ada: Api) -> None:
    seen = ada.item("attribution", TOLL_SAID).headers["etag"]
    first = kept(ada.judge("right", "attribution", TOLL_SAID, etag=seen))
    again = ada.judge("right", "attribution", TOLL_SAID, etag=seen)
    assert again.status_code == 200
    assert again.json()["known"] is True
    assert again.json()["judgement"] == first["judgement"]


@pytest.mark.parametrize(
    "body",
    [
        {"verdict": "same", "about": "attribution", "left": TOLL_SAID},
        {"verdict": "right", "about": "attribution", "left": "0" * 16},
        {"verdict": "grade", "about": "attribution", "left": TOLL_SAID, "reliability": "A"},
        {"verdict": "corrected", "about": "attribution", "left": TOLL_SAID},
        {
            "verdict": "corrected",
            "about": "attribution",
            "left": TOLL_SAID,
            "changes": {"content": [[10**9, 10**9 + 1]]},
        },
    ],
)
def test_nonsense_is_refused_with_reasons(ada: Api, body: dict[str, Any]) -> None:
    found = problem(ada.client.post("/api/judgements", json=body, headers={"If-Match": '"seen"'}), 422)
    assert found["reasons"]
    assert all(isinstance(one, str) and one for one in found["reasons"])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"verdict": "perhaps", "about": "attribution", "left": TOLL_SAID},
        {"verdict": "right", "about": "attribution", "left": TOLL_SAID, "by": "somebody else"},
        {"verdict": "grade", "about": "attribution", "left": TOLL_SAID, "credibility": 7},
        {"verdict": "right", "about": "attribution", "left": "x" * 41},
        {"verdict": "corrected", "about": "attribution", "left": TOLL_SAID, "changes": {"manner": "direct"}},
    ],
)
def test_another_shape_is_refused(ada: Api, body: dict[str, Any]) -> None:
    assert problem(ada.client.post("/api/judgements", json=body, headers={"If-Match": '"seen"'}), 422)["errors"]


def test_a_correction_by_its_changed_fields(ada: Api) -> None:
    content = [list(TOLL_CORRECTED.attributions[0].content[0])]
    content[0][1] -= len(" off Orrin")
    chain = [{"name": "Lea Moen", "role": "pilot"}]
    changes = {"content": content, "chain": chain, "polarity": "deny", "certainty": "possible"}
    found = kept(ada.judge("corrected", "attribution", TOLL_SAID, changes=changes))
    new = ada.get(f"/api/attributions/{found['judgement']['right']['record']}").json()
    assert (new["content"], new["polarity"], new["certainty"]) == (content, "deny", "possible")
    assert (new["chain"][0]["name"], new["chain"][0]["role"], new["amends"]) == ("Lea Moen", "pilot", TOLL_SAID)
    assert ada.withdraw(found["judgement"]["id"]).status_code == 201
    assert ada.get(f"/api/attributions/{TOLL_SAID}").json()["rejected"] is None


def test_a_corrected_cue_is_read_anew(ada: Api) -> None:
    whole = ada.get(f"/api/attributions/{OWNER_DENIED}").json()
    text = ada.get(f"/api/articles/{whole['article']}").json()["text"]
    assert (whole["polarity"], [text[slice(*span)] for span in whole["cue"]]) == ("deny", ["denied"])
    found = kept(ada.judge("corrected", "attribution", OWNER_DENIED, changes={"cue": []}))
    new = ada.get(f"/api/attributions/{found['judgement']['right']['record']}").json()
    assert (new["cue"], new["polarity"], new["amends"]) == ([], "affirm", OWNER_DENIED)
    within = {"cue": [whole["content"][0]]}
    assert problem(ada.judge("corrected", "attribution", OWNER_DENIED, changes=within), 422)["reasons"]


def test_one_takes_back_ones_own_and_an_admin_anybodys(app: FastAPI, ada: Api) -> None:
    given = kept(ada.judge("wrong", "attribution", TOLL_SAID))["judgement"]
    later = kept(Api(app, "ben").judge("right", "attribution", TOLL_SAID))["judgement"]
    assert "somebody else" in problem(Api(app, "ben").withdraw(given["id"]), 403)["detail"]
    back = kept(Api(app, "dora").withdraw(given["id"]))
    assert (back["judgement"]["verdict"], back["judgement"]["left"]["record"]) == ("withdrawn", given["id"])
    assert [one["id"] for one in back["leaning"]] == [later["id"]]
    again = ada.withdraw(given["id"])
    assert (again.status_code, again.json()["known"]) == (200, True)
    problem(ada.withdraw("0" * 16), 404)
    assert ada.get(f"/api/judgements/{given['id']}").json()["withdrawn_by"] == "dora"
    problem(ada.get(f"/api/judgements/{back['judgement']['id']}"), 404)


@pytest.mark.parametrize("method", ["judge", "withdraw"])
def test_a_reader_judges_nothing(app: FastAPI, ada: Api, method: str) -> None:
    given = kept(ada.judge("right", "attribution", TOLL_SAID))["judgement"]
    cem = Api(app, "cem")
    answer = cem.withdraw(given["id"]) if method == "withdraw" else cem.judge("wrong", "attribution", TOLL_SAID)
    problem(answer, 403)
    assert [one["id"] for one in cem.get("/api/judgements").json()["items"]] == [given["id"]]


def test_listed_narrowed_and_piece_by_piece(app: FastAPI, ada: Api) -> None:
    ben = Api(app, "ben")
    for one in (TOLL_SAID, SANK, OSTROW_SAID):
        kept(ada.judge("right", "attribution", one))
        kept(ben.judge("unsure", "proposition", one, UNION_SAID))
    kept(ben.judge("wrong", "attribution", SANK))

    def asked(**query: Any) -> list[str]:
        found, cursor = [], None
        while True:
            answer = ada.get("/api/judgements", limit=2, **query, **({"cursor": cursor} if cursor else {}))
            assert answer.status_code == 200, answer.text
            Entries.model_validate(answer.json())
            found += [one["id"] for one in answer.json()["items"]]
            cursor = answer.json()["next"]
            assert ('rel="next"' in answer.headers.get("link", "")) is (cursor is not None)
            if cursor is None:
                return found

    whole = asked()
    assert len(whole) == len(set(whole)) == 7
    assert len(asked(by="ada")) == 3
    assert len(asked(about="proposition")) == 3
    assert len(asked(record=SANK)) == 3
    assert len(asked(verdict="wrong")) == 1
    ada.withdraw(asked(by="ada")[0])
    assert len(asked(in_force=True)) == 6
    problem(ada.get("/api/judgements", cursor="WzEuNSwiYSJd"), 422)
    problem(ada.get("/api/judgements", nonsense="1"), 422)


def test_the_answer_is_kept_until_something_is_judged(ada: Api) -> None:
    etag = ada.get("/api/judgements").headers["etag"]
    assert ada.client.get("/api/judgements", headers={"If-None-Match": etag}).status_code == 304
    nonsense = {"verdict": "right", "about": "attribution", "left": "0" * 16}
    problem(ada.client.post("/api/judgements", json=nonsense, headers={"If-Match": '"seen"'}), 422)
    late = {"verdict": "right", "about": "attribution", "left": TOLL_SAID}
    problem(ada.client.post("/api/judgements", json=late, headers={"If-Match": '"seen"'}), 409)
    problem(ada.client.post("/api/judgements/nothing/withdraw"), 404)
    assert ada.client.get("/api/judgements", headers={"If-None-Match": etag}).status_code == 304
    kept(ada.judge("right", "attribution", TOLL_SAID))
    assert ada.client.get("/api/judgements", headers={"If-None-Match": etag}).status_code == 200


def test_many_at_once_lose_nothing(app: FastAPI) -> None:
    """Six people judge three things again and again: every 201 is there at the end, every refusal is a 409."""
    subjects = [("attribution", TOLL_SAID, None), ("attribution", SANK, None), ("proposition", UNION_SAID, SANK)]
    verdicts = {"attribution": ("right", "wrong"), "proposition": ("same", "not-same")}
    answers: list[Any] = []
    start = threading.Barrier(6)

    def person(number: int) -> None:
        api = Api(app, "ada" if number % 2 else "ben")
        start.wait()
        for turn in range(4):
            about, left, right = subjects[(number + turn) % 3]
            verdict = verdicts[about][turn % 2]
            answers.append(api.judge(verdict, about, left, right, note=f"{number} {turn}"))

    people = [threading.Thread(target=person, args=(number,)) for number in range(6)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(answers) == 24
    assert {one.status_code for one in answers} <= {201, 409}
    accepted = {one.json()["judgement"]["id"] for one in answers if one.status_code == 201}
    with app.state.hall.ledger.view() as view:
        assert accepted == {one.id for one in view.judgements()}
    assert accepted


def test_what_articles_hold_is_answered_whatever_it_is(tmp_path: Path) -> None:
    """Half of a surrogate pair has no bytes in UTF-8."""
    text = "Mill\n\nThe mill \ud83d burned, Feld said."
    whole, found = article(text), attributions(text, ("Feld", "said", "The mill \ud83d burned"))
    path = tmp_path / "odd.db"
    with Ledger.open(path) as ledger, ledger.write() as writer:
        writer.add(whole, found)
    app = app_over(str(path))
    ada = Api(app)
    answer = ada.item("attribution", found[0].id)
    assert answer.status_code == 200
    assert kept(ada.judge("right", "attribution", found[0].id, note="as printed"))
    app.state.hall.close()


IDS = (TOLL_SAID, SANK, OSTROW_SAID, UNION_SAID, OWNER_DENIED, f"{SANK}/0", f"{TOLL_SAID}/9", "0" * 16)
spans = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)).map(list), min_size=1, max_size=3)
changes = st.fixed_dictionaries(
    {},
    optional={
        "content": spans,
        "source": spans,
        "polarity": st.sampled_from(("affirm", "deny", "withhold")),
        "chain": st.lists(st.fixed_dictionaries({"name": st.text(max_size=5)}, optional={"span": spans.map(min)})),
    },
)
bodies = st.fixed_dictionaries(
    {
        "about": st.sampled_from(get_args(Subject)),
        "verdict": st.sampled_from(get_args(Verdict)),
        "left": st.sampled_from(IDS),
    },
    optional={
        "right": st.sampled_from(IDS),
        "note": st.text(max_size=10),
        "reliability": st.sampled_from("ABCDEF"),
        "credibility": st.integers(1, 6),
        "changes": changes,
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies)
def test_whatever_is_sent_is_kept_or_refused_with_a_reason(ada: Api, body: dict[str, Any]) -> None:
    seen = ada.item(body["about"], body["left"], body.get("right")).headers.get("etag", '"0000000000000000"')
    answer = ada.client.post("/api/judgements", json=body, headers={"If-Match": seen})
    assert answer.status_code in (200, 201, 409, 422), answer.text
    if answer.status_code < 300:
        Judged.model_validate(answer.json())
    elif answer.status_code == 422:
        assert answer.json().get("reasons") or answer.json().get("errors")
