from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.support import needs_network
from train import label
from twosource.attribute import relate
from twosource.model.wordpiece import WordPieces
from twosource.read import paragraphs
from twosource.records import Article

SHIPPED = Path(label.__file__).parents[1] / "twosource" / "model" / "weights" / "attribution.onnx"
TEXT = "Mayor Anna Feld said the pier was safe.\n\nShe denied that it had been closed.\n\nRain fell."


@needs_network
def test_a_network_together_with_itself_marks_what_it_marks_alone() -> None:
    made = label.marked(TEXT, label.together([SHIPPED, SHIPPED]), WordPieces.embedded())
    ((_, alone),) = relate([Article(text=TEXT, paragraphs=paragraphs.find(TEXT))])
    (together,) = made["annotations"].values()
    assert made["text"] == TEXT
    assert [one["content"] for one in together] == [[list(span) for span in one.content] for one in alone]
    assert len(together) == 2


def test_articles_kept_for_the_blind_sample_are_not_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = tmp_path / "news.jsonl.gz"
    rows = [{"text": f"{number} " + "word " * 200, "language": "en"} for number in range(3)]
    rows += [{"text": "too short", "language": "en"}, {"text": "mot " * 200, "language": "fr"}]
    with gzip.open(news, "wt") as out:
        out.write("".join(json.dumps(row) + "\n" for row in rows))
    unseen = tmp_path / "unseen.json"
    unseen.write_text(json.dumps({"news": [1]}))
    monkeypatch.setattr(label, "UNSEEN", unseen)
    assert [text[0] for text in label._texts(news)] == ["0", "2"]
