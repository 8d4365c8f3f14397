from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource import records
from twosource.records import Article, Attribution, Figure, Interval, Mention, Span, check_spans, content_id

TYPES = [Article, Attribution, Figure, Interval, Mention, records.Relation]


@pytest.mark.parametrize("kind", TYPES)
def test_records_are_frozen_slotted_values(kind: type) -> None:
    assert "__slots__" in vars(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("spans", "length", "good"),
    [
        ((), 0, True),
        (((0, 1),), 1, True),
        (((0, 2), (2, 4)), 4, True),
        (((0, 2), (1, 4)), 4, False),
        (((2, 4), (0, 1)), 4, False),
        (((1, 1),), 4, False),
        (((-1, 1),), 4, False),
        (((0, 5),), 4, False),
    ],
)
def test_spans_are_checked(spans: tuple[Span, ...], length: int, *, good: bool) -> None:
    if good:
        check_spans(spans, length)
    else:
        with pytest.raises(ValueError, match="span"):
            check_spans(spans, length)


def test_an_article_with_paragraphs_outside_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Article(text="short", paragraphs=((0, 6),))


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_ids_are_hex_and_differ_as_their_parts_do(left: list[str], right: list[str]) -> None:
    made = content_id(*left)
    assert len(made) == 16
    assert int(made, 16) >= 0
    joined = ("\x1f".join(left), "\x1f".join(right))
    assert (made == content_id(*right)) == (joined[0] == joined[1])


@given(st.text(alphabet=st.characters()))
def test_any_text_has_an_id(text: str) -> None:
    assert Article(text=text, paragraphs=()).id == Article(text=text, paragraphs=(), outlet="Elsewhere").id


def test_a_changed_page_is_another_article(article: Article) -> None:
    changed = dataclasses.replace(article, text=article.text + " More.")
    assert changed.id != article.id
    assert dataclasses.replace(article, source="other.html").id == article.id


def test_an_attribution_is_known_by_its_spans(attributions: tuple[Attribution, ...]) -> None:
    first, second = attributions
    assert first.id != second.id
    assert dataclasses.replace(first, confidence=0.1, polarity="deny").id == first.id
    assert dataclasses.replace(first, source=()).id != first.id


def test_wire_form_of_an_article(article: Article) -> None:
    assert list(article.as_dict()) == [
        *("id", "url", "title", "text", "paragraphs", "language", "outlet", "authors", "credits"),
        *("published", "modified", "media_type", "captions"),
    ]
    assert article.as_dict()["url"] is None
    assert article.as_dict()["authors"] == ["Jo Lind", "Max Ott"]


def test_wire_form_of_an_attribution(attributions: tuple[Attribution, ...]) -> None:
    first = attributions[0].as_dict()
    assert list(first) == [
        *("id", "content", "cue", "source", "manner", "act", "polarity", "certainty"),
        *("polarity_score", "certainty_score", "hedge", "target"),
        *("said", "about", "chain", "figures", "confidence", "amends"),
    ]
    assert first["chain"][1] == {
        **{"name": None, "kind": "person", "role": "official", "affiliation": "Mill Board"},
        **{"anonymity": "unnamed", "number": None, "reason": None, "span": None},
    }
    assert list(first["figures"][0]) == ["span", "low", "high", "bound", "unit", "of", "part_of"]
    assert first["confidence"] == 0.9123
    assert attributions[1].as_dict()["said"] == {"start": "2025-03-04", "end": "2025-03-05", "text": "on Tuesday"}


def test_a_correction_has_an_id_of_all_that_a_person_may_change(attributions: tuple[Attribution, ...]) -> None:
    old = attributions[0]
    speaker = Mention(name="Ida Wren", kind="person", anonymity="named")
    changes: list[dict[str, object]] = [
        {},
        {"content": ((0, 4),)},
        {"source": ()},
        {"polarity": "deny"},
        {"certainty": "certain"},
        {"chain": (speaker,)},
        {"chain": (dataclasses.replace(speaker, role="mayor"),)},
        {"amends": "0123456789abcdef"},
    ]
    made = [dataclasses.replace(old, **{"amends": old.id, **changed}) for changed in changes]  # type: ignore[arg-type]
    assert len({old.id, *(one.id for one in made)}) == len(made) + 1
    surer = dataclasses.replace(made[0], confidence=0.5, polarity_score=0.25)
    assert surer.id == made[0].id
    assert dataclasses.replace(made[0], amends=None).id == old.id
