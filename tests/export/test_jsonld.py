"""The linked data reads back elsewhere, and says what the ledger says."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.support import page
from tests.upkeep.made import TOLL, TOLL_CORRECTED, Piece, fill
from twosource.export.jsonld import AROUND, BASE, TERMS, pieces
from twosource.ledger import Ledger, View
from twosource.records import Article, Attribution, Mention

rdflib = pytest.importorskip("rdflib", reason="rdflib is the oracle")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
TS = rdflib.Namespace(TERMS)


@pytest.fixture(scope="module")
def graph(view: View) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib warns of itself
        return rdflib.Graph().parse(data="".join(pieces(view)), format="json-ld")


def ref(kind: str, key: str) -> Any:
    return rdflib.URIRef(f"{BASE}{kind}/{key}")


def test_it_is_json_with_its_context_inside(view: View) -> None:
    document = json.loads("".join(pieces(view)))
    assert isinstance(document["@context"], dict)
    assert len({node["@id"] for node in document["@graph"]}) == len(document["@graph"])


def test_every_quotation_stands_where_its_position_says(view: View, graph: Any) -> None:
    texts = {ref("article", article.id): article.text for article in view.articles()}
    seen = 0
    for target in set(graph.objects(None, OA.hasTarget)):
        text = texts[graph.value(target, OA.hasSource)]
        found = {}
        for selector in graph.objects(target, OA.hasSelector):
            found |= {name: graph.value(selector, OA[name]) for name in ("start", "end", "exact", "prefix", "suffix")
                      if graph.value(selector, OA[name]) is not None}  # fmt: skip
        start, end = int(found["start"]), int(found["end"])
        assert str(found["exact"]) == text[start:end]
        assert str(found["prefix"]) == text[max(0, start - AROUND) : start]
        assert str(found["suffix"]) == text[end : end + AROUND]
        seen += 1
    assert seen >= view.counts()["attributions"]


def test_statements_sources_and_origins_are_tied_as_in_the_ledger(view: View, graph: Any) -> None:
    counts = view.counts()
    quoted = list(graph.subject_objects(PROV.wasQuotedFrom))
    assert len(quoted) == counts["attributions"]
    for origin in view.origins():
        for one in origin.attributions:
            assert graph.value(ref("attribution", one), PROV.hadPrimarySource) == ref("origin", origin.id)
    for source in view.sources():
        mine = {attribution for attribution, _ in source.mentions}
        attributed = set(graph.subjects(PROV.wasAttributedTo, ref("source", source.id)))
        assert attributed <= {ref("attribution", one) for one in mine}
        assert bool(graph.value(ref("source", source.id), PROV.actedOnBehalfOf)) == bool(source.affiliation)
    kinds = Counter(graph.objects(None, rdflib.RDF.type))
    assert kinds[TS.Proposition] == counts["propositions"]
    assert kinds[TS.Link] == counts["links"]
    assert kinds[OA.Annotation] == counts["attributions"]


def test_a_newer_version_is_a_revision_of_the_older(graph: Any) -> None:
    assert list(graph.subject_objects(PROV.wasRevisionOf)) == [
        (ref("article", TOLL_CORRECTED.article.id), ref("article", TOLL.article.id))
    ]


def test_tools_for_provenance_read_it(view: View, graph: Any) -> None:
    model = pytest.importorskip("prov.model", reason="prov is the oracle")
    own = rdflib.Graph()
    for one in graph:
        if str(one[1]).startswith(str(PROV)) or (one[1] == rdflib.RDF.type and str(one[2]).startswith(str(PROV))):
            own.add(one)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # prov says which types it keeps as attributes
        document = model.ProvDocument.deserialize(
            content=own.serialize(format="turtle"), format="rdf", rdf_format="turtle"
        )
    found = Counter(type(record).__name__ for record in document.get_records())
    inside = view.attributions_of([article.id for article in view.articles()])
    accounts = view.accounts(one for ids in inside.values() for one in ids).values()
    named = sum(bool(account.attribution.chain) for account in accounts)
    assert found["ProvAttribution"] == named
    assert found["ProvDelegation"] == sum(bool(source.affiliation) for source in view.sources())
    kinds = Counter(
        str(one) for record in document.get_records() if record.is_relation() for one in record.get_asserted_types()
    )
    assert kinds["prov:Quotation"] == view.counts()["attributions"]
    assert kinds["prov:PrimarySource"] == sum(len(origin.attributions) for origin in view.origins())
    assert kinds["prov:Revision"] == 1
    made = view.counts("attributions", "links", "propositions")
    assert found["ProvGeneration"] == sum(made.values())
    assert (found["ProvAssociation"], found["ProvActivity"]) == (1, 1)


@pytest.mark.parametrize("url", ['https://h.example/a"<x>', "https://h.example/\ud800", "javascript:alert(1)", None])
def test_what_linked_data_cannot_hold_is_no_hindrance(tmp_path: Path, url: str | None) -> None:
    odd = page("it was\ud800so, the Board said", url=url, title="Odd\ud800")
    said = Attribution(article_id=odd.id, content=((0, 9),))
    with Ledger.open(tmp_path / "b.db") as ledger:
        with ledger.write() as writer:
            writer.add(odd, [said])
        with ledger.view() as view, warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib warns of itself
            read = rdflib.Graph().parse(data="".join(pieces(view)), format="json-ld")
    again = rdflib.Graph().parse(data=read.serialize(format="nt"), format="nt")
    assert len(again) == len(read)
    assert [str(one) for one in again.objects(None, OA.exact)] == ["it was�so"]


def test_a_document_is_no_agent(tmp_path: Path, article: Article) -> None:
    report = Mention(name="the Mill Report", kind="document", anonymity="named")
    said = Attribution(article_id=article.id, content=((0, 10),), chain=(report,))
    with Ledger.open(tmp_path / "b.db") as ledger:
        fill(ledger, [Piece(article, (said,))])
        with ledger.view() as view:
            nodes = {node["@id"]: node for node in json.loads("".join(pieces(view)))["@graph"]}
            (source,) = view.sources()
    assert nodes[f"{BASE}source/{source.id}"]["@type"] == ["prov:Entity"]
    statement = nodes[f"{BASE}attribution/{said.id}"]
    assert statement["prov:wasDerivedFrom"] == {"@id": f"{BASE}source/{source.id}"}
    assert "prov:wasAttributedTo" not in statement


def test_an_empty_ledger_is_an_empty_graph(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "b.db") as ledger, ledger.view() as empty:
        assert json.loads("".join(pieces(empty)))["@graph"] == []
