"""What a brief is to be made of."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 15
"""Propositions of a brief, where nothing else is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a brief is made of: statements of a ``source`` (a part of any of its
    names, of its role or of whom it speaks for), of an ``outlet``, printed
    ``since`` a day or ``until`` one; at ``most`` so many propositions. Where it is
    not ``linked``, the links between statements are left out: most of the time that
    a brief of a large story takes is for them."""

    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    most: int = MOST
    linked: bool = True

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out but by number."""
        return any((self.source, self.outlet, self.since, self.until))
