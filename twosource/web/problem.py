"""One shape for everything that goes wrong: RFC 9457 (problem details)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """An answer that says what is wrong: ``title`` in a few words, ``detail`` what to do about it.

    ``extra`` members go into the JSON beside those of the standard. Raise it anywhere below a route: the API answers in
    JSON, a page in HTML.
    """

    def __init__(
        self, status: int, title: str, detail: str = "", *, headers: Mapping[str, str] | None = None, **extra: Any
    ) -> None:
        super().__init__(f"{status} {title}")
        self.status = status
        self.title = title
        self.detail = detail
        self.headers = dict(headers or {})
        self.extra = extra

    def as_dict(self) -> dict[str, Any]:
        """The JSON object of RFC 9457."""
        detail = {"detail": self.detail} if self.detail else {}
        return {"type": "about:blank", "title": self.title, "status": self.status} | detail | self.extra
