from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Attribution, Span
from twosource.room.article_pieces import ROLES, Cut, Role, cut

HOSTILE = "a <b>&\"'\u202e\u200b\x00\x1b\ud800\n\r\u2028\t é漢🙂"


def found(content: Sequence[Span], *, cue: Sequence[Span] = (), source: Sequence[Span] = ()) -> Attribution:
    return Attribution(article_id="a", content=tuple(content), cue=tuple(cue), source=tuple(source))


def shown(made: Cut) -> list[tuple[str, str, int]]:
    return [(piece.text, " ".join(piece.roles), piece.depth) for piece in made.pieces]


SAID = "Anna said that Ben said so."
OUTER = found([(10, 26)], cue=[(5, 9)], source=[(0, 4)])
INNER = found([(24, 26)], cue=[(19, 23)], source=[(15, 18)])


@pytest.mark.parametrize(
    ("attributions", "expected"),
    [
        ((), [(SAID, "", 0)]),
        (
            (OUTER,),
            [
                ("Anna", "source", 0),
                (" ", "", 0),
                ("said", "cue", 0),
                (" ", "", 0),
                ("that Ben said so", "content", 1),
                (".", "", 0),
            ],
        ),
        (
            (OUTER, INNER),
            [
                ("Anna", "source", 0),
                (" ", "", 0),
                ("said", "cue", 0),
                (" ", "", 0),
                ("that ", "content", 1),
                ("Ben", "source content", 1),
                (" ", "content", 1),
                ("said", "cue content", 1),
                (" ", "content", 1),
                ("so", "content", 2),
                (".", "", 0),
            ],
        ),
        (
            (found([(0, 9)]), found([(5, 14)])),
            [("Anna ", "content", 1), ("said", "content", 2), (" that", "content", 1), (" Ben said so.", "", 0)],
        ),
    ],
)
def test_a_text_is_cut_where_anything_begins_or_ends(
    attributions: Sequence[Attribution], expected: list[tuple[str, str, int]]
) -> None:
    assert shown(cut(SAID, [(0, len(SAID))], attributions)) == expected


def test_each_content_opens_once_where_it_begins() -> None:
    made = cut(SAID, [(0, len(SAID))], [OUTER, INNER, found([(10, 14), (24, 26)])])
    assert [(piece.text, piece.opens) for piece in made.pieces if piece.opens] == [("that", (0, 2)), ("so", (1,))]


def test_the_chosen_one_is_told_apart_from_what_surrounds_it() -> None:
    made = cut(SAID, [(0, len(SAID))], [OUTER, INNER], chosen=1)
    assert [(piece.text, piece.chosen) for piece in made.pieces if piece.chosen] == [
        ("Ben", ("source",)),
        ("said", ("cue",)),
        ("so", ("content",)),
    ]


def test_a_quotation_over_two_paragraphs_is_cut_between_them() -> None:
    text = "“One.\n\n“Two.”"
    made = cut(text, [(0, 5), (7, 13)], [found([(1, 12)])])
    assert [(block.paragraph, block.blank, [piece.text for piece in block.pieces]) for block in made.blocks] == [
        (True, False, ["“", "One."]),
        (False, True, ["\n\n"]),
        (True, False, ["“Two.", "”"]),
    ]


def test_a_part_of_a_text_has_what_reaches_into_it() -> None:
    made = cut(SAID, [(0, len(SAID))], [OUTER, INNER], within=(15, 27))
    assert "".join(piece.text for piece in made.pieces) == SAID[15:]
    assert [piece.opens for piece in made.pieces if piece.opens] == [(1,)]
    assert made.within(0) == [(0, "content"), (1, "source")]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Span], list[Attribution], Span]:
    text = draw(st.text(st.sampled_from(HOSTILE), max_size=60))
    borders = st.integers(0, len(text))

    def spans(most: int) -> list[Span]:
        ends = sorted(draw(st.sets(borders, max_size=2 * most)))
        return list(zip(ends[::2], ends[1::2], strict=False))

    attributions = [
        found(spans(3) or [(0, len(text))], cue=spans(2), source=spans(2)) for _ in range(draw(st.integers(0, 6)))
    ]
    start = draw(borders)
    return text, spans(4), attributions, (start, draw(st.integers(start, len(text))))


@given(texts())
def test_the_pieces_are_the_text_and_know_what_they_belong_to(
    case: tuple[str, list[Span], list[Attribution], Span],
) -> None:
    text, paragraphs, attributions, within = case
    made = cut(text, paragraphs, attributions, within=within)
    pieces = list(made.pieces)
    assert "".join(piece.text for piece in pieces) == text[slice(*within)]
    assert [border for piece in pieces for border in piece.span][1:-1:2] == [piece.span[0] for piece in pieces[1:]]
    assert [block.first for block in made.blocks] == _running(len(block.pieces) for block in made.blocks)
    for place, piece in enumerate(pieces):
        owners = {(owner, role) for owner, one in enumerate(attributions) for role in roles_at(one, piece.span[0])}
        assert set(made.within(place)) == owners
        assert piece.roles == tuple(role for role in ROLES if role in {role for _, role in owners})
        assert piece.depth == sum(role == "content" for _, role in owners)


@given(texts())
def test_paragraphs_stay_together(case: tuple[str, list[Span], list[Attribution], Span]) -> None:
    text, paragraphs, attributions, _ = case
    made = cut(text, paragraphs, attributions)
    told = ["".join(piece.text for piece in block.pieces) for block in made.blocks if block.paragraph]
    assert told == [text[slice(*span)] for span in paragraphs]


def test_a_thousand_nested_contents_have_no_million_pairs() -> None:
    text = "x" * 4000
    nested = [found([(place, 4000 - place)]) for place in range(1000)]
    made = cut(text, [(0, 4000)], nested)
    assert sum(len(runs) for runs in made.runs) == 1000
    assert max(piece.depth for piece in made.pieces) == 1000
    assert len(list(made.pieces)) == 1999


def roles_at(attribution: Attribution, place: int) -> set[Role]:
    groups: list[tuple[Role, tuple[Span, ...]]] = [
        ("source", attribution.source),
        ("cue", attribution.cue),
        ("content", attribution.content),
    ]
    return {role for role, spans in groups if any(start <= place < end for start, end in spans)}


def _running(sizes: object) -> list[int]:
    total, found = 0, []
    for size in sizes:  # type: ignore[attr-defined]
        found.append(total)
        total += size
    return found
