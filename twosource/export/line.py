"""One record as one line of JSON, harmless wherever it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# JSON may leave these as they are, but they end lines for some readers (U+0085, U+2028, U+2029), steer some terminals
# (C1 controls) or turn text around (bidirectional controls). Written as escapes they lose nothing.
_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


_HALF = re.compile("[\ud800-\udfff]")


def whole(value: Any) -> Any:
    """``value``, a record of JSON, with ``�`` for every lone surrogate: half a character, which neither RDF nor Parquet
    nor a strict reader of JSON takes. Offsets stay, one code point takes the place of one."""
    if isinstance(value, str):
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {whole(name): whole(one) for name, one in value.items()}
    return [whole(one) for one in value] if isinstance(value, list | tuple) else value


def line(record: Mapping[str, Any]) -> str:
    """``record`` and a line feed. Lone surrogates are for the stream to escape: UTF-8 with ``backslashreplace``."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
