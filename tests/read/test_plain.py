"""Saved pages of invented outlets, and clean texts that must come out as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read import plain

BROADCASTER = """\
  1. Skip to content
  2. Skip to main menu
  3. Skip to more NRB sites
PoliticsNorland

Norland: Who moved the buoys of Port Elin?

Mara Lind (in Elin) | Tove Askar
October 19, 2031

The pilots and the port authority accuse each other of having moved two buoys. There are two accounts of it.

https://p.nrb.example/p/4abc
Harbour pilot Ole Brand on a pier
Pilots in Port Elin have refused to work since Monday Image: Kai Holm/NPA

Pilots in Port Elin refused on October 17 to enter the northern channel, their spokesman Ole Brand said.

"We were told nothing," he said.

Brand: The buoys were moved by night

Two buoys and one question

The port authority said that it knew nothing of it. A spokeswoman added that buoys are inspected every spring.

A buoy lies on the shore
One of the buoys was found near FarholmImage: NPA/Getty Images

According to a fisherman who did not want to be named, a grey boat was seen in the channel on Sunday.

Skip next section Related topics
Related topics
Fishing
Norland
Skip next section Top stories
Storm closes schools in the north

Society
5 hours ago
This article was originally published in Norlandic.

Mara Lind
Mara Lind Correspondent in Norland, writing on ports and fisheries
"""

BROADCASTER_BODY = [
    "Norland: Who moved the buoys of Port Elin?",
    "The pilots and the port authority accuse each other of having moved two buoys. There are two accounts of it.",
    "Pilots in Port Elin refused on October 17 to enter the northern channel, their spokesman Ole Brand said.",
    '"We were told nothing," he said.',
    "Two buoys and one question",
    "The port authority said that it knew nothing of it. A spokeswoman added that buoys are inspected every spring.",
    "According to a fisherman who did not want to be named, a grey boat was seen in the channel on Sunday.",
]

TABLOID = """\
Home
News
Sport
Weather
Sign in
Subscribe
Home > News > Coast
Buoy row: Pilots walk out at Port Elin after 'night raid' | The Elin Mail
Buoy row: Pilots walk out at Port Elin after 'night raid'
By Jane Roe and Reuters
Published 17 October 2031, 14:05 BST
Updated 18 October 2031, 09:10 BST
Share
Facebook
WhatsApp
Copy link
Pilots walked out at Port Elin on Monday after two buoys had been moved in what they called a night raid.
Advertisement
Their spokesman, Ole Brand, told the Mail that nobody had warned them.
The pier at Port Elin at dawn (Image: Elin Mail/John Doe)
“It could have cost lives,” he said.
Sign up to our newsletter for the latest from the coast
Read more: Ferry company denies cuts
The port authority said it would look into the matter.
Most Read
Ferry company denies cuts
Ten beaches to see this summer
Man finds ring in cod
Storm closes schools
© 2031 Elin Mail Ltd. All rights reserved.
Privacy policy
"""

TABLOID_BODY = [
    "Buoy row: Pilots walk out at Port Elin after 'night raid'",
    "Pilots walked out at Port Elin on Monday after two buoys had been moved in what they called a night raid.",
    "Their spokesman, Ole Brand, told the Mail that nobody had warned them.",
    "“It could have cost lives,” he said.",
    "The port authority said it would look into the matter.",
]

AGENCY_SITE = """\
Menu

Search

Live TV

WORLD NEWS

Port authority denies moving buoys as pilots stay ashore

By TOVE ASKAR
12 minutes ago

PORT ELIN, Norland (AP) — The port authority denied on Tuesday that it had moved two buoys in the channel.

“There was no order of that kind,” said Harbour Master Edda Rhys. She declined to say when ships would sail.

RELATED STORIES

– Pilots refuse to sail

– What is a buoy?

– Farholm fishermen protest

Pilots said they would not return before the buoys were in place. Their union has called a meeting for Friday.

Agents put the losses at about 2 million crowns a day. The authority said that it could not confirm the figure.

___

Follow AP's coverage of ports at https://news.example/ports

Most read

Storm closes schools

Ferry company denies cuts
"""

AGENCY_BODY = [
    "Port authority denies moving buoys as pilots stay ashore",
    "PORT ELIN, Norland (AP) — The port authority denied on Tuesday that it had moved two buoys in the channel.",
    "“There was no order of that kind,” said Harbour Master Edda Rhys. She declined to say when ships would sail.",
    "Pilots said they would not return before the buoys were in place. Their union has called a meeting for Friday.",
    "Agents put the losses at about 2 million crowns a day. The authority said that it could not confirm the figure.",
]

CLEAN = """\
Pilots stay ashore in Port Elin

Pilots in Port Elin refused on Monday to guide ships through the northern channel.
Their spokesman said that nobody had warned them.

