from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from itertools import chain

from tests.upkeep.made import UNION, WordReader
from twosource import making
from twosource.brief.choice import Choice
from twosource.brief.compose import ANSWER, brief
from twosource.brief.html import page
from twosource.brief.records import Brief, Sentence
from twosource.ledger import View


def sentences(made: Brief) -> list[Sentence]:
    inside = [[entry.lead, *entry.missing, *(step.sentence for step in entry.steps)] for entry in made.entries]
    return [*made.sentences, *made.missing, *chain.from_iterable(inside)]


def test_every_sentence_is_cited_and_its_words_are_those_cited(ferry: Brief) -> None:
    accounts = {one.id: one.account for one in ferry.statement_of.values()}
    assert sentences(ferry)
    for sentence in sentences(ferry):
        assert sentence.citations
        for citation in sentence.citations:
            if citation.attribution in accounts:
                text = accounts[citation.attribution].article.text
                words = text[slice(*citation.span)].removeprefix("that ")
                assert " ".join(words.split()).lower() in sentence.text.lower()


def test_the_answer_is_short_and_begins_with_what_matters(ferry: Brief) -> None:
    assert 0 < len(ferry.sentences) <= ANSWER
    assert ferry.sentences[0] == ferry.entries[0].lead
    assert ferry.entries[0].proposition.status == "several-origins"


def test_entries_hold_all_that_the_ledger_knows_of_them(story: View, ferry: Brief) -> None:
    for entry in ferry.entries:
        assert [one.id for one in entry.statements] == list(entry.proposition.attributions)
        assert list(entry.origins) == list(story.origins([entry.id]))
        inside = set(entry.proposition.attributions)
        assert all({link.left, link.right} <= inside for link in entry.links)
        assert {one.attribution for one in entry.figures} <= inside
        assert {one for stance in entry.statements for one in [stance.id]} == inside


def test_voices_and_articles_are_those_of_the_statements(ferry: Brief) -> None:
    statements = ferry.statement_of
    assert {one for voice in ferry.voices for one in voice.statements} == {
        one.id for one in statements.values() if one.source
    }
    assert {article.id for article in ferry.articles} >= {one.account.article.id for one in statements.values()}
    assert list(ferry.articles) == sorted(ferry.articles, key=lambda one: (one.published or "9999", one.id))


def test_refusals_to_speak_are_told_as_missing(story: View) -> None:
    made = brief(story, "how many passengers the ferry carried", reader=WordReader())
    assert any("declined to say" in one.text for one in made.missing)
    assert not any(all(one.stance == "silent" for one in entry.statements) for entry in made.entries)


def test_a_brief_is_json_with_the_fields_of_the_design(ferry: Brief) -> None:
    made = json.loads(json.dumps(ferry.as_dict()))
    assert {"question", "made_at", "articles", "attributions", "sources", "propositions", "sentences"} <= set(made)
    first = made["propositions"][0]
    assert {"id", "wording", "status", "attributions", "origins", "independent", "figures", "links"} <= set(first)
    assert {"first_said", "last_said"} <= set(first)
    for one in first["attributions"]:
        assert {"id", "article", "polarity", "certainty", "said", "source", "chain", "quote", "span"} <= set(one)
    assert made["articles"] == 6


def test_no_more_than_asked_for_and_the_rest_is_counted(story: View) -> None:
    whole = brief(story)
    some = brief(story, choice=Choice(most=1))
    assert len(some.entries) == 1
    assert some.entries[0].id == whole.entries[0].id
    assert some.left_out >= len(whole.entries) - 2


def test_a_blank_question_is_none_and_time_is_told(story: View) -> None:
    made = brief(story, "  ")
    assert made.question is None
    assert datetime.fromisoformat(made.made_at).tzinfo is not None


def test_only_what_was_chosen_is_told(story: View) -> None:
    made = brief(story, choice=Choice(outlet="Coast Radio"))
    assert UNION.article.id in {one.account.article.id for one in made.statement_of.values()}
    assert all(UNION.article.id in {one.account.article.id for one in entry.statements} for entry in made.entries)


def test_nothing_makes_an_empty_brief(empty: View) -> None:
    made = brief(empty, "anything", reader=WordReader())
    assert (made.sentences, made.entries, made.voices, made.articles, made.read) == ((), (), (), (), 0)


def test_it_says_what_read_the_articles_cited(ferry: Brief) -> None:
    assert ferry.made_by == (making.made_by(),)
    assert ferry.as_dict()["made_by"] == [making.made_by()]
    assert f"The articles were read by {making.made_by()}." in page(ferry)
    assert "The articles were read by" not in page(replace(ferry, made_by=()))
