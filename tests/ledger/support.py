"""Made-up articles for the tests of the ledger, and what is read back of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from twosource.across import Anchor, Judgement, Link, Origin, Proposition, Source
from twosource.ledger import Ledger, Writer
from twosource.records import Article, Attribution, Mention

MILL = (
    "Mill fire kills two\n\nTwo people died in the mill, Mayor Anna Feld said. “We know nothing of it,” a guard said."
)


def page(text: str = MILL, *, url: str | None = "https://hillpost.example/mill", **fields: str | None) -> Article:
    """An article of the Hill Post."""
    known = {
        "outlet": "Hill Post",
        "title": text.partition("\n")[0],
        "published": "2025-03-05T08:00:00+02:00",
        **fields,
    }
    return Article(text=text, paragraphs=((0, len(text)),) if text else (), url=url, **known)  # type: ignore[arg-type]


def statements(article: Article, *, number: int = 2) -> tuple[Attribution, ...]:
    """``number`` attributions of five characters each, one behind the other."""
    return tuple(
        Attribution(
            article_id=article.id,
            content=((5 * place, 5 * place + 5),),
            chain=(Mention(name="Anna Feld", kind="person", anonymity="named", role="Mayor"),),
            confidence=0.9,
        )
        for place in range(number)
    )


def ids(found: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(attribution.id for attribution in found)


def add(writer: Writer, article: Article) -> str:
    return writer.add(article, statements(article)).status


def stored(article: Article) -> Article:
    """``article`` as the wire form keeps it."""
    return replace(article, source="-")


def content(ledger: Ledger) -> list[str]:
    """Everything that the ledger holds, line by line."""
    from twosource.export.records import lines

    with ledger.view() as view:
        return list(lines(view))


def lines_of(type_: str, lines: Iterable[str]) -> list[dict[str, object]]:
    return [record for record in map(json.loads, lines) if record["type"] == type_]


def fill(writer: Writer) -> tuple[Article, tuple[Attribution, ...]]:
    """One record of every type, about one article."""
    article = page()
    found = statements(article, number=3)
    first, second, third = ids(found)
    writer.add(article, found, vectors={first: bytes(range(8)), third: b""})
    proposition = Proposition(
        attributions=(first, second), wording="Two people died", status="single-origin", independent=(1, 2)
    )
    origins = [
        Origin(
            proposition=proposition.id, root="Anna Feld", basis="utterance", why=("both name her",), attributions=(own,)
        )
        for own in (second, first)
    ]
    feld = Source(name="Anna Feld", kind="person", anonymity="named", mentions=((first, 0), (second, 0)), score=0.87654)
    writer.put_sources([feld])
    writer.put_propositions([proposition], origins)
    writer.put_links([Link(left=first, right=second, relation="agrees", score=0.5, reasons=("one “toll”",))])
    writer.put_keys("statement", {first: ["w:mill", "w:fire"], third: ["w:\ud800\\\x00"]})
    writer.judge(judgement())
    return article, found


def judgement(**fields: str) -> Judgement:
    anchor = Anchor(record="0123456789abcdef", article="fedcba9876543210", span=(3, 9), name="Anna Feld")
    given = {"verdict": "right", "about": "attribution", "by": "Jo", "made_at": "2025-03-06T10:00:00Z", **fields}
    return Judgement(left=anchor, **given)  # type: ignore[arg-type]
