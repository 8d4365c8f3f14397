from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attribute.told import Told, article, relations
from twosource.attribute.cast import Cast
from twosource.attribute.people import People
from twosource.attribute.ranker import NOBODY, Ranker, Weights, shares_of, weights
from twosource.language.facts import Facts


def ranker(text: str, *told: Told, weighed: Weights | None = None) -> Ranker:
    facts = Facts(article(text))
    return Ranker(People(facts, Cast(facts), relations(text, told)), weighed)


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("Anna Feld met Otto Pike. He left.", [], "Otto Pike"),
        ("Anna Feld met Otto Pike. She left.", [], "Anna Feld"),
        ("Anna Feld said it would hold. Otto Pike came. \"It will,\" she said.",
         [("Anna Feld", "said", "it would hold"), ("she", "said", "\"It will,\"")], "Anna Feld"),
        ("The dam broke. She left.", [], None),
    ],
)  # fmt: skip
def test_the_likeliest_person(text: str, told: list[Told], name: str | None) -> None:
    reader = ranker(text, *told)
    position = max(text.lower().rfind(word) for word in (" he ", " she ")) + 1
    seen, _ = reader.answer(position)
    assert (seen.key if seen else None) == name


def test_who_needs_another_pronoun_is_no_candidate() -> None:
    reader = ranker("Anna Feld met Otto Pike and Bart Voss. He left.")
    assert {choice.key for choice in reader.choices(next(reader.pronouns()))} == {NOBODY, "Otto Pike", "Bart Voss"}


def test_a_pronoun_read_makes_its_person_present_again() -> None:
    filler = "The dam broke. " * 6
    text = f"Otto Pike left. He ran. {filler}He came. {filler}He slept."
    reader = ranker(text)
    told = [reader.answer(place)[0] for place in range(len(text)) if text.startswith("He ", place)]
    assert [seen.key if seen else None for seen in told] == ["Otto Pike"] * 3


def test_without_weights_nobody_is_likelier_than_another() -> None:
    reader = ranker("Bart Voss met Otto Pike. He left.", weighed=Weights({}, 0.0))
    choices = reader.choices(next(reader.pronouns()))
    assert reader.best(choices)[1] == pytest.approx(1 / 3)


def test_the_weights_of_the_package() -> None:
    assert 0 < weights().share < 1
    assert NOBODY in weights().features


@given(st.lists(st.floats(-700, 700), min_size=1, max_size=12))
def test_shares_sum_to_one(scored: list[float]) -> None:
    assert sum(shares_of(scored)) == pytest.approx(1)
