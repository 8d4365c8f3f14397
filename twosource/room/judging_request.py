"""What somebody wants to say of a thing, why it may be refused, and the judgement that it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from twosource.across import Account, Judgement, Verdict
from twosource.link.verdicts import anchor
from twosource.records import Attribution
from twosource.review.amended import Amendment, amended
from twosource.room.judging_anchors import anchors
from twosource.room.judging_known import Known
from twosource.room.judging_things import Thing, mention_at

_PAIRS: tuple[Verdict, ...] = ("same", "not-same", "unsure")
_ONE: tuple[Verdict, ...] = ("right", "wrong", "corrected")
_LONGEST = 2000
"""Characters of a note."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A verdict as it is asked for. ``made_at`` is ISO 8601 in UTC; ``changes`` are what ``corrected`` changes; the
    other fields are those of :class:`~twosource.across.Judgement`."""

    thing: Thing
    verdict: Verdict
    by: str
    made_at: str
    note: str | None = None
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    changes: Amendment | None = None


def faults(known: Known, request: Request) -> list[str]:
    """Why ``request`` makes no sense, each in a sentence; none where it does."""
    return list(_faults(known, request))


def _faults(known: Known, request: Request) -> Iterator[str]:
    thing, verdict = request.thing, request.verdict
    yield from _misfits(thing, verdict)
    yield from _grades(request)
    if verdict == "note" and not (request.note or "").strip():
        yield "a note needs words"
    if len(request.note or "") > _LONGEST:
        yield f"a note has {_LONGEST:,} characters at most"
    if (verdict == "corrected") != (request.changes is not None):
        yield "changes go with “corrected”, and with nothing else"
    absent = [end for end in dict.fromkeys(thing.ends) if not _is_there(known, thing, end)]
    yield from (f"there is no {_kind(thing, end)} {end}" for end in absent)
    yield from _unfitting(known, request) if not absent else ()


def _unfitting(known: Known, request: Request) -> Iterator[str]:
    """What does not fit the things that are named, which are there."""
    thing, verdict = request.thing, request.verdict
    account = known.account(thing.left)
    if account and verdict == "corrected" and request.changes:
        try:
            _corrected(known, account, request.changes)
        except ValueError as error:
            yield str(error)
    if verdict != "not-same" and thing.right and known.account(thing.right) is None and known.members(thing.right):
        yield "only “not-same” is said of a statement and a whole proposition"
    elif thing.right and thing.left in known.members(thing.right) and len(known.members(thing.right)) == 1:
        yield "the statement is the only one of its proposition"
    spans = [(end.article, end.span) for end in anchors(known, thing, verdict) if end.span]
    if thing.about == "source" and len(spans) == 2 and spans[0] == spans[1]:
        yield "this is the mention by which the source is known: say it of another"
    elif thing.about == "source" and verdict in ("same", "not-same") and not spans:
        yield "no score brought mentions of this source together: give left and right"


def _misfits(thing: Thing, verdict: Verdict) -> Iterator[str]:
    if verdict == "withdrawn":
        yield "a judgement is withdrawn under its own address"
    if verdict in _PAIRS and thing.right is None and thing.about != "source":
        yield f"“{verdict}” is said of two: give left and right"
    if thing.left == thing.right:
        yield "left and right are the same"
    if verdict not in _PAIRS and thing.right is not None:
        yield f"“{verdict}” is said of one: leave right out"
    if verdict in _ONE and thing.about != "attribution" and (verdict, thing.about) != ("right", "source"):
        yield f"“{verdict}” is said of an attribution"
    if verdict == "unsure" and thing.about == "attribution":
        yield "“unsure” is said of a pair of propositions or of sources"
    if verdict == "grade" and thing.about not in ("source", "attribution"):
        yield "a grade is given to a source or to an attribution"


def _grades(request: Request) -> Iterator[str]:
    if request.reliability is not None and (request.verdict, request.thing.about) != ("grade", "source"):
        yield "reliability (A to F) is a grade of a source"
    if request.credibility is not None and (request.verdict, request.thing.about) != ("grade", "attribution"):
        yield "credibility (1 to 6) is a grade of an attribution"


def _is_there(known: Known, thing: Thing, end: str) -> bool:
    if thing.about == "source":
        return bool(
            known.mention(end) or known.source(end) or any(one.about == "source" for one in known.naming([end]))
        )
    whole = thing.about != "attribution" and (end == thing.right or thing.right is None)
    return known.account(end) is not None or (whole and bool(known.members(end)))


def _kind(thing: Thing, end: str) -> str:
    if thing.about == "source":
        return "mention" if mention_at(end) else "source"
    if thing.right is None and thing.about != "attribution":
        return "proposition"
    return "attribution"


def judgement(known: Known, request: Request) -> Judgement:
    """The judgement of a request without faults. A statement is parted from a proposition by parting it from the
    earliest other member: who leaves is grouped last, so the others stay together."""
    thing = request.thing
    if thing.right and thing.about != "source" and known.account(thing.right) is None:
        rest = [one for one in known.members(thing.right) if one != thing.left]
        thing = replace(thing, about="proposition", right=rest[0])
    left, *right = anchors(known, thing, request.verdict)
    account = known.account(thing.left)
    if account and request.changes:
        right = [anchor(Account(article=account.article, attribution=_corrected(known, account, request.changes)))]
    return Judgement(
        verdict=request.verdict,
        about=thing.about,
        left=left,
        right=right[0] if right else None,
        by=request.by,
        made_at=request.made_at,
        note=(request.note or "").strip() or None,
        reliability=request.reliability,
        credibility=request.credibility,
    )


def _corrected(known: Known, account: Account, changes: Amendment) -> Attribution:
    return amended(account, changes, [one.attribution for one in known.inside(account.article.id)])


def after(made_at: str, given: Iterable[Judgement]) -> str:
    """``made_at``, or a microsecond after the latest of ``given``: of two verdicts the later one outranks, so a clock
    that is slow must not make a new one the older."""
    latest = max((moment for one in given if (moment := _moment(one.made_at))), default=None)
    now = _moment(made_at)
    if latest is None or now is None or now > latest:
        return made_at
    try:
        return (latest + timedelta(microseconds=1)).isoformat(timespec="microseconds")
    except OverflowError:
        return made_at


def _moment(time: str) -> datetime | None:
    try:
        parsed = datetime.fromisoformat(time)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
