"""A change in words: one sentence with the speaker, the outlet, and what it is about in an article's own words."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.brief import phrases
from twosource.brief.clauses import capital, clause, is_known
from twosource.brief.records import Entry, FigureSaid, Statement
from twosource.changes.pages import Renewal
from twosource.export.words import plain
from twosource.records import Figure

LONGEST = 160
"""Characters of what is quoted: with what stands around it, two lines of a wide terminal."""

_NOBODY = {"he", "she", "it", "they", "we", "i", "one", "this", "who"}
_CORRECTION = re.compile(
    r"\A\W*(?:correction|clarification)s?\b|"
    r"\b(?:earlier|previous|initial|original)\s+version\s+of\s+(?:this|the|our)\s+(?:\w+\s+)?"
    r"(?:article|story|report|post|item|piece|page|headline)\b",
    re.IGNORECASE,
)


def is_voice(one: Statement) -> bool:
    """Whether its words say who speaks: an outlet that names nobody, or only "he" or "one", adds no origin that could
    be looked at."""
    return is_known(one.speaker) and one.speaker.casefold() not in _NOBODY


def is_correction(one: Statement) -> bool:
    """Whether it stands in an outlet's note on what itself had printed."""
    return bool(_CORRECTION.search(one.account.article.text[slice(*one.context)]))


def correction(one: Statement) -> str:
    """``The Sarnow Courier corrects itself: …``"""
    return (
        f"{phrases.outlet(one.account.article)} corrects itself: {_cut(one.account.article.text[slice(*one.context)])}"
    )


def changed(renewal: Renewal) -> str:
    """``Hill Post changes 21 to 19 people: …``, of a page that is printed anew."""
    one = renewal.new
    if renewal.figures:
        before, after = renewal.figures
        changed_to = f"{_number(before)} to {phrases.figure(after)}"
        return f"{phrases.outlet(one.account.article)} changes {changed_to}: {_quote(one)}"
    return f"{phrases.outlet(one.account.article)} has it otherwise now, by {one.speaker}: {_quote(one)}"


def said(one: Statement) -> str:
    """Of what nobody had said or denied: ``Defence Ministry denies storing munitions at Port Ansel (VBN)``."""
    return f"{_cut(clause(one.account))} ({phrases.outlet(one.account.article)})"


def also_said(entry: Entry, one: Statement, *, before: int, named_first: bool) -> str:
    """Of one more origin, where there were ``before``, and whether it is the first that is named."""
    if not before:
        return f"Said for the first time, by {by(one)}: {about(entry)}"
    what = "Said for the first time by a named source," if named_first else "Also said by"
    return f"{what} {by(one)} ({phrases.independent(entry)}, {before} before): {about(entry)}"


def denied(entry: Entry, one: Statement) -> str:
    """Of the first who denies it, or finds no sign of it."""
    what = "Denied for the first time" if one.stance == "denies" else "Not borne out for the first time"
    return f"{what}, by {by(one)}: {about(entry)}"


def contested(entry: Entry, one: Statement) -> str:
    """Of who makes it a matter of word against word."""
    what = "Contradicted" if one.stance in ("denies", "no-sign") else "Said against another's word"
    return f"{what}, by {by(one)}: {about(entry)}"


def confirmed(entry: Entry, one: Statement) -> str:
    """Of who confirms it."""
    return f"Confirmed by {by(one)} ({phrases.independent(entry)}): {about(entry)}"


def moved(entry: Entry, one: Statement, before: FigureSaid, after: FigureSaid) -> str:
    """``From at least 7 to 19 people, by Pavla Dorn (Interior Minister), in The Coastal Dispatch: …``"""
    return f"From {_number(before.figure)} to {phrases.figure(after.figure)}, by {by(one)}: {about(entry)}"


def taken_back(entry: Entry, one: Statement) -> str:
    """Of who said it and does so no longer."""
    return f"Taken back by {by(one)}: {about(entry)}"


def by(one: Statement) -> str:
    """``Tomas Reke (fire chief), in Radio Ansel``; who is relayed by others, with the nearest of them."""
    outlet = phrases.outlet(one.account.article)
    if not is_voice(one):
        return f"a source that is not named, in {outlet}"
    relays = one.chain.split(" ← ")[:-1]
    relayed = f", cited by {relays[-1]}" if relays and relays[-1] not in outlet else ""
    return f"{one.speaker}{relayed}, in {outlet}"


def about(entry: Entry) -> str:
    """What a proposition is called, cut to :data:`LONGEST`."""
    return _cut(entry.proposition.wording)


def _number(value: Figure) -> str:
    """A figure without what is counted: of one thing it may say "killed" here and "people" there."""
    return phrases.figure(replace(value, unit=None, of=None))


def _quote(one: Statement) -> str:
    return _cut(one.account.article.text[slice(*one.context)])


def _cut(text: str) -> str:
    words = capital(plain(text))
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
