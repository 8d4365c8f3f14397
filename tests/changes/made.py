"""Made-up propositions as they stood and stand, for what an article changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.brief.made import by, origin
from tests.brief.test_figures import figure
from tests.origins.made import body, person
from twosource.across import Change, Link, Origin, Proposition, Status
from twosource.brief.figures import figures
from twosource.brief.records import Entry, Statement
from twosource.changes import changes
from twosource.records import Mention

MINISTRY = body("Interior Ministry")
HARBOUR = person("Ruth Hale", "harbour master")
FULL = "the ferry was full"


def entry(
    statements: Sequence[Statement],
    origins: Sequence[Origin] | None = None,
    *,
    status: Status = "single-origin",
    wording: str = FULL,
    links: Sequence[Link] = (),
) -> Entry:
    """A proposition of ``statements``, each of an origin of its own where no others are given; all affirming origins
    are shown to be independent."""
    found = tuple(origins if origins is not None else [alone(one) for one in statements])
    affirming = sum(one.stance == "affirm" for one in found)
    proposition = Proposition(
        attributions=tuple(one.id for one in statements),
        wording=wording,
        status=status,
        independent=(affirming, affirming),
    )
    return Entry(
        proposition=proposition,
        lead=None,  # type: ignore[arg-type]  # what changed does not depend on how it is summed up
        statements=tuple(statements),
        origins=found,
        links=tuple(links),
        figures=figures(statements),
        steps=(),
        sides=(),
        missing=(),
    )


def alone(one: Statement) -> Origin:
    """An origin of one statement."""
    return origin(one, root=one.speaker, stance=one.account.attribution.polarity)


def toll(number: str, value: int, day: int, *, who: Mention = HARBOUR, outlet: str = "Hill Post") -> Statement:
    """How many died, as somebody puts it."""
    content = f"{number} people drowned"
    words = who.name or "Someone"
    given = (figure(number, content, words, low=value, high=value, unit="people"),)
    return by(who, content, published=f"2025-03-{day:02}", outlet=outlet, figures=given)


def told(before: Iterable[Entry], after: Iterable[Entry]) -> list[Change]:
    """What changed."""
    return changes(list(before), list(after), made_at="2025-03-09T12:00:00+00:00")


def kinds(before: Iterable[Entry], after: Iterable[Entry]) -> list[str]:
    """Which kinds of change there were."""
    return [change.kind for change in told(before, after)]
