"""The name of the outlet where the document does not give it: from its address."""

from __future__ import annotations

import re
from collections import Counter

from twosource.language import addresses

# Second levels under which names are registered in countries that do not register at the top: co.uk, com.au, gov.in.
_SECOND_LEVELS = {"co", "com", "org", "net", "gov", "gob", "ac", "edu", "or", "ne", "go"}

_WRAPPED = re.compile(r"^https?://[^/]+/(?:.*/)?(?P<scheme>https?)(?::/{1,2}|/)(?P<rest>[\w-]+(?:\.[\w-]+)+(?:/.*)?)$")


def unwrapped(url: str) -> str:
    """The address inside that of an archive or a proxy: ``https://web.archive.org/web/2024/https://example.org/a``."""
    match = _WRAPPED.match(url)
    return f"{match['scheme']}://{match['rest']}" if match else url


def host(url: str | None) -> str | None:
    """The registered domain of ``url``: ``dw.com`` for ``https://p.dw.com/p/4l``."""
    name = (addresses.parts(unwrapped(url or "")).hostname or "").removeprefix("www.")
    labels = name.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return None
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVELS and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def of_url(url: str | None, text: str = "") -> str | None:
    """The outlet at ``url``: as the text writes the first label of its domain ("DW" for dw.com), else the domain."""
    domain = host(url)
    if domain is None:
        return None
    label = domain.split(".")[0]
    pattern = r"(?:[A-Z][a-z]+ )?\b(?i:" + r"[ -]?".join(map(re.escape, label)) + r")\b"
    written = Counter(found for found in re.findall(pattern, text) if found[:1].isupper())
    return written.most_common(1)[0][0] if written else domain
