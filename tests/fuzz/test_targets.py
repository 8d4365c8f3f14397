"""Targets try what they are meant to try: sound inputs are read, broken ones are made, and laws can be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

import pytest

from fuzz import laws, targets
from fuzz.laws import SOURCE, Broken
from fuzz.mutate import mutated
from fuzz.targets import TARGETS, shares
from twosource.errors import NoArticle, SourceError
from twosource.records import Article

SEEDS = range(6)


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_sound_and_broken_hold(name: str) -> None:
    target = TARGETS[name]
    for seed in SEEDS:
        chance = Random(seed)
        data = target.make(chance)[: target.most]
        target.check(data)
        target.check(mutated(data, chance, tokens=target.tokens, other=target.make(chance), most=target.most))


@pytest.mark.parametrize("name", ["html", "plain", "saved", "pdf", "feed", "jsonl"])
def test_most_sound_inputs_are_articles(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Article | SourceError] = []

    def results(found: Iterable[Article | SourceError]) -> list[Article | SourceError]:
        given = laws.results(found)
        seen.extend(given)
        return given

    monkeypatch.setattr(targets, "results", results)
    read = 0
    for seed in range(20):
        seen.clear()
        TARGETS[name].check(TARGETS[name].make(Random(seed)))
        read += any(isinstance(one, Article) for one in seen)
    assert read > 10


@pytest.mark.parametrize("name", TARGETS)
def test_the_same_number_makes_the_same_input_and_another_another(name: str) -> None:
    make = TARGETS[name].make
    assert make(Random(7)) == make(Random(7))
    assert len({make(Random(seed)) for seed in range(30)}) > 3


def test_all_inputs_are_given_out() -> None:
    for inputs in (1, 20, 999, 1_000_000):
        assert sum(shares(list(TARGETS), inputs).values()) == inputs
    assert shares(["html", "feed"], 160) == {"html": 100, "feed": 60}


def _article(text: str = "A dam burst. It did.", **fields: object) -> Article:
    return Article(**{"text": text, "paragraphs": ((0, len(text)),), "source": SOURCE, **fields})  # type: ignore[arg-type]


BROKEN: list[tuple[Callable[[], object], str]] = [
    (lambda: laws.article(_article(paragraphs=((0, 5),))), "behind the last paragraph"),
    (lambda: laws.article(_article(paragraphs=((0, 5), (8, 20)))), "between paragraphs"),
    (lambda: laws.article(_article(" A dam.")), "white space"),
    (lambda: laws.article(_article(title="")), "title is neither"),
    (lambda: laws.article(_article(published="yesterday")), "no ISO 8601"),
    (lambda: laws.article(_article(authors=("",))), "authors holds"),
    (lambda: laws.error(NoArticle("another", "nothing")), "names another source"),
    (lambda: laws.error(NoArticle(SOURCE, "two\nlines")), "not one line"),
    (lambda: laws.error(NoArticle(SOURCE, " ")), "no reason"),
    (lambda: laws.inside([(0, 3), (2, 5)], "a text", what="spans"), "overlap"),
    (lambda: laws.inside([(0, 7)], "a text", what="spans"), "outside"),
]


@pytest.mark.parametrize(("check", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_laws_can_be_broken(check: Callable[[], object], said: str) -> None:
    with pytest.raises(Broken, match=said):
        check()


def test_what_holds_is_no_failure() -> None:
    laws.article(_article(published="2031-10-17", modified="2031-10-17T14:05:00+01:00", title="Dam", authors=("A B",)))
    laws.error(NoArticle(SOURCE, "nothing to read"))
    laws.inside([(0, 3), (3, 6)], "a text", what="spans")
