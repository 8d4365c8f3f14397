"""What a server loads before anybody asks."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.conftest import client_of
from twosource.ledger import Ledger
from twosource.ledger.meaning import vectors_after
from twosource.web.app import make
from twosource.web.asking import ahead
from twosource.web.settings import Settings


def test_the_first_question_finds_everything_loaded(client: TestClient) -> None:
    app = client.app
    ahead(app).join()  # type: ignore[arg-type]
    state = app.state  # type: ignore[attr-defined]
    ledger: Ledger = state.hall.ledger
    with ledger.view() as view:
        there = [row.id for batch in vectors_after(view, 0) for row in batch]
        parts, _ = state.asking.index.refresh(view)
    assert [id_ for part in parts for id_ in part.ids] == there
    assert state.asking.index.size > 384 * len(there) > 0
    assert client.get("/brief?q=How+many+were+killed").status_code == 200


def test_a_ledger_that_cannot_be_read_is_told_to_whoever_asks(tmp_path: Path) -> None:
    path = tmp_path / "gone.db"
    with client_of(make(Settings(ledger=str(path)))) as client:
        client.app.state.hall.ledger.close()  # type: ignore[attr-defined]
        for one in tmp_path.iterdir():
            one.unlink()
        tmp_path.rmdir()
        loading = ahead(client.app)  # type: ignore[arg-type]
        loading.join()
        assert not loading.is_alive()
        assert client.get("/brief").status_code == 503
