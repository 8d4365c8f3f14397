"""Every test of the ledger runs on SQLite, and on PostgreSQL where TWOSOURCE_TEST_POSTGRES names a server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, NullPool, create_engine, make_url

from twosource.ledger import Ledger

SERVER = os.environ.get("TWOSOURCE_TEST_POSTGRES", "")
Places = Callable[[], str]


@pytest.fixture(scope="package", autouse=True)
def without_waiting_for_the_disk() -> Iterator[None]:
    """No power is cut in these tests. Processes of their own wait for the disk as they do in earnest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("twosource.ledger.sqlite._SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[Engine]:
    if not SERVER:
        pytest.skip("TWOSOURCE_TEST_POSTGRES names no server of PostgreSQL (.ci/postgres starts one)")
    engine = create_engine(
        make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool
    )
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def places(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Gives at each call another place where a ledger may be made: a file, or a schema of the server."""
    if database == "sqlite":
        numbers = count()
        yield lambda: str(tmp_path / f"{next(numbers)}.db")
        return
    engine: Engine = request.getfixturevalue("server")
    with ExitStack() as made:

        def schema() -> str:
            name = f"test_{uuid4().hex}"
            _run(engine, f"CREATE SCHEMA {name}")
            made.callback(_run, engine, f"DROP SCHEMA {name} CASCADE")
            url = make_url(SERVER).update_query_dict({"options": f"-csearch_path={name}"})
            return url.render_as_string(hide_password=False)

        yield schema


def _run(engine: Engine, statement: str) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)


@pytest.fixture
def place(places: Places) -> str:
    return places()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        yield opened
