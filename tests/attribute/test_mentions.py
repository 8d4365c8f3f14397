from __future__ import annotations

import pytest

from tests.attribute.told import Told, attributions, names


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        # pronouns
        ("The dam is safe, Mayor Anna Feld said. She said it would hold.",
         [("Mayor Anna Feld", "said", "The dam is safe"), ("She", "said", "it would hold")], "Anna Feld"),
        ("Anna Feld met Otto Pike. He said it would hold.", [("He", "said", "it would hold")], "Otto Pike"),
        ("Anna Feld met Otto Pike. She said it would hold.", [("She", "said", "it would hold")], "Anna Feld"),
        ("Anna Feld said on Tuesday that she feared a flood.",
         [("Anna Feld", "said", "that she feared a flood"), ("she", "feared", "a flood")], "Anna Feld"),
        ("The dam broke. She said it would hold.", [("She", "said", "it would hold")], None),
        ("The broadcaster TV Orrin reported a leak. It suggested that two dams had one.",
         [("The broadcaster TV Orrin", "reported", "a leak"), ("It", "suggested", "that two dams had one")],
          "TV Orrin"),
        ("\"We saw Otto Pike,\" Ida Wren said. \"The dam broke,\" he said.",
         [("Ida Wren", "said", "\"We saw Otto Pike,\""), ("he", "said", "\"The dam broke,\"")], None),
        ("\"I think it leaks,\" Ida Wren said.",
         [("Ida Wren", "said", "\"I think it leaks,\""), ("I", "think", "it leaks")], "Ida Wren"),
        ("Otto Pike, who said it leaked, left.", [("who", "said", "it leaked")], "Otto Pike"),
        # short names
        ("Anna Feld came. Feld said it leaked.", [("Feld", "said", "it leaked")], "Anna Feld"),
        ("Anna Feld and Otto Feld came. Mr. Feld said it leaked.", [("Mr. Feld", "said", "it leaked")], "Otto Feld"),
        ("Anna Feld and Otto Feld came. Feld said it leaked.", [("Feld", "said", "it leaked")], "Feld"),
        ("Feld’s claim that it leaked was new to Anna Feld.", [("Feld’s", "claim", "that it leaked")], "Anna Feld"),
        # offices and descriptions
        ("Corvian Interior Minister Ivo Tarn came. The minister said it leaked.",
         [("The minister", "said", "it leaked")], "Ivo Tarn"),
        ("Two ministers came. The minister said it leaked.", [("The minister", "said", "it leaked")], None),
        ("The Corvian Interior Ministry met. The ministry said it leaked.",
         [("The ministry", "said", "it leaked")], "Corvian Interior Ministry"),
        ("TV Orrin reported a leak. The broadcaster said it was old.",
         [("TV Orrin", "reported", "a leak"), ("The broadcaster", "said", "it was old")], "TV Orrin"),
    ],
)  # fmt: skip
def test_the_fullest_name(text: str, told: list[Told], name: str | None) -> None:
    assert names(attributions(text, *told)[-1])[-1] == name


def test_the_office_is_taken_from_anywhere_in_the_article() -> None:
    text = "Corvian President Ivo Tarn came to Orrin. Tarn said it leaked."
    (found,) = attributions(text, ("Tarn", "said", "it leaked"))
    assert (found.chain[0].role, found.chain[0].affiliation) == ("President", "Corvian")


def test_a_body_is_told_in_full_the_second_time_too() -> None:
    text = "Ivo Tal from the National Security and Defense Council of Corvia said it leaked. He added that it was old."
    found = attributions(
        text,
        ("Ivo Tal from the National Security and Defense Council of Corvia", "said", "it leaked"),
        ("He", "added", "that it was old"),
    )
    assert [one.chain[0].affiliation for one in found] == ["National Security and Defense Council of Corvia"] * 2


def test_a_description_keeps_what_was_said_of_it_before() -> None:
    text = "An anonymous ZUR representative said it leaked. The ZUR representative said it was old."
    found = attributions(
        text,
        ("An anonymous ZUR representative", "said", "it leaked"),
        ("The ZUR representative", "said", "it was old"),
    )
    assert found[1].chain[0].anonymity == "unnamed"


def test_whose_spokeswoman() -> None:
    text = "Anna Feld left. Her spokeswoman said it leaked."
    (found,) = attributions(text, ("Her spokeswoman", "said", "it leaked"))
    mention = found.chain[0]
    assert (mention.name, mention.role, mention.affiliation, mention.anonymity) == (
        None,
        "spokeswoman",
        "Anna Feld",
        "role-only",
    )


def test_the_writer_is_an_author() -> None:
    (found,) = attributions("I think it leaks.", ("I", "think", "it leaks"), authors=("Ida Wren",))
    assert (found.chain[0].name, found.chain[0].kind) == ("Ida Wren", "author")


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Orrin Ferries sank.\nAFP Orrin Ferries said it leaked.", "AFP Orrin Ferries", "Orrin Ferries"),
        ("AFP Orrin Ferries said it leaked.", "AFP Orrin Ferries", "AFP Orrin Ferries"),
        ("Ask the police now. Police came.\nBBC Police said it leaked.", "BBC Police", "Police"),
        ("Scotland voted.\nBBC Scotland said it leaked.", "BBC Scotland", "BBC Scotland"),
        ("WHAT HAPPENED NEXT Orrin Ferries said it leaked.", "Orrin Ferries", "Orrin Ferries"),
    ],
    ids=["agency", "no such name elsewhere", "outlet", "branch of an outlet", "heading"],
)
def test_a_credit_or_a_heading_that_runs_on_is_no_part_of_a_name(text: str, source: str, name: str) -> None:
    (found,) = attributions(text, (source, "said", "it leaked"))
    assert found.chain[0].name == name


def test_capitals_of_a_headline_are_nobodys_full_name() -> None:
    text = "Orrin Confirms Another Leaking Ferry Sank\n\nOrrin said it leaked. The company said it was old."
    found = attributions(
        text,
        ("Orrin", "said", "it leaked"),
        ("The company", "said", "it was old"),
    )
    assert [one.chain[0].name for one in found] == ["Orrin", "Orrin"]


def test_the_rank_of_a_constable_is_no_part_of_the_name() -> None:
    text = "Deputy Chief Constable Anna Feld said it leaked."
    (found,) = attributions(text, ("Deputy Chief Constable Anna Feld", "said", "it leaked"))
    assert (found.chain[0].name, found.chain[0].role) == ("Anna Feld", "Deputy Chief Constable")
