"""The example story as accounts: the attributions of the truth table in the articles as read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from tests.support import STORY
from twosource.across import Account, Link, Source
from twosource.language.kinds import kind_of
from twosource.origins import Copy, shared
from twosource.read import read
from twosource.records import Article, Attribution, Figure, Kind, Mention, Polarity

Known = dict[str, Any]
PAPERS = ("note", "report", "figures", "Records", "newsletter")


@cache
def articles() -> tuple[Article, ...]:
    """All articles of the story, in the order of their files."""
    return tuple(article for path in sorted(STORY.iterdir()) for article in read(str(path)))


@cache
def copies() -> tuple[Copy, ...]:
    """The passages that any two articles share."""
    return tuple(copy for a, b in combinations(articles(), 2) for copy in shared(a, b))


def accounts(truth: dict[str, list[Known]]) -> dict[str, Account]:
    """The attributions of the truth table by their id there."""
    of = {known["id"]: article for known, article in zip(truth["articles"], articles(), strict=True)}
    return {
        known["id"]: Account(article=of[known["article"]], attribution=_attribution(known, of))
        for known in truth["attributions"]
    }


def _attribution(known: Known, of: dict[str, Article]) -> Attribution:
    article = of[known["article"]]
    start = article.text.index(known["content"])
    figure = known.get("figure")
    return Attribution(
        article_id=article.id,
        content=((start, start + len(known["content"])),),
        cue=_cue(article, known, start),
        manner=known["manner"],
        act=known.get("act", "states"),
        polarity=known["polarity"] or "affirm",
        certainty=known.get("certainty", "unstated"),
        chain=tuple(_mention(known, name) for name in known.get("chain", [known["origin"]]) if name),
        figures=(_figure(article, figure),) if figure else (),
    )


def _cue(article: Article, known: Known, start: int) -> tuple[tuple[int, int], ...]:
    around = next(span for span in article.paragraphs if span[0] <= start < span[1])
    at = article.text.find(known["cue"], *around) if known["cue"] else -1
    return ((at, at + len(known["cue"])),) if at >= 0 else ()


def _figure(article: Article, figure: Known) -> Figure:
    at = article.text.index(figure["words"])
    return Figure(span=(at, at + len(figure["words"])), low=figure["low"], high=figure["high"], bound=figure["bound"])


def _mention(known: Known, name: str) -> Mention:
    is_last = name == known["origin"]
    anonymity = known["anonymity"] or "named" if is_last else "named"
    kind = "document" if any(word in name for word in PAPERS) else _kind(name, anonymity)
    role = re.sub(rf"{re.escape(name)}|,.*", "", known["source"] or "").strip() if is_last else ""
    if anonymity in ("unnamed", "collective") or name.startswith("a "):
        return Mention(name=None, kind=kind, anonymity=anonymity, role=name)
    return Mention(name=name, kind=kind, anonymity=anonymity, role=role if kind == "person" else None)


def _kind(name: str, anonymity: str) -> Kind:
    if anonymity == "collective":
        return "collective"
    return "person" if anonymity == "unnamed" else kind_of(name)


def source_of(found: Sequence[Account]) -> Callable[[str, int], Source | None]:
    """One source for every name that is a name: what resolving is to find."""
    by_name: dict[str, list[tuple[str, int]]] = {}
    place_of = {}
    for account in sorted(found, key=lambda account: account.order):
        for place, mention in enumerate(account.attribution.chain):
            if mention.name:
                by_name.setdefault(mention.name, []).append((account.id, place))
                place_of[account.id, place] = mention
    made = {
        mention: Source(name=name, kind=place_of[mention].kind, anonymity="named", mentions=tuple(sorted(mentions)))
        for name, mentions in by_name.items()
        for mention in mentions
    }
    return lambda attribution, place: made.get((attribution, place))


def stances(proposition: Known, found: dict[str, Account]) -> dict[str, Polarity]:
    """The planted stances by attribution id."""
    return {found[name].id: stance for name, stance in proposition["stances"].items()}


def links(truth: dict[str, list[Known]], found: dict[str, Account]) -> list[Link]:
    """The planted relations."""
    return [
        Link(left=found[known["left"]].id, right=found[known["right"]].id, relation=known["relation"], score=1.0)
        for known in truth["relations"]
    ]
