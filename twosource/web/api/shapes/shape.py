"""What the shapes of answers have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """Nothing else is in it."""

    model_config = ConfigDict(extra="forbid")
