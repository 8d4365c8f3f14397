from __future__ import annotations

import pytest

from tests.brief.charts.drawn import collisions, pills, size, texts
from tests.brief.made import by, origin
from tests.brief.whole import an_entry, crowd
from tests.origins.made import person
from twosource.brief.charts.figures import figures
from twosource.brief.records import Statement
from twosource.records import Figure

HALE, BRANDT = person("Ruth Hale"), person("Karl Brandt")


def toll(who: object, words: str, when: str | None, low: float | None, high: float | None) -> Statement:
    start = len(f"{who.name} said ")  # type: ignore[attr-defined]
    bound = "at_least" if high is None else "exact"
    given_ = Figure(span=(start, start + len(words)), low=low, high=high, bound=bound, unit="people")
    return by(who, f"{words} people drowned", published=when, figures=(given_,))  # type: ignore[arg-type]


FOUR = toll(HALE, "four", "2025-03-01", 4, 4)
SEVEN = toll(HALE, "seven", "2025-03-02", 7, None)
TEN = toll(BRANDT, "ten to twelve", "2025-03-04", 10, 12)
STORY = an_entry([FOUR, SEVEN, TEN], [origin(FOUR, SEVEN), origin(TEN, root="Karl Brandt")])


def test_each_origin_has_a_letter_and_its_name_in_the_key() -> None:
    drawn = figures(STORY, wide=680)
    shown = [text.what for text in texts(drawn)]
    assert [text for text in shown if len(text) == 1 and text.isalpha()] == ["A", "A", "B", "A", "B"]
    assert {"Ruth Hale: 2 figures, 4 to 7", "Karl Brandt: 1 figure, 10 to 12"} <= set(shown)
    assert collisions(drawn) == []


def test_a_range_is_a_line_between_bars_and_an_open_end_an_arrow() -> None:
    drawn = figures(STORY, wide=680)
    assert drawn.count('class="range"') == 2 * 3
    only_exact = an_entry([FOUR, toll(BRANDT, "nine", "2025-03-04", 9, 9)])
    assert 'class="range"' not in figures(only_exact, wide=680)


@pytest.mark.parametrize(
    "statements",
    [
        [FOUR],
        [FOUR, toll(BRANDT, "seven", "2025-03-01", 7, 7)],
        [FOUR, toll(BRANDT, "four", "2025-03-02", 4, 4)],
        [FOUR, toll(BRANDT, "seven", None, 7, 7)],
        [FOUR, toll(BRANDT, "countless", "2025-03-02", float("inf"), None)],
    ],
    ids=["one", "one moment", "one number", "one dated", "one finite"],
)
def test_where_figures_say_nothing_there_is_no_chart(statements: list[Statement]) -> None:
    assert figures(an_entry(statements), wide=680) == ""


@pytest.mark.parametrize("wide", [680, 344])
@pytest.mark.parametrize("number", [3, 12, 60, 300])
def test_three_or_three_hundred_are_legible_and_of_one_size(number: int, wide: float) -> None:
    drawn = figures(crowd(number), wide=wide)
    assert collisions(drawn) == []
    assert size(drawn)[0] == wide
    assert size(drawn)[1] < 450
    assert 0 < len(pills(drawn)) <= number
    assert len(drawn) < 120_000


def test_origins_beyond_the_letters_share_a_star() -> None:
    shown = [text.what for text in texts(figures(crowd(300), wide=680))]
    assert any(text.startswith("6 other origins: ") for text in shown)


@pytest.mark.parametrize(("number", "summed"), [(12, False), (300, True)])
def test_where_letters_would_hide_each_other_bars_sum_them_up(number: int, summed: bool) -> None:
    drawn = figures(crowd(number), wide=680)
    assert ('class="bar"' in drawn) == summed
    assert ('class="pill"' in drawn) != summed
    counts = [int(text.what[1:]) for text in texts(drawn) if text.what.startswith("×")]
    assert sum(counts) == (number if summed else 0)
