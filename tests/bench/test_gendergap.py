"""The way to rules that lie in a folder, and back from a text that they prepared, with made-up rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench import gendergap

RULES = """
import os
from bson import ObjectId
import utils

os.makedirs("logs")

class QuoteExtractor:
    def __init__(self, config):
        with open(config["NLP"]["QUOTE_VERBS"]) as lines:
            self.verbs = lines.read().split()

    def extract_quotes(self, doc):
        at = doc.text.index(self.verbs[0])
        yield {"speaker_index": "(0,0)", "verb_index": f"({at},{at + 4})", "quote_index": f"({at + 5},{len(doc.text)})"}
"""
PREPARE = """
import pymongo

def preprocess_text(txt):
    return txt.replace("\\n", ".\\n ").replace("“", '"')
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "rules").mkdir()
    for name, text in zip(gendergap.NEEDED, (RULES, PREPARE, "said\ntold\n"), strict=True):
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(sys, "path", [*sys.path])
    for name in ("bson", "pymongo", "quote_extractor", "utils"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield tmp_path
    for name in ("bson", "pymongo", "quote_extractor", "utils"):
        sys.modules.pop(name, None)


def test_rules_are_run_and_led_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    text = "Mill fire\n\nFeld said “nothing"
    prepare, quotes = gendergap.rules(None, home)
    prepared = prepare(text)
    found = [gendergap.Places(prepared, text).back(one) for one in quotes(SimpleNamespace(text=prepared))]
    words = [{role: [text[s:e] for s, e in spans] for role, spans in one.items()} for one in found]
    assert words == [{"source": [], "cue": ["said"], "content": ["“nothing"]}]
    assert not (home / "logs").exists()


@pytest.mark.parametrize("gone", gendergap.NEEDED)
def test_rules_are_there_where_all_files_are(home: Path, gone: str) -> None:
    assert gendergap.there(home)
    (home / gone).unlink()
    assert not gendergap.there(home)


@pytest.mark.parametrize(
    ("prepared", "text", "span", "expected"),
    [
        ("One.\n .\n Two.", "One\n\nTwo.", (9, 12), "Two"),
        ("One.\n .\n Two.", "One\n\nTwo.", (0, 13), "One\n\nTwo"),
        ("a b", "a  b", (2, 3), "b"),
        ("etc.\n b", "etc.\nb", (3, 6), ""),
    ],
)
def test_places(prepared: str, text: str, span: tuple[int, int], expected: str) -> None:
    back = gendergap.Places(prepared, text).back({"content": [span]})["content"]
    assert "".join(text[s:e] for s, e in back) == expected


def test_a_preparation_that_changes_words_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be followed"):
        gendergap.Places("one", "ones")
