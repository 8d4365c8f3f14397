from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions, names


def links(text: str, *told: Told, **fields: object) -> list[tuple[str | None, str, str]]:
    return [(m.name, m.kind, m.anonymity) for m in attributions(text, *told, **fields)[-1].chain]


def test_an_outlet_that_cites_a_source() -> None:
    text = "In June 2024, the broadcaster TV Orrin cited a source in the Corvian cabinet and reported that troops left."
    found = links(text, ("the broadcaster TV Orrin", "cited … reported", "that troops left"))
    assert found == [("TV Orrin", "outlet", "named"), (None, "person", "unnamed")]


def test_the_origin_says_whom_it_belongs_to() -> None:
    text = "TV Orrin cited a source in the Corvian government and reported that troops had left."
    (found,) = attributions(text, ("TV Orrin", "reported", "that troops had left"))
    assert (found.chain[-1].role, found.chain[-1].affiliation) == (None, "Corvian government")


def test_an_outlet_that_quotes_officials() -> None:
    text = "The Orrin Times reported that the dam leaked, quoting two officials briefed on the matter."
    found = links(text, ("The Orrin Times", "reported", "that the dam leaked"), outlet="Tarn Daily")
    assert found == [("Orrin Times", "outlet", "named"), (None, "collective", "unnamed")]


def test_according_to_an_agency_that_cites_a_ministry() -> None:
    text = "Two ships sank, according to Tass, citing the Corvian Defense Ministry."
    assert links(text, ("Tass", "according to", "Two ships sank")) == [
        ("Tass", "agency", "named"),
        ("Corvian Defense Ministry", "government", "named"),
    ]


def test_told_to_media_is_told_through_them() -> None:
    text = "An anonymous ZUR representative recently told Ukrainian media that the army had a new unit."
    assert links(text, ("An anonymous ZUR representative", "told", "that the army had a new unit")) == [
        ("Ukrainian media", "outlet", "collective"),
        (None, "person", "unnamed"),
    ]


@pytest.mark.parametrize("audience", ["reporters", "parliament", "a rally in Orrin", "the Orrin Herald", "the council"])
def test_an_audience_is_no_link(audience: str) -> None:
    text = f"Anna Feld told {audience} that the dam was safe."
    assert links(text, ("Anna Feld", "told", "that the dam was safe")) == [("Anna Feld", "person", "named")]


@pytest.mark.parametrize("cited", ["Mark 4", "Ida Wren’s popularity", "concerns", "a flood"])
def test_what_a_person_cites_is_mostly_no_source(cited: str) -> None:
    text = f"Anna Feld said that the dam was safe, citing {cited}."
    assert links(text, ("Anna Feld", "said", "that the dam was safe")) == [("Anna Feld", "person", "named")]


def test_a_person_who_passes_on_what_a_ministry_says() -> None:
    text = "Anna Feld said that the dam was safe, citing the Corvian Interior Ministry."
    assert [link[0] for link in links(text, ("Anna Feld", "said", "that the dam was safe"))] == [
        "Anna Feld",
        "Corvian Interior Ministry",
    ]


def test_told_to_the_paper_that_was_named_before() -> None:
    text = "Ida Wren told the Tarn Times that it leaked. Otto Pike told the newspaper that it was safe."
    found = links(
        text,
        ("Ida Wren", "told", "that it leaked"),
        ("Otto Pike", "told", "that it was safe"),
    )
    assert [link[0] for link in found] == ["Tarn Times", "Otto Pike"]


def test_told_to_another_outlet() -> None:
    text = "Anna Feld told the Tarn Times that the dam was safe."
    assert links(text, ("Anna Feld", "told", "that the dam was safe")) == [
        ("Tarn Times", "outlet", "named"),
        ("Anna Feld", "person", "named"),
    ]


def test_said_within_what_another_says() -> None:
    text = '"Ida Wren says the bridge is safe," Mayor Anna Feld said.'
    inner = ("Ida Wren", "says", "the bridge is safe")
    outer = ("Mayor Anna Feld", "said", '"Ida Wren says the bridge is safe,"')
    assert links(text, outer, inner) == [("Anna Feld", "person", "named"), ("Ida Wren", "person", "named")]


def test_a_source_that_speaks_of_itself_is_one_link() -> None:
    text = "Anna Feld said she believed the bridge was safe."
    found = links(
        text, ("Anna Feld", "said", "she believed the bridge was safe"), ("she", "believed", "the bridge was safe")
    )
    assert found == [("Anna Feld", "person", "named")]


def test_a_statement_without_a_source_has_no_chain() -> None:
    assert links("Two are reported to have died.", ("", "are reported", "Two … to have died")) == []


def test_spans_of_a_chain_are_in_the_text() -> None:
    text = "TV Orrin cited a source in the ministry and reported that troops had left."
    (found,) = attributions(text, ("TV Orrin", "reported", "that troops had left"))
    assert [text[slice(*m.span)] for m in found.chain if m.span] == ["TV Orrin", "a source in the ministry"]
    assert names(found) == ["TV Orrin", None]
