"""What a drawing holds, measured by the widths that Helvetica gives its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_AFM = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = dict(zip(map(chr, range(32, 127)), map(int, _AFM.split()), strict=True)) | {"…": 1000, "’": 222, "×": 584}
_SIZES = {"small": 10.0, "letter": 10.5}
_BOLD = {"root", "letter", "letter-key"}


@dataclass(frozen=True)
class Box:
    what: str
    left: float
    top: float
    right: float
    bottom: float

    def on(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def helvetica(text: str, size: float = 12) -> float:
    return sum(_WIDTHS.get(letter, 556) for letter in text) * size / 1000


def tree(svg: str) -> etree._Element:
    return etree.fromstring(svg)


def size(svg: str) -> tuple[float, float]:
    _, _, wide, high = map(float, tree(svg).attrib["viewBox"].split())
    return wide, high


def texts(svg: str) -> list[Box]:
    return [_box(found) for found in tree(svg).iter(f"{_NAMESPACE}text")]


def pills(svg: str) -> list[Box]:
    return [
        Box("pill", *(float(found.attrib[name]) for name in ("x", "y")), *_far(found))
        for found in tree(svg).iter(f"{_NAMESPACE}rect")
    ]


def marks(svg: str, stance: str) -> int:
    return len(re.findall(rf'class="mark {stance}"', svg))


def collisions(svg: str) -> list[tuple[str, str]]:
    """Words on top of other words, or of a pill that is not their own; and what sticks out of the drawing."""
    found = texts(svg)
    wide, high = size(svg)
    outside = [(one.what, "the edge") for one in found if one.left < -1 or one.right > wide + 1 or one.bottom > high]
    own = [(a.what, b.what) for place, a in enumerate(found) for b in found[place + 1 :] if a.on(b)]
    rounded = pills(svg)
    pairs = [(a.what, b.what) for place, a in enumerate(rounded) for b in rounded[place + 1 :] if a.on(b)]
    return outside + own + pairs


def _box(found: etree._Element) -> Box:
    look = found.attrib["class"]
    text = found.text or ""
    size = _SIZES.get(look, 12.0)
    wide = helvetica(text, size) * (1.06 if look in _BOLD else 1)
    x, y = float(found.attrib["x"]), float(found.attrib["y"])
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[found.attrib["text-anchor"]]
    return Box(text, left, y - size * 0.72, left + wide, y + size * 0.2)


def _far(found: etree._Element) -> tuple[float, float]:
    x, y, wide, high = (float(found.attrib[name]) for name in ("x", "y", "width", "height"))
    return x + wide, y + high
