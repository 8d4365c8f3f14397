from __future__ import annotations

from dataclasses import replace

import pytest

from tests.brief.charts.drawn import collisions, size, texts
from tests.brief.made import KARL, OFFICER, POST, RUTH, by, origin
from tests.brief.whole import an_entry, crowd, spread
from twosource.brief.charts.origins import origins, trees

HALE = [
    by(RUTH, f"the ferry was full, {name} learned", outlet=name) for name in ("Hill Post", "Coast Radio", "Morning Sun")
]
BRANDT = by(KARL, "the ferry was full", "denied that", polarity="deny", act="denies", outlet="Hill Post")
STORY = an_entry([*HALE, BRANDT], [origin(BRANDT, root="Karl Brandt", stance="deny"), origin(*HALE)])


def test_each_origin_has_its_outlets_and_the_one_that_most_hang_on_comes_first() -> None:
    shown = [text.what for text in texts(origins(STORY, wide=680))]
    assert shown[0:2] == ["Ruth Hale", "3 outlets"]
    assert sorted(shown[2:5]) == ["Coast Radio", "Hill Post", "Morning Sun"]
    assert shown[5:] == ["Karl Brandt", "1 outlet", "Hill Post"]


def test_an_outlet_is_counted_once_and_says_through_whom_it_has_it() -> None:
    through = [by(OFFICER, words, outlet="Coast Radio", words="An officer") for words in ("it was full", "it was")]
    told = [replace(one, account=_via(one)) for one in through]
    (found,) = trees(an_entry(told, [origin(*told, root="unnamed officer")]))
    assert found.outlets == (("Coast Radio", "via Hill Post; 2 articles"),)


def _via(one: object) -> object:
    account = one.account  # type: ignore[attr-defined]
    return replace(account, attribution=replace(account.attribution, chain=(POST, *account.attribution.chain)))


def test_where_no_two_outlets_hang_on_one_origin_there_is_no_chart() -> None:
    assert origins(an_entry([HALE[0], BRANDT], [origin(HALE[0]), origin(BRANDT)]), wide=680) == ""
    assert origins(an_entry(HALE), wide=680) == ""


def test_what_is_not_shown_to_be_independent_hangs_by_a_broken_line() -> None:
    assert 'class="loose"' not in origins(STORY, wide=680)
    loose = an_entry(HALE, [origin(*HALE, shown=False)])
    assert origins(loose, wide=680).count('class="loose"') == 3


@pytest.mark.parametrize("wide", [680, 344])
@pytest.mark.parametrize("number", [40, 60, 300])
def test_many_are_legible_and_bounded(number: int, wide: float) -> None:
    drawn = origins(crowd(number), wide=wide)
    assert collisions(drawn) == []
    assert size(drawn)[0] == wide
    assert size(drawn)[1] < 1300
    assert len(drawn) < 60_000


def test_outlets_beyond_the_room_are_counted() -> None:
    told = list(spread(300))
    drawn = origins(an_entry(told, [origin(*told)]), wide=680)
    shown = [text.what for text in texts(drawn)]
    assert "300 outlets" in shown
    assert "and 270 more outlets" in shown
    assert collisions(drawn) == []
