"""The example story, as read: what its outlets, times and credits are is written down beside it."""

import json
from pathlib import Path

import pytest

from twosource.read import read, read_all

STORY = Path(__file__).parents[2] / "examples" / "port-ansel"
TRUTH = json.loads((STORY.parent / "truth.json").read_text(encoding="utf-8"))["articles"]
FURNITURE = (
    "Photo",
    "Image:",
    "Share",
    "Sign up",
    "newsletter",
    "©",
    "Read more",
    "Listen",
    "JavaScript",
    "Published:",
)


@pytest.mark.parametrize("truth", TRUTH, ids=lambda truth: truth["id"])
def test_what_each_article_says_of_itself(truth):
    articles = read(str(STORY / truth["file"]))
    article = next(article for article in articles if article.title == truth["title"])
    for field in ("outlet", "published", "modified"):
        assert getattr(article, field) == truth[field]
    assert list(article.authors) == truth["authors"]
    assert list(article.credits) == truth["credits"]


def test_the_folder_is_read_whole_and_without_furniture():
    errors = []
    articles = list(read_all([str(STORY)], on_error=errors.append))
    assert len(articles) == len(TRUTH)
    assert not errors
    for article in articles:
        assert article.text.startswith(article.title)
        lines = [article.text[slice(*span)] for span in article.paragraphs]
        assert not [line for line in lines if line.startswith(FURNITURE) or "Image:" in line]
