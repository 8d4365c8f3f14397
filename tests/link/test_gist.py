"""The gist of an account: the words that are read, and what of them is compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.link.made import FOUR, RUTH, a_gist, told
from tests.origins.made import article, outlet, person, said
from tests.support import span
from twosource.across import Account
from twosource.link.gist import Amount, gist
from twosource.link.gist import told as words_of
from twosource.records import Attribution, Figure, Interval, Mention, Target


@pytest.mark.parametrize(
    ("source", "cue", "content", "chain", "expected"),
    [
        ("Ruth Hale", "said", FOUR, (RUTH,), f"Ruth Hale said {FOUR}"),
        ("She", "said", FOUR, (RUTH,), f"Ruth Hale said {FOUR}"),
        ("who", "said", FOUR, (outlet("Hill Post"), RUTH), f"Ruth Hale said {FOUR}"),
        ("They", "said", FOUR, (Mention(name=None, kind="collective", anonymity="collective"),), f"They said {FOUR}"),
        ("They", "said", FOUR, (), f"They said {FOUR}"),
        ("The widow", "said", "“he  never\ncame back”", (RUTH,), "The widow said he never came back"),
    ],
)
def test_words_that_are_read(source: str, cue: str, content: str, chain: tuple[Mention, ...], expected: str) -> None:
    assert words_of(told(source, cue, content, *chain)) == expected


def test_words_are_read_in_the_order_of_the_text() -> None:
    where = article("“Four had drowned,” said Ruth Hale, “and nobody came.”")
    spans = (span("Four had drowned,", where.text), span("and nobody came.", where.text))
    broken = Account(
        article=where,
        attribution=Attribution(
            article_id=where.id,
            content=spans,
            cue=(span("said", where.text),),
            source=(span("Ruth Hale", where.text),),
            manner="direct",
        ),
    )
    found = gist(broken)
    assert found.text == "Four had drowned, said Ruth Hale and nobody came."
    assert found.content == "Four had drowned, and nobody came."
    assert (found.words, found.direct) == (6, True)


def test_the_article_lends_its_id_and_its_time() -> None:
    account = told("Ruth Hale", "said", FOUR, RUTH, published="2025-03-04T21:00:00+01:00")
    found = gist(account)
    assert (found.id, found.article, found.order) == (account.id, account.article.id, account.order)
    assert found.published == "2025-03-04T21:00:00+01:00"
    undated = gist(told("Ruth Hale", "said", FOUR, RUTH, published=None))
    assert (undated.published, undated.day) == ("", None)
    assert undated.day != found.day == gist(told("He", "said", FOUR, published="2025-03-04")).day


def test_terms_of_the_content_are_some_of_all() -> None:
    found = a_gist()
    assert set(found.own.worths) < set(found.terms.worths)
    assert set(found.terms.worths) - set(found.own.worths) == {"ruth", "hale"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("four people drowned", set()),
        ("the Marigold had been sold to Anna Feld", {"marigold", "anna", "feld"}),
        ("Feld’s brother sold the Marigold", {"feld", "marigold"}),
    ],
)
def test_names_are_those_of_the_content(content: str, expected: set[str]) -> None:
    assert a_gist(content).names == expected


COUNTED = [
    ("12 boats had burned", "12", "boats", "boat"),
    ("12 small boats had burned", "12", "small boats", "boat"),
    ("the fare had risen by 12 per cent", "12", "per cent", "cent"),
    ("12 people had drowned", "12", "people", "dead"),
    ("12 BODIES lay on the pier", "12", "BODIES", "dead"),
    ("a toll of 12 was feared", "12", None, "dead"),
    ("12 were killed and 40 injured", "12", None, "dead"),
    ("12 were killed and 40 injured", "40", None, "hurt"),
    ("40 injured and 12 killed", "12", None, "dead"),
    ("three passengers were still missing", "three", "passengers", "missing"),
    ("nine workers had been arrested", "nine", "workers", "held"),
    ("nine workers had arrived", "nine", "workers", "worker"),
    ("12 boats had burned and nobody was hurt", "12", "boats", "boat"),
    ("there were 12", "12", None, ""),
]


@pytest.mark.parametrize(("content", "number", "unit", "expected"), COUNTED)
def test_what_is_counted(content: str, number: str, unit: str | None, expected: str) -> None:
    text = told("Ruth Hale", "said", content, RUTH).article.text
    figure = Figure(span=span(number, text), low=12, high=None, bound="at_least", unit=unit)
    (found,) = gist(told("Ruth Hale", "said", content, RUTH, figures=(figure,))).amounts
    assert found == Amount(12, None, "at_least", expected, noun=unit or "")
    assert found.harm is (expected in ("dead", "hurt", "missing", "held"))


def test_the_last_of_the_chain_speaks() -> None:
    found = gist(told("the Bay Courier", "reported", FOUR, outlet("Bay Courier"), RUTH))
    assert [voice.name for voice in found.voices] == ["Bay Courier", "Ruth Hale"]
    assert found.speaker == found.voices[-1]
    assert gist(told("It", "emerged", FOUR)).speaker is None


def test_what_words_mean_is_taken_over() -> None:
    when = Interval(start="2025-03-01", end="2025-03-02", text="on Saturday")
    target = Target(what="statement", span=(0, 4), attribution="other")
    fields = {"about": when, "polarity": "deny", "act": "denies", "certainty": "certain", "target": target}
    found = gist(told("Ruth Hale", "denied", FOUR, RUTH, **fields))
    assert (found.about, found.polarity, found.act, found.certainty) == (when, "deny", "denies", "certain")
    assert found.target == "other"
    speaker = replace(target, what="speaker", attribution=None)
    assert gist(told("Ruth Hale", "denied", FOUR, RUTH, target=speaker)).target is None


def test_an_account_alone_is_all_that_a_gist_needs() -> None:
    bare = said(article(f"It was known that {FOUR}."), FOUR)
    assert (gist(bare).text, gist(bare).content, gist(bare).voices) == (FOUR, FOUR, ())
    assert gist(bare) == gist(bare)
    named = said(bare.article, FOUR, person("Omar Stern"))
    assert gist(named).speaker != gist(bare).speaker
