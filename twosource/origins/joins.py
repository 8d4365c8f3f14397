"""Why two accounts have one origin: one speaker, one body, one relay, one outlet that both cite.

Agreement is no reason. Each join names its evidence, in words that stand beside the origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.across import Basis
from twosource.origins.bodies import Body
from twosource.origins.voices import Voice


@dataclass(frozen=True, slots=True)
class Join:
    """Two accounts, by their places in the order of accounts, that have one origin; ``basis`` is what shows it and
    ``why`` says it. ``words`` is how much text their articles share, where that shows it."""

    left: int
    right: int
    basis: Basis
    why: str
    words: int = 0


def joins(voices: Sequence[Voice]) -> Iterator[Join]:
    """What the accounts show of one another by whom they cite; those of one stance alone are joined."""
    for stance in ("affirm", "deny", "withhold"):
        places = [place for place, voice in enumerate(voices) if voice.stance == stance]
        yield from _same_word(voices, places)
        yield from _same_body(voices, places)
        yield from _relayed(voices, places)


def _same_word(voices: Sequence[Voice], places: Sequence[int]) -> Iterator[Join]:
    """One speaker is one origin, on whatever day and in whichever outlet: it is one person's word."""
    for found in groups((voices[place].who, place) for place in places if voices[place].answers == "source"):
        yield from linked(found, "utterance", lambda a, b: _both_give(voices[a], voices[b]))


def _both_give(a: Voice, b: Voice) -> str:
    name = a.label if a.named or not b.named else b.label
    if a.article == b.article:
        return f"{a.outlet} gives the word of one speaker, {name}"
    return f"{a.outlet} and {b.outlet} give the word of the same speaker, {name}"


def _same_body(voices: Sequence[Voice], places: Sequence[int]) -> Iterator[Join]:
    """A body and those who speak for it are one voice; within an article, so are a country ("Corvia says") and the one
    branch of its government that speaks there."""
    speaking = [(body, place) for place in places if (body := voices[place].speaks_for)]
    known = {body for body, _ in speaking}
    for found in groups((_settled(body, known), place) for body, place in speaking):
        yield from linked(found, "utterance", lambda a, b: _both_speak(voices[a], voices[b]))
    for found in groups(((voices[place].article, body.place), place) for body, place in speaking if body.place):
        if len({body.field for place in found if (body := voices[place].speaks_for) and body.field}) == 1:
            yield from linked(found, "utterance", lambda a, b: _both_speak(voices[a], voices[b]))


def _settled(body: Body, known: Iterable[Body]) -> Body:
    """``body`` with the place that only one body of its field has; one of several "health ministries" stays apart."""
    alike = {other for other in known if other.field == body.field and other.place}
    return next(iter(alike)) if not body.place and len(alike) == 1 else body


def _both_speak(a: Voice, b: Voice) -> str:
    if a.label == b.label:
        return f"{a.outlet} and {b.outlet} give the word of {a.label}"
    return f"{a.label} and {b.label} speak for the same body"


def _relayed(voices: Sequence[Voice], places: Sequence[int]) -> Iterator[Join]:
    """Who passes another's word on, and those who have it from the same."""
    by = defaultdict(list)
    for place in places:
        for who in voices[place].relays:
            by[who].append(place)
    own = {voices[place].who: place for place in reversed(places) if voices[place].answers == "source"}
    for who, passed in sorted(by.items()):
        through = [own[who], *passed] if who in own else passed
        yield from linked(through, "citation", lambda a, b: _passed_on(voices[a], voices[b]))
    for place in places:
        if (root := _cited(voices, place, places)) is not None:
            yield Join(place, root, "citation", f"{voices[place].outlet} has it from {_cited_as(voices, place, root)}")


def _passed_on(a: Voice, b: Voice) -> str:
    for relay, voice in ((a, b), (b, a)):
        if relay.who in voice.relays:
            return f"{voice.outlet} knows what {voice.label} said from {relay.label}"
    return f"{a.outlet} and {b.outlet} know what {a.label} and {b.label} said from the same person"


def _cited_as(voices: Sequence[Voice], place: int, root: int) -> str:
    cited = voices[place].label if voices[place].answers == "outlet" else voices[root].outlet
    return f"{cited}, as does {voices[root].outlet}" if voices[root].lineage.outlet not in voices[place].via else cited


def _cited(voices: Sequence[Voice], place: int, places: Sequence[int]) -> int | None:
    """The account of the outlet that this one cites and, where it does not say whose word that is, leans on."""
    voice = voices[place]
    if not voice.via or (voice.named and voice.answers == "source"):
        return None
    behind = [other for other in places if other != place and _is_of(voices[other], voice.via)]
    if voice.answers == "outlet":
        return _first(behind, voices, voice.via)
    alike = [other for other in behind if voices[other].faceless and _likely_one(voice, voices[other])]
    return _first(alike, voices, voice.via)


def _first(places: Sequence[int], voices: Sequence[Voice], via: Sequence[str]) -> int | None:
    """The earliest account in the cited outlet's own article, else of a source known through it, else the earliest
    that cites it too."""
    own = [place for place in places if voices[place].lineage.root in via]
    through = [place for place in places if voices[place].answers == "source"]
    return min(own or through or places, default=None)


def _is_of(other: Voice, via: Sequence[str]) -> bool:
    return other.lineage.outlet in via or other.lineage.wire in via or any(outlet in via for outlet in other.via)


def _likely_one(a: Voice, b: Voice) -> bool:
    """Whether two speakers who are not named, behind one outlet, are described alike."""
    return a.mention is not None and b.mention is not None and len(_description(a) & _description(b)) >= 2


def _description(voice: Voice) -> frozenset[str]:
    return frozenset(word for word in voice.described if len(word) > 2)


def groups(keyed: Iterable[tuple[Hashable, int]]) -> list[list[int]]:
    """The places that have a key in common, for every key."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for key, place in keyed:
        found[key].append(place)
    return [sorted(set(places)) for places in found.values()]


def linked(places: Sequence[int], basis: Basis, why: Callable[[int, int], str]) -> Iterator[Join]:
    """The first of ``places``, the earliest, with each of the others."""
    first, *others = sorted(set(places))
    for place in others:
        yield Join(first, place, basis, why(first, place))
