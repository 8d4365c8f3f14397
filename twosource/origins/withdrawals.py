"""Statements that their own speaker took back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.origins.voices import Voice


def withdrawn(voices: Sequence[Voice], affirming: Mapping[str, Sequence[Voice]]) -> tuple[str, ...]:
    """The ids of those ``affirming`` origins whose speaker, or whose body, denied it later and did not affirm it
    again."""
    denials = [voice for voice in voices if voice.stance == "deny" and voice.answers == "source"]
    return tuple(sorted(name for name, members in affirming.items() if _took_back(members, denials)))


def _took_back(members: Sequence[Voice], denials: Sequence[Voice]) -> bool:
    for denial in denials:
        own = [voice for voice in members if _one_speaker(voice, denial)]
        if own and all(_is_later(denial, voice) for voice in own):
            return True
    return False


def _one_speaker(voice: Voice, denial: Voice) -> bool:
    if voice.answers != "source":
        return False
    if voice.who == denial.who or denial.who in voice.relays:
        return True
    return voice.speaks_for is not None and denial.speaks_for is not None and voice.speaks_for == denial.speaks_for


def _is_later(denial: Voice, voice: Voice) -> bool:
    """Whether it was said in another article, and later: within one article an order of speech is a guess."""
    return denial.article != voice.article and denial.account.when > voice.account.when
