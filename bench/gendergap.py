"""The quotation rules of the Gender Gap Tracker (Asr et al. 2021, PLOS ONE 16(1); MIT), run as they are published.

They are no package, so they are read from a folder where somebody put them: ``nlp/english`` of
github.com/sfu-discourse-lab/GenderGapTracker, of which `quote_extractor.py`, `utils.py` and
`rules/quote_verb_list.txt` are needed. That they keep articles in MongoDB has no part in the rules: an empty module
stands in for its driver.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.setting import FOLDER

Relation = dict[str, list[tuple[int, int]]]

HOME = Path(os.environ.get("TWOSOURCE_GENDERGAP", FOLDER / "gendergap"))
NEEDED = ("quote_extractor.py", "utils.py", "rules/quote_verb_list.txt")
LONGEST = 20_000
"""Characters of an article, by their settings; a longer one they leave out."""

_INDEX = re.compile(r"\((\d+),(\d+)\)")


def there(home: Path = HOME) -> bool:
    """Whether the rules are where they are looked for."""
    return all((home / name).exists() for name in NEEDED)


def rules(nlp: Any, home: Path = HOME) -> tuple[Callable[[str], str], Callable[[Any], Iterator[Relation]]]:
    """How they prepare a text, and what they find in it, parsed, with spans of the prepared text."""
    home = home.resolve()
    for name in ("bson", "pymongo"):
        stand_in = ModuleType(name)
        stand_in.ObjectId = str  # type: ignore[attr-defined]
        sys.modules.setdefault(name, stand_in)
    sys.path.insert(0, str(home))
    with tempfile.TemporaryDirectory() as folder, chdir(folder):  # Their log goes to the folder that one stands in.
        import quote_extractor  # type: ignore[import-not-found]
        import utils  # type: ignore[import-not-found]
    extractor = quote_extractor.QuoteExtractor({"spacy_lang": nlp, "NLP": {"QUOTE_VERBS": str(home / NEEDED[2])}})
    return utils.preprocess_text, lambda document: map(_relation, extractor.extract_quotes(document))


def _relation(quote: dict[str, Any]) -> Relation:
    return {
        "source": _spans(quote["speaker_index"]),
        "cue": _spans(quote["verb_index"]),
        "content": _spans(quote["quote_index"]),
    }


def _spans(index: str) -> list[tuple[int, int]]:
    """Of "(12,17)"; none of "" and of "(0,0)", which both mean that there is none."""
    return [(int(start), int(end)) for start, end in _INDEX.findall(index) if start != end]


class Places:
    """Where a prepared text stands in the one that it was made of: they add and drop spaces and full stops alone, and
    put one character in the place of another."""

    def __init__(self, prepared: str, text: str) -> None:
        self._prepared, self._text = _solid(prepared), _solid(text)
        if len(self._prepared) != len(self._text):
            raise ValueError("a text was prepared in a way that cannot be followed")

    def back(self, relation: Relation) -> Relation:
        """The relation in offsets of the text."""
        return {role: [at for span in spans for at in self._back(span)] for role, spans in relation.items()}

    def _back(self, span: tuple[int, int]) -> list[tuple[int, int]]:
        inside = [own for at, own in zip(self._prepared, self._text, strict=True) if span[0] <= at < span[1]]
        return [(inside[0], inside[-1] + 1)] if inside else []


def _solid(text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if not letter.isspace() and letter != "."]
