"""Propositions before and after an article was added, and what moved in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.across import Change, ChangeKind
from twosource.brief.records import Entry, Statement
from twosource.changes import sentences
from twosource.changes.moves import Turn, moves
from twosource.changes.pages import Renewal, renewals

TELLING = ("contested", "denied", "retracted")
"""How a proposition that is new within a known story must stand to be told of. Not of several origins: in one article
these are mostly a headline and the sentence below it."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """Both states. ``new`` are the statements that were not there before, in the order of print, without those that
    only say again what an older version of their page said: these are in ``renewed``, by id."""

    before: Sequence[Entry]
    after: Sequence[Entry]
    new: Mapping[str, Statement]
    renewed: Mapping[str, Renewal]


def changes(before: Sequence[Entry], after: Sequence[Entry], *, made_at: str) -> list[Change]:
    """How the propositions ``after`` an article was added moved on from those ``before``, which are all that hold a
    statement of theirs, or of what the article took the place of.

    A change is one that a new statement made: the first denial, a contradiction, a taking back or a correction, a
    figure other than those known, a confirmation, an origin that raises their number, a new story. A statement makes
    one at most in a proposition, the most telling; what an origin only repeats, a reprint or a new version of a page
    among it, makes none. The order is that of print, whatever the order of the arguments.
    """
    sight = _sight(before, after)
    told = [(kind, entry, statement, text) for kind, entry, statement, text in _told(sight)]
    told.sort(key=lambda found: (found[2].account.order, found[1].id, found[0]))
    return [
        Change(
            kind=kind, proposition=entry.id, attribution=statement.id, when=statement.when, made_at=made_at, text=text
        )
        for kind, entry, statement, text in told
    ]


def _sight(before: Sequence[Entry], after: Sequence[Entry]) -> _Sight:
    was = {one.id: one for entry in before for one in entry.statements}
    now = {one.id: one for entry in after for one in entry.statements}
    arrived = sorted((one for one in now.values() if one.id not in was), key=lambda one: one.account.order)
    retired = sorted((one for one in was.values() if one.id not in now), key=lambda one: one.account.order)
    found = renewals(retired, arrived)
    renewed = {one.id: found[one.id] for one in arrived if one.id in found}
    new = {one.id: one for one in arrived if one.id not in renewed}
    return _Sight(before=before, after=after, new=new, renewed=renewed)


Told = tuple[ChangeKind, Entry, Statement, str]


def _told(sight: _Sight) -> Iterator[Told]:
    fresh: list[tuple[Entry, Statement]] = []
    corrected: set[str] = set()
    known = False
    for entry in sorted(sight.after, key=lambda entry: entry.id):
        yield from _changed_pages(entry, sight)
        new = [one for one in entry.statements if one.id in sight.new]
        notes = [one for one in new if sentences.is_correction(one)]
        for note in notes:
            if note.account.article.id not in corrected:
                corrected.add(note.account.article.id)
                yield "corrected", entry, note, sentences.correction(note)
        new = [one for one in new if one not in notes]
        was = _older(entry, sight)
        known = known or bool(was)
        if was and new:
            turn = Turn.of(entry, was, new)
            yield from ((kind, entry, statement, text) for kind, statement, text in moves(turn))
        elif first := next((one for one in new if sentences.is_voice(one)), None):
            fresh.append((entry, first))
    yield from _fresh(fresh, known=known)


def _older(entry: Entry, sight: _Sight) -> tuple[Entry, ...]:
    """The propositions before of which ``entry`` holds a statement, or a later version of one."""
    members = {one.id for one in entry.statements}
    members |= {sight.renewed[one].old.id for one in members if one in sight.renewed}
    return tuple(old for old in sight.before if members & old.statement_of.keys())


def _changed_pages(entry: Entry, sight: _Sight) -> Iterator[Told]:
    for one in entry.statements:
        renewal = sight.renewed.get(one.id)
        if renewal and renewal.what:
            yield "corrected", entry, one, sentences.changed(renewal)


def _fresh(found: Sequence[tuple[Entry, Statement]], *, known: bool) -> Iterator[Told]:
    """What is new altogether: what is disputed; and, of a story that is new itself, what it is about."""
    lead = None if known else min(found, key=lambda one: _lead(*one), default=None)
    for entry, statement in found:
        if entry.proposition.status in TELLING or (lead and entry is lead[0]):
            kind: ChangeKind = "first-denial" if statement.stance == "denies" else "new-proposition"
            yield kind, entry, statement, sentences.said(statement)


def _lead(entry: Entry, statement: Statement) -> tuple[object, ...]:
    """What a story is about comes first: somebody says it, most often in headline and body both, and early."""
    proposition = entry.proposition
    return proposition.independent[1] == 0, -len(proposition.attributions), statement.account.order
