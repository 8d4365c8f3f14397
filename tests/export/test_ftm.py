"""The entities are those of the ledger, and followthemoney takes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.export.test_tables import HOSTILE
from tests.upkeep.made import STORY, fill
from twosource.export.ftm import PREFIX, lines
from twosource.ledger import Ledger, View


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with Ledger.open(tmp_path_factory.mktemp("ftm") / "a.db") as ledger:
        fill(ledger, [*STORY, HOSTILE])
        with ledger.view() as opened:
            yield opened


@pytest.fixture(scope="module")
def entities(view: View) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(view)]


def of(entities: list[dict[str, Any]], *schemata: str) -> dict[str, dict[str, list[str]]]:
    return {one["id"]: one["properties"] for one in entities if one["schema"] in schemata}


def test_there_is_an_entity_for_every_article_and_named_source(view: View, entities: list[dict[str, Any]]) -> None:
    assert set(of(entities, "Article")) == {PREFIX + article.id for article in view.articles()}
    sources = of(entities, "Person", "PublicBody", "Organization")
    assert {key: found["name"] for key, found in sources.items()} == {
        PREFIX + source.id: [source.name] for source in view.sources() if source.name
    }


def test_notes_hold_what_named_sources_said(view: View, entities: list[dict[str, Any]]) -> None:
    known = {one["id"] for one in entities}
    notes = of(entities, "Note")
    accounts = view.accounts(key.removeprefix(PREFIX) for key in notes)
    assert len(accounts) == len(notes) > 0
    for key, found in notes.items():
        account = accounts[key.removeprefix(PREFIX)]
        assert found["description"] == [" ".join(account.quote.split())]
        assert found["proof"] == [PREFIX + account.article.id]
        assert {*found["entity"], *found["proof"]} <= known


PROPERTIES = {
    "Person": {"name", "alias", "position", "notes"},
    "PublicBody": {"name", "alias", "notes"},
    "Organization": {"name", "alias", "notes"},
    "Note": {"entity", "proof", "description", "summary", "publisher", "sourceUrl"},
    "Article": {
        "title",
        "author",
        "publisher",
        "publishedAt",
        "modifiedAt",
        "sourceUrl",
        "language",
        "mimeType",
        "bodyText",
    },
}
"""Of followthemoney 4.11: what its schemata have, as far as it is used."""


def test_only_properties_that_the_schemata_have_are_used(entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert all(values and all(values) for values in entity["properties"].values())


def test_followthemoney_takes_every_value(entities: list[dict[str, Any]]) -> None:
    ftm = pytest.importorskip(
        "followthemoney", reason="followthemoney needs a compiler to be installed: PyICU has no wheel"
    )
    assert all(names <= set(ftm.model.get(schema).properties) for schema, names in PROPERTIES.items())
    for entity in entities:
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        assert ftm.model.get(entity["schema"]).validate(entity) is None
        for name, values in entity["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), (entity["schema"], name, values)
