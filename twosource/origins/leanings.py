"""What an article says in its own voice, or of somebody whom it only refers back to, leans on what else it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.across import Basis
from twosource.language.words import words
from twosource.origins.joins import Join, groups, linked
from twosource.origins.voices import NOBODY, Voice
from twosource.origins.wording import words_of

_NEAR = 600
"""Characters, about a paragraph or two, over which "he" or "the statement" refers back to a speaker."""
_ALIKE = 0.5
"""Part of the words of a headline's statement that the statement which it sums up has too."""
_REPEATED = 0.3
"""The same for a headline that names no source: a headline is in other words than the text more often than not."""
_DEFINITE = re.compile(r"(?:the|its|his|her|their|that|this)\b", re.IGNORECASE)
_PAPERS = words("statement letter note document report message post tweet release communique memo email notice text")


def leanings(voices: Sequence[Voice]) -> Iterator[Join]:
    """Joins of headlines and leads, of references back, of what a newsroom says itself, and of speakers whom two
    articles of one wire describe in the same words; those of one stance alone."""
    for stance in ("affirm", "deny", "withhold"):
        places = [place for place, voice in enumerate(voices) if voice.stance == stance]
        summed_up = {place: root for place in places if (root := _sums_up(voices, place, places)) is not None}
        for place, root in sorted(summed_up.items()):
            yield Join(place, root, "utterance", f"{voices[place].outlet} sums up at the head what it attributes below")
        for place in places:
            if (root := _refers_to(voices, place, places)) is not None:
                yield Join(root, place, "utterance", f"{voices[place].outlet} goes on with {voices[root].label}")
        unattributed = [place for place in places if voices[place].answers in ("article", "nobody")]
        own = [place for place in unattributed if place not in summed_up]
        yield from _one_voice(voices, own)
        yield from _one_wire(voices, places)


def _sums_up(voices: Sequence[Voice], place: int, places: Sequence[int]) -> int | None:
    """The attributed statement of the same article that a headline or lead sums up: the one with most words in
    common, then the earliest."""
    voice = voices[place]
    if voice.answers == "outlet" or (voice.named and voice.answers == "source"):
        return None
    below = [other for other in places if _is_below(voice, voices[other]) and _stands_for(voice, voices[other])]
    fitting = below if voice.opens else [other for other in below if _soon_named(voice, voices[other])]
    return min(fitting, key=lambda other: (-_common(voice, voices[other]), other), default=None)


def _is_below(voice: Voice, other: Voice) -> bool:
    """Whether ``other`` is a statement further down in the same article that says whose it is."""
    return (
        other.article == voice.article
        and (other.answers == "source" or (other.answers == "outlet" and voice.answers != "source"))
        and (other.place, other.account.id) > (voice.place, voice.account.id)
    )


def _stands_for(voice: Voice, other: Voice) -> bool:
    """Whether a headline without a source, or with "the governor" or "witnesses", gives what the text then does."""
    if voice.answers != "source":
        return _common(voice, other) >= _REPEATED
    unnamed = voice.mention is not None and voice.mention.name is None
    return _is_short_for(voice, other) or (unnamed and _common(voice, other) >= _ALIKE)


def _soon_named(voice: Voice, other: Voice) -> bool:
    """Whether an office is followed by the name of its bearer within a paragraph or two, as under a crosshead."""
    near = other.place - voice.place <= _NEAR
    return near and voice.answers == "source" and other.named and _is_short_for(voice, other)


def _is_short_for(voice: Voice, other: Voice) -> bool:
    mention = other.mention
    office = f"{other.label} {mention.role or ''} {mention.affiliation or ''}" if mention else other.label
    head = [word for word in voice.described if word.isalpha()][-1:]
    return bool(head) and head[0] not in _PAPERS and head[0] in office.casefold().split()


def _common(voice: Voice, other: Voice) -> float:
    """What part of the words of the shorter statement the other has; short words are of no account."""
    one, two = (frozenset(word for word in words_of(v.account.quote) if len(word) > 3) for v in (voice, other))
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _refers_to(voices: Sequence[Voice], place: int, places: Sequence[int]) -> int | None:
    """The speaker shortly before in the same article to whom "he", "the statement" or "the minister" refers back."""
    voice = voices[place]
    if voice.named or voice.answers != "source" or voice.mention is None:
        return None
    before = [
        other
        for other in places
        if voices[other].article == voice.article
        and 0 < voice.place - voices[other].place <= _NEAR
        and voices[other].answers == "source"
        and _may_refer(voice, voices[other])
    ]
    return max(before, default=None)


def _may_refer(voice: Voice, other: Voice) -> bool:
    if voice.label == NOBODY:
        return other.label != NOBODY and _is_person(voice) == _is_person(other)
    if not _DEFINITE.match(voice.label) or (voice.mention is not None and voice.mention.kind == "collective"):
        return False
    return voice.described[-1:] == other.described[-1:] or _is_short_for(voice, other) or _is_paper_of(voice, other)


def _is_person(voice: Voice) -> bool:
    return voice.mention is not None and voice.mention.kind == "person"


def _is_paper_of(voice: Voice, other: Voice) -> bool:
    return (other.named or other.speaks_for is not None) and bool(_PAPERS & set(voice.described[-1:]))


def _one_voice(voices: Sequence[Voice], own: Sequence[int]) -> Iterator[Join]:
    """What articles say in their own voice, or of nobody in particular ("is thought to"), is their newsroom's, or that
    of the wire that they credit."""
    for found in groups((voices[place].lineage.root or voices[place].article, place) for place in own):
        basis: Basis = "credit" if any(voices[place].lineage.wire for place in found) else "family"
        yield from linked(found, basis, lambda a, b: _one_newsroom(voices[a], voices[b]))


def _one_newsroom(a: Voice, b: Voice) -> str:
    for voice in (b, a):
        if voice.lineage.wire:
            return f"{voice.outlet} {voice.lineage.why}"
    if a.outlet == b.outlet:
        return f"both are {a.outlet}'s own reporting"
    return f"{a.outlet} and {b.outlet} are one newsroom"


def _one_wire(voices: Sequence[Voice], places: Sequence[int]) -> Iterator[Join]:
    """Speakers whom articles of one wire describe alike; or of one newsroom, where they say the same too."""
    faceless = [place for place in places if voices[place].faceless and len(voices[place].described) > 1]
    for found in groups(((voices[place].lineage.root, voices[place].described), place) for place in faceless):
        if any(voices[place].lineage.wire for place in found):
            yield from linked(found, "credit", lambda a, b: _one_description(voices[a], voices[b]))
        else:
            alike = [place for place in found if _common(voices[found[0]], voices[place]) >= _ALIKE]
            yield from linked(alike or found[:1], "family", lambda a, b: _one_description(voices[a], voices[b]))


def _one_description(a: Voice, b: Voice) -> str:
    credited = next((voice for voice in (b, a) if voice.lineage.wire), None)
    declared = f"{credited.outlet} {credited.lineage.why}" if credited else f"both are {a.outlet}'s"
    return f"{declared}, and both cite “{a.label}”"
