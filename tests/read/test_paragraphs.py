import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read import paragraphs

LINES = st.text(alphabet="ab. \t\n\xa0é", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t\nTwo.\n", ["One.", "Two."]),
        ("A paragraph a line.\nAnother paragraph.\n\nThird.", ["A paragraph a line.", "Another paragraph.", "Third."]),
        ("  Indented.\xa0\n\nNext.", ["Indented.", "Next."]),
    ],
)
def test_found_paragraphs(text, expected):
    assert [text[slice(*span)] for span in paragraphs.find(text)] == expected


WRAPPED = """\
Harbour pilots in Port Elin refused on Monday to guide ships through the
northern channel, saying that two buoys had been moved during the night
and that nobody had told them.

The port authority said that it knew nothing of the matter. A spokesman
added that the buoys were inspected "every spring, without exception".
"""


def test_hand_wrapped_lines_make_whole_paragraphs():
    found = [WRAPPED[slice(*span)] for span in paragraphs.find(WRAPPED)]
    assert len(found) == 2
    assert found[0].startswith("Harbour pilots")
    assert found[0].endswith("told them.")
    assert "\n" in found[1]


def test_wrapped_text_without_blank_lines_breaks_after_short_last_lines():
    text = WRAPPED.replace("\n\n", "\n")
    assert len(paragraphs.find(text)) == 2


def test_lists_of_short_lines_are_not_taken_for_wrapped_text():
    assert len(paragraphs.find("Flour\nButter\nSalt\nA spoon of honey")) == 4


@given(LINES)
def test_spans_cover_all_that_is_not_blank(text):
    spans = paragraphs.find(text)
    outside = list(text)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        outside[start:end] = " " * (end - start)
    assert not "".join(outside).strip()
    assert list(spans) == sorted(spans)


@given(st.lists(LINES))
def test_joined_paragraphs_are_found_at_their_spans(pieces):
    text, spans = paragraphs.join(pieces)
    kept = [piece.strip() for piece in pieces if piece.strip()]
    assert [text[slice(*span)] for span in spans] == kept
    assert text == "\n\n".join(kept)
