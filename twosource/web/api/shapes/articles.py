"""What the API answers about articles, and what it is sent to add some."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from twosource.records import Span

DAY = "The day of publication, for what does not tell it."


class ArticleLine(BaseModel):
    """An article without its text."""

    id: str
    url: str | None
    title: str | None
    language: str | None
    outlet: str | None
    authors: list[str]
    credits: list[str]
    published: str | None
    modified: str | None
    media_type: str
    statements: int = Field(description="How many statements are in it.")


class ArticleList(BaseModel):
    """Current articles, the newest first, those of no known time last."""

    items: list[ArticleLine]
    next: str | None = Field(description="The `cursor` of the next piece; null at the end.")


class PageVersion(BaseModel):
    """One text that a page has had."""

    id: str
    title: str | None
    when: str | None = Field(description="When it was changed, else published.")
    current: bool


class Article(BaseModel):
    """An article as read, and its place among others."""

    id: str
    url: str | None
    title: str | None
    text: str
    paragraphs: list[Span]
    language: str | None
    outlet: str | None
    authors: list[str]
    credits: list[str]
    published: str | None
    modified: str | None
    media_type: str
    captions: list[str]
    current: bool = Field(description="Whether it holds: neither an older text of its page nor another address.")
    instead: str | None = Field(description="The id of the article that holds for it, where it does not.")
    addresses: list[str] = Field(description="Other URLs at which the same publisher has the text.")
    versions: list[PageVersion] = Field(description="All texts kept of its page, oldest first.")
    made_by: str = Field(description="The release, the code and the networks that found its statements, or `unknown`.")


class ToAdd(BaseModel):
    """One thing to add: a text, a page to be fetched, or a path of the server's machine."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(None, pattern=r"\S", description="The text of an article, or of a saved page.")
    url: str | None = Field(
        None,
        pattern=r"^https?://[!-~\u00a1-\U0010ffff]+$",
        max_length=8000,
        description="The address of a page of the public network; with `text`, where that was found.",
    )
    path: str | None = Field(
        None, min_length=1, max_length=4000, description="A file or folder below those that the server shares (admins)."
    )
    title: str | None = Field(None, max_length=1000, description="Of a `text`.")
    outlet: str | None = Field(None, max_length=200, description="Of a `text`.")
    published: date | None = Field(None, description=DAY)

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if not (self.text or self.url or self.path):
            raise ValueError("name a text, a url or a path")
        if self.path and (self.text or self.url):
            raise ValueError("a path stands alone")
        return self


def request_body() -> dict[str, Any]:
    """The body of adding, as OpenAPI describes it: JSON of one thing, or files."""
    described = ToAdd.model_json_schema()
    described["anyOf"] = [
        _named("text", absent=["path"]),
        _named("url", absent=["path"]),
        _named("path", absent=["text", "url"]),
    ]
    files = {
        "type": "object",
        "required": ["files"],
        "properties": {
            "files": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "string", "contentMediaType": "application/octet-stream"},
            },
            "published": {"type": "string", "format": "date", "description": DAY},
        },
    }
    return {
        "required": True,
        "content": {"application/json": {"schema": described}, "multipart/form-data": {"schema": files}},
    }


def _named(one: str, *, absent: list[str]) -> dict[str, Any]:
    nothing: dict[str, Any] = {name: {"type": "null"} for name in absent}
    return {"required": [one], "properties": {one: {"type": "string"}} | nothing}
