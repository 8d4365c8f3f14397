"""Who uses the server, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["read", "review", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one that may least: each may all that those before it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whoever a request comes from. ``name`` is what their judgements are signed with."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person may do what ``role`` may."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What the server knows of a token: whose it is, and the SHA-256 of it in hexadecimal digits, never the token."""

    name: str
    role: Role
    digest: str

    @property
    def person(self) -> Person:
        """Whoever shows the token."""
        return Person(name=self.name, role=self.role)
