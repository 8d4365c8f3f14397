"""A ledger of a made-up story and one hostile article, for exports that read all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.upkeep.made import STORY, fill, piece
from twosource.ledger import Ledger, View

HOSTILE = piece(
    "=Title\n\nRuth Hale said the ferry Marigold sank\u2028off Orrin.",
    ("Ruth Hale", "said", "the ferry Marigold sank\u2028off Orrin"),
    outlet="=cmd()",
    url="https://evil.example/1",
    published=None,
)


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with Ledger.open(tmp_path_factory.mktemp("export") / "a.db") as ledger:
        fill(ledger, [*STORY, HOSTILE])
        with ledger.view() as opened:
            yield opened
