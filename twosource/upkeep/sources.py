"""Sources: which mentions are one, brought up to date around the mentions that came or went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from twosource.across import Account, Source
from twosource.ledger import View, Writer
from twosource.resolve import Cluster, Signature, cluster, compare, component, keys, source
from twosource.review.sources import joins
from twosource.upkeep import source_pairs
from twosource.upkeep.judged import Judged
from twosource.upkeep.mentions import Place, Spoken
from twosource.upkeep.signatures import BLOCKS, CLUSTERS, MENTIONS, SIGNATURES, beside, found_by, inside, read


def update(
    writer: Writer,
    *,
    judged: Judged,
    arrived: Collection[str] = (),
    retired: Collection[str] = (),
    mentions: Collection[Place] = (),
) -> set[str]:
    """Bring sources up to date around accounts that ``arrived`` or ``retired`` and ``mentions`` that were judged.

    The ids of all accounts that have a mention whose source is another than before, or goes by another name.
    """
    spoken = judged.spoken
    come, gone = writer.accounts(arrived), writer.accounts(retired)
    moved = {one.article.id for one in (*come.values(), *gone.values())}
    again = {place for place in {*mentions, *spoken.depending(moved)} if place[0] not in gone}
    before = _signatures(writer, {*_places(gone.values()), *again})
    touched = {*before.values(), *_beside(writer, before.values())}
    touched |= _sign(writer, come.values(), spoken, only=None)
    touched |= _sign(writer, writer.accounts({one for one, _ in again}).values(), spoken, only=again)
    writer.drop_keys(MENTIONS, sorted(map(_item, _places(gone.values()))))
    _forget_unused(writer, before.values())
    return _cluster(writer, touched, spoken)


def _cluster(writer: Writer, touched: set[str], spoken: Spoken) -> set[str]:
    """Cluster all that hangs together with ``touched`` signatures anew."""
    before = _sources_of(writer, touched)
    touched = touched | {one for old in before.values() for one in inside(writer, old.id)}
    there = read(writer, touched)
    said, places = spoken.judgements, spoken.places
    reached = component(there.values(), find=lambda wanted: found_by(writer, wanted), judgements=said, places=places)
    before |= _sources_of(writer, {one.id for one in reached})
    after = [_source(writer, one, before) for one in cluster(reached, judgements=said, places=places)]
    source_pairs.forget(writer, {*before, *(found.id for found, _ in after)})
    writer.drop_sources(sorted(before.keys() - {found.id for found, _ in after}))
    writer.put_sources([found for found, _ in after])
    _put_cases(writer, after, spoken)
    writer.drop_keys(CLUSTERS, sorted(touched - there.keys()))
    writer.put_keys(CLUSTERS, {one.id: {found.id} for found, own in after for one in own.signatures})
    source_pairs.put(writer, after, spoken)
    return _changed(before, [found for found, _ in after])


def _put_cases(writer: Writer, found: Iterable[tuple[Source, Cluster]], spoken: Spoken) -> None:
    listed = list(found)
    seams = {one.id for _, own in listed if own.seam for one in own.seam}
    counts = {one: len(items) for one, items in writer.items(MENTIONS, sorted(seams)).items()}
    cases = ((one.id, case) for one, own in listed if not spoken.settled(one) for case in joins(one, own, counts))
    writer.put_cases([one.id for one, _ in listed], cases)


def _places(accounts: Iterable[Account]) -> set[Place]:
    return {(one.id, place) for one in accounts for place in range(len(one.attribution.chain))}


def _signatures(view: View, places: Iterable[Place]) -> dict[Place, str]:
    """The signatures that mentions have now."""
    items = {_item(place): place for place in places}
    return {items[item]: one for item, own in view.keys(MENTIONS, sorted(items)).items() for one in own}


def _item(place: Place) -> str:
    return f"{place[0]} {place[1]}"


def _beside(view: View, ids: Collection[str]) -> set[str]:
    """What signatures are joined with, which may be joined otherwise without them."""
    own = read(view, ids)
    near = beside(view, own.values())
    return {other.id for one in own.values() for other in near[one.id] if compare(one, other).joined}


def _sign(writer: Writer, accounts: Iterable[Account], spoken: Spoken, *, only: Collection[Place] | None) -> set[str]:
    """Keep the signatures that mentions of ``accounts``, ``only`` some or all, have for what is judged."""
    own: dict[str, Signature] = {}
    of: dict[str, set[str]] = {}
    for account in accounts:
        for place, mention in enumerate(account.attribution.chain):
            if only is None or (account.id, place) in only:
                one = spoken.signature(mention, account.article)
                own[one.id] = one
                of[_item((account.id, place))] = {one.id}
    known = writer.keys(SIGNATURES, sorted(own))
    new = {one: found for one, found in own.items() if not known[one]}
    writer.put_keys(SIGNATURES, {one: {found.packed()} for one, found in new.items()})
    writer.put_keys(BLOCKS, {one: keys(found) for one, found in new.items()})
    writer.put_keys(MENTIONS, of)
    return set(own)


def _forget_unused(writer: Writer, ids: Iterable[str]) -> None:
    """Forget those signatures that no mention has any more."""
    unused = [one for one, left in writer.items(MENTIONS, sorted(set(ids))).items() if not left]
    for space in (SIGNATURES, BLOCKS):
        writer.drop_keys(space, unused)


def _sources_of(view: View, signatures: Collection[str]) -> dict[str, Source]:
    ids = set().union(*view.keys(CLUSTERS, sorted(signatures)).values())
    return {found.id: found for found in view.sources(sorted(ids))}


def _source(writer: Writer, own: Cluster, before: Mapping[str, Source]) -> tuple[Source, Cluster]:
    """The record of a cluster; its seed is the earliest of its mentions."""
    found = source(own, mentions_of(writer, [each.id for each in own.signatures]))
    own_mentions = set(found.mentions)
    # The earliest of an old source is its seed: of one that is here whole or in part, no other needs to be looked at.
    kept = [old for old in before.values() if old.seed in own_mentions]
    settled = {mention for old in kept for mention in old.mentions} - {old.seed for old in kept}
    unsure = own_mentions - settled
    accounts = writer.accounts(sorted({attribution for attribution, _ in unsure}))
    seed = min(unsure, key=lambda mention: (accounts[mention[0]].order, mention[1]))
    return replace(found, seed=seed), own


def mentions_of(view: View, signatures: Collection[str]) -> dict[str, list[Place]]:
    """The mentions of each of ``signatures``, by id, sorted."""
    found: dict[str, list[Place]] = {one: [] for one in signatures}
    for one, items in view.items(MENTIONS, signatures).items():
        for item in sorted(items):
            attribution, _, place = item.partition(" ")
            found[one].append((attribution, int(place)))
    return found


def seam(view: View, source_id: str, *, judged: Judged) -> tuple[Signature, Signature] | None:
    """The two signatures that the least sure join of a source brought together, where a score did."""
    own = read(view, view.items(CLUSTERS, [source_id])[source_id])
    said, places = judged.spoken.judgements, judged.spoken.places
    return next((one.seam for one in cluster(own.values(), judgements=said, places=places)), None)


def _changed(before: Mapping[str, Source], after: Iterable[Source]) -> set[str]:
    """The accounts of mentions whose source is another, or reads otherwise, than before."""
    old = {mention: found for found in before.values() for mention in found.mentions}
    return {
        mention[0]
        for found in after
        for mention in found.mentions
        if mention not in old or _label(old[mention]) != _label(found)
    }


def _label(found: Source) -> tuple[object, ...]:
    return found.id, found.name, found.kind, found.anonymity, found.role, found.affiliation