For more, sign up for the Harbour newsletter.
"""


def paragraphs_of(article):
    return [article.text[slice(*span)] for span in article.paragraphs]


@pytest.mark.parametrize(
    ("page", "body"),
    [(BROADCASTER, BROADCASTER_BODY), (TABLOID, TABLOID_BODY), (AGENCY_SITE, AGENCY_BODY)],
    ids=["broadcaster", "tabloid", "agency"],
)
def test_saved_pages_come_out_as_headline_and_body(page, body):
    article = plain.article(page)
    assert paragraphs_of(article) == body
    assert article.title == body[0]
    assert article.text == "\n\n".join(body)


def test_what_a_saved_page_says_of_itself():
    article = plain.article(BROADCASTER)
    assert article.authors == ("Mara Lind", "Tove Askar")
    assert article.published == "2031-10-19"
    assert article.url == "https://p.nrb.example/p/4abc"
    assert article.outlet == "NRB"
    assert "Harbour pilot Ole Brand on a pier" in article.captions
    assert "Pilots in Port Elin have refused to work since Monday Image: Kai Holm/NPA" in article.captions


def test_byline_agency_and_both_times_of_a_saved_page():
    article = plain.article(TABLOID)
    assert (article.authors, article.credits) == (("Jane Roe",), ("Reuters",))
    assert article.published == "2031-10-17T14:05:00+01:00"
    assert article.modified == "2031-10-18T09:10:00+01:00"
    assert article.captions == ("The pier at Port Elin at dawn (Image: Elin Mail/John Doe)",)


@pytest.mark.parametrize(
    ("signature", "authors", "agencies", "published"),
    [
        ("By\nTove AskarTravel Writer\n14:00, 28 Apr 2031", ("Tove Askar",), (), "2031-04-28T14:00:00"),
        ("Tove Askar and AP\nJune 30, 2031 - 4.34pm", ("Tove Askar",), ("AP",), "2031-06-30T16:34:00"),
        (
            "Author of the article:\nTove Askar\nPublished Jun 05, 2031 • 3 minute read",
            ("Tove Askar",),
            (),
            "2031-06-05",
        ),
        ("Tove Askar5 hours ago", ("Tove Askar",), (), None),
        ("Tove Askar\nPort Elin", (), (), None),
    ],
)
def test_names_beside_the_date_of_a_saved_page(signature, authors, agencies, published):
    article = plain.article(AGENCY_SITE.replace("By TOVE ASKAR\n12 minutes ago", signature))
    assert article.authors == authors
    assert article.credits == (*agencies, *(() if agencies else ("AP",)))
    assert article.published == published
    assert paragraphs_of(article) == AGENCY_BODY


def test_lines_that_come_again_and_again_are_no_text():
    page = AGENCY_SITE.replace("\n\n“There", "\n\nArticle content\n\n“There").replace(
        "\n\nAgents", "\n\nArticle content\n\nAgents"
    )
    assert paragraphs_of(plain.article(page + "\nArticle content")) == AGENCY_BODY


def test_dateline_gives_a_credit_and_stays():
    article = plain.article(AGENCY_SITE)
    assert article.credits == ("AP",)
    assert "(AP) —" in article.text


def test_a_clean_text_is_kept_letter_by_letter():
    article = plain.article(CLEAN)
    assert article.text == CLEAN.rstrip()
    assert len(article.paragraphs) == 4
    assert article.title == "Pilots stay ashore in Port Elin"


def test_byte_order_mark_and_carriage_returns_go():
    assert plain.article("\ufeffOne.\r\n\r\nTwo.\r\n").text == "One.\n\nTwo."


def test_a_byline_and_a_date_under_the_headline_of_a_clean_text_go():
    text = CLEAN.replace("\n\nPilots in", "\n\nBy Jane Roe and Reuters\n17 October 2031, 14:05 BST\n\nPilots in")
    article = plain.article(text)
    assert (article.authors, article.credits) == (("Jane Roe",), ("Reuters",))
    assert article.published == "2031-10-17T14:05:00+01:00"
    assert paragraphs_of(article)[:2] == [
        "Pilots stay ashore in Port Elin",
        "Pilots in Port Elin refused on Monday to guide ships through the northern channel.",
    ]


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The pilots said that they would stay ashore until the two buoys were back in their places.",
            "“No,” he said.",
            "A second day",
            "By Friday, the port was empty, and the ships lay in the bay.",
            "The authority (PA) denied it.",
            "Photo finish: the race was decided by an inch, the judges said on Sunday.",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(SENTENCES, st.sampled_from(["\n\n", "\n", "\n \n"]))
def test_prose_is_never_touched(sentences, gap):
    text = gap.join(sentences)
    assert plain.article(text).text == text


@given(st.text(max_size=300))
def test_any_text_gives_paragraphs_inside_it(text):
    article = plain.article(text)
    for start, end in article.paragraphs:
        assert article.text[start:end].strip()
