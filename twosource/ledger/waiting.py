"""How much waits for people."""

from __future__ import annotations

from sqlalchemy import func, select

from twosource.ledger.schema import cases
from twosource.ledger.view import View


def waiting(view: View) -> int:
    """How many cases there are to judge; one that was found in two places is one."""
    return int(view._connection.scalar(select(func.count(cases.c.id.distinct()))) or 0)
