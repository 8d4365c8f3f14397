from twosource.errors import NoArticle, SourceUnreadable
from twosource.read import feed
from twosource.records import Article

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier - World</title><link>https://courier.example</link><language>en-gb</language>
<item><title>Dam bursts in Norland</title><link>https://courier.example/1</link><dc:creator>Jane Roe and
Reuters</dc:creator> <pubDate>Fri, 17 Oct 2031 14:05:00 +0100</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>A dam burst on Monday,<br/>officials said.</p> <figure><img src="x.jpg"/><figcaption>The
dam. Photo: Kai Holm</figcaption></figure> <p>Nobody was hurt.</p><p>The post <a href="x">Dam bursts</a> appeared
first on <a href="y">The Courier</a>.</p>]]></content:encoded></item> <item><title>Pilots stay
ashore</title><link>https://courier.example/2</link><source url="https://npa.example/rss">NPA</source>
<description>Pilots in Port Elin refused to work on Monday, their spokesman said.</description></item>
<item><title>Only a headline</title><link>https://courier.example/3</link></item> </channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Norland Now</title>
<entry><title>Dam bursts</title><link href="https://now.example/1"/><author><name>Tove Askar</name></author>
<published>2031-10-17T14:05:00Z</published><updated>2031-10-18T08:00:00Z</updated>
<content type="html">&lt;p&gt;A dam burst on Monday, officials said.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_with_its_content_is_an_article():
    article, _ = feed.articles(RSS.encode(), source="s")
    assert isinstance(article, Article)
    assert article.text == "Dam bursts in Norland\n\nA dam burst on Monday, officials said.\n\nNobody was hurt."
    assert article.captions == ("The dam. Photo: Kai Holm",)
    assert (article.outlet, article.url) == ("The Courier", "https://courier.example/1")
    assert (article.authors, article.credits) == (("Jane Roe",), ("Reuters",))
    assert (article.published, article.modified) == ("2031-10-17T14:05:00+01:00", None)


def test_a_teaser_of_a_sentence_is_an_article_and_names_its_own_source():
    _, article = feed.articles(RSS.encode())
    assert isinstance(article, Article)
    assert article.outlet == "NPA"
    assert article.text.endswith("their spokesman said.")


def test_atom():
    (article,) = feed.articles(ATOM.encode())
    assert isinstance(article, Article)
    assert article.authors == ("Tove Askar",)
    assert (article.published, article.modified) == ("2031-10-17T14:05:00+00:00", "2031-10-18T08:00:00+00:00")


def test_headlines_alone_and_damaged_feeds():
    headlines = RSS[: RSS.index("<item>")] + "<item><title>Only a headline</title></item></channel></rss>"
    assert [type(error) for error in feed.articles(headlines.encode())] == [NoArticle]
    assert [type(error) for error in feed.articles(b"<rss><channel></oops>")] == [SourceUnreadable]
    assert [type(error) for error in feed.articles(b"<rss version='2.0'><channel></channel></rss>")] == [NoArticle]
