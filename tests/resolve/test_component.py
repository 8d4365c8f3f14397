from __future__ import annotations

from collections.abc import Callable, Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.given import article, judged, judgements, mention, person, signatures
from twosource.across import Anchor, Judgement
from twosource.resolve import Cluster, Signature, cluster, component, keys, signature


def finder(known: Iterable[Signature]) -> Callable[[frozenset[str]], list[Signature]]:
    everything = list(known)
    return lambda wanted: [one for one in everything if keys(one) & wanted]


def test_reaches_over_several_joins_and_no_further() -> None:
    chain = [person(name) for name in ("Bill Feld", "William Feld", "William M. Feld", "Willy Feld")]
    others = [person("Anna Feld"), person("Bill Tarn")]
    found = component(chain[:1], find=finder([*chain, *others]))
    assert [one.id for one in found] == sorted(one.id for one in chain)


def test_reaches_over_what_a_person_joined() -> None:
    here = article("One.")
    hidden = signature(mention("Feld"), article=here)
    both = [person("Anna Feld"), person("Ivo Tarn"), hidden]
    verdicts = [
        judged("same", "Anna Feld", "Ivo Tarn"),
        judged("same", "Ivo Tarn", Anchor(record="-", article=here.id, span=(0, 3), name="the general")),
    ]
    places = {(here.id, (0, 3)): hidden.id}
    found = component(both[:1], find=finder(both), judgements=verdicts, places=places)
    assert len(found) == 3
    assert len(component(both[:1], find=finder(both), judgements=verdicts)) == 2


@settings(max_examples=150, deadline=None)
@given(st.lists(signatures(), min_size=1, max_size=14), judgements())
def test_clustering_a_component_alone_is_clustering_all(many: list[Signature], said: list[Judgement]) -> None:
    everything = {each.id: each for each in cluster(many, judgements=said)}
    alone: dict[str, Cluster] = {}
    for one in many:
        reached = component([one], find=finder(many), judgements=said)
        alone.update({each.id: each for each in cluster(reached, judgements=said)})
    assert alone == everything
