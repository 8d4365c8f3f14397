"""Passages and keys: what two copies have in common, whatever was trimmed around it, and the same on every machine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.origins.made import article
from twosource.origins import keys, passages

RUN = "the ferry struck the north pier at dawn and took on water within minutes of leaving port"
KNOWN = ["06a4fb06a38eb0ed", "1957f1aa99aea92f"]
words = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=0, max_size=30)


def all_keys(text: str) -> frozenset[str]:
    return frozenset[str]().union(*(keys(passage) for passage in passages(article(text))))


@given(words, words, words, words)
def test_twelve_words_in_a_row_always_give_a_common_key(a: list[str], b: list[str], c: list[str], d: list[str]) -> None:
    run = RUN.split()[:12]
    assert all_keys(" ".join(a + run + b)) & all_keys(" ".join(c + run + d))


def test_keys_see_through_case_marks_and_lost_apostrophes() -> None:
    one = "“The harbour didn't close,” said the harbour master, who had kept watch all night on the pier."
    other = '"THE HARBOUR DIDNT CLOSE", said the Harbour Master - who had kept watch, all night, on the pier'
    assert all_keys(one) == all_keys(other)


def test_turns_of_phrase_are_shorter_than_a_key() -> None:
    one = "Talks would go on in Ostrava next week, the Ministry of Foreign Affairs said, and no paper was signed."
    other = "Of the three envoys who left, the Ministry of Foreign Affairs said, only one had been at the talks."
    assert not all_keys(one) & all_keys(other)


def test_a_passage_is_a_paragraph_that_is_long_enough() -> None:
    text = f"Ferry hits pier\n\n{RUN}\n\nAsked for comment, none."
    found = passages(article(text))
    assert [text[slice(*passage.span)] for passage in found] == [RUN]


def test_fingerprints_are_the_same_on_every_machine() -> None:
    assert sorted(all_keys(RUN)) == KNOWN


def test_there_are_about_two_keys_in_seven_words() -> None:
    text = " ".join(f"word{number}" for number in range(700))
    assert 150 <= len(all_keys(text)) <= 250
