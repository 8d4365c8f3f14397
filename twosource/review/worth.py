"""How much it would change if something were judged otherwise than it stands.

What is asked first is what would change most, as far as can be told before: the *expected model change* of active
learning (Settles, Craven and Ray 2008; Settles 2009, section 3.3), where the chance of each answer is taken from the
program's own scores. Its other factor alone, uncertainty (Lewis and Gale 1994), would ask for much that changes
nothing. The change is counted in what a reader is told: whether a proposition stands otherwise, and how far the range
of its origins moves; each times the weight of the proposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.across import Account, Link, Status
from twosource.origins import Standing, status

FLIP = 1.0
"""Another status."""
STEP = 0.25
"""An origin more or less at either end of the range."""
MOST_STEPS = 4
TOUCH = 0.1
"""Another member, or another field of one: all that is told of it changes, if nothing else."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a proposition's reporting is told: status and range of independent origins."""

    status: Status
    independent: tuple[int, int]

    @classmethod
    def of(cls, accounts: Sequence[Account], standing: Standing, links: Sequence[Link]) -> Stand:
        """How it would be told of these accounts with that support."""
        return cls(status(accounts, standing, links), standing.independent)


def change(before: Stand, after: Stand) -> float:
    """How far apart two ways of telling are: at least :data:`TOUCH`."""
    steps = sum(abs(old - new) for old, new in zip(before.independent, after.independent, strict=True))
    return TOUCH + FLIP * (before.status != after.status) + STEP * min(steps, MOST_STEPS)


def consequence(before: Stand, after: Stand, *, given: str = "judged otherwise") -> tuple[str, ...]:
    """What would be told otherwise, in a sentence; none where nothing would."""
    if before.status != after.status:
        return (f"{given}, it would stand as {_told(after.status)}, not as {_told(before.status)}",)
    if before.independent != after.independent:
        return (f"{given}, {_range(after)} would count instead of {_range(before)}",)
    return ()


def _told(status: Status) -> str:
    return status.replace("-", " ")


def _range(stand: Stand) -> str:
    low, high = stand.independent
    if low == high:
        return f"{high} origin{'s' if high != 1 else ''}"
    return f"{low} to {high} origins"
