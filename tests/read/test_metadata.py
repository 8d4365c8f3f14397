import pytest
from lxml.html import document_fromstring

from twosource.read import metadata


def page(head: str = "", body: str = "<p>Text</p>") -> metadata.Metadata:
    return metadata.of_page(
        document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), url="https://courier.example/a/b"
    )


def linked(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


FULL = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Courier"},
 {"@type": "NewsArticle", "headline": "Dam bursts &amp; floods", "datePublished": "2031-10-17T14:05:00+01:00",
  "dateModified": "2031-10-18", "author": [
  {"@type": "Person", "name": "Jane Roe"}, {"@type": "Organization", "name": "Reuters"}],
  "publisher": {"name": "The Courier"}, "inLanguage": "en-GB"}]}"""


def test_linked_data():
    found = page(linked(FULL))
    assert found.title == "Dam bursts & floods"
    assert (found.authors, found.credits) == (("Jane Roe",), ("Reuters",))
    assert (found.published, found.modified) == ("2031-10-17T14:05:00+01:00", "2031-10-18")
    assert (found.outlet, found.language) == ("The Courier", "en")


@pytest.mark.parametrize(
    "content",
    [
        '[{"@type": ["ReportageNewsArticle"], "headline": "Dam bursts"}]',
        '<!-- {"@type": "NewsArticle", "headline": "Dam bursts"} -->',
        '{"@type": "NewsArticle", "headline": "Dam bursts",}',
        '{"@type": "NewsArticle", "headline": "Dam\tbursts"}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Dam bursts"}}',
    ],
)
def test_linked_data_as_it_is_found(content):
    assert page(linked(content)).title == "Dam bursts"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2031-10-17T14:05:00Z">', "", "2031-10-17T14:05:00+00:00"),
        ('<meta name="date" content="2031-10-17">', "", "2031-10-17"),
        ('<meta itemprop="datePublished" content="2031-10-17T00:00:00Z">', "", "2031-10-17"),
        ("", '<time datetime="2031-10-17T14:05:00+02:00">today</time>', "2031-10-17T14:05:00+02:00"),
        ("", "<time>17 October 2031, 14:05 GMT</time>", "2031-10-17T14:05:00+00:00"),
        ("", '<div class="article-date">Updated: 18 October 2031 | Published: 17 October 2031</div>', "2031-10-17"),
        ("", "<footer><time datetime='2031-01-01'></time></footer>", None),
        (linked("{broken"), "", None),
    ],
)
def test_published(head, body, published):
    assert page(head, body).published == published


def test_published_by_the_address():
    tree = document_fromstring("<p>x</p>")
    assert metadata.of_page(tree, url="https://courier.example/2031/10/7/dam").published == "2031-10-07"


@pytest.mark.parametrize(
    ("head", "body", "authors", "agencies"),
    [
        ('<meta name="author" content="Jane Roe, John Doe">', "", ("Jane Roe", "John Doe"), ()),
        ('<meta property="article:author" content="https://www.facebook.com/courier">', "", (), ()),
        ("", '<span class="byline">By Jane Roe in Elin and AFP</span>', ("Jane Roe",), ("AFP",)),
        ('<meta name="author" content="Reuters">', '<a rel="author">Jane Roe</a>', ("Jane Roe",), ("Reuters",)),
        ('<meta name="author" content="Courier Newsdesk">', "", ("Courier Newsdesk",), ()),
    ],
)
def test_authors(head, body, authors, agencies):
    found = page(head, body)
    assert (found.authors, found.credits) == (authors, agencies)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Dam bursts above town | The Courier</title>",
            "<h1>Dam bursts above town</h1>",
            "Dam bursts above town",
        ),
        ("<title>Dam bursts above town – World – The Courier</title>", "", "Dam bursts above town"),
        ('<meta property="og:title" content="Dam bursts">', "<h1>The Courier</h1>", "Dam bursts"),
        (
            '<meta property="og:title" content="Dam bursts above town">',
            "<h1>Dam above Farholm bursts</h1>",
            "Dam above Farholm bursts",
        ),
    ],
)
def test_titles(head, body, title):
    assert page(head, body).title == title


def test_the_host_names_the_outlet_as_a_last_resort():
    assert page(body="<p>As the Courier reported</p>").outlet == "Courier"
    assert page().outlet == "courier.example"
