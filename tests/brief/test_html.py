from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from tests.brief.made import KARL, RUTH, UNION, by, origin
from tests.brief.whole import a_brief, an_entry, crowd, spread
from tests.origins.made import person
from twosource.across import Link, Source
from twosource.brief.html import WIDTHS, link, page
from twosource.brief.notes import notes
from twosource.brief.records import Brief, Sentence, Statement, Voice
from twosource.export.words import plain, quoted

HOSTILE = "</script></style><script>alert(1)</script>\"><img src=x onerror=alert(2)>' {{ 7*7 }} \u202egnp\x1b[2J"
EVENT = re.compile(r"\Aon", re.IGNORECASE)


def tree(brief: Brief) -> html.HtmlElement:
    return html.document_fromstring(page(brief))


def words(found: html.HtmlElement) -> str:
    return " ".join(found.text_content().split())


def marked(found: html.HtmlElement) -> list[str]:
    return [plain(one.text_content()) for one in found.iter("mark")]


def by_class(root: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return root.xpath(f'.//*[contains(concat(" ", normalize-space(@class), " "), " {name} ")]')


def hostile() -> Brief:
    told = [
        by(person(f"Ruth {HOSTILE}", HOSTILE, HOSTILE), f"{HOSTILE} was {place}", words="Ruth", published=day)
        for place, day in enumerate(("2025-03-01", "2025-03-02", "2025-03-03", None))
    ]
    evil = [
        _in(one, outlet=HOSTILE, title=HOSTILE, url=url, authors=(HOSTILE,), credits=(HOSTILE,), language=HOSTILE)
        for one, url in zip(
            told, ("javascript:alert(1)", 'https://x.example/"><img/src=x>', HOSTILE, None), strict=True
        )
    ]
    evil[2] = replace(evil[2], when=HOSTILE)
    source = Source(name=HOSTILE, kind="person", anonymity="named", mentions=((evil[0].id, 0),), role=HOSTILE)
    roots = [origin(*evil[:2], root=HOSTILE, why=(HOSTILE,), side=HOSTILE), origin(*evil[2:], root=HOSTILE)]
    entry = an_entry(
        evil,
        roots,
        HOSTILE,
        links=(Link(left=evil[0].id, right=evil[1].id, relation="same", score=0.5, reasons=(HOSTILE,)),),
        sides=((HOSTILE, (roots[0].id,)),),
        missing=(Sentence(text=HOSTILE, citations=(evil[0].citation,)),),
    )
    voice = Voice(source=source, label=HOSTILE, statements=(evil[0].id,), propositions=(entry.id,))
    return a_brief(entry, question=HOSTILE, made_at=HOSTILE, voices=(voice,), notes=(HOSTILE,))


def _in(one: Statement, **fields: object) -> Statement:
    """``one`` in an article with other ``fields``."""
    article = replace(one.account.article, **fields)  # type: ignore[arg-type]
    attribution = replace(one.account.attribution, article_id=article.id)
    return replace(one, account=replace(one.account, article=article, attribution=attribution))


def several() -> Brief:
    return a_brief(*(an_entry([by(RUTH, f"ferry {n} was full")], wording=f"ferry {n} was full") for n in range(4)))


@pytest.fixture(params=["ferry", "hostile", "crowd", "several"])
def made(request: pytest.FixtureRequest, ferry: Brief) -> Brief:
    makers = {"hostile": hostile, "crowd": lambda: a_brief(crowd(300)), "several": several}
    return ferry if request.param == "ferry" else makers[request.param]()


def test_ids_are_unique_and_every_anchor_leads_somewhere(made: Brief) -> None:
    root = tree(made)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    anchors = [href[1:] for href in root.xpath("//a/@href") if href.startswith("#")]
    assert anchors
    assert set(anchors) <= set(ids)
    named = [
        one
        for name in ("aria-labelledby", "aria-describedby")
        for value in root.xpath(f"//@{name}")
        for one in value.split()
    ]
    assert set(named) <= set(ids)


def test_headings_go_down_one_step_at_a_time_and_landmarks_are_there(made: Brief) -> None:
    root = tree(made)
    levels = [int(found.tag[1]) for found in root.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [len(root.xpath(f"/html/body/{name}")) for name in ("header", "main", "footer")] == [1, 1, 1]
    assert root.attrib["lang"] == "en"


def test_every_citation_shows_its_exact_words_and_has_one_number(made: Brief) -> None:
    root = tree(made)
    cited = {str(note.number): note for note in notes(made)}
    assert {one.find("a").text for one in by_class(root, "cite")} == set(cited)
    for one in by_class(root, "cite"):
        number = one.find("a").text
        assert marked(one) == [quoted(cited[number].article, [span]) for span in cited[number].content]
        assert one.find("a").attrib["href"] == f"#note-{number}"
    listed = root.xpath('//ol[@class="notes"]/li')
    assert [one.attrib["value"] for one in listed] == list(cited)
    for one, note in zip(listed, cited.values(), strict=True):
        assert marked(one) == [quoted(note.article, [span]) for span in note.content]
        assert one.attrib["id"] == f"note-{note.number}"
    assert len({note.attribution for note in cited.values()}) == len(cited)


def test_nothing_of_an_article_becomes_markup_and_nothing_is_fetched(made: Brief) -> None:
    text = page(made)
    root = html.document_fromstring(text)
    assert not list(root.iter("script", "img", "iframe", "object", "embed", "link", "base", "form"))
    assert len(list(root.iter("style"))) == 1
    assert not [name for found in root.iter() for name in found.attrib if EVENT.match(name)]
    assert not root.xpath("//@src")
    assert all(href.startswith(("#", "http://", "https://")) for href in root.xpath("//@href"))
    style = next(root.iter("style")).text or ""
    assert not re.search(r"url\(|@import", style)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", text)


def test_hostile_words_are_shown_as_they_are() -> None:
    shown = words(tree(hostile()))
    assert plain(HOSTILE) in shown
    assert "49" not in shown


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://hill.example/a", "https://hill.example/a"),
        ("http://hill.example", "http://hill.example"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT://hill.example/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//hill.example/a", None),
        ("https://[bad", None),
        ("https://hill.example/\u202egnp", None),
        ("https://hill.example/a b", None),
        ('https://hill.example/"onfocus="x', 'https://hill.example/"onfocus="x'),
        (None, None),
    ],
)
def test_a_link_leads_to_the_web_or_nowhere(url: str | None, expected: str | None) -> None:
    article = replace(by(RUTH, "the ferry was full").account.article, url=url)
    assert link(article) == expected


def test_a_stance_is_told_by_a_word_and_a_sign() -> None:
    denied = by(KARL, "the ferry was full", "denied that", polarity="deny", act="denies")
    root = tree(a_brief(an_entry([by(RUTH, "the ferry was full"), denied])))
    headings = [words(found) for found in root.iter("h4")]
    assert headings == ["Says so 1 statement", "Denies it 1 statement"]
    assert all(found.find("svg") is not None for found in root.iter("h4"))


def test_the_parts_of_a_proposition_stand_in_their_order() -> None:
    silent = by(UNION, "whether it was", "would not say", polarity="withhold", act="declines", published="2025-03-06")
    entry = crowd(12)
    (root,) = by_class(
        tree(
            a_brief(
                replace(
                    entry,
                    missing=(Sentence(text="Nobody else.", citations=(silent.citation,)),),
                    statements=(*entry.statements, silent),
                    sides=(("the owners", (entry.origins[0].id,)),),
                )
            )
        ),
        "entry",
    )
    assert [words(found) for found in root.iter("h3")] == [
        "Who says what",
        "Figures",
        "How the story moved",
        "Where it comes from",
        "Sides",
        "What is missing",
    ]
    facts = dict(zip(map(words, root.iter("dt")), map(words, root.iter("dd")), strict=True))
    assert facts == {"Origins": "1 to 12 independent origins", "Statements": "13"}


def test_copies_stand_in_one_row_with_a_number_each() -> None:
    told = [by(RUTH, "the ferry was full", outlet=f"Outlet {n}", published=f"2025-03-0{n + 1}") for n in range(3)]
    told = [_in(one, url=f"https://{n}.example/") for n, one in enumerate(told)]
    root = tree(a_brief(an_entry(told, [origin(*told)])))
    (row,) = root.xpath('//ul[@class="rows"]/li')
    assert [one.find("a").text for one in by_class(row, "cite")] == ["1", "2", "3"]


def test_charts_are_drawn_for_desk_and_phone_and_left_out_where_they_say_nothing() -> None:
    told = list(spread(12))
    drawn = tree(a_brief(an_entry(told, [origin(*told)])))
    boxes = [found.attrib["viewbox"].split()[2] for found in by_class(drawn, "chart")]
    assert boxes == [str(wide) for _ in ("timeline", "origins") for wide in WIDTHS]
    assert all(found.find("title") is not None and found.find("desc") is not None for found in by_class(drawn, "chart"))
    assert not by_class(tree(a_brief(an_entry([by(RUTH, "the ferry was full")]))), "chart")


def test_long_briefs_have_contents_and_short_ones_do_not() -> None:
    (contents,) = tree(several()).iter("nav")
    assert [words(found) for found in contents.xpath("./ol/li/a")] == [f"Ferry {n} was full" for n in range(4)]
    assert not list(tree(a_brief(*several().entries[:2])).iter("nav"))


def test_three_hundred_statements_are_folded_and_the_page_stays_small() -> None:
    text = page(a_brief(crowd(300)))
    assert len(text) < 1_200_000
    root = html.document_fromstring(text)
    assert all(len(found.xpath("./ul/li")) <= 6 for found in by_class(root, "stance"))
    assert len(root.xpath('//ul[@class="rows"]/li')) == 300


def test_who_would_not_answer_is_told_with_the_words() -> None:
    silent = by(UNION, "whether the ferry was full", "would not say", polarity="withhold", act="declines")
    shown = an_entry([by(RUTH, "the ferry was full")])
    article = silent.account.article
    brief = a_brief(
        shown,
        missing=(Sentence(text="The union would not say.", citations=(silent.citation,)),),
        articles=(shown.statements[0].account.article, article),
    )
    (section,) = tree(brief).xpath('//section[@id="missing"]')
    assert words(section).startswith("What is missing The union would not say.")
    assert [found.text for found in section.iter("mark")] == ["whether the ferry was full"]


def test_a_brief_of_nothing_says_so() -> None:
    root = tree(a_brief(read=3, left_out=0))
    assert "Nothing that was read answers this." in words(root)
    assert "From 3 articles, 0 statements, 0 sources" in words(root)


def test_it_is_the_same_every_time(ferry: Brief) -> None:
    assert page(ferry) == page(ferry)
