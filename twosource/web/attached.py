"""Names of files that are sent to be kept: from whatever somebody asked, to what every system takes."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_LONGEST = 60


def disposition(stem: str, words: str | None, suffix: str) -> str:
    """The ``Content-Disposition`` of ``stem-some-words.suffix`` (RFC 6266), with the words in ASCII as far as they go,
    and beside it, where that is less than all, in their own letters."""
    plain = _joined(stem, _ascii(words or ""))
    own = _joined(stem, words or "")
    header = f'attachment; filename="{plain}.{suffix}"'
    return header if own == plain else f"{header}; filename*=UTF-8''{quote(own, safe='-')}.{suffix}"


def _ascii(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")


def _joined(stem: str, words: str) -> str:
    """Letters and figures alone: no name of a file that means anything to any system."""
    parts = re.findall(r"[^\W_]+", words.casefold().encode("utf-8", "ignore").decode("utf-8"))
    name = stem
    for part in parts:
        if len(name) + 1 + len(part) > _LONGEST:
            break
        name = f"{name}-{part}"
    return name
