"""What can go wrong, drawn once.

    TwosourceError                 anything this package raises on purpose
    ├── SourceError                one SOURCE could not be read; names it and says why
    │   ├── SourceMissing          no such file, folder or host
    │   ├── SourceEmpty            nothing in it
    │   ├── SourceTooLarge         above the size limit
    │   ├── SourceUnreadable       damaged, binary, of an unknown kind, or wrongly encoded
    │   ├── NoArticle              readable, but no article text in it
    │   └── UnsupportedLanguage    an article in a language that the network was not trained on
    └── WeightsError               the embedded network is absent or does not fit this version

The library raises and never prints; the command line turns each into one line and goes on with the next source.
"""

from __future__ import annotations


class TwosourceError(Exception):
    """Base of every error that this package raises on purpose."""


class SourceError(TwosourceError):
    """A source could not be read. ``str()`` is one line: the source, a colon, the reason."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class SourceMissing(SourceError):
    """There is no such file, folder or host."""


class SourceEmpty(SourceError):
    """The source is there, and has nothing in it."""


class SourceTooLarge(SourceError):
    """The source is above the size limit."""


class SourceUnreadable(SourceError):
    """The source is damaged, binary, of an unknown kind or wrongly encoded."""


class NoArticle(SourceError):
    """The source was read and holds no article text."""


class UnsupportedLanguage(SourceError):
    """The article is in a language that the network was not trained on."""


class WeightsError(TwosourceError):
    """The embedded network is absent, damaged or of another version than the code."""
