"""Errors as the error table has them."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.errors import (
    NoArticle,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceTooLarge,
    SourceUnreadable,
    UnsupportedLanguage,
)

Fault = tuple[str, str, str]
"""Source, reason and kind."""

KINDS: Mapping[type[SourceError], str] = {
    SourceMissing: "missing",
    SourceEmpty: "empty",
    SourceTooLarge: "too-large",
    SourceUnreadable: "unreadable",
    NoArticle: "no-article",
    UnsupportedLanguage: "language",
}
"""What a row of the error table calls a kind; besides ``crash`` (the process died of it), ``late`` (it took too
long) and ``failed`` (an error of this program)."""


def told(error: SourceError) -> Fault:
    """An error as a row has it."""
    return error.source, error.reason, KINDS[type(error)]


def failure(error: BaseException) -> str:
    """An exception that nobody foresaw, in one line."""
    lines = str(error).strip().splitlines()
    return f"failed: {type(error).__name__}" + (f": {lines[0]}" if lines else "")
