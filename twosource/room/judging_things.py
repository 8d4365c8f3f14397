"""What a verdict is about: one record or a pair of them, by their ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from twosource.across import Case, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What people judge.

    About an ``attribution``: one extraction, or two of which it is asked whether they have one origin. About a
    ``proposition`` or a ``link``: two attributions of which it is asked whether they are one proposition; ``right`` may
    also be the id of a proposition that ``left`` may not belong to. About a ``source``: one, or two; either may be a
    single mention, written ``attribution/place in its chain``.
    """

    about: Subject
    left: str
    right: str | None = None

    @classmethod
    def of(cls, case: Case) -> Thing:
        """What ``case`` asks about."""
        return cls(about=case.about, left=case.left, right=case.right)

    @property
    def ends(self) -> tuple[str, ...]:
        """The ids that it names."""
        return (self.left,) if self.right is None else (self.left, self.right)

    @property
    def question(self) -> str:
        """What is asked: ``link`` and ``proposition`` ask the same."""
        return "proposition" if self.about == "link" else self.about

    def as_dict(self) -> dict[str, Any]:
        """The three fields."""
        return {"about": self.about, "left": self.left, "right": self.right}


def mention_at(id_: str) -> tuple[str, int] | None:
    """The attribution and the place in its chain that ``attribution/place`` names; ``None`` for any other id."""
    attribution, mark, place = id_.partition("/")
    return (attribution, int(place)) if mark and place.isascii() and place.isdigit() and len(place) < 4 else None
