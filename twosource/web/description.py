"""The description of the API in OpenAPI, at ``/openapi.json``."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request

from twosource.web.at_hand import Reading

router = APIRouter(include_in_schema=False)

PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "What is wrong, and what to do about it (RFC 9457).",
        "content": {
            "application/problem+json": {
                "schema": {
                    "type": "object",
                    "title": "Problem",
                    "required": ["type", "title", "status"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                    },
                }
            }
        },
    }
}
"""What any route of the API may answer beside what it is there for."""


@router.get("/openapi.json")
def described(request: Request, _: Reading) -> dict[str, Any]:
    """The description."""
    found: dict[str, Any] = request.app.openapi()
    return found
