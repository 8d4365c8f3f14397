"""What the API answers about jobs of adding."""

from __future__ import annotations

from pydantic import BaseModel, Field

from twosource.room.adding_jobs import ItemState, JobState, Outcome


class Result(BaseModel):
    """One article that was read, and what adding it came to."""

    article: str = Field(description="The id of the article that is there.")
    title: str | None
    outlet: str | None
    outcome: Outcome
    statements: int = Field(description="Statements that became current by it.")


class Item(BaseModel):
    """One thing that was asked for."""

    source: str
    state: ItemState
    read: int = Field(description="How many articles of it were added so far.")
    statements: int
    results: list[Result] = Field(description="The first 200 of them.")
    errors: list[str] = Field(description="What could not be read, a line each.")


class Job(BaseModel):
    """What was asked for at once. It is kept for an hour after its end, the last 50 of them."""

    id: str
    by: str
    state: JobState
    made_at: str
    ended_at: str | None
    ahead: int = Field(description="Jobs that are worked on before it.")
    items: list[Item]
