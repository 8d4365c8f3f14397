"""A small ledger made by hand: a fire in a mill, three articles of three outlets, without any network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from twosource.across import Case, Change, Link, Origin, Proposition, Source
from twosource.ledger import Ledger
from twosource.records import Article, Attribution, Figure, Interval, Mention, Span

FIRST = """Mill fire kills two

Two people died in the mill, Mayor Anna Feld said on Tuesday.

“We know nothing of it,” a guard told the Hill Post."""

SECOND = """Owner denies that doors were locked

The doors of the mill were locked, an unnamed worker said.

The owner, Max Ott, denied that the doors of the mill were locked."""

THIRD = """Toll of mill fire rises

At least three people died in the mill, fire chief Lea Brandt said on Wednesday."""


def article(text: str, *, outlet: str, published: str, **fields: Any) -> Article:
    """``text`` with its paragraphs, below an address of its outlet."""
    starts, paragraphs = 0, []
    for part in text.split("\n\n"):
        paragraphs.append((starts, starts + len(part)))
        starts += len(part) + 2
    title = text.partition("\n")[0]
    host = outlet.casefold().replace(" ", "")
    url = f"https://{host}.example/{title.casefold().replace(' ', '-')}"
    known = {"url": url, "title": title, "language": "en", "outlet": outlet, "published": published}
    return Article(text=text, paragraphs=tuple(paragraphs), **known | fields)


POST = article(FIRST, outlet="Hill Post", published="2025-03-05T08:00:00+02:00", authors=("Jo Lind",))
COURIER = article(SECOND, outlet="River Courier", published="2025-03-05T14:30:00+02:00")
RADIO = article(THIRD, outlet="Valley Radio", published="2025-03-06T07:45:00+02:00")
ARTICLES = (POST, COURIER, RADIO)


def spans(whole: Article, *words: str) -> tuple[Span, ...]:
    """Where ``words`` stand in the body, each of them once."""
    body = whole.paragraphs[0][1]
    found = []
    for one in words:
        assert whole.text.count(one, body) == 1, one
        start = whole.text.index(one, body)
        found.append((start, start + len(one)))
    return tuple(found)


def statement(whole: Article, content: str, cue: str, source: str, mention: Mention, **fields: Any) -> Attribution:
    """What an article attributes, by its words."""
    return Attribution(
        article_id=whole.id,
        content=spans(whole, content),
        cue=spans(whole, cue),
        source=spans(whole, source),
        chain=(mention,),
        **fields,
    )


def person(name: str | None, role: str) -> Mention:
    return Mention(name=name, kind="person", anonymity="named" if name else "unnamed", role=role)


def toll(whole: Article, words: str, low: float, high: float | None) -> Figure:
    return Figure(
        span=spans(whole, words)[0], low=low, high=high, bound="exact" if high else "at_least", unit="people", of="died"
    )


FELD = statement(
    POST,
    "Two people died in the mill",
    "said",
    "Mayor Anna Feld",
    person("Anna Feld", "Mayor"),
    said=Interval(start="2025-03-04", end="2025-03-05", text="on Tuesday"),
    figures=(toll(POST, "Two people", 2, 2),),
    confidence=0.97,
)
GUARD = statement(
    POST,
    "We know nothing of it,",
    "told",
    "a guard",
    person(None, "guard"),
    manner="direct",
    act="declines",
    polarity="withhold",
    confidence=0.71,
)
WORKER = statement(
    COURIER,
    "The doors of the mill were locked",
    "said",
    "an unnamed worker",
    person(None, "worker"),
    confidence=0.93,
)
OTT = statement(
    COURIER,
    "that the doors of the mill were locked",
    "denied",
    "The owner, Max Ott",
    person("Max Ott", "owner"),
    act="denies",
    polarity="deny",
    confidence=0.95,
)
BRANDT = statement(
    RADIO,
    "At least three people died in the mill",
    "said",
    "fire chief Lea Brandt",
    person("Lea Brandt", "fire chief"),
    said=Interval(start="2025-03-05", end="2025-03-06", text="on Wednesday"),
    figures=(toll(RADIO, "At least three people", 3, None),),
    confidence=0.96,
)
STATEMENTS = {POST: (FELD, GUARD), COURIER: (WORKER, OTT), RADIO: (BRANDT,)}

DEATHS = Proposition(
    attributions=(FELD.id, BRANDT.id),
    wording="Two people died in the mill",
    status="figures-differ",
    independent=(2, 2),
    first_said="2025-03-04",
    last_said="2025-03-05",
)
DOORS = Proposition(
    attributions=(WORKER.id, OTT.id),
    wording="the doors of the mill were locked",
    status="contested",
    independent=(1, 1),
    first_said="2025-03-05T14:30:00+02:00",
    last_said="2025-03-05T14:30:00+02:00",
)
KNOWN = Proposition(
    attributions=(GUARD.id,),
    wording="We know nothing of it",
    status="unconfirmed",
    independent=(0, 0),
    first_said="2025-03-05T08:00:00+02:00",
    last_said="2025-03-05T08:00:00+02:00",
)
PROPOSITIONS = (DEATHS, DOORS, KNOWN)


def origin(proposition: Proposition, root: str, found: Attribution, **fields: Any) -> Origin:
    return Origin(proposition=proposition.id, root=root, basis="utterance", why=(), attributions=(found.id,), **fields)


ORIGINS = (
    origin(DEATHS, "Anna Feld", FELD, shown=True),
    origin(DEATHS, "Lea Brandt", BRANDT, shown=True),
    origin(DOORS, "unnamed worker", WORKER, shown=True),
    origin(DOORS, "Max Ott", OTT, stance="deny", shown=True),
    origin(KNOWN, "guard", GUARD, stance="withhold"),
)


def source(mention: Mention, found: Attribution) -> Source:
    return Source(
        name=mention.name, kind=mention.kind, anonymity=mention.anonymity, role=mention.role, mentions=((found.id, 0),)
    )


SOURCES = tuple(source(one.chain[0], one) for one in (FELD, GUARD, WORKER, OTT, BRANDT))
LINKS = (
    Link(left=FELD.id, right=BRANDT.id, relation="differs", score=0.91, reasons=("2 against at least 3 people",)),
    Link(left=WORKER.id, right=OTT.id, relation="contradicts", score=0.97, reasons=("one denies what the other says",)),
)
CASE = Case(
    about="link",
    left=FELD.id,
    right=BRANDT.id,
    proposition=DEATHS.id,
    doubt=0.4,
    worth=2.5,
    reasons=("the figures do not agree",),
)
CHANGE = Change(
    kind="figure-moved",
    proposition=DEATHS.id,
    attribution=BRANDT.id,
    when="2025-03-05",
    made_at="2025-03-06T08:00:00+00:00",
    text="The toll moved from 2 to at least 3",
)


def make(path: Path) -> None:
    """The whole of it, in a new ledger at ``path``."""
    with Ledger.open(path) as ledger, ledger.write() as writer:
        for whole, found in STATEMENTS.items():
            writer.add(whole, found)
        writer.put_propositions(PROPOSITIONS, ORIGINS)
        writer.put_sources(SOURCES)
        writer.put_links(LINKS)
        writer.put_cases([DEATHS.id], [(DEATHS.id, CASE)])
        writer.add_changes([CHANGE])
