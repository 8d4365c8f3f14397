"""One line of JSON an article: the exchange format that ``docs/formats.md`` describes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from twosource.export import Result

# JSON may leave these as they are, but they end lines for some readers (U+0085, U+2028, U+2029), steer some terminals
# (C1 controls) or turn text around (bidirectional controls). Written as escapes they lose nothing.
_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def lines(results: Iterable[Result]) -> Iterator[str]:
    """A line a result. Lone surrogates are for the stream to escape: it should be UTF-8 with ``backslashreplace``."""
    for article, attributions in results:
        record = {"article": article.as_dict(), "attributions": [found.as_dict() for found in attributions]}
        text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
        yield _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
