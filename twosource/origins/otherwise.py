"""A standing as it would be, were one thing judged otherwise: what a verdict on it may change.

Nothing is joined anew: an origin that hung together by an account which is taken out stays one. So it costs little, and
is right but for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from twosource.across import Origin
from twosource.origins.standing import Doubt, Standing, shown_apart
from twosource.records import Polarity


def without(found: Standing, attribution: str) -> Standing:
    """``found`` without one account."""
    return _made(found, {origin.id: _less(origin, attribution) for origin in found.origins})


def turned(found: Standing, attribution: str, stance: Polarity) -> Standing:
    """``found`` where one account, as an origin of its own, takes another stance."""
    (old,) = (origin for origin in found.origins if attribution in origin.attributions)
    new = replace(old, attributions=(attribution,), stance=stance)
    left = without(found, attribution)
    return _counted((*left.origins, new), left.doubts, left.withdrawn)


def as_one(found: Standing, doubt: Doubt) -> Standing:
    """``found`` where two origins that are not shown to be independent are one."""
    by_id = {origin.id: origin for origin in found.origins}
    left, right = by_id[doubt.left], by_id[doubt.right]
    joined = replace(left, attributions=(*left.attributions, *right.attributions))
    return _made(found, {**by_id, left.id: joined, right.id: None})


def as_two(found: Standing, doubt: Doubt) -> Standing:
    """``found`` where they are shown to be two."""
    return _counted(found.origins, [one for one in found.doubts if one != doubt], found.withdrawn)


def together(one: Standing, other: Standing) -> Standing:
    """The standing of two propositions as one, whose origins are others."""
    return _counted((*one.origins, *other.origins), (*one.doubts, *other.doubts), (*one.withdrawn, *other.withdrawn))


def _less(origin: Origin, attribution: str) -> Origin | None:
    left = tuple(one for one in origin.attributions if one != attribution)
    return replace(origin, attributions=left) if left else None


def _made(found: Standing, new: Mapping[str, Origin | None]) -> Standing:
    """``found`` with other origins in the place of its own, by id."""
    kept = {old: origin.id for old, origin in new.items() if origin}
    doubts = [
        Doubt(kept[one.left], kept[one.right], one.why)
        for one in found.doubts
        if one.left in kept and one.right in kept
    ]
    return _counted(
        [origin for origin in new.values() if origin], doubts, [kept[one] for one in found.withdrawn if one in kept]
    )


def _counted(origins: Iterable[Origin], doubts: Iterable[Doubt], withdrawn: Iterable[str]) -> Standing:
    listed, between = tuple(origins), tuple(doubts)
    affirming = [origin for origin in listed if origin.stance == "affirm"]
    return Standing(
        origins=listed,
        independent=(shown_apart(affirming, between), len(affirming)),
        doubts=between,
        withdrawn=tuple(withdrawn),
    )
