from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from twosource.across import Anchor, Case, Change, Feed, Judgement, Link, Origin, Proposition, Source, Unread
from twosource.export.records import lines
from twosource.records import Article, Attribution

PROPOSITION = Proposition(attributions=("a", "b"), wording="Two died", status="contested", independent=(1, 2))
ORIGIN = Origin(proposition=PROPOSITION.id, root="Feld", basis="copy", why=("“same”",), attributions=("a",))
SOURCE = Source(name="Anna Feld", kind="person", anonymity="named", mentions=(("a", 0),))
LINK = Link(left="a", right="b", relation="agrees", score=0.123456)
JUDGEMENT = Judgement(verdict="right", about="attribution", left=Anchor(record="a", article="b", span=(1, 2)))
CHANGE = Change(
    kind="new-origin", proposition=PROPOSITION.id, attribution="a", when=None, made_at="2025-03-05", text="One more."
)
FEED = Feed(url="https://feed.example/", seen=("one",))
UNREAD = Unread(source="a.pdf", reason="damaged", tried_at="2025-03-05T10:00:00+00:00")
CASE = Case(about="attribution", left="a", doubt=0.25, worth=0.5, reasons=("unsure",))


@dataclass
class Held:
    """A ledger of one record of each type."""

    articles: list[Any] = field(default_factory=list)

    def kept(self) -> list[Any]:
        return self.articles

    def sources(self) -> list[Source]:
        return [SOURCE]

    def propositions(self) -> list[Proposition]:
        return [PROPOSITION]

    def links(self) -> list[Link]:
        return [LINK]

    def origins(self) -> list[Origin]:
        return [ORIGIN]

    def judgements(self) -> list[Judgement]:
        return [JUDGEMENT]

    def every_change(self) -> list[Change]:
        return [CHANGE]

    def feeds(self) -> list[Feed]:
        return [FEED]

    def unread(self) -> list[Unread]:
        return [replace(UNREAD, source="b.pdf"), UNREAD]

    def every_case(self) -> list[tuple[str, Case]]:
        return [("p", CASE)]

    def keyed(self) -> list[tuple[str, str, tuple[str, ...]]]:
        return [("statement", "a", ("x", "y"))]


def test_a_line_a_record_with_its_type_first(article: Article, attributions: tuple[Attribution, ...]) -> None:
    vectors = {attributions[0].id: b"\x00\xff"}
    kept = SimpleNamespace(
        article=article,
        current=True,
        addresses={"https://b", "https://a"},
        attributions=attributions,
        vectors=vectors,
        made_by="twosource 9",
    )
    made = list(lines(Held([kept])))
    assert all(line.startswith('{"type": ') and line.count("\n") == 1 for line in made)
    assert list(map(json.loads, made)) == [
        {
            "type": "article",
            **article.as_dict(),
            "current": True,
            "addresses": ["https://a", "https://b"],
            "made_by": "twosource 9",
        },
        *(
            {
                "type": "attribution",
                "article_id": article.id,
                **found.as_dict(),
                "vector": base64.b64encode(vectors[found.id]).decode() if found.id in vectors else None,
            }
            for found in attributions
        ),
        {"type": "source", **SOURCE.as_dict()},
        {"type": "proposition", **PROPOSITION.as_dict()},
        {"type": "link", **LINK.as_dict()},
        {"type": "origin", **ORIGIN.as_dict()},
        {"type": "judgement", **JUDGEMENT.as_dict()},
        {"type": "change", **CHANGE.as_dict()},
        {"type": "feed", **FEED.as_dict()},
        {"type": "unread", **UNREAD.as_dict()},
        {"type": "unread", **UNREAD.as_dict(), "source": "b.pdf"},
        {"type": "case", "owner": "p", **CASE.as_dict()},
        {"type": "keys", "space": "statement", "item": "a", "keys": ["x", "y"]},
    ]


def test_lines_come_as_they_are_asked_for() -> None:
    def endless() -> Any:
        while True:
            yield SimpleNamespace(
                article=Article(text="x", paragraphs=()),
                current=False,
                addresses=(),
                attributions=(),
                vectors={},
                made_by="x",
            )

    assert json.loads(next(lines(Held(endless()))))["current"] is False
