from __future__ import annotations

from tests.resolve.given import article, mention, named, person
from twosource.resolve import Cluster, Signature, cluster, signature, source


def one_cluster(*found: Signature) -> Cluster:
    (only,) = cluster(found)
    return only


def test_a_person_across_articles() -> None:
    full, short, bare = (
        person("William M. Feld", "mayor", "Orrin"),
        person("Bill Feld", "mayor"),
        person("William Feld"),
    )
    mentions = {full.id: [("b", 0)], short.id: [("a", 1), ("d", 0)], bare.id: [("c", 0)]}
    order = {
        "a": ("2025", "x", 4, "a"),
        "b": ("2025", "x", 9, "b"),
        "c": ("2024", "y", 1, "c"),
        "d": ("2026", "z", 1, "d"),
    }
    found = source(one_cluster(full, short, bare), mentions, order=order)
    assert (found.name, found.names) == ("William M. Feld", ("Bill Feld", "William Feld"))
    assert (found.role, found.affiliation, found.kind, found.anonymity) == ("mayor", "Orrin", "person", "named")
    assert found.mentions == (("a", 1), ("b", 0), ("c", 0), ("d", 0))
    assert found.seed == ("c", 0)
    assert found.score < 1
    assert found.reasons


def test_a_body_is_called_by_its_long_name() -> None:
    long, short = named("World Health Organization", "organisation"), named("WHO", "organisation")
    found = source(one_cluster(long, short), {short.id: [("a", 0), ("b", 0)], long.id: [("c", 0)]})
    assert (found.name, found.names) == ("World Health Organization", ("WHO",))


def test_an_outlet_is_called_by_its_name_and_not_by_its_address() -> None:
    name, address = named("BBC", "outlet"), named("www.bbc.com", "outlet")
    found = source(one_cluster(name, address), {name.id: [("a", 0)], address.id: [("b", 0), ("c", 0)]})
    assert (found.name, found.names) == ("BBC", ("www.bbc.com",))


def test_of_names_as_full_the_most_frequent() -> None:
    one, other = person("Oleh Tarnsky"), person("Oleh Tarnskyy")
    found = source(one_cluster(one, other), {one.id: [("a", 0)], other.id: [("b", 0), ("c", 0)]})
    assert found.name == "Oleh Tarnskyy"


def test_one_that_is_never_named() -> None:
    told = mention(anonymity="role-only", role="spokesman", affiliation="Strandholt Terminals")
    only = signature(told, article=article())
    found = source(one_cluster(only), {only.id: [("b", 0), ("a", 0)]})
    assert (found.name, found.names, found.role) == (None, (), "spokesman")
    assert (found.anonymity, found.score, found.seed) == ("role-only", 1.0, ("a", 0))
