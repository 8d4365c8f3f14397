"""Shared text: copies that were trimmed and touched up are found; common phrases and quotations are no copies."""

from __future__ import annotations

import pytest

from tests.origins.made import article
from twosource.origins import Copy, shared
from twosource.records import Article

WIRE = (
    "A ferry with 140 people aboard struck the north pier of Elin at dawn on Monday and took on water within minutes, "
    "the harbour office said, and every tug in the bay was sent to help. Divers were still searching the lower car "
    "deck at noon, while passengers waited in a school gymnasium above the town for news of those who were missing."
)
QUOTE = "We heard a long scrape and then the lights went out and nobody told us which way to go"
QUOTED = f"“{QUOTE},” said Ruth Hale, a passenger."


def written(copies: tuple[Copy, ...]) -> list[int]:
    return [copy.words for copy in copies if not copy.quoted]


TOUCHED_UP = [
    ("as it is", WIRE),
    ("in capitals", WIRE.upper()),
    ("with other numbers and marks", WIRE.replace("140", "one hundred and forty").replace(",", " –")),
    ("with a clause cut out", WIRE.replace(", and every tug in the bay was sent to help", "")),
    ("with a word changed here and there", WIRE.replace("noon", "midday").replace("dawn", "daybreak")),
    (
        "in a longer article",
        f"Our reporter went down to the harbour.\n\n{WIRE}\n\nShops were closed. Schools were not.",
    ),
    ("one sentence of it", WIRE.split(". ")[1]),
]


@pytest.mark.parametrize("text", [text for _, text in TOUCHED_UP], ids=[name for name, _ in TOUCHED_UP])
def test_copied_text_is_found(text: str) -> None:
    a, b = article(WIRE), article(text, outlet="Bay Courier", url="https://bay.example/1")
    assert sum(written(shared(a, b))) >= 0.8 * min(len(WIRE.split()), len(text.split()) - 13)


APART = [
    ("the same facts in other words", "At first light on Monday a ferry ran into Elin's north pier; 140 were aboard."),
    ("a stock phrase", "Nothing is known yet, the harbour office said, and every ministry was asked for comment."),
    ("nothing at all", "The council will vote on the budget for the new library on Thursday evening."),
]


@pytest.mark.parametrize("text", [text for _, text in APART], ids=[name for name, _ in APART])
def test_what_is_no_copy_is_none(text: str) -> None:
    assert shared(article(WIRE), article(text, outlet="Bay Courier")) == ()


def test_a_quotation_that_both_print_is_an_utterance() -> None:
    a = article(f"The crossing began well enough. {QUOTED}")
    b = article(f'A survivor spoke at the school. "{QUOTE}", Ruth Hale told the Courier.', outlet="Bay Courier")
    (copy,) = shared(a, b)
    assert copy.quoted
    assert QUOTE in a.text[slice(*copy.left_span)] or QUOTE in a.text[slice(*copy.right_span)]


@pytest.mark.parametrize("tail", ["Ruth Hale said", "said Ruth Hale, who was asleep in her car at the time"])
def test_a_long_quotation_and_who_said_it_make_no_copy(tail: str) -> None:
    long = f"{QUOTE}, and when the boats came we could not see whether they were ours or somebody else's, so we waved"
    a = article(f"The crossing began well enough. “{long},” {tail}.")
    b = article(f"A survivor spoke at the school. “{long},” {tail}.", outlet="Bay Courier")
    assert not written(shared(a, b))


def test_a_lost_quotation_mark_does_not_make_the_rest_a_quotation() -> None:
    a, b = article(f"“The lights went out. {WIRE} {WIRE[::-1]}"), article(WIRE, outlet="Bay Courier")
    assert written(shared(a, b))


STOCK = (
    "on condition of anonymity because they",
    "of the Ministry of Foreign Affairs",
    "for the first time in more than",
    "at a news conference in the capital",
    "members of the Security Council of",
)


def woven(runs: list[str], own: str, between: int) -> str:
    """``runs`` with so many words between them that no other article has."""
    fillers = [" ".join(f"{own}{number}x{word}" for word in range(between)) for number in range(len(runs))]
    return " ".join(f"{run} {filler}" for run, filler in zip(runs, fillers, strict=True))


def test_stock_phrases_strung_together_are_no_copy() -> None:
    assert shared(article(woven(list(STOCK), "a", 2)), article(woven(list(STOCK), "b", 2))) == ()


@pytest.mark.parametrize(("between", "expected"), [(2, [36]), (5, [36]), (11, [])])
def test_a_passage_is_mostly_common_words(between: int, expected: list[int]) -> None:
    runs = [" ".join(WIRE.split()[start : start + 9]) for start in (0, 12, 24, 36)]
    assert (
        written(shared(article(woven(runs, "a", between)), article(" ".join(runs), outlet="Bay Courier"))) == expected
    )


def test_a_quotation_inside_copied_text_does_not_break_it() -> None:
    a, b = article(f"{WIRE}\n\n{QUOTED}"), article(f"{WIRE} {QUOTED}", outlet="Bay Courier")
    assert not any(copy.quoted for copy in shared(a, b))


def test_the_earlier_article_is_on_the_left_whichever_comes_first() -> None:
    early, late = article(WIRE, published="2025-03-03T08:00:00Z"), article(f"{WIRE} More.", published="2025-03-04")
    assert shared(early, late) == shared(late, early)
    (copy,) = shared(late, early)
    assert (copy.left, copy.right) == (early.id, late.id)
    assert early.text[slice(*copy.left_span)].split()[0] == "A"
    assert copy.left_share == 1.0
    assert copy.right_share < 1.0


def far(days: str, text: str) -> tuple[Article, Article]:
    own = " ".join(f"Line {number} of what the Courier wrote itself about the harbour budget." for number in range(20))
    return article(f"{text} {own}", published="2025-03-01"), article(f"{text} Elsewhere {own[::-1]}", published=days)


def test_background_that_returns_weeks_later_is_no_copy() -> None:
    background = (
        "Elin's ferries carry two million people a year and have been run by the state since a fire on board one of "
        "them in 1988, in which 31 died."
    )
    assert written(shared(*far("2025-03-02", background)))
    assert not written(shared(*far("2025-05-02", background)))


def test_whole_articles_are_copies_whenever_they_return() -> None:
    early, late = article(WIRE, published="2025-03-03"), article(f"{WIRE} Again.", published="2025-09-03")
    assert written(shared(early, late))


@pytest.mark.parametrize("times", [("soon", "2025-09-03"), ("2025-03-03", "2025-02-30"), ("soon", None)])
def test_times_that_are_none_set_nothing_apart(times: tuple[str | None, str | None]) -> None:
    early, late = (article(f"{WIRE} {number}", published=time) for number, time in enumerate(times))
    assert written(shared(early, late))


def test_the_wire_form_has_everything() -> None:
    (copy,) = shared(article(WIRE), article(f"{WIRE} More.", outlet="Bay Courier"))
    fields = copy.as_dict()
    assert set(fields) == set(Copy.__dataclass_fields__)
    assert fields["left_span"] == list(copy.left_span)
    assert fields["words"] == len(WIRE.split())
