import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.errors import NoArticle
from twosource.read import html

FIRST = "A dam burst above the town of Farholm on Monday, officials said, and water ran through the streets for hours."
SECOND = (
    "The mayor, Edda Rhys, told reporters that nobody was hurt. She said that the cause of the break was not known."
)
THIRD = (
    "“We heard a noise like thunder,” said Ole Brand, a miller, who had gone up to look at the gate on Sunday night."
)
FOURTH = "Engineers of the county are to look at what is left of the dam on Tuesday, according to the harbour office."

PAGE = f"""<!doctype html><html lang="en-GB"><head>
<title>Dam bursts above Farholm | The Courier</title>
<meta property="og:site_name" content="The Courier">
<link rel="canonical" href="https://courier.example/world/dam">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>
<h1>Dam bursts above Farholm</h1>
<div class="byline">By <a rel="author" href="/jane">Jane Roe</a> and Reuters</div>
<p class="dates">Published 17 October 2031, 14:05 BST</p>
<ul class="share-tools"><li>Share on Facebook</li><li>Copy link</li></ul>
<figure><img src="dam.jpg"><figcaption>The dam on Monday. Photo: Kai Holm</figcaption></figure>
<p>{FIRST}</p>
<p>{SECOND}</p>
<p><a href="/x">Ten beaches that you have to see this summer</a></p>
<aside class="newsletter-box"><p>Sign up to our newsletter and never miss a flood again, says our team.</p></aside>
<h2>A noise in the night</h2>
<p>{THIRD}</p>
<p>Read more: Ferry company denies cuts</p>
<p>{FOURTH}</p>
</article></main>
<section class="related"><h2>Related stories</h2>
<p><a href="/y">Storm closes schools in the north of Norland</a></p></section>
<footer><p>© 2031 The Courier. All rights reserved.</p></footer></body></html>"""


def paragraphs_of(article):
    return [article.text[slice(*span)] for span in article.paragraphs]


def test_headline_and_body_and_nothing_else():
    article = html.article(PAGE, source="s")
    assert paragraphs_of(article) == ["Dam bursts above Farholm", FIRST, SECOND, "A noise in the night", THIRD, FOURTH]
    assert article.captions == ("The dam on Monday. Photo: Kai Holm",)


def test_what_the_page_says_of_itself():
    article = html.article(PAGE, source="s")
    assert (article.authors, article.credits) == (("Jane Roe",), ("Reuters",))
    assert article.published == "2031-10-17T14:05:00+01:00"
    assert (article.title, article.outlet) == ("Dam bursts above Farholm", "The Courier")
    assert (article.url, article.language) == ("https://courier.example/world/dam", "en")
    assert (article.media_type, article.source) == ("text/html", "s")


def test_a_headline_that_is_not_displayed_is_no_part_of_the_text():
    article = html.article(PAGE.replace("<h1>Dam bursts above Farholm</h1>", ""))
    assert article.title == "Dam bursts above Farholm"
    assert article.text.startswith(FIRST)


def test_chunks_that_were_passed_over_are_added():
    advert = '<div class="ad-slot"><p>Advertisement</p></div>'
    chunks = advert.join(
        f'<div class="chunk"><p>{one}</p><p>{two}</p></div>' for one, two in [(FIRST, SECOND), (THIRD, FOURTH)]
    )
    article = html.article(f"<html><body><h1>Dam bursts above Farholm</h1><div class=body>{chunks}</div></body></html>")
    assert paragraphs_of(article)[1:] == [FIRST, SECOND, THIRD, FOURTH]


def test_a_dateline_and_a_credit_line():
    page = PAGE.replace(f"<p>{FIRST}", f"<p>FARHOLM (AP) — {FIRST}").replace(
        f"<p>{FOURTH}</p>", f"<p>{FOURTH}</p><p>with AFP</p>"
    )
    article = html.article(page)
    assert article.credits == ("Reuters", "AP", "AFP")
    assert "FARHOLM (AP) — A dam" in article.text
    assert not article.text.endswith("AFP")


def test_line_breaks_part_sentences_and_not_words():
    page = PAGE.replace(SECOND, SECOND.replace(". She", ".<br>She").replace("told ", "told<br/>"))
    assert paragraphs_of(html.article(page))[2:4] == [
        "The mayor, Edda Rhys, told reporters that nobody was hurt.",
        "She said that the cause of the break was not known.",
    ]


def test_a_page_drawn_by_a_program_is_read_from_what_it_carries():
    own = json.dumps({"@type": "NewsArticle", "headline": "Dam bursts", "articleBody": f"{FIRST}\n{SECOND}"})
    head = f'<title>Dam bursts</title><script type="application/ld+json">{own}</script>'
    page = f'<html><head>{head}</head><body><div id="app"></div></body></html>'
    assert html.article(page).text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><script>run()</script></body></html>",
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
        "<p>Sign in</p>",
    ],
)
def test_pages_without_an_article(page):
    with pytest.raises(NoArticle, match=r"^s: HTML without article text$"):
        html.article(page, source="s")


def test_a_page_of_very_many_paragraphs_is_read_in_proportion():
    entries = "".join(f"<p>{number}. {SECOND}</p>" for number in range(3000))
    page = f"<html><body><h1>Log of the dam</h1><p>{FIRST}</p>{entries}</body></html>"
    assert len(html.article(page).paragraphs) > 2500


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</div>", "<div class='", "'>", FIRST, "\x00", "<br>", "&#0;", "<table><tr><td>", "<h1>x"]
        ),
        max_size=12,
    )
)
def test_no_markup_breaks_it(pieces):
    try:
        article = html.article("".join(pieces), source="s")
    except NoArticle:
        return
    assert article.paragraphs


def test_a_page_that_is_named_like_a_box_is_read():
    named = PAGE.replace('<html lang="en-GB">', '<html lang="en-GB" class="has-popover">')
    assert html.article(named).text == html.article(PAGE).text
