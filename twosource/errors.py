"""What can go wrong, drawn once.

    TwosourceError                 anything this package raises on purpose
    ├── SourceError                one SOURCE could not be read; names it and says why
    │   ├── SourceMissing          no such file, folder or host
    │   ├── SourceEmpty            nothing in it
    │   ├── SourceTooLarge         above the size limit
    │   ├── SourceUnreadable       damaged, binary, of an unknown kind, or wrongly encoded
    │   ├── NoArticle              readable, but no article text in it
    │   └── UnsupportedLanguage    an article in a language that the network was not trained on
    ├── NotInstalled               an optional library is needed for what was asked; names it and how to get it
    ├── WeightsError               the embedded network is absent or does not fit this version
    └── LedgerError                a ledger cannot be used as asked; names it and says why
        ├── LedgerMissing          no such file, folder, server or database, or no ledger in it
        ├── LedgerBusy             another process was writing for longer than one would wait
        ├── LedgerDamaged          damaged, not a ledger, or made by a newer version than this
        └── RecordRefused          a record that does not fit what is there; nothing of its transaction is kept

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


class NotInstalled(TwosourceError):
    """An optional library is not there. ``str()`` is one line: what is needed, and the extra that brings it."""

    def __init__(self, library: str, *, extra: str) -> None:
        super().__init__(f"this needs {library}: pip install 'twosource[{extra}]'")
        self.library = library


class WeightsError(TwosourceError):
    """The embedded network is absent, damaged or of another version than the code."""


class LedgerError(TwosourceError):
    """A ledger could not be used as asked. ``str()`` is one line: the ledger, a colon, the reason."""

    def __init__(self, ledger: str, reason: str) -> None:
        super().__init__(f"{ledger}: {reason}")
        self.ledger = ledger
        self.reason = reason


class LedgerMissing(LedgerError):
    """There is no such file, folder, server or database, or there is no ledger in it."""


class LedgerBusy(LedgerError):
    """Another process was writing for longer than one would wait."""


class LedgerDamaged(LedgerError):
    """What is there is damaged, not a ledger, or was made by a newer version than this one."""


class RecordRefused(LedgerError):
    """A record does not fit what is there, or a line of an import is no record. Nothing of its transaction is kept."""
