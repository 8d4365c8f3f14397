"""What a site lets robots read: robots.txt by RFC 9309.

Not the standard library's ``urllib.robotparser``, which takes the first rule that fits instead of the longest, and
knows neither ``*`` nor ``$`` in paths, which news sites use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

NAME = "twosource"
LONGEST = 500_000
"""Bytes that are read: RFC 9309 asks for 500 KiB at least, and what follows is no rule of a person."""

_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us: (path, whether it may be read). ``pause`` is the seconds between two requests that they ask
    for, if they do."""

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float | None = None

    def allow(self, url: str) -> bool:
        """Whether ``url`` may be read: by the longest rule that fits, of equally long ones by the one that allows."""
        parts = urlsplit(url)
        path = _same(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}")
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


ALL = Robots()


def robots(text: str) -> Robots:
    """The rules of the groups that name us, else of those for everybody."""
    groups = list(_groups(text))
    own = [lines for agents, lines in groups if NAME in agents] or [lines for agents, lines in groups if "*" in agents]
    lines = [line for one in own for line in one]
    rules = [(_same(path), name == "allow") for name, path in lines if name in ("allow", "disallow") and path]
    pauses = [
        float(value) for name, value in lines if name == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", value)
    ]
    return Robots(tuple(rules), max(pauses, default=None))


def _groups(text: str) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """Each group: the robots that it names, and its lines."""
    agents: list[str] = []
    lines: list[tuple[str, str]] = []
    for name, value in _lines(text[:LONGEST].removeprefix("\ufeff").splitlines()):
        if name == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = [], []
            agents.append("*" if value == "*" else re.split(r"[^a-z_-]", value.lower(), maxsplit=1)[0])
        elif agents:
            lines.append((name, value))
    yield agents, lines


def _lines(text: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in text:
        if match := _LINE.match(line):
            name, value = match[1].lower(), match[2].strip()
            if name in ("user-agent", "allow", "disallow", "crawl-delay"):
                yield name, value


def _same(path: str) -> str:
    """A path in one spelling: ``%7E`` and ``~`` are the same, ``%2F`` and ``/`` are not."""
    kept = re.sub("%(2f|2a|24|25|3f)", lambda match: "%25" + match[1].upper(), path, flags=re.IGNORECASE)
    return quote(unquote(kept), safe="/*$?=&%:;,+~@!'()[]")


def _fits(rule: str, path: str) -> bool:
    """Whether ``path`` begins as ``rule`` says, where ``*`` is anything and ``$`` the end. To take each part at its
    first place is enough, and a rule of a thousand stars takes no longer than its length."""
    first, *parts = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for place, part in enumerate(parts):
        if rule.endswith("$") and place == len(parts) - 1:
            return len(path) - len(part) >= at and path.endswith(part)
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not rule.endswith("$") or at == len(path)
