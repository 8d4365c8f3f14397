from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web import made
from tests.web.adds import TOKENS, bearer, serving
from twosource.across import Anchor, Judgement
from twosource.ledger import Ledger


def test_one_attribution_with_what_is_beside_it(made_client: TestClient) -> None:
    answer = made_client.get(f"/api/attributions/{made.OTT.id}")
    assert answer.json() == {
        **made.OTT.as_dict(),
        "article": made.COURIER.id,
        "quote": "that the doors of the mill were locked",
        "proposition": made.DOORS.id,
        "sources": [made.SOURCES[3].id],
        "judgements": [],
        "rejected": None,
        "instead": None,
    }


def test_it_has_a_tag_that_changes_with_a_judgement(made_client: TestClient, hand_made: Path) -> None:
    url = f"/api/attributions/{made.OTT.id}"
    tag = made_client.get(url).headers["etag"]
    assert made_client.get(url, headers={"If-None-Match": tag}).status_code == 304
    span = made.OTT.content[0]
    wrong = Judgement(
        verdict="wrong",
        about="attribution",
        left=Anchor(record=made.OTT.id, article=made.COURIER.id, span=span),
        by="Jo Lind",
        made_at="2025-03-07T10:00:00Z",
    )
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.judge(wrong)
    again = made_client.get(url, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.json()["judgements"] == [wrong.as_dict()]
    assert (again.json()["rejected"], again.json()["instead"]) == ("wrong", None)


@pytest.mark.parametrize("id_", ["0000000000000000", made.POST.id, "%00", "%ED%A0%80"])
def test_there_is_nothing_at_an_unknown_id(made_client: TestClient, id_: str) -> None:
    answer = made_client.get(f"/api/attributions/{id_}")
    assert (answer.status_code, answer.json()["title"]) == (404, "There is no such attribution")


def test_it_takes_the_role_to_read(hand_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(hand_made, monkeypatch, tokens=TOKENS):
        url = f"/api/attributions/{made.OTT.id}"
        assert client.get(url).status_code == 401
        assert client.get(url, headers=bearer("read")).status_code == 200
