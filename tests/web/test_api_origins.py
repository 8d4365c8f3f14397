"""`/api/origins`."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web import made
from twosource.across import Proposition
from twosource.web.api.shapes.origins import Origins


@pytest.mark.parametrize("one", made.PROPOSITIONS, ids=lambda one: one.wording)
def test_all_origins_of_a_proposition(made_client: TestClient, one: Proposition) -> None:
    answer = made_client.get(f"/api/origins?proposition={one.id}")
    found = answer.json()
    Origins.model_validate(found)
    assert found["items"] == [origin.as_dict() for origin in made.ORIGINS if origin.proposition == one.id]
    assert (found["independent"]["low"], found["independent"]["high"]) == one.independent
    again = made_client.get(f"/api/origins?proposition={one.id}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(("query", "status"), [("", 422), ("?proposition=nothing", 404)])
def test_what_cannot_be_asked_is_a_problem(made_client: TestClient, query: str, status: int) -> None:
    answer = made_client.get(f"/api/origins{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
