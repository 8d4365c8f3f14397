"""Mentions, articles and signatures for the tests of this part; all names are invented or common."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from twosource.across import Anchor, Judgement
from twosource.records import Article, Mention
from twosource.resolve import Signature, signature


def article(text: str = "Nothing happened.", **more: Any) -> Article:
    return Article(text=text, paragraphs=((0, len(text)),), **more)


def mention(name: str | None = None, kind: Any = "person", anonymity: Any = "named", **more: Any) -> Mention:
    return Mention(name=name, kind=kind, anonymity=anonymity, **more)


def in_text(
    text: str, words: str, *, published: str | None = "2025-03-04", last: bool = False, **more: Any
) -> Signature:
    """The signature of the mention that ``words`` of ``text`` are, where they stand first or ``last``."""
    start = text.rindex(words) if last else text.index(words)
    return signature(mention(span=(start, start + len(words)), **more), article=article(text, published=published))


def person(name: str, role: str | None = None, affiliation: str | None = None) -> Signature:
    return signature(mention(name, role=role, affiliation=affiliation), article=article())


def named(name: str, kind: Any, **more: Any) -> Signature:
    return signature(mention(name, kind, **more), article=article())


def judged(verdict: Any, left: Anchor | str, right: Anchor | str, *, at: str = "2025-03-05") -> Judgement:
    ends = [Anchor(record="-", name=end) if isinstance(end, str) else end for end in (left, right)]
    return Judgement(verdict=verdict, about="source", left=ends[0], right=ends[1], by="ed", made_at=at)


PEOPLE = (
    "John Smith", "Jane Smith", "J. Smith", "John A. Smith", "John B. Smith", "Johnny Smith", "John Smith Jr.",
    "Mohammed Talib", "Muhammad Talib", "Oleksiy Tarnskyy", "Alexei Tarnsky", "Smith", "Tarnsky", "Kim Jae-in",
    "Ana Tarn", "Ana Tarn Vesk", "A. Tarn",
)  # fmt: skip
BODIES = (
    "Ministry of Defence", "Corvian Defence Ministry", "Veldrian Water Board", "VWB", "Vale Wine Bureau", "Army",
    "VWBC", "Veldrian Water Board Council", "Vale Wine Bureau Club", "MoD", "WHO", "World Health Organization",
    "Russian Defence Ministry", "Russia's Ministry of Defense", "Russian Defense Department", "Moscow", "Russia",
    "Halyard News Agency", "Halyard", "HNA", "The Sarnow Courier", "www.sarnowcourier.example", "Courier",
)  # fmt: skip
ROLES = (None, "spokesman", "spokeswoman", "minister", "coach", "professor", "prime minister")
AFFILIATIONS = (None, "Orrin College", "Tarn University", "Russia", "Russian Defence Ministry", "Defence Ministry")
SCOPES = (None, None, "a1", "a2", "2025")


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    """Signatures of a few names, so that many of them match or are at odds."""
    kind = draw(st.sampled_from(("person", "person", "person", "government", "organisation", "outlet", "agency")))
    pool: tuple[str | None, ...] = (*PEOPLE, None) if kind == "person" else (*BODIES, None)
    name = draw(st.sampled_from(pool))
    scope = draw(st.sampled_from(SCOPES))
    return Signature(
        name=name,
        kind=kind,
        anonymity="named" if name else "role-only",
        role=draw(st.sampled_from(ROLES)) if kind == "person" else None,
        affiliation=draw(st.sampled_from(AFFILIATIONS)) if kind == "person" else None,
        country=draw(st.sampled_from((None, None, "Russia"))),
        also=draw(st.sampled_from(((), (), ("VWB",)))),
        story=draw(st.sampled_from(((), ("ana tarn", "port orrin", "tal vesk")))) if scope else (),
        scope=scope,
    )


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """A few verdicts on names of the pools."""
    names = st.sampled_from((*PEOPLE, *BODIES))
    found = []
    for day in range(draw(st.integers(0, 4))):
        verdict = draw(st.sampled_from(("same", "not-same", "unsure")))
        found.append(judged(verdict, draw(names), draw(names), at=f"2025-03-{day + 1:02}"))
    return found
