"""Which outlets are one newsroom: names and addresses of a publisher's editions, and of agencies.

The table lists what is known to be one; everything else is its own family (fail closed), because counting two outlets
as one hides an origin. Common ownership does not make a family: newsrooms of one group report apart.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from twosource.language import addresses
from twosource.records import Article

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_AGENCY_LAST = re.compile(
    r"\s(?:(?:state |official )?(?:news|press|telegraph|information) (?:agency|service)|newswire|news wire)\Z"
)
GENERIC = frozenset(
    {"agencies", "agency", "wires", "wire services", "newswires", "news agencies", "staff and agencies"}
)
"""Credits that name no agency: the text is somebody else's, and nobody says whose."""


@cache
def table() -> dict[str, dict[str, tuple[str, ...]]]:
    """``agencies`` and ``outlets``: each family with its other names and addresses."""
    read = json.loads((files("twosource.origins") / "families.json").read_text("utf-8"))
    return {part: {name: tuple(also) for name, also in read[part].items()} for part in ("agencies", "outlets")}


def family(name: str) -> str:
    """The family of an outlet or agency by its name, host or URL: the listed name, else what is left of its own.

    ``edition.cnn.com`` and ``CNN`` are both "CNN"; "The Halyard News Agency" and "Halyard" are both "halyard".
    """
    host = host_of(name)
    if host:
        labels = host.split(".")
        ends = [".".join(labels[start:]) for start in range(len(labels) - 1)]
        return next((_members()[end] for end in ends if end in _members()), host)
    bare = _bare(name)
    return _members().get(bare) or _AGENCY_LAST.sub("", bare)


def family_of(article: Article) -> str | None:
    """The family that published ``article``: by the name of its outlet, else by its address."""
    given = article.outlet or host_of(article.url or "")
    return family(given) if given else None


def is_agency(name: str) -> bool:
    """Whether a name or address is that of a listed news agency."""
    return family(name) in table()["agencies"]


def is_same(mentioned: str, outlet: str) -> bool:
    """Whether an outlet named in an article is ``outlet``, by its name or address: "the Courier" may be "The Sarnow
    Courier" where no other is in question."""
    one, other = family(mentioned), family(outlet)
    if one == other:
        return True
    if one in _listed() or other in _listed():
        return False
    label = re.sub(r"[^a-z0-9]", "", one)
    if host_of(outlet):
        return bool(label) and label == re.sub(r"[^a-z0-9]|\Athe", "", _label(other))
    return f" {other} ".endswith(f" {one} ")


def host_of(text: str) -> str | None:
    """The host of a URL, or of text that is nothing but a host; without ``www``."""
    name = addresses.parts(text).hostname if "//" in text else text
    name = (name or "").lower()
    return name.removeprefix("www.") if _HOST.fullmatch(name) else None


@cache
def _members() -> dict[str, str]:
    return {_bare(member): name for part in table().values() for name, also in part.items() for member in (name, *also)}


@cache
def _listed() -> frozenset[str]:
    return frozenset(_members().values())


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ").strip(" .,'")


def _label(host: str) -> str:
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2
    return labels[-3] if short else labels[-2]
