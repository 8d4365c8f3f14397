from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.given import article, judged, judgements, mention, named, person, signatures
from twosource.across import Anchor, Judgement
from twosource.resolve import Cluster, Signature, alone, cluster, compare, signature
from twosource.resolve.verdicts import about_sources, anchored

MANY = st.lists(signatures(), max_size=14)


def labels(found: Iterable[Cluster]) -> set[frozenset[str]]:
    return {frozenset(one.label for one in each.signatures) for each in found}


def test_joins_say_why_and_how_sure_the_least_sure_was() -> None:
    found = cluster([person("Bill Feld"), person("William Feld"), person("William M. Feld")])
    assert labels(found) == {frozenset({"Bill Feld", "William Feld", "William M. Feld"})}
    assert found[0].score == pytest.approx(0.9)
    assert "same first and family name: William Feld, William M. Feld" in found[0].reasons


@pytest.mark.parametrize(
    "names",
    [
        ("Ivo W. Tarn", "Ivo H. Tarn", "Ivo Tarn"),
        ("John Smith Vesk", "John Smith Reke", "John Smith"),
    ],
)
def test_who_fits_two_that_are_at_odds_joins_neither(names: tuple[str, ...]) -> None:
    assert labels(cluster([person(name) for name in names])) == {frozenset({name}) for name in names}


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    names = ("VWBC", "Veldrian Water Board Council", "Vale Wine Bureau Club")
    assert labels(cluster([named(name, "organisation") for name in names])) == {frozenset({name}) for name in names}


def test_no_signatures_no_clusters() -> None:
    assert cluster([]) == []


def test_a_person_joins_what_no_score_would() -> None:
    both = [person("Anna Feld"), person("Ivo Tarn")]
    found = cluster(both, judgements=[judged("same", "Anna Feld", "ivo tarn")])
    assert len(found) == 1
    assert (found[0].score, found[0].reasons) == (1.0, ("a person's judgement",))


def test_a_person_parts_what_a_score_joins() -> None:
    both = [person("Bill Feld"), person("William Feld")]
    assert len(cluster(both)) == 1
    assert len(cluster(both, judgements=[judged("not-same", "Bill Feld", "William Feld")])) == 2
    assert len(cluster(both, judgements=[judged("unsure", "Bill Feld", "William Feld")])) == 2


def test_the_parted_are_not_joined_by_a_third() -> None:
    three = [person("Bill Feld"), person("William Feld"), person("Billy Feld")]
    found = cluster(three, judgements=[judged("not-same", "Bill Feld", "William Feld")])
    assert labels(found) == {frozenset({"Bill Feld"}), frozenset({"William Feld"}), frozenset({"Billy Feld"})}


def test_the_last_word_counts_and_what_is_withdrawn_does_not() -> None:
    both = [person("Bill Feld"), person("William Feld")]
    parted = judged("not-same", "Bill Feld", "William Feld", at="2025-03-05")
    again = judged("same", "William Feld", "Bill Feld", at="2025-03-06")
    taken = Judgement(verdict="withdrawn", about="source", left=Anchor(record=parted.id), by="ed", made_at="2025-03-07")
    assert len(cluster(both, judgements=[again, parted])) == 1
    assert len(cluster(both, judgements=[parted, taken])) == 1
    assert len(cluster(both, judgements=[taken, parted, again])) == 1


def test_judgements_about_something_else_do_not_count() -> None:
    both = [person("Bill Feld"), person("William Feld")]
    other = Judgement(
        verdict="not-same",
        about="proposition",
        left=Anchor(record="-", name="Bill Feld"),
        right=Anchor(record="-", name="William Feld"),
    )
    assert about_sources([other]) == []
    assert len(cluster(both, judgements=[other])) == 1


def test_an_anchor_finds_the_mention_that_it_points_at() -> None:
    here, there = article("One."), article("Two.")
    mine, yours = (signature(mention("Feld"), article=one) for one in (here, there))
    known = {(here.id, (0, 3)): mine.id}
    by_place = Anchor(record="-", article=here.id, span=(0, 3), name="Somebody")
    by_name = Anchor(record="-", article=there.id, span=(0, 3), name="FELD")
    assert anchored(by_place, [mine, yours], known) == (mine.id,)
    assert anchored(by_name, [mine, yours], known) == (yours.id,)
    assert anchored(Anchor(record="-", name="Feld"), [mine, yours], known) == ()
    full = person("Anna Feld")
    verdict = judged("same", by_place, "Anna Feld")
    assert len(cluster([mine, yours, full], judgements=[verdict], places=known)) == 2


@settings(max_examples=60, deadline=None)
@given(MANY, judgements(), st.randoms(use_true_random=False))
def test_the_order_is_nothing(many: list[Signature], said: list[Judgement], chance: random.Random) -> None:
    shuffled, heard = list(many), list(said)
    chance.shuffle(shuffled)
    chance.shuffle(heard)
    assert cluster(many, judgements=said) == cluster(shuffled, judgements=heard)


