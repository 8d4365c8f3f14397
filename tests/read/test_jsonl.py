import json

import pytest

from twosource.errors import NoArticle, SourceError, SourceUnreadable
from twosource.read import jsonl
from twosource.records import Article

TEXT = " The dam burst,\r\nofficials said.\n\nNobody was hurt. "
ITEM = {
    "url": "https://courier.example/1",
    "title": "Dam bursts",
    "text": TEXT,
    "outlet": "The Courier",
    "published": "2031-10-17T14:05:00Z",
    "authors": ["Jane Roe", "Reuters"],
}


def test_text_is_kept_as_given():
    (article,) = jsonl.articles(json.dumps(ITEM), source="s")
    assert article.text == TEXT
    assert article.title == "Dam bursts"
    assert (article.authors, article.credits) == (("Jane Roe",), ("Reuters",))
    assert article.published == "2031-10-17T14:05:00+00:00"
    assert [TEXT[slice(*span)] for span in article.paragraphs] == [
        "The dam burst,",
        "officials said.",
        "Nobody was hurt.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{json.dumps(ITEM)}\n\n{json.dumps(ITEM)}\n",
        json.dumps([ITEM, ITEM], indent=1),
        "\n".join(json.dumps({"article": ITEM, "attributions": []}) for _ in range(2)),
    ],
    ids=["lines", "array", "our own output"],
)
def test_forms(text):
    found = list(jsonl.articles(text))
    assert len(found) == 2
    assert all(isinstance(item, Article) and item.outlet == "The Courier" for item in found)


def test_one_article_over_several_lines():
    (article,) = jsonl.articles(json.dumps(ITEM, indent=2))
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("line", "error", "reason"),
    [
        ("{broken", SourceUnreadable, "s: line 2: not JSON"),
        ("[1]", SourceUnreadable, "s: line 2: not an object"),
        ('{"title": "x"}', NoArticle, "s: line 2: no text"),
        ('{"text": 7}', NoArticle, "s: line 2: no text"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line, error, reason):
    first, bad, last = jsonl.articles(f"{json.dumps(ITEM)}\n{line}\n{json.dumps(ITEM)}", source="s")
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, error)
    assert str(bad).startswith(reason)


def test_an_array_without_articles():
    (error,) = jsonl.articles("[]")
    assert isinstance(error, SourceError)
