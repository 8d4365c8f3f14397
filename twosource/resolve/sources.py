"""From a cluster to the record of a source: its name, what else it goes by, its office and its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.across import Source
from twosource.records import Anonymity, Kind
from twosource.resolve.body import body, is_generic
from twosource.resolve.groups import Cluster
from twosource.resolve.personal import personal
from twosource.resolve.signature import Signature

Place = tuple[str, int]
"""An attribution's id and a place in its chain."""
Order = Mapping[str, tuple[str, str, int, str]]
"""Attribution id → :attr:`twosource.across.Account.order`."""


def source(cluster: Cluster, mentions: Mapping[str, Sequence[Place]], *, order: Order | None = None) -> Source:
    """The source that ``cluster`` is. ``mentions`` are those of each signature, by its id; one at least in all.

    The name is the fullest in use, of several as full the most frequent. The seed is the first mention by ``order``;
    without one, the first by id.
    """
    counts = Counter({one: len(mentions.get(one.id, ())) for one in cluster.signatures})
    places = sorted({place for one in cluster.signatures for place in mentions.get(one.id, ())})
    names = _by(counts, "name")
    name = max(names, key=lambda one: (_fullness(one, cluster), names[one], one), default=None)
    return Source(
        name=name,
        names=tuple(sorted(set(names) - {name}, key=lambda one: (-names[one], one))),
        kind=_kind(counts),
        anonymity=_anonymity(counts),
        role=_most(_by(counts, "role")),
        affiliation=_most(_by(counts, "affiliation")),
        mentions=tuple(places),
        score=cluster.score,
        reasons=cluster.reasons,
        seed=min(places, key=lambda place: ((order or {}).get(place[0], ()), place), default=None),
    )


def _by(counts: Mapping[Signature, int], field: str) -> Counter[str]:
    """How often each value of a field stands in a mention."""
    found: Counter[str] = Counter()
    for one, count in counts.items():
        if value := getattr(one, field):
            found[value] += count
    return found


def _most(values: Counter[str]) -> str | None:
    return min(values, key=lambda one: (-values[one], one), default=None)


def _kind(counts: Mapping[Signature, int]) -> Kind:
    found: Counter[Kind] = Counter()
    for one, count in counts.items():
        found[one.kind] += count
    return min(found, key=lambda one: (-found[one], one))


def _anonymity(counts: Mapping[Signature, int]) -> Anonymity:
    """Named, where any mention is; else the most frequent."""
    found: Counter[Anonymity] = Counter()
    for one, count in counts.items():
        found[one.anonymity] += count
    return "named" if "named" in found else min(found, key=lambda one: (-found[one], one))


def _fullness(name: str, cluster: Cluster) -> tuple[int, int]:
    """People: whole words, then initials. Bodies: a name written out, then one with its country, then an acronym, then
    an address."""
    if cluster.signatures[0].is_person:
        told = personal(name).words
        return sum(len(word) > 1 for word in told), len(told)
    found = body(name)
    if found.host or found.acronym:
        return -2 if found.host else -1, 0
    return len(found.words), int(not is_generic(name))
