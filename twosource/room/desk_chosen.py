"""What there is to judge of one proposition, source or statement that somebody chose, whether it waits or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.across import Account, Case, Proposition, Source
from twosource.brief import clauses
from twosource.export import words
from twosource.ledger import View
from twosource.room.article_statements import statement
from twosource.room.desk import Choice
from twosource.room.judging_things import Thing

_MOST = 60
"""Statements that are listed of a proposition; some have hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to judge: what is asked of it, and in a few words what it is. ``waits``: the queue has it too."""

    thing: Thing
    asked: str
    told: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody chose, by the words that it goes by, and what there is to judge of it: first what waits.

    ``more`` is how many statements are not listed."""

    kind: str
    id: str
    title: str
    lines: tuple[Line, ...]
    more: int = 0


def chosen(view: View, choice: Choice) -> Chosen | None:
    """What ``choice`` names; ``None`` where there is no such record. It must name one."""
    if choice.proposition:
        found = next(iter(view.propositions([choice.proposition])), None)
        return _proposition(view, found) if found else None
    if choice.source:
        source = next(iter(view.sources([choice.source])), None)
        return _source(view, source) if source else None
    now = current(view, Thing(about="attribution", left=choice.attribution or ""))
    account = view.accounts([now.left]).get(now.left)
    return _attribution(view, account) if account else None


def current(view: View, thing: Thing) -> Thing:
    """Of an attribution that was corrected what counts in its place; anything else as it is."""
    found = statement(view, thing.left) if thing.about == "attribution" and not thing.right else None
    corrected = found.fate.now if found and found.fate.why == "corrected" else None
    return Thing(about="attribution", left=corrected) if corrected else thing


def _proposition(view: View, found: Proposition) -> Chosen:
    waiting = view.cases_of([found.id])
    members = found.attributions[:_MOST]
    ends = {end for case in waiting for end in (case.left, case.right) if end}
    accounts = view.accounts([*members, *sorted(ends)])
    lines = [*_cases(waiting, accounts)]
    lines += [_one(accounts[one]) for one in members if one in accounts and not _has(lines, one)]
    return Chosen(
        kind="proposition",
        id=found.id,
        title=clauses.capital(words.plain(found.wording)),
        lines=tuple(lines),
        more=len(found.attributions) - len(members),
    )


def _attribution(view: View, account: Account) -> Chosen:
    owners = list(view.proposition_of([account.id]).values())
    waiting = [one for one in view.cases_of(owners) if account.id in (one.left, one.right)]
    ends = {end for case in waiting for end in (case.left, case.right) if end}
    lines = list(_cases(waiting, view.accounts(sorted(ends))))
    own = [line for line in lines if line.thing.right is None] or [_one(account)]
    rest = [line for line in lines if line.thing.right is not None]
    return Chosen(kind="attribution", id=account.id, title=_told(account), lines=(*own, *rest))


def _source(view: View, found: Source) -> Chosen:
    cases = view.cases_of([found.id])
    waiting = [one for one in cases if one.right]
    others = {end for case in waiting for end in (case.left, case.right) if end and end != found.id}
    names = {one.id: _called(one) for one in view.sources(sorted(others))}
    joined = len(waiting) < len(cases)
    own = Line(
        thing=Thing(about="source", left=found.id),
        asked="Is it one source?" if joined else "How reliable is it?",
        told=_called(found),
        waits=joined,
    )
    lines = [
        Line(
            thing=Thing.of(case),
            asked="One source, or two?",
            told=next((names[end] for end in (case.left, case.right) if end in names), ""),
            waits=True,
        )
        for case in waiting
    ]
    return Chosen(kind="source", id=found.id, title=_called(found), lines=(own, *lines))


def _cases(cases: list[Case], accounts: dict[str, Account]) -> Iterator[Line]:
    for case in cases:
        ends = [accounts[end] for end in (case.left, case.right) if end in accounts]
        if ends and case.about != "source":
            asked = _asked(case) if case.right else "Is it read rightly?"
            yield Line(thing=Thing.of(case), asked=asked, told=" / ".join(map(_told, ends)), waits=True)


def _asked(case: Case) -> str:
    return "One origin, or two?" if case.about == "attribution" else "One question, or two?"


def _one(account: Account) -> Line:
    thing = Thing(about="attribution", left=account.id)
    return Line(thing=thing, asked="Is it read rightly?", told=_told(account), waits=False)


def _has(lines: list[Line], id_: str) -> bool:
    return any(line.thing == Thing(about="attribution", left=id_) for line in lines)


def _told(account: Account) -> str:
    return f"{clauses.speaker(account)}: {words.plain(account.quote)}"


def _called(found: Source) -> str:
    return words.plain(found.name or ", ".join(part for part in (found.role, found.affiliation) if part) or found.kind)
