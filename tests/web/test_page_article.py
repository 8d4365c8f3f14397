"""The page of an article: its text as it stands, all that is attributed marked in it and listed beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.ledger.support import page as page_of
from tests.ledger.support import statements
from tests.web import made
from tests.web.adds import TOKENS, bearer, serving
from twosource.across import Anchor, Judgement
from twosource.export.words import inline
from twosource.ledger import Ledger
from twosource.records import Article, Attribution, Interval, Mention

EVIL = "<script>alert(1)</script>\u202e\x1b[31m\x00\u200b \"'><img src=x onerror=alert(1)> & \ud800 عربي"


def opened(client: TestClient, id_: str, more: str = "") -> HtmlElement:
    answer = client.get(f"/articles/{id_}{more}")
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def told(found: HtmlElement, path: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in found.xpath(path)]


def has(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def with_article(path: Path, article: Article, *found: Attribution, judged: tuple[Judgement, ...] = ()) -> None:
    with Ledger.open(path) as ledger, ledger.write() as writer:
        writer.add(article, found)
        for one in judged:
            writer.judge(one)


def judgement(verdict: str, attribution: Attribution, *, right: Attribution | None = None, note: str = "") -> Judgement:
    ends = [
        Anchor(record=one.id, article=one.article_id, span=one.content[0]) if one else None
        for one in (attribution, right)
    ]
    return Judgement(
        verdict=verdict,  # type: ignore[arg-type]
        about="attribution",
        left=ends[0],  # type: ignore[arg-type]
        right=ends[1],
        by="Jo Lind",
        made_at="2025-03-07T10:00:00Z",
        note=note or None,
    )


def test_it_says_what_the_article_is(made_client: TestClient) -> None:
    found = opened(made_client, made.POST.id)
    assert told(found, "//h1") == ["Mill fire kills two"]
    assert told(found, "//title") == ["Mill fire kills two · Twosource"]
    head = " ".join(told(found, "//main//header"))
    for words in (
        "Hill Post",
        "5 March 2025, 08:00 +02:00",
        "By Jo Lind",
        "https://hillpost.example/mill-fire-kills-two",
    ):
        assert words in head
    (out,) = found.xpath("//main//header//a[@target]")
    assert (out.get("href"), out.get("rel")) == (made.POST.url, "noopener noreferrer")


def test_the_text_stands_there_as_it_is(made_client: TestClient) -> None:
    found = opened(made_client, made.POST.id, f"?at={made.FELD.id}")
    paragraphs = [one.text_content() for one in found.xpath(f"//div[{has('text')}]/p")]
    assert paragraphs == [made.POST.text[slice(*span)] for span in made.POST.paragraphs[1:]]


def test_source_cue_and_content_are_marked_by_name(made_client: TestClient) -> None:
    found = opened(made_client, made.POST.id)
    marked = {kind: [one.text_content() for one in found.xpath(f"//*[@data-p][{has(kind)}]")] for kind in KINDS}
    assert marked == {
        "source": ["Mayor Anna Feld", "a guard"],
        "cue": ["said", "told"],
        "content": ["Two people died in the mill", "We know nothing of it,"],
    }
    assert told(found, f"//p[{has('key')}]//span[@class]") == ["source", "cue", "content"]


KINDS = ("source", "cue", "content")


def test_every_statement_has_its_place_in_the_text_and_in_the_list(made_client: TestClient) -> None:
    found = opened(made_client, made.POST.id)
    for number, one in enumerate((made.FELD, made.GUARD), 1):
        (place,) = found.xpath(f"//*[@id='a-{one.id}']")
        assert place.text_content() == made.POST.text[slice(*one.content[0])]
        (mark,) = place.xpath(".//a")
        assert (mark.get("data-n"), mark.get("aria-label")) == (str(number), f"Statement {number}")
        assert mark.get("href") == f"/articles/{made.POST.id}?at={one.id}#a-{one.id}"
        (entry,) = found.xpath(f"//li[@id='s-{one.id}']")
        assert entry.xpath(".//a/@href")[0] == mark.get("href")
        assert runs(found, entry) == {
            kind: [made.POST.text[slice(*span)] for span in getattr(one, kind)] for kind in KINDS
        }


def runs(found: HtmlElement, entry: HtmlElement) -> dict[str, list[str]]:
    """The words that a script would mark for an entry of the list."""
    pieces = {int(one.get("data-p")): one.text_content() for one in found.xpath("//*[@data-p]")}
    words: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, first, last in re.findall(r"(\w+):(\d+)-(\d+)", entry.get("data-runs")):
        words[kind].append("".join(pieces[place] for place in range(int(first), int(last))))
    return words


def test_the_list_says_who_says_what(made_client: TestClient) -> None:
    first, second = opened(made_client, made.POST.id).xpath("//aside//li")
    assert told(first, f"./p[{has('who')}]") == ["1 Show in the text: Says so Anna Feld (Mayor)"]
    assert told(first, "./blockquote") == ["Two people died in the mill"]
    assert told(second, f"./p[{has('who')}]") == ["2 Show in the text: Will not say unnamed guard"]
    assert dict(zip(told(first, ".//dt"), told(first, ".//dd"), strict=True)) == {
        "On whose word": "Anna Feld (Mayor)",
        "Said": "4 March 2025 (“on Tuesday”)",
        "Figure": "2 people of died",
        "The reporting": "figures differ 2 independent origins",
        "This reading": "almost certain",
    }
    links = first.xpath(f".//p[{has('ways')}]/a/@href")
    assert links == [f"/propositions/{made.DEATHS.id}", f"/review?attribution={made.FELD.id}"]
    assert f"/sources/{made.SOURCES[0].id}" in first.xpath(".//a/@href")


def test_without_a_script_an_address_chooses(made_client: TestClient) -> None:
    found = opened(made_client, made.POST.id, f"?at={made.GUARD.id}")
    assert [one.get("id") for one in found.xpath("//li[@aria-current='true']")] == [f"s-{made.GUARD.id}"]
    chosen = [(one.get("data-as"), one.text_content()) for one in found.xpath(f"//*[@data-p][{has('chosen')}]")]
    assert chosen == [("content", "We know nothing of it,"), ("source", "a guard"), ("cue", "told")]
    assert told(found, f"//p[{has('notice')}]") == []


def test_a_statement_that_is_not_there_is_missed(made_client: TestClient) -> None:
    found = opened(made_client, made.POST.id, f"?at={made.OTT.id}")
    assert "is not in this article" in told(found, f"//p[{has('notice')}]")[0]
    assert not found.xpath(f"//*[{has('chosen')}]")


def test_an_article_that_is_not_there(made_client: TestClient) -> None:
    answer = made_client.get("/articles/0000000000000000")
    assert answer.status_code == 404
    assert "There is no such article" in answer.text


def test_nested_statements_share_their_words(made_client: TestClient, hand_made: Path) -> None:
    article = page_of("Anna said that Ben said so.", url=None, title=None)
    outer = Attribution(article_id=article.id, content=((10, 26),), cue=((5, 9),), source=((0, 4),))
    inner = Attribution(article_id=article.id, content=((24, 26),), cue=((19, 23),), source=((15, 18),))
    same = Attribution(article_id=article.id, content=((10, 18),))
    with_article(hand_made, article, outer, inner, same)
    found = opened(made_client, article.id)
    assert [(one.get("class"), one.text_content()) for one in found.xpath("//*[@data-p]")] == [
        ("source", "Anna"),
        ("cue", "said"),
        ("content deep", "that "),
        ("source content deep", "Ben"),
        ("content", " "),
        ("cue content", "said"),
        ("content", " "),
        ("content deep", "so"),
    ]
    for one in (outer, inner, same):
        assert len(found.xpath(f"//*[@id='a-{one.id}']")) == 1
        (entry,) = found.xpath(f"//li[@id='s-{one.id}']")
        assert runs(found, entry)["content"] == [article.text[slice(*span)] for span in one.content]


def test_what_people_set_aside_is_told_apart_and_not_marked(made_client: TestClient, hand_made: Path) -> None:
    fixed = replace(made.GUARD, amends=made.GUARD.id, polarity="deny", act="denies")
    with Ledger.open(hand_made) as ledger, ledger.write() as writer:
        writer.attribute(made.POST, [fixed], vectors={})
        writer.judge(judgement("wrong", made.FELD, note="Nobody <b>said</b> so"))
        writer.judge(judgement("corrected", made.GUARD, right=fixed))
    found = opened(made_client, made.POST.id)
    counted, wrong, amended = found.xpath("//aside//li[contains(@class, 'saying')]")
    assert counted.get("id") == f"s-{fixed.id}"
    assert told(counted, f"./p[{has('who')}]") == ["1 Show in the text: Denies it unnamed guard"]
    assert told(counted, ".//dd")[-1] == "corrected by a person"
    assert told(wrong, "./p[1]") == ["Called wrong"]
    assert told(wrong, ".//s") == ["Anna Feld (Mayor): Two people died in the mill"]
    assert told(wrong, ".//ul/li") == ["Called wrong by Jo Lind, 7 March 2025, 10:00 +00:00: Nobody <b>said</b> so"]
    assert told(amended, "./p[1]") == ["Corrected · what counts instead"]
    assert amended.xpath("./p[1]/a/@href") == [f"/articles/{made.POST.id}?at={fixed.id}#a-{fixed.id}"]
    assert not found.xpath(f"//*[@id='a-{made.FELD.id}']")
    chosen = opened(made_client, made.POST.id, f"?at={made.FELD.id}")
    assert chosen.xpath(f"//*[@id='a-{made.FELD.id}']")[0].text_content() == "Two people died in the mill"


def test_a_text_that_gave_way_says_so(made_client: TestClient, hand_made: Path) -> None:
    newer = replace(made.POST, text=made.POST.text + "\n\nMore follows.", modified="2025-03-06T08:00:00+02:00")
    newer = replace(newer, captions=("The mill on Tuesday.",), credits=("Hill Agency",))
    with_article(hand_made, newer)
    old, new = opened(made_client, made.POST.id), opened(made_client, newer.id)
    assert told(old, f"//p[{has('notice')}]") == [
        "This text does not count any more: another text of this page took its place."
    ]
    assert old.xpath(f"//p[{has('notice')}]/a/@href") == [f"/articles/{newer.id}"]
    assert told(new, "//details//li") == [
        "5 March 2025, 08:00 +02:00",
        "6 March 2025, 08:00 +02:00, shown here, the one that counts",
    ]
    assert told(new, f"//section[{has('captions')}]//li") == ["The mill on Tuesday."]
    assert "Credits Hill Agency" in " ".join(told(new, "//main//header"))
    assert "attributes nothing to anybody" in " ".join(told(new, "//aside"))


@pytest.mark.parametrize("title", [EVIL, None])
def test_a_hostile_article_changes_nothing(made_client: TestClient, hand_made: Path, title: str | None) -> None:
    text = f"{EVIL}\n\n{EVIL * 3}"
    voice = Mention(name=EVIL, kind="person", anonymity="named", role=EVIL, affiliation=EVIL, reason=EVIL)
    article = Article(
        text=text,
        paragraphs=((0, len(EVIL)), (len(EVIL) + 2, len(text))),
        url=f"javascript:alert(1)//{EVIL}",
        title=title,
        language='x" onload="alert(1)',
        outlet=EVIL,
        authors=(EVIL,),
        credits=(EVIL,),
        captions=(EVIL,),
        published="2025-03-05",
    )
    found = [
        Attribution(
            article_id=article.id,
            content=((0, 30), (len(EVIL) + 4, len(EVIL) + 90)),
            cue=((20, 40),),
            source=((25, 60),),
            hedge=(0, 9),
            said=Interval(start="2025-03-05", end="2025-03-06", text=EVIL),
            chain=(voice, voice),
        ),
        Attribution(article_id=article.id, content=((10, 35),), polarity="deny", confidence=0.3),
    ]
    with_article(hand_made, article, *found, judged=(judgement("note", found[0], note=EVIL),))
    shown = opened(made_client, article.id, f"?at={found[0].id}")
    paragraphs = "".join(one.text_content() for one in shown.xpath(f"//div[{has('text')}]/p | //h1[*]"))
    assert paragraphs == inline(EVIL) + inline(EVIL * 3).removesuffix(" ")
    assert all(one.get("src", "").startswith("/static/") for one in shown.xpath("//script"))
    assert not shown.xpath("//main//script | //main//img | //main//@*[starts-with(name(), 'on')]")
    assert not [one for one in shown.xpath("//@href") if not one.startswith(("/", "#"))]
    assert not re.search("[\x00\x1b\u202e\u200b]", html.tostring(shown, encoding="unicode"))
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_long_article_is_shown_in_parts(
    made_client: TestClient, hand_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twosource.room.article_parts.MANY", 2)
    article = page_of(url=None)
    found = statements(article, number=5)
    with_article(hand_made, article, *found)
    first, second, last = (opened(made_client, article.id, f"?part={part}") for part in (1, 2, 99))
    assert [told(one, f"//nav[{has('parts')}]/span")[0] for one in (first, second, last)] == [
        "Part 1 of 3",
        "Part 2 of 3",
        "Part 3 of 3",
    ]
    ways = f"//nav[{has('parts')}]/a/@href"
    assert sorted(set(second.xpath(ways))) == [f"/articles/{article.id}?part=1", f"/articles/{article.id}?part=3"]
    text = "".join(
        one.text_content() for shown in (first, second, last) for one in shown.xpath(f"//div[{has('text')}]/p")
    )
    assert text.split() == article.text.split()
    chosen = opened(made_client, article.id, f"?at={found[4].id}")
    assert chosen.xpath(f"//*[@id='a-{found[4].id}']")


def test_more_than_can_be_listed_begin_at_one_word(
    made_client: TestClient, hand_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("article_parts", "article"):
        monkeypatch.setattr(f"twosource.room.{module}.MANY", 3)
    article = page_of(url=None)
    found = [Attribution(article_id=article.id, content=((0, end),)) for end in range(1, 9)]
    with_article(hand_made, article, *found)
    with Ledger.open(hand_made) as ledger, ledger.view() as view:
        last = view.attributions_of([article.id])[article.id][-1]
    plain, chosen = opened(made_client, article.id), opened(made_client, article.id, f"?at={last}")
    assert len(plain.xpath("//aside//li")) == 3
    assert "5 more statements begin at the same words" in " ".join(told(plain, "//aside"))
    assert len(chosen.xpath("//aside//li")) == 4
    assert chosen.xpath(f"//*[@id='a-{last}']")


def test_who_may_only_read_is_not_asked_to_judge(hand_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for client in serving(hand_made, monkeypatch, tokens=TOKENS):
        found = {
            role: client.get(f"/articles/{made.POST.id}", headers=bearer(role)).text for role in ("read", "review")
        }
    assert ("/review?attribution=" in found["read"], "/review?attribution=" in found["review"]) == (False, True)
