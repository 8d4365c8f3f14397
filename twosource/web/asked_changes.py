"""Which changes a request asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from fastapi import Depends, Query

from twosource.across import ChangeKind
from twosource.web.paging import Cursor, decode
from twosource.web.problem import Problem

KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """The filters; ``None`` leaves nothing out."""

    kind: ChangeKind | None = None
    proposition: str | None = None


def which(
    kind: Annotated[ChangeKind | str, Query(max_length=40, description="Of this kind.")] = "",
    proposition: Annotated[str, Query(max_length=100, description="Of the proposition of this id.")] = "",
) -> Which:
    """The filters of a list of changes; one that is empty leaves nothing out."""
    if kind and kind not in KINDS:
        raise Problem(422, "There is no such kind of change", f"The kinds are {', '.join(KINDS)}.")
    return Which(kind=next((one for one in KINDS if one == kind), None), proposition=proposition or None)


def onward(cursor: Cursor = None) -> str | None:
    """Where a list of changes goes on; :class:`Problem` 422 for the cursor of another list."""
    if cursor is None:
        return None
    match decode(cursor):
        case (str(last),):
            return last
    raise Problem(422, "This cursor is of another list", "Take it from `next` of a list of changes.")


TheWhich = Annotated[Which, Depends(which)]
Onward = Annotated[str | None, Depends(onward)]
