"""Whatever the API is asked, it answers as its description says, and never fails.

Schemathesis makes the requests from /openapi.json, valid and invalid ones, and checks the answers against it.
"""

from __future__ import annotations

import os

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web import made
from twosource.web.app import make
from twosource.web.people import Token
from twosource.web.settings import Limits, Settings
from twosource.web.tokens import digest

EXAMPLES = int(os.environ.get("TWOSOURCE_FUZZ_EXAMPLES", "15"))
"""Requests an operation: the nightly run asks for more."""

KEY = "tw-fuzz-0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    path = tmp_path_factory.mktemp("fuzz") / "mill.db"
    made.make(path)
    tokens = (Token(name="Fuzz", role="admin", digest=digest(KEY)),)
    return make(Settings(ledger=str(path), tokens=tokens, limits=Limits(jobs=1000)))


@pytest.fixture(scope="module")
def described(app: FastAPI) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi(
        "/openapi.json", app, headers={"Authorization": f"Bearer {KEY}", "Host": "127.0.0.1"}
    )


def test_no_request_makes_it_fail(described: schemathesis.BaseSchema) -> None:
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
        def ask(case: Case) -> None:
            # What fits the description and makes no sense is refused, which this check does not allow.
            case.call_and_validate(
                headers={"Authorization": f"Bearer {KEY}"}, excluded_checks=[positive_data_acceptance]
            )

        ask()
        asked += 1
    assert asked > 20
