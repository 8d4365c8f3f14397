from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.made import OFFICER, POST, RUTH, told
from tests.origins.made import article, body, person, said
from tests.support import span
from twosource.brief.clauses import LONGEST, NOBODY, chain, clause, context, finished, is_known, speaker
from twosource.records import Mention

NOT_TOLD = Mention(name=None, kind="organisation", anonymity="named")


@pytest.mark.parametrize(
    ("source", "cue", "content", "mention", "expected"),
    [
        ("Ruth Hale", "said", "that the ferry was full", RUTH, "Ruth Hale said that the ferry was full"),
        ("She", "said", "the ferry was full", RUTH, "Ruth Hale (harbour master) said the ferry was full"),
        ("Ms. Hale", "said", "it was full", RUTH, "Ruth Hale (harbour master) said it was full"),
        ("Ferries", "said", "it was full", person("Disaster Ferries"), "Ferries said it was full"),
        ("Hale", "said", "it was full", RUTH, "Ruth Hale (harbour master) said it was full"),
        ("The harbour master", "said", "it was full", RUTH, "The harbour master said it was full"),
        (
            "Ruth Hale, the harbour master",
            "said",
            "it was full",
            RUTH,
            "Ruth Hale, the harbour master said it was full",
        ),
        ("An officer", "said", "it was full", OFFICER, "An officer said it was full"),
        (
            "It",
            "said",
            "it was full",
            Mention(name=None, kind="organisation", anonymity="named"),
            "It said it was full",
        ),
        ("Ruth Hale", "explaining", "that it was full", RUTH, "Ruth Hale explaining that it was full"),
        ("Ruth Hale", "said", "“It was full,”", RUTH, "Ruth Hale said “It was full”"),
    ],
)
def test_a_clause_is_the_articles_words_behind_a_name(
    source: str, cue: str, content: str, mention: Mention, expected: str
) -> None:
    assert clause(told(source, cue, content, mention)) == expected


def test_a_sentence_is_told_whole_with_a_fuller_name_for_a_surname() -> None:
    where = article("“The ferry was full,” Hale told reporters, but she had not seen it.")
    account = said(
        where,
        "“The ferry was full,”",
        RUTH,
        source=(span("Hale", where.text),),
        cue=(span("told reporters", where.text),),
        manner="direct",
    )
    assert clause(account) == (
        "“The ferry was full,” Ruth Hale (harbour master) told reporters, but she had not seen it"
    )


def test_a_quotation_of_several_sentences_is_put_behind_a_colon() -> None:
    where = article("“The ferry was full,” Hale said. “It had cattle on board.”")
    spans = (span("“The ferry was full,”", where.text), span("“It had cattle on board.”", where.text))
    cue = (span("said", where.text),)
    found = said(where, "“The ferry", RUTH, source=(span("Hale", where.text),), cue=cue, manner="direct")
    account = replace(found, attribution=replace(found.attribution, content=spans))
    assert clause(account) == "Ruth Hale (harbour master): “The ferry was full,” […] “It had cattle on board.”"


def test_where_nobody_is_named_it_is_the_articles_word() -> None:
    where = article("The ferry is said to have been full. “It was full. It sank.”", outlet="Hill Post")
    assert clause(said(where, "The ferry", cue=(span("is said to", where.text),))) == (
        "The ferry is said to have been full"
    )
    assert clause(said(where, "“It was full. It sank.”", manner="direct")) == "In Hill Post: “It was full. It sank.”"


@pytest.mark.parametrize(
    ("before", "shorter"),
    [("", True), ("On Monday, ", True), ("If the tide was high, ", False), ("It is not so that ", False)],
)
def test_of_a_long_sentence_stands_what_nothing_before_it_may_turn(before: str, shorter: bool) -> None:
    where = article(f"{before}the pilot said the ferry had been full, and {'so on and ' * 60}so on.")
    cue = (span("said", where.text),)
    found = clause(
        said(where, "the ferry had been full", person("Ruth Hale"), source=(span("the pilot", where.text),), cue=cue)
    )
    assert found == ("the pilot said the ferry had been full" if shorter else "Ruth Hale: the ferry had been full")


def test_a_clause_of_a_relative_clause_is_its_whole_sentence() -> None:
    where = article("The port, which said the ferry was full, closed.")
    cue = (span("said", where.text),)
    account = said(where, "the ferry was full", body("Port"), source=(span("which", where.text),), cue=cue)
    assert clause(account) == "The port, which said the ferry was full, closed"


@pytest.mark.parametrize(
    "head", ["04.03.2025 ", "Tuesday 4 March 2025 ", "4 March 2025: ", "(Hill Post and Agencies) ", "But ", "AFP "]
)
def test_what_stands_before_a_sentence_is_none_of_it(head: str) -> None:
    where = article(f"{head}Orrin Ferries said the ferry was full.")
    source, cue = (span("Orrin Ferries", where.text),), (span("said", where.text),)
    found = clause(said(where, "the ferry was full", body("Orrin Ferries"), source=source, cue=cue))
    assert found == "Orrin Ferries said the ferry was full"


