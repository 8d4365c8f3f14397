"""The licences of what twosource needs at run time, by their own metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

COPYLEFT = re.compile(r"\b[AL]?GPL|General Public License", re.IGNORECASE)

EXTRAS = ("web", "tables", "batch")
"""Those that must be free of copyleft too; ``postgres`` brings psycopg, which is under the LGPL, and says so."""


def needed(name: str = "twosource", *, extras: Iterable[str] = ()) -> dict[str, Distribution]:
    """All that an installation brings, itself left out, by name."""
    found: dict[str, Distribution] = {}
    waiting = [(name, tuple(extras))]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        known = distribution(one[0])
        found[canonicalize_name(one[0])] = known
        waiting.extend(_further(known, one[1]))
    del found[canonicalize_name(name)]
    return dict(sorted(found.items()))


def _further(known: Distribution, extras: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in known.requires or ():
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted.name, tuple(sorted(wanted.extras))


def licences(known: Distribution) -> list[str]:
    """What a distribution may be used under: alternatives of its SPDX expression, else its classifiers, else what it
    calls its licence."""
    told = known.metadata
    if expression := told.get("License-Expression"):
        return [part.strip(" ()") for part in re.split(r"\bOR\b", expression)]
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License")]
    named = (told.get("License") or "").strip().partition("\n")[0]
    if re.search(r"\bOR\b", named):
        return [part.strip(" ()") for part in re.split(r"\bOR\b", named)]
    return [line for line in classified if line != "OSI Approved"] or ([named] if named else _first_line(known))


def _first_line(known: Distribution) -> list[str]:
    """The name that a licence begins with, where the metadata bring its text alone."""
    files = [file for file in known.files or () if file.name.startswith("LICEN")]
    lines = (line.strip() for file in files for line in file.read_text().splitlines())
    return list(filter(None, lines))[:1]


def is_free(alternatives: Iterable[str]) -> bool:
    """Whether one may be chosen that is not of the GNU family; not where nothing is told."""
    return any(not COPYLEFT.search(one) for one in alternatives)
