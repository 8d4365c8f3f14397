"""The entities are those of the ledger, and followthemoney takes them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.support import page
from tests.upkeep.made import Piece, fill
from twosource.export.ftm import PREFIX, lines
from twosource.ledger import Ledger, View
from twosource.records import Article, Attribution


@pytest.fixture(scope="module")
def entities(view: View) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(view)]


def of(entities: list[dict[str, Any]], *schemata: str) -> dict[str, dict[str, list[str]]]:
    return {one["id"]: one["properties"] for one in entities if one["schema"] in schemata}


def test_there_is_an_entity_for_every_article_and_named_source(view: View, entities: list[dict[str, Any]]) -> None:
    assert set(of(entities, "Article")) == {PREFIX + article.id for article in view.articles()}
    sources = of(entities, "Person", "PublicBody", "Organization", "LegalEntity")
    clients = {one for found in of(entities, "Representation").values() for one in found["client"]}
    assert {key: found["name"] for key, found in sources.items() if key not in clients} == {
        PREFIX + source.id: [source.name] for source in view.sources() if source.name
    }


def test_notes_hold_what_named_sources_said(view: View, entities: list[dict[str, Any]]) -> None:
    known = {one["id"] for one in entities}
    notes = of(entities, "Note")
    accounts = view.accounts(key.removeprefix(PREFIX) for key in notes)
    assert len(accounts) == len(notes) > 0
    for key, found in notes.items():
        account = accounts[key.removeprefix(PREFIX)]
        begins = {"affirm": "", "deny": "Denies: ", "withhold": "Will not say: "}[account.attribution.polarity]
        assert found["description"] == [begins + " ".join(account.quote.split())]
        assert found["proof"] == [PREFIX + account.article.id]
        assert {*found["entity"], *found["proof"]} <= known


def test_whom_a_source_speaks_for_is_an_entity_of_its_own(
    tmp_path: Path, article: Article, attributions: tuple[Attribution, ...]
) -> None:
    speaker = replace(attributions[1].chain[0], affiliation="Mill Board")
    said = replace(attributions[1], chain=(speaker,))
    with Ledger.open(tmp_path / "b.db") as ledger:
        fill(ledger, [Piece(article, (said,))])
        with ledger.view() as view:
            found = [json.loads(line) for line in lines(view)]
    (representation,) = of(found, "Representation").values()
    (client,) = representation["client"]
    assert of(found, "Organization") == {client: {"name": ["Mill Board"]}}
    assert representation["agent"] == list(of(found, "Person"))
    assert representation["role"] == ["mayor"]


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2025-03-05T08:00:00+02:00", ["2025-03-05T06:00:00"]),
        ("2025-03-05", ["2025-03-05"]),
        ("2025-03-05T08:00:00", ["2025-03-05T08:00:00"]),
        ("soon", None),
    ],
)
def test_times_are_in_utc(tmp_path: Path, published: str, kept: list[str] | None) -> None:
    strange = page("A\ud800\x00B said it.\n\nIt was so.", outlet=None, url="javascript:alert(1)", published=published)
    with Ledger.open(tmp_path / "b.db") as ledger:
        with ledger.write() as writer:
            writer.add(strange, ())
        with ledger.view() as view:
            (entity,) = [json.loads(line) for line in lines(view)]
    assert entity["properties"].get("publishedAt") == kept
    assert entity["properties"]["bodyText"] == ["A��B said it.\n\nIt was so."]
    assert "sourceUrl" not in entity["properties"]


PROPERTIES = {
    "Person": {"name", "alias", "position"},
    "PublicBody": {"name", "alias"},
    "Organization": {"name", "alias"},
    "LegalEntity": {"name", "alias"},
    "Representation": {"agent", "client", "role"},
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
