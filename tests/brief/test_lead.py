from __future__ import annotations

from dataclasses import replace

import pytest

from tests.brief.made import KARL, OFFICER, RUTH, UNION, by, origin, statement
from tests.brief.test_steps import toll
from tests.origins.made import article, said
from twosource.brief.figures import figures
from twosource.brief.lead import lead, missing
from twosource.records import Mention

PRO = by(RUTH, "the ferry was full on that night")
CONTRA = by(KARL, "the ferry was full on that night", "denied that", polarity="deny", act="denies")
SILENT = by(UNION, "whether the ferry was full", "would not say", polarity="withhold", act="declines")


def test_a_contested_one_is_summed_up_from_both_sides() -> None:
    found = lead("contested", [CONTRA, PRO], origins=[origin(PRO), origin(CONTRA, root="Karl Brandt")], figures=())
    assert found.text == (
        "Ruth Hale said the ferry was full on that night; against that, Karl Brandt denied that the ferry was full on "
        "that night."
    )
    assert [one.attribution for one in found.citations] == [PRO.id, CONTRA.id]


def test_one_that_was_taken_back_says_so() -> None:
    back = by(RUTH, "the ferry was full on that night", "withdrew her word that", polarity="deny")
    found = lead("retracted", [PRO, back], origins=[origin(PRO), origin(back)], figures=())
    assert found.text.endswith("; taken back later: Ruth Hale withdrew her word that the ferry was full on that night.")


def test_figures_that_differ_are_told_by_their_ends() -> None:
    tolls = [toll("five", 5, 2), toll("four", 4, 1), toll("seven", 7, 3)]
    found = lead("figures-differ", tolls, origins=[origin(one) for one in tolls], figures=figures(tolls))
    assert found.text == "Ruth Hale said four people drowned; Ruth Hale said seven people drowned."


def test_several_origins_are_told_by_two_of_them_and_one_by_one() -> None:
    other = by(UNION, "the ferry had been full on that night")
    two = [origin(PRO), origin(other, root="Seamen's Union")]
    assert len(lead("several-origins", [PRO, other], origins=two, figures=()).citations) == 2
    assert len(lead("single-origin", [PRO, other], origins=[origin(PRO, other)], figures=()).citations) == 1


def test_somebody_named_is_quoted_before_somebody_who_is_not() -> None:
    unnamed = by(OFFICER, "the ferry was full on that night", words="An officer", published="2025-03-01")
    found = lead("single-origin", [unnamed, PRO], origins=[origin(unnamed, PRO)], figures=())
    assert found.text.startswith("Ruth Hale said")


def test_only_a_denial_is_told_as_one() -> None:
    found = lead("denied", [CONTRA], origins=[origin(CONTRA)], figures=())
    assert found.text == "Karl Brandt denied that the ferry was full on that night."


def test_what_is_missing_is_who_will_not_say_and_that_nobody_is_named() -> None:
    unnamed = by(OFFICER, "the ferry was full", words="An officer")
    found = missing([unnamed, SILENT], [origin(unnamed), origin(SILENT)])
    assert [one.text for one in found] == [
        "Seamen's Union would not say whether the ferry was full.",
        "No source is named for it, only unnamed officer.",
    ]
    assert [one.citations[0].attribution for one in found] == [SILENT.id, unnamed.id]
    assert missing([PRO], [origin(PRO)]) == ()


ARTICLE = Mention(name=None, kind="document", anonymity="role-only", role="article")
WHO = Mention(name=None, kind="person", anonymity="named")


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("That article", ARTICLE),
        ("He", WHO),
        ("a company statement", ARTICLE),
        ("The officer", replace(OFFICER, span=(0, 11))),
    ],
)
def test_who_is_told_of_elsewhere_is_not_said_to_be_unnamed(words: str, mention: Mention) -> None:
    found = by(mention, "the ferry was full", words=words)
    assert missing([found], [origin(found)]) == ()


@pytest.mark.parametrize("words", ["He", "That number", "It"])
def test_what_points_at_words_before_it_is_not_put_beside_others(words: str) -> None:
    other = by(WHO, "the ferry had been full on that night", words=words)
    found = lead("several-origins", [PRO, other], origins=[origin(PRO), origin(other)], figures=())
    assert found.text == "Ruth Hale said the ferry was full on that night."


def test_the_same_sentence_in_two_papers_is_told_once_with_both() -> None:
    words, full = "Passengers of the ferry", "the ferry was full"
    group = Mention(name=None, kind="collective", anonymity="collective")
    where = [article(f"{words} said {full}.{more}") for more in ("", " It sank.")]
    spans = {"source": ((0, len(words)),), "cue": ((len(words) + 1, len(words) + 5),)}
    pair = [statement(said(one, full, group, **spans)) for one in where]
    found = lead("several-origins", pair, origins=[origin(one) for one in pair], figures=())
    assert found.text == "Passengers of the ferry said the ferry was full."
    assert len(found.citations) == 2


def test_the_statement_that_the_heading_is_taken_from_goes_first() -> None:
    best = by(RUTH, "the ferry was full to the rails", published="2025-03-09")
    one = origin(PRO, best)
    found = lead("single-origin", [PRO, best], origins=[one], figures=(), called="the ferry was full to the rails")
    assert found.citations == (best.citation,)