@pytest.mark.parametrize("dateline", ["ORRIN – ", "ORRIN (Skerry) — ", "PORT ANSEL, Veldria -- ", ""])
def test_a_dateline_is_no_part_of_a_sentence(dateline: str) -> None:
    where = article(f"{dateline}The ferry had been full, Ruth Hale told parliament, and then sank.")
    account = said(where, "The ferry had been full", RUTH, source=(span("Ruth Hale", where.text),))
    assert clause(account) == "The ferry had been full, Ruth Hale told parliament, and then sank"


def test_what_stands_apart_is_told_by_the_whole_sentence() -> None:
    where = article("It rained. But the ferry, she said on Monday, had been full of cattle. Nobody spoke.")
    account = said(
        where,
        "the ferry",
        RUTH,
        source=(span("she", where.text),),
        cue=(span("said on Monday", where.text),),
    )
    assert clause(account) == "the ferry, Ruth Hale (harbour master) said on Monday, had been full of cattle"


def test_a_chain_is_told_from_the_outside_in() -> None:
    account = told("The Hill Post", "said, citing an officer,", "the ferry was full", POST, OFFICER)
    assert clause(account) == "The Hill Post said, citing an officer, the ferry was full"
    quoted = told("The Hill Post", "said, citing an officer:", "“It was full”", POST, OFFICER, manner="direct")
    assert clause(quoted) == "The Hill Post said, citing an officer: “It was full”"
    assert chain(account) == "Hill Post ← unnamed officer"
    assert speaker(account) == "unnamed officer"


def test_somebody_unnamed_stands_in_the_words_of_the_article() -> None:
    where = article("An officer of the port said the ferry was full.")
    words = span("An officer of the port", where.text)
    account = said(
        where,
        "the ferry was full",
        Mention(name=None, kind="person", anonymity="unnamed", role="officer", affiliation="port", span=words),
    )
    assert speaker(account) == "an officer of the port"


def test_whose_spokesman_is_a_spokesman() -> None:
    where = article("The port, whose spokesman said the ferry was full, closed.")
    words = span("whose spokesman", where.text)
    account = said(where, "the ferry was full", Mention(name=None, kind="person", anonymity="role-only", span=words))
    assert speaker(account) == "a spokesman"


@pytest.mark.parametrize(
    ("words", "expected"), [("that", "“that”"), ("That note", "“That note”"), ("The note", "the note"), (None, NOBODY)]
)
def test_who_is_not_known_is_not_made_up(words: str | None, expected: str) -> None:
    where = article("That note: The note and that said the ferry was full.")
    source = (span(words, where.text),) if words else ()
    found = speaker(said(where, "the ferry was full", source=source))
    assert found == expected
    assert is_known(found) == (words == "The note")


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (["the ferry was full"], "The ferry was full."),
        (["a", "b"], "A; b."),
        (["the ferry was full", "The owner denied it"], "The ferry was full; the owner denied it."),
        (["On Monday a", "On Tuesday Hale said b"], "On Monday a; on Tuesday Hale said b."),
        (["a", "Onward Ferries said b"], "A; Onward Ferries said b."),
        (["Hale: “It was full.”"], "Hale: “It was full.”"),
        (["who was it?"], "Who was it?"),
    ],
)
def test_a_sentence_begins_and_ends_as_one(clauses: list[str], expected: str) -> None:
    assert finished(*clauses) == expected


def test_the_context_is_whole_sentences() -> None:
    where = article("It rained. Ruth Hale said the ferry was full. Nobody else spoke.\n\nThe end.")
    account = said(where, "the ferry was full", RUTH, source=(span("Ruth Hale", where.text),))
    start, end = context(account)
    assert where.text[start:end] == "Ruth Hale said the ferry was full."


@given(st.text(min_size=1, max_size=900).filter(str.strip))
def test_a_clause_is_short_and_on_one_line(text: str) -> None:
    where = article(f"x{text}x" + "y" * 60)
    account = said(where, "y" * 60, person("Ruth Hale"), source=((0, 1),), cue=((1, 1 + len(text)),))
    found = clause(account)
    assert len(found) <= LONGEST + 2
    assert "\n" not in found
    left, right = context(account)
    assert 0 <= left <= account.attribution.content[0][0] < right <= len(where.text)


@pytest.mark.parametrize(
    ("words", "mention", "expected"),
    [
        ("AFP Orrin Ferries", body("Orrin Ferries"), "Orrin Ferries said it was full"),
        ("BBC Police", body("Orrin Police"), "Police said it was full"),
        ("BBC reporter Ruth Hale", person("Ruth Hale", "reporter", "BBC"), "BBC reporter Ruth Hale said it was full"),
        ("Reuters", body("Reuters"), "Reuters said it was full"),
        ("AFP Foundation", body("AFP Foundation"), "AFP Foundation said it was full"),
    ],
)
def test_a_credit_before_the_source_is_none_of_it(words: str, mention: Mention, expected: str) -> None:
    assert clause(told(words, "said", "it was full", mention)) == expected
