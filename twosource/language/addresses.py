"""The parts of a web address, however it is written."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NONE = SplitResult("", "", "", "", "")


def parts(address: str) -> SplitResult:
    """What :func:`urllib.parse.urlsplit` finds; nothing in what it refuses with an exception, such as a host that opens
    a bracket and does not close it."""
    try:
        return urlsplit(address)
    except ValueError:
        return _NONE
