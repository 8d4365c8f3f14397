"""A dam that may break: what one engineer says of it in four articles, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.web.made import article, person, spans
from twosource.across import Anchor, Judgement, Origin, Proposition, Source
from twosource.ledger import Ledger
from twosource.records import Article, Attribution, Figure, Mention

MARR = Mention(name="Ines Marr", kind="person", anonymity="named", role="engineer", affiliation="Water Board")
BARE = replace(MARR, name="Marr")
ROTH = person("Pal Roth", "shepherd")
NEWS = Mention(name="Skerry News", kind="agency", anonymity="named")
CLERK = Mention(name=None, kind="person", anonymity="unnamed", role="clerk", affiliation="Water Board")

FIRST = article(
    "Dam in trouble\n\nThe dam may break, Ines Marr said.\n\nThe dam will break, shepherd Pal Roth said.",
    outlet="Hill Post",
    published="2025-03-03",
)
SECOND = article(
    "Houses flooded\n\nAt least four houses were flooded, Marr told Skerry News.",
    outlet="Valley Radio",
    published="2025-03-04",
)
THIRD = article(
    "Engineer calms valley\n\nMarr denied that the dam will break. Seven houses were flooded, she said.",
    outlet="River Courier",
    published="2025-03-05T09:00:00+01:00",
)
UNDATED = article(
    "What is known\n\nThe gates are shut, an unnamed clerk said. The valley is calm, Marr said.",
    outlet="Hill Post",
    published=None,
)


def houses(whole: Article, words: str, low: int, bound: str) -> Figure:
    span = spans(whole, words)[0]
    return Figure(span=span, low=low, high=None if bound == "at_least" else low, bound=bound, unit="houses")  # type: ignore[arg-type]


def said(whole: Article, content: str, chain: tuple[Mention, ...], cue: str, **fields: Any) -> Attribution:
    return Attribution(article_id=whole.id, content=spans(whole, content), cue=spans(whole, cue), chain=chain, **fields)


MARR_AT = spans(FIRST, "Ines Marr")[0]
MAY = said(FIRST, "The dam may break", (replace(MARR, span=MARR_AT),), "Ines Marr said", certainty="possible")
WILL = said(FIRST, "The dam will break", (ROTH,), "shepherd Pal Roth said")
FOUR = said(
    SECOND,
    "At least four houses were flooded",
    (NEWS, BARE),
    "told",
    figures=(houses(SECOND, "At least four houses", 4, "at_least"),),
)
DENIED = said(THIRD, "that the dam will break", (BARE,), "denied", polarity="deny", act="denies")
SEVEN = said(
    THIRD,
    "Seven houses were flooded",
    (BARE,),
    "she said",
    figures=(houses(THIRD, "Seven houses", 7, "exact"),),
)
SHUT = said(UNDATED, "The gates are shut", (CLERK,), "an unnamed clerk said")
CALM = said(UNDATED, "The valley is calm", (BARE,), "Marr said")
STATEMENTS = {FIRST: (MAY, WILL), SECOND: (FOUR,), THIRD: (DENIED, SEVEN), UNDATED: (SHUT, CALM)}

BREAKS = Proposition(
    attributions=(MAY.id, WILL.id, DENIED.id),
    wording="The dam will break",
    status="contested",
    independent=(2, 2),
    first_said="2025-03-03",
    last_said="2025-03-05T09:00:00+01:00",
)
FLOODED = Proposition(
    attributions=(FOUR.id, SEVEN.id), wording="houses were flooded", status="figures-differ", independent=(1, 1)
)
GATES = Proposition(attributions=(SHUT.id,), wording="The gates are shut", status="single-origin", independent=(1, 1))
CALMED = Proposition(attributions=(CALM.id,), wording="The valley is calm", status="single-origin", independent=(1, 1))
PROPOSITIONS = (BREAKS, FLOODED, GATES, CALMED)


def origin(proposition: Proposition, root: str, *found: Attribution, **fields: Any) -> Origin:
    ids = tuple(one.id for one in found)
    return Origin(proposition=proposition.id, root=root, basis="utterance", why=(), attributions=ids, **fields)


ORIGINS = (
    origin(BREAKS, "Ines Marr", MAY),
    origin(BREAKS, "Pal Roth", WILL),
    origin(BREAKS, "Ines Marr", DENIED, stance="deny"),
    origin(FLOODED, "Ines Marr", FOUR, SEVEN),
    origin(GATES, "clerk", SHUT),
    origin(CALMED, "Ines Marr", CALM),
)

ENGINEER = Source(
    name="Ines Marr",
    names=("Marr",),
    kind="person",
    anonymity="named",
    role="engineer",
    affiliation="Water Board",
    mentions=tuple(sorted([(MAY.id, 0), (FOUR.id, 1), (DENIED.id, 0), (SEVEN.id, 0), (CALM.id, 0)])),
    score=0.91,
    reasons=("one name ends the other: Ines Marr, Marr", "same name: Marr"),
)


def lone(mention: Mention, found: Attribution, place: int = 0) -> Source:
    known = {name: getattr(mention, name) for name in ("name", "kind", "anonymity", "role", "affiliation")}
    return Source(mentions=((found.id, place),), **known)


SHEPHERD = lone(ROTH, WILL)
AGENCY = lone(NEWS, FOUR)
NAMELESS = lone(CLERK, SHUT)
SOURCES = (ENGINEER, SHEPHERD, AGENCY, NAMELESS)

GRADED = Judgement(
    verdict="grade",
    about="source",
    left=Anchor(record=ENGINEER.id, name="Ines Marr"),
    by="Ida Holm",
    made_at="2025-03-07T10:00:00+00:00",
    reliability="B",
    note="knows the dam",
)
CREDITED = Judgement(
    verdict="grade",
    about="attribution",
    left=Anchor(record=FOUR.id, article=SECOND.id, span=FOUR.content[0]),
    by="Ida Holm",
    made_at="2025-03-07T10:01:00+00:00",
    credibility=2,
)


def make(path: Path, *, judgements: Iterable[Judgement] = (GRADED, CREDITED)) -> None:
    """The whole of it, in a new ledger at ``path``."""
    with Ledger.open(path) as ledger, ledger.write() as writer:
        for whole, found in STATEMENTS.items():
            writer.add(whole, found)
        writer.put_sources(SOURCES)
        writer.put_propositions(PROPOSITIONS, ORIGINS)
        for one in judgements:
            writer.judge(one)
