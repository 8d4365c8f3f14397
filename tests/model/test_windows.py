"""Windows: the cores partition the words, whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model.windows import read_words, windows
from twosource.model.wordpiece import WordPieces

VOCABULARY = WordPieces.embedded()
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["the", "mayor", "said", "“no”", "antidisestablishmentarianism", "3.5", "."]), min_size=1)
)


@settings(max_examples=60)
@given(PARAGRAPHS, st.integers(24, 80), st.integers(0, 10))
def test_cores_partition_the_words(paragraphs: list[list[str]], size: int, context: int) -> None:
    texts = [" ".join(words) for words in paragraphs]
    spans, at = [], 0
    for text in texts:
        spans.append((at, at + len(text)))
        at += len(text) + 2
    words = read_words("\n\n".join(texts), spans, VOCABULARY)
    cut = list(windows(words, VOCABULARY, size=size, context=context))
    cores = [word for window in cut for word in range(window.core, window.end)]
    assert cores == list(range(len(words.spans)))
    for window in cut:
        assert len(window.ids) <= size + 2
        assert len(window.ids) == len(window.features)
        assert len(window.heads) == window.end - window.first
        assert [window.ids[head] for head in window.heads] == [p[0] for p in words.pieces[window.first : window.end]]


def test_a_window_ends_at_a_paragraph_end_where_one_is_near() -> None:
    text = "\n".join(["one two three four five."] * 10)
    spans = [(line * 25, line * 25 + 24) for line in range(10)]
    words = read_words(text, spans, VOCABULARY)
    ends = [window.end for window in windows(words, VOCABULARY, size=20, context=0)]
    assert all(end % 6 == 0 for end in ends)


def test_context_is_read_again_and_does_not_count() -> None:
    words = read_words("a b c d e f g h i j", [(0, 19)], VOCABULARY)
    cut = list(windows(words, VOCABULARY, size=6, context=2))
    assert [(window.first, window.core, window.end) for window in cut] == [(0, 0, 6), (4, 6, 10)]


def test_no_words_no_windows() -> None:
    assert not list(windows(read_words("", [], VOCABULARY), VOCABULARY))
