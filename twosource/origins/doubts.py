"""Why two origins are not shown to be independent, though nothing shows that one leans on the other.

They stay two origins, and the range says so: the high end counts both, the low end one. Shown independent are
different named people or bodies who speak of their own knowledge.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language.words import words
from twosource.origins.voices import Voice

_INFERRED = ("possible", "probable")
_WITNESSES = words(
    """resident residents witness witnesses survivor survivors doctor doctors nurse medic medics neighbour neighbours
    neighbor neighbors passenger passengers expert experts analyst analysts economist economists engineer engineers
    relative relatives family families teacher student worker workers villager villagers people"""
)
"""Those who speak for themselves: they are no officials of a body that speaks elsewhere."""


def doubt(one: Sequence[Voice], other: Sequence[Voice]) -> str | None:
    """What keeps two origins, by their accounts, from being shown independent; ``None`` where they are."""
    return _whole(one) or _whole(other) or next((why for a in one for b in other if (why := _pair(a, b))), None)


def telling(voices: Sequence[Voice]) -> list[Voice]:
    """Those of an origin's ``voices`` that differ in what doubts go by: one of a hundred reprints says as much as
    all."""
    kinds = {
        (
            voice.answers,
            voice.label,
            voice.outlet,
            voice.named,
            voice.speaks_for,
            voice.of,
            voice.lineage,
            _seen(voice),
            voice.account.attribution.certainty in _INFERRED,
        ): voice
        for voice in reversed(voices)
    }
    return list(kinds.values())[::-1]


def _whole(voices: Sequence[Voice]) -> str | None:
    """A doubt about an origin beside any other."""
    first = voices[0]
    if all(voice.answers == "nobody" for voice in voices):
        return f"{first.outlet} does not say who says so"
    if all(voice.answers == "article" and not _seen(voice) for voice in voices):
        return f"{first.outlet} does not say from whom it knows"
    if all(voice.answers == "outlet" for voice in voices):
        return f"{first.outlet} cites {first.label}, and whose word that is nobody says"
    if all(voice.account.attribution.certainty in _INFERRED for voice in voices):
        return f"{first.label} does not claim to know, and may infer it from what others say"
    if all(_is_unsigned_paper(voice) for voice in voices):
        return f"whose {first.label} is, {first.outlet} does not say"
    return None


def _seen(voice: Voice) -> bool:
    """Whether the article says that its own people saw or heard it."""
    chain = voice.account.attribution.chain
    return bool(chain) and chain[-1].kind == "author" and voice.lineage.wire is None


def _is_unsigned_paper(voice: Voice) -> bool:
    """Whether it is a document, and nothing says whose."""
    mention = voice.mention
    return mention is not None and mention.kind == "document" and not mention.name and voice.speaks_for is None


def _pair(a: Voice, b: Voice) -> str | None:
    if a.faceless and b.faceless:
        return f"nobody can tell {a.label} ({a.outlet}) from {b.label} ({b.outlet}): neither is named"
    for hidden, other in ((a, b), (b, a)):
        if hidden.faceless and _may_be_one(hidden, other):
            return f"{hidden.label} ({hidden.outlet}) may be {other.label} or speak from the same knowledge"
    if _is_branch(a, b) or _is_branch(b, a):
        return f"{a.label} and {b.label} are of one government, and which branch of it speaks is not said"
    return None


def _is_branch(state: Voice, other: Voice) -> bool:
    """Whether one is given as the word of a country, the other as that of somebody in its service."""
    speaking, other_body = state.speaks_for, other.of
    return (
        speaking is not None
        and not speaking.field
        and other_body is not None
        and bool(other_body.field)
        and other_body.place == speaking.place
    )


def _may_be_one(hidden: Voice, other: Voice) -> bool:
    """Whether an official who is not named may be the other source, or one of its people."""
    if hidden.of is not None and other.of is not None:
        return hidden.of.may_be(other.of)
    return hidden.of is None and not (_WITNESSES & set(hidden.label.casefold().split()))
