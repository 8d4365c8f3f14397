"""Origins: the independent roots of a proposition, with the reasons for every join."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from twosource.ledger import View
from twosource.web.api.fresh import UNCHANGED, fresh
from twosource.web.api.propositions import gone
from twosource.web.api.shapes.origins import Origins
from twosource.web.at_hand import Reading, Viewing

router = APIRouter(prefix="/api/origins", tags=["origins"])

Of = Annotated[str, Query(max_length=100, description="The id of a proposition.")]


@router.get("", response_model=Origins, responses=UNCHANGED, summary="The origins of a proposition")
def listed(request: Request, view: Viewing, _: Reading, proposition: Of) -> Response:
    """All of them, those of denials and refusals included; only affirming ones count as support."""
    return fresh(request, view, lambda: _listed(request, view, proposition))


def _listed(request: Request, view: View, proposition_id: str) -> dict[str, Any]:
    for proposition in view.propositions([proposition_id]):
        low, high = proposition.independent
        return {
            "proposition": proposition.id,
            "independent": {"low": low, "high": high},
            "items": [origin.as_dict() for origin in view.origins([proposition.id])],
        }
    raise gone(request, view, proposition_id)