@settings(max_examples=60, deadline=None)
@given(MANY, judgements())
def test_every_signature_is_in_one_cluster(many: list[Signature], said: list[Judgement]) -> None:
    found = [one.id for each in cluster(many, judgements=said) for one in each.signatures]
    assert sorted(found) == sorted({one.id for one in many})


@settings(max_examples=100, deadline=None)
@given(MANY)
def test_no_cluster_holds_two_in_conflict(many: list[Signature]) -> None:
    for each in cluster(many):
        assert not any(compare(a, b).conflict for a, b in combinations(each.signatures, 2))
        assert (each.score < 1) is (len(each.signatures) > 1)


@settings(max_examples=60, deadline=None)
@given(MANY, judgements())
def test_a_person_outranks_every_score(many: list[Signature], said: list[Judgement]) -> None:
    found = {one.id: each.id for each in cluster(many, judgements=said) for one in each.signatures}
    standing = about_sources(said)
    for one in standing:
        assert one.right
        left, right = anchored(one.left, many, {}), anchored(one.right, many, {})
        if one.verdict == "not-same":
            assert not any(found[a] == found[b] for a in left for b in right if a != b)
        if one.verdict == "same" and not any(other.verdict == "not-same" for other in standing):
            assert len({found[each] for each in (*left, *right)}) <= 1


def test_a_person_joins_two_with_all_that_scores_join_to_either() -> None:
    names = ("Bill Feld", "William M. Feld", "Anna Tarn", "Anna B. Tarn")
    found = cluster([person(name) for name in names], judgements=[judged("same", "Bill Feld", "Anna B. Tarn")])
    assert labels(found) == {frozenset(names)}
    assert "a person's judgement" in found[0].reasons
    assert found[0].score == compare(person("Bill Feld"), person("William M. Feld")).score


def test_but_not_with_what_a_person_keeps_apart() -> None:
    names = ("Bill Feld", "William M. Feld", "Anna Tarn", "Anna B. Tarn")
    said = [judged("same", "Bill Feld", "Anna B. Tarn"), judged("not-same", "William M. Feld", "Anna Tarn")]
    found = cluster([person(name) for name in names], judgements=said)
    at = {one.label: each.id for each in found for one in each.signatures}
    assert at["Bill Feld"] == at["Anna B. Tarn"]
    assert at["William M. Feld"] != at["Anna Tarn"]


def test_the_seam_is_where_the_least_sure_join_was() -> None:
    (found,) = cluster([person("William Feld"), person("William M. Feld"), person("Bill Feld")])
    assert found.seam
    assert "Bill Feld" in {one.label for one in found.seam}
    assert compare(*found.seam).score == found.score
    assert cluster([person("William Feld")])[0].seam is None
    (tied,) = cluster([person("Anna Feld"), person("Ivo Tarn")], judgements=[judged("same", "Anna Feld", "Ivo Tarn")])
    assert tied.seam is None


def test_who_is_taken_out_joins_nobody_but_whom_a_person_says() -> None:
    here = article("Anna Feld spoke.")
    told = mention("Anna Feld", span=(0, 9))
    taken, others = alone(told, article=here), [person("Anna Feld"), person("Anna M. Feld"), person("Ivo Tarn")]
    places = {(here.id, (0, 9)): taken.id}
    assert labels(cluster([taken, *others])) == {
        frozenset({"Anna Feld"}),
        frozenset({"Anna Feld", "Anna M. Feld"}),
        frozenset({"Ivo Tarn"}),
    }
    same = judged("same", Anchor(record="-", article=here.id, span=(0, 9), name="Anna Feld"), "Ivo Tarn")
    assert labels(cluster([taken, *others], judgements=[same], places=places)) == {
        frozenset({"Anna Feld", "Anna M. Feld"}),
        frozenset({"Anna Feld", "Ivo Tarn"}),
    }


def test_of_contrary_verdicts_by_other_names_the_later_outranks() -> None:
    both = [person("Anna Feld"), person("Ivo Tarn")]
    here = article("Ivo Tarn spoke.")
    anchor = Anchor(record="-", article=here.id, span=(0, 8), name="the mayor")
    places = {(here.id, (0, 8)): both[1].id}
    parted = judged("not-same", "Anna Feld", "Ivo Tarn", at="2025-03-05")
    joined = judged("same", "Anna Feld", anchor, at="2025-03-06")
    assert len(cluster(both, judgements=[parted, joined], places=places)) == 1
    earlier = judged("same", "Anna Feld", anchor, at="2025-03-04")
    assert len(cluster(both, judgements=[parted, earlier], places=places)) == 2
