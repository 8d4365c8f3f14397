"""How the words of one source moved: where it came to stand otherwise than before, by its own statements alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from twosource.across import Account, Proposition
from twosource.brief import phrases
from twosource.brief.charts.scales import moment
from twosource.brief.figures import figures
from twosource.brief.records import Stance, Statement
from twosource.export.words import figure as in_words
from twosource.ledger import View
from twosource.ledger.spoken import Spoken
from twosource.records import Certainty, Figure, Span
from twosource.room.source_said import shortened

MOST = 24
"""Propositions that are told of: those on which it turned, then those it spoke of last."""

STEPS = 16
"""Steps of one of them; those in the middle are counted."""

_AT_ONCE = 12
"""Propositions whose statements are read at a time."""

_TURNS = {frozenset(("says-so", "denies")), frozenset(("may-be", "denies"))}
"""Stances that are opposites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement as a step: how it stands, how sure it is, and the figure that it gives of what most of them count.
    ``when`` is when it was said, where the words tell, else printed; ``quote`` its words, cut short; ``times`` how
    often it was told so until the next step, by whatever outlet."""

    attribution: str
    article: str
    span: Span
    outlet: str | None
    when: str
    stance: Stance
    certainty: Certainty
    figure: Figure | None
    quote: str
    times: int = 1

    @property
    def told(self) -> str:
        """The step in words: ``says it may be; possible; at least 7 people``."""
        sure = phrases.sure(self.certainty) if self.stance == "may-be" else ""
        amount = in_words(self.figure).strip() if self.figure else ""
        return "; ".join(filter(None, (phrases.stance_heading(self.stance).lower(), sure, amount)))

    def as_dict(self) -> dict[str, Any]:
        """An element of ``steps``."""
        return {
            "attribution": self.attribution,
            "article": self.article,
            "span": list(self.span),
            "outlet": self.outlet,
            "when": self.when,
            "stance": self.stance,
            "certainty": self.certainty,
            "figure": self.figure.as_dict() if self.figure else None,
            "quote": self.quote,
            "times": self.times,
            "told": self.told,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a source said of a proposition over time. ``points`` are the steps, the first and the last of them where
    there are more than :data:`STEPS`; ``left_out`` counts the others."""

    proposition: Proposition
    points: tuple[Point, ...]
    left_out: int = 0

    @property
    def turned(self) -> bool:
        """Whether it came to say the opposite of what it said."""
        stances = [point.stance for point in self.points]
        return any(frozenset(pair) in _TURNS for pair in pairwise(stances))

    def as_dict(self) -> dict[str, Any]:
        """An element of ``moves``."""
        return {
            "proposition": self.proposition.id,
            "wording": self.proposition.wording,
            "turned": self.turned,
            "steps": [point.as_dict() for point in self.points],
            "left_out": self.left_out,
        }


def moves(
    view: View, own: Mapping[str, Mapping[str, Stance]], records: Mapping[str, Spoken]
) -> tuple[tuple[Moved, ...], int]:
    """The propositions, of :data:`MOST` at most, on which its words moved, and how many there are besides on which they
    may have. ``own`` are its statements by proposition, each with how it stands; ``records`` those statements. What is
    not dated moves nothing: nobody knows from where to where."""
    likely = _likely(own, records)
    found: list[Moved] = []
    for at in range(0, len(likely), _AT_ONCE):
        if len(found) >= MOST:
            return tuple(found[:MOST]), len(likely) - at + len(found) - MOST
        batch = likely[at : at + _AT_ONCE]
        accounts = view.accounts(sorted(one for proposition in batch for one in own[proposition]))
        known = {one.id: one for one in view.propositions(batch)}
        moved = [
            _moved(known[one], [(accounts[id_], how) for id_, how in own[one].items() if id_ in accounts])
            for one in batch
            if one in known
        ]
        found += [_shortened(one) for one in moved if len(one.points) > 1]
    return tuple(found[:MOST]), max(0, len(found) - MOST)


def _likely(own: Mapping[str, Mapping[str, Stance]], records: Mapping[str, Spoken]) -> list[str]:
    """The propositions on which it may have moved: it said at least two things of them, at known times. Those where it
    may have turned come first, then those where it took several stances, of these the ones of which it spoke last."""
    found: list[tuple[int, str, str]] = []
    for proposition, said in own.items():
        dated = [one for one in said if records[one].when]
        shades = {_shade(records[one], said[one]) for one in dated}
        if len(dated) > 1 and (len(shades) > 1 or _amounts(records, dated) > 1):
            stances = {stance for stance, _ in shades}
            far = 2 if any(pair <= stances for pair in _TURNS) else len(stances) > 1
            found.append((far, max(records[one].when for one in dated), proposition))
    found.sort(key=lambda one: one[2])
    return [one for _, _, one in sorted(found, key=lambda one: one[:2], reverse=True)]


def _shade(one: Spoken, stance: Stance) -> tuple[Stance, str]:
    return stance, one.record["certainty"] if stance == "may-be" else ""


def _amounts(records: Mapping[str, Spoken], ids: Iterable[str]) -> int:
    """How many different figures are in statements."""
    given = (figure for one in ids for figure in records[one].record["figures"])
    return len({(one["low"], one["high"], one["bound"]) for one in given})


def _moved(proposition: Proposition, said: Sequence[tuple[Account, Stance]]) -> Moved:
    dated = sorted(
        ((at, account, stance) for account, stance in said if (at := moment(account.when)) is not None),
        key=lambda told: (told[0], told[1].order),
    )
    given = _figures([(account, stance) for _, account, stance in dated])
    points = [_point(account, stance, given.get(account.id)) for _, account, stance in dated]
    return Moved(proposition=proposition, points=tuple(_steps(points)))


def _point(account: Account, stance: Stance, figure: Figure | None) -> Point:
    attribution, article = account.attribution, account.article
    return Point(
        attribution=account.id,
        article=article.id,
        span=(attribution.content[0][0], attribution.content[-1][1]),
        outlet=article.outlet,
        when=account.when,
        stance=stance,
        certainty=attribution.certainty,
        figure=figure,
        quote=shortened(account),
    )


def _figures(said: Sequence[tuple[Account, Stance]]) -> dict[str, Figure]:
    """Attribution → its figure of what most of these statements count."""
    with_figures = [_statement(account, stance) for account, stance in said if account.attribution.figures]
    return {one.attribution: one.figure for one in figures(with_figures)}


def _statement(account: Account, stance: Stance) -> Statement:
    content = account.attribution.content
    span = (content[0][0], content[-1][1])
    return Statement(
        account=account, stance=stance, speaker="", chain="", source=None, when=account.when or None, context=span
    )


def _steps(points: Sequence[Point]) -> Iterator[Point]:
    """Those that differ from the one before. To give no figure is no move: it is to speak of something else in it."""
    last: Point | None = None
    for point in points:
        if last is None or _differs(last, point):
            if last is not None:
                yield last
            last = point
        else:
            telling = point if last.figure is None and point.figure else last
            last = replace(telling, times=last.times + 1)
    if last is not None:
        yield last


def _differs(before: Point, point: Point) -> bool:
    if before.stance != point.stance or (point.stance == "may-be" and before.certainty != point.certainty):
        return True
    return before.figure is not None and point.figure is not None and _amount(before.figure) != _amount(point.figure)


def _amount(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.bound


def _shortened(moved: Moved) -> Moved:
    """The first and the last steps, where there are many."""
    spare = len(moved.points) - STEPS
    if spare <= 0:
        return moved
    half = STEPS // 2
    return replace(moved, points=moved.points[:half] + moved.points[-half:], left_out=spare)
