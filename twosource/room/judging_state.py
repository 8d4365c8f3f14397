"""Whether what people judge is still what they saw: entity tags, and which verdicts came meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from twosource.across import Judgement
from twosource.ledger import View
from twosource.records import content_id
from twosource.room.judging_known import Known
from twosource.room.judging_things import Thing, mention_at

_MARK = 4
"""Digits of a verdict's id in a tag. Which state it is, the digest tells; the marks only tell which verdicts are new,
and two of a few share one once in thousands of times."""

_MARKS = 60
"""Of the latest verdicts at most: a tag stands in a header line."""


def state(view: View, thing: Thing) -> str:
    """An entity tag of ``thing``: another one whenever another judgement touches it, or its content is another.

    It consists of hexadecimal digits and a point. The same whichever of a pair comes first.
    """
    return tag(Known(view), thing)


def tag(known: Known, thing: Thing) -> str:
    """:func:`state`, for those who ask it of many things."""
    ids = [one.id for one in touching(known, thing)]
    return tagged(content_id("state", thing.question, *_contents(known, thing), *sorted(ids)), ids)


def tagged(digest: str, ids: Sequence[str]) -> str:
    """A digest with the marks of the judgements ``ids``, oldest first."""
    marks = "".join(one[:_MARK] for one in ids[-_MARKS:])
    return f"{digest}.{marks}" if marks else digest


def since(judgements: Sequence[Judgement], seen: str) -> list[Judgement]:
    """Those of ``judgements``, all that touch a thing, which whoever has seen the tag ``seen`` has not seen."""
    marks = seen.partition(".")[2]
    known = {marks[at : at + _MARK] for at in range(0, len(marks), _MARK)}
    return [one for one in judgements[-_MARKS:] if one.id[:_MARK] not in known]


def touching(known: Known, thing: Thing) -> list[Judgement]:
    """The judgements that touch ``thing``, oldest first, with those that take one of them back: those about the very
    thing; of a pair also those about either alone, of a source also those about two of its mentions."""
    names = {*thing.ends, *(article for end in thing.ends for article in _articles(known, thing, end))}
    if thing.about == "source":
        found = [one for one in known.naming(names) if one.about == "source" and _of_sources(known, one, thing)]
    else:
        found = [one for one in known.naming(names) if one.about != "source" and _of_statements(known, one, thing)]
    back = [other for one in found for other in known.withdrawals(one.id)]
    return sorted([*found, *back], key=lambda one: (one.made_at, one.id))


def _articles(known: Known, thing: Thing, end: str) -> set[str]:
    """The articles in which judgements on an end of ``thing`` may be anchored."""
    return known.articles_of(_attributions(known, thing, end))


def _attributions(known: Known, thing: Thing, end: str) -> Iterable[str]:
    if named := mention_at(end):
        return (named[0],)
    if thing.about == "source":
        found = known.source(end)
        return {attribution for attribution, _ in found.mentions} if found else ()
    return (end, *(known.members(end) if known.account(end) is None else ()))


def _of_statements(known: Known, one: Judgement, thing: Thing) -> bool:
    """A correction and what it corrects count as one here."""
    if one.right is None or one.verdict == "corrected":
        at = known.attribution_at(one.left) if one.about == "attribution" else one.left.record
        return known.first(at) in map(known.first, thing.ends)
    if thing.right is None or Thing(about=one.about, left="").question != thing.question:
        return False
    judged = {known.first(known.attribution_at(end)) for end in (one.left, one.right)}
    left, others = known.first(thing.left), [thing.right] if known.account(thing.right) else known.members(thing.right)
    beside = set(map(known.first, others))
    return left in judged and not beside.isdisjoint(judged - {left})


def _of_sources(known: Known, one: Judgement, thing: Thing) -> bool:
    left = known.sources_at(one.left)
    right = known.sources_at(one.right) if one.right else left
    if thing.right is None:
        return thing.left in left and thing.left in right
    if one.right is None:
        return not left.isdisjoint(thing.ends)
    return (thing.left in left and thing.right in right) or (thing.right in left and thing.left in right)


def _contents(known: Known, thing: Thing) -> list[str]:
    """What there is of each end, as text."""
    return sorted(_content(known, thing, end) for end in thing.ends)


def _content(known: Known, thing: Thing, id_: str) -> str:
    if thing.about == "source":
        between = known.seam(id_) if thing.right is None else None
        return f"{id_} {_source(known, id_)} {_json([end.as_dict() for end in between or ()])}"
    account = known.account(id_)
    if account:
        return f"{id_} {_json(account.attribution.as_dict())}"
    return f"{id_} {' '.join(known.members(id_))}"


def _source(known: Known, id_: str) -> str:
    """What a source is called and how it is described, not how often it is heard: new articles change no verdict."""
    found, mentioned = known.source(id_), known.mention(id_)
    if mentioned:
        return _json(mentioned[1].as_dict())
    if found is None:
        return ""
    return _json([found.name, found.kind, found.anonymity])


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True)
