"""Sources: which mentions are one, brought up to date around the mentions that came or went."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from twosource.across import Account, Judgement, Source
from twosource.ledger import View, Writer
from twosource.records import Span
from twosource.resolve import Cluster, Signature, cluster, component, keys, signature, source

SIGNATURES = "signature"
"""A signature's id → its fields as JSON."""

BLOCKS = "source"
MENTIONS = "mention"
"""A mention ("attribution place") → its signature's id."""

CLUSTERS = "cluster"
"""A signature's id → its source's id."""

Place = tuple[str, int]


def update(
    writer: Writer,
    *,
    arrived: Collection[str] = (),
    retired: Collection[str] = (),
    mentions: Collection[Place] = (),
) -> set[str]:
    """Bring sources up to date around accounts that ``arrived`` or ``retired`` and ``mentions`` that were judged.

    The ids of all accounts that have a mention whose source is another than before, or goes by another name.
    """
    touched = _come(writer, arrived) | _gone(writer, retired) | _signatures_of(writer, mentions)
    before = _sources_of(writer, touched)
    touched |= {one for old in before.values() for one in _inside(writer, old)}
    judgements = [one for one in writer.judgements() if one.about == "source" or one.verdict == "withdrawn"]
    places = _judged_places(writer, judgements)
    reached = component(
        _read(writer, touched).values(),
        find=lambda wanted: _found(writer, wanted),
        judgements=judgements,
        places=places,
    )
    before |= _sources_of(writer, {one.id for one in reached})
    after = [_source(writer, one, before) for one in cluster(reached, judgements=judgements, places=places)]
    writer.drop_sources(sorted(before.keys() - {found.id for found, _ in after}))
    writer.put_sources([found for found, _ in after])
    writer.put_keys(CLUSTERS, {one.id: {found.id} for found, own in after for one in own.signatures})
    return _changed(before, [found for found, _ in after])


def _come(writer: Writer, arrived: Collection[str]) -> set[str]:
    """Keep the signatures of mentions that arrived."""
    own: dict[str, Signature] = {}
    of: dict[str, set[str]] = {}
    for account in writer.accounts(arrived).values():
        for place, mention in enumerate(account.attribution.chain):
            one = signature(mention, article=account.article)
            own[one.id] = one
            of[f"{account.id} {place}"] = {one.id}
    known = writer.keys(SIGNATURES, sorted(own))
    new = {one: found for one, found in own.items() if not known[one]}
    writer.put_keys(SIGNATURES, {one: {_packed(found)} for one, found in new.items()})
    writer.put_keys(BLOCKS, {one: keys(found) for one, found in new.items()})
    writer.put_keys(MENTIONS, of)
    return set(own)


def _gone(writer: Writer, retired: Collection[str]) -> set[str]:
    """Forget mentions that went, and signatures that no mention has any more; those that they had."""
    accounts = writer.accounts(retired)
    mentions = [f"{one.id} {place}" for one in accounts.values() for place in range(len(one.attribution.chain))]
    had = set().union(*writer.keys(MENTIONS, mentions).values())
    writer.drop_keys(MENTIONS, mentions)
    for one, left in writer.items(MENTIONS, sorted(had)).items():
        if not left:
            for space in (SIGNATURES, BLOCKS):
                writer.drop_keys(space, [one])
    return had


def _signatures_of(view: View, mentions: Iterable[Place]) -> set[str]:
    return set().union(*view.keys(MENTIONS, [f"{one} {place}" for one, place in mentions]).values())


def _sources_of(view: View, signatures: Collection[str]) -> dict[str, Source]:
    ids = set().union(*view.keys(CLUSTERS, sorted(signatures)).values())
    return {found.id: found for found in view.sources(sorted(ids))}


def _inside(view: View, found: Source) -> set[str]:
    return view.items(CLUSTERS, [found.id])[found.id]


def _read(view: View, ids: Iterable[str]) -> dict[str, Signature]:
    kept = view.keys(SIGNATURES, sorted(ids))
    return {one: _unpacked(next(iter(texts))) for one, texts in kept.items() if texts}


def _found(view: View, wanted: Collection[str]) -> Iterable[Signature]:
    return _read(view, set().union(*view.items(BLOCKS, sorted(wanted)).values())).values()


def _source(writer: Writer, own: Cluster, before: Mapping[str, Source]) -> tuple[Source, Cluster]:
    """The record of a cluster; its seed is the earliest of its mentions."""
    mentions: dict[str, list[Place]] = defaultdict(list)
    for one, items in writer.items(MENTIONS, [each.id for each in own.signatures]).items():
        for item in sorted(items):
            attribution, place = item.split(" ")
            mentions[one].append((attribution, int(place)))
    found = source(own, mentions)
    known = {seed for old in before.values() if (seed := old.seed) in set(found.mentions)}
    listed = {mention for old in before.values() for mention in old.mentions}
    unsure = known | (set(found.mentions) - listed) if known else set(found.mentions)
    accounts = writer.accounts(sorted({attribution for attribution, _ in unsure}))
    seed = min(unsure, key=lambda mention: (accounts[mention[0]].order, mention[1]))
    return replace(found, seed=seed), own


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


def _judged_places(view: View, judgements: Iterable[Judgement]) -> dict[tuple[str, Span], str]:
    """The signatures of the mentions that judgements point at."""
    anchors = [end for one in judgements for end in (one.left, one.right) if end and end.article and end.span]
    inside = view.attributions_of({end.article for end in anchors if end.article})
    accounts = view.accounts(sorted({one for ids in inside.values() for one in ids}))
    spans = {(end.article, end.span) for end in anchors}
    return {
        (account.article.id, mention.span): signature(mention, article=account.article).id
        for account in accounts.values()
        for mention in account.attribution.chain
        if mention.span and (account.article.id, mention.span) in spans
    }


def mention_at(accounts: Iterable[Account], span: Span) -> set[Place]:
    """The mentions of ``accounts`` that stand at ``span``."""
    return {
        (account.id, place)
        for account in accounts
        for place, mention in enumerate(account.attribution.chain)
        if mention.span == span
    }


def _packed(one: Signature) -> str:
    return json.dumps({field.name: getattr(one, field.name) for field in fields(one) if field.init}, sort_keys=True)


def _unpacked(text: str) -> Signature:
    known: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {name: tuple(it) if isinstance(it, list) else it for name, it in known.items()}
    return Signature(**values)
