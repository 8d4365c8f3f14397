"""Entries and briefs made up whole, from three statements to three hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from tests.brief.made import by, origin
from tests.origins.made import body, person, unnamed
from twosource.across import Link, Origin, Proposition
from twosource.brief.figures import figures
from twosource.brief.lead import lead
from twosource.brief.records import STANCES, Brief, Entry, Statement
from twosource.brief.steps import steps
from twosource.records import Figure, Mention

_CUES = {
    "says-so": ("said", {}),
    "may-be": ("thought it possible that", {"certainty": "possible"}),
    "denies": ("denied that", {"polarity": "deny", "act": "denies"}),
    "no-sign": ("could not confirm that", {"polarity": "withhold"}),
    "silent": ("would not say whether", {"polarity": "withhold", "act": "declines"}),
}


def an_entry(
    statements: Sequence[Statement], origins: Sequence[Origin] = (), wording: str = "the ferry was full", **more: Any
) -> Entry:
    """An entry of ``statements``; fields of the proposition and of the entry may be set by ``more``."""
    ordered = sorted(statements, key=lambda one: one.account.order)
    proposition = Proposition(
        attributions=tuple(one.id for one in ordered),
        wording=wording,
        status=more.pop("status", "contested"),
        independent=(1, max(1, len(origins))),
    )
    given = figures(ordered)
    fields: dict[str, Any] = {
        "lead": lead(proposition.status, ordered, origins=origins, figures=given),
        "links": (),
        "figures": given,
        "steps": steps(proposition, ordered, origins=origins, figures=given),
        "sides": (),
        "missing": (),
    }
    return Entry(proposition=proposition, statements=tuple(ordered), origins=tuple(origins), **fields | more)


def a_brief(*entries: Entry, **more: Any) -> Brief:
    """A brief of ``entries``; other fields may be set by ``more``."""
    articles = {one.account.article.id: one.account.article for entry in entries for one in entry.statements}
    fields: dict[str, Any] = {
        "question": "Was the ferry full?",
        "made_at": "2025-03-06T09:00:00+00:00",
        "sentences": tuple(entry.lead for entry in entries),
        "voices": (),
        "articles": tuple(articles.values()),
        "read": len(articles),
        "attributions": sum(len(entry.statements) for entry in entries),
        "sources": 0,
    }
    return Brief(entries=entries, **fields | more)


def crowd(number: int) -> Entry:
    """So many statements by forty speakers in thirty outlets over three weeks and, for one in fifty, a year before; of
    all stances, each with a figure; an origin for every seventh."""
    told = [_one_of_many(place) for place in range(number)]
    groups = [told[start::7] for start in range(min(7, number))] if number >= 14 else [[one] for one in told]
    groups = [group for found in groups for group in (found[: len(found) // 2], found[len(found) // 2 :]) if group]
    origins = [origin(*group, root=group[0].speaker, shown=bool(place % 2)) for place, group in enumerate(groups)]
    links = [Link(left=a.id, right=b.id, relation="agrees", score=0.7) for a, b in pairwise(told)]
    return an_entry(told, origins, links=tuple(links))


def _one_of_many(place: int) -> Statement:
    stance = STANCES[(place * 3 // 2) % 5] if place % 3 else "says-so"
    cue, traits = _CUES[stance]
    at = datetime(2025, 3, 1, tzinfo=UTC) + timedelta(hours=(place * 37) % 500, days=-365 if place % 50 == 49 else 0)
    count = 20 + (place * 13) % 45
    content = f"{count} people of list {place} had been aboard the ferry"
    speaker = _speaker(place % 40)
    start = len(f"{speaker.name or speaker.role} {cue} ")
    given = Figure(
        span=(start, start + len(str(count))),
        low=count,
        high=count + place % 4 * 3 if place % 5 else None,
        bound="exact" if place % 5 else "at_least",
        unit="people",
    )
    return by(
        speaker,
        content,
        cue,
        published=at.isoformat(),
        outlet=f"The {('Harbour', 'Hill', 'Morning', 'Coast', 'Weekly')[place % 5]} Post No {place % 30}",
        figures=(given,),
        **traits,
    )


def _speaker(place: int) -> Mention:
    family = ("Hale", "Brandt", "Amsel", "Lindqvar-Montgomery of the Western Harbour Commission", "Voll")[place % 5]
    kinds = (
        person(f"Ruth {place} {family}", "harbour master"),
        body(f"Ministry {place} of {family}"),
        unnamed(f"officer {place}"),
    )
    return kinds[place % 3]


def spread(number: int) -> Iterator[Statement]:
    """The same speaker's words in so many outlets."""
    for place in range(number):
        yield by(
            person("Ruth Hale"),
            f"the ferry was full on night {place}",
            outlet=f"Outlet {place}",
            published=f"2025-03-{1 + place % 28:02}",
        )
