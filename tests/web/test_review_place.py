"""Places at the review desk, as they stand in addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.room.judging import Thing
from twosource.web.paging import encode
from twosource.web.problem import Problem
from twosource.web.review_place import Place, named

texts = st.one_of(st.none(), st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
places = st.builds(Place, only=texts, proposition=texts, source=texts, attribution=texts, case=texts, after=texts)


@given(places)
def test_there_and_back(place: Place) -> None:
    assert Place.read(place.query) == place
    assert place.url.startswith("/review")


def test_what_is_of_no_place_is_left_out() -> None:
    assert Place.read("done=abc&only=source&next=https://elsewhere.example/") == Place(only="source")
    assert Place.read("%%%=&&&;;") == Place()


ids = st.text("0123456789abcdef/", min_size=1, max_size=16)


@given(about=st.sampled_from(("source", "proposition", "link", "attribution")), left=ids, right=st.none() | ids)
def test_a_thing_is_named_and_found_again(about: str, left: str, right: str | None) -> None:
    thing = Thing(about=about, left=left, right=right)  # type: ignore[arg-type]
    assert Place(case=named(thing)).thing == thing
    assert Place().at(thing).thing == thing
    assert Place(case=named(thing)).at(None).thing is None


@pytest.mark.parametrize("case", ["attribution", "attribution~", "~a", "everything~a", "attribution~a~b~c"])
def test_what_names_nothing_is_a_problem(case: str) -> None:
    with pytest.raises(Problem) as raised:
        _ = Place(case=case).thing
    assert raised.value.status == 422


@pytest.mark.parametrize("place", [Place(only="everything"), Place(after="nonsense!"), Place(after=encode("x", "y"))])
def test_a_place_that_there_is_not_is_a_problem(place: Place) -> None:
    with pytest.raises(Problem):
        _ = (place.choice, place.key)
