"""The page of a proposition: everything of it is there once, anchored, and explained."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.web import made
from tests.web.conftest import client_of
from tests.web.test_page_stories import HOSTILE, words
from twosource.across import Anchor, Judgement, Link, Origin, Proposition
from twosource.ledger import Ledger
from twosource.records import Article, Attribution, Mention
from twosource.web.app import make
from twosource.web.settings import Settings


def shown(client: TestClient, id_: str, more: str = "") -> HtmlElement:
    answer = client.get(f"/propositions/{id_}{more}")
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def ledger_of(client: TestClient) -> Ledger:
    found: Ledger = client.app.state.hall.ledger  # type: ignore[attr-defined]
    return found


def test_it_is_named_and_how_it_stands_is_said_in_words(made_client: TestClient) -> None:
    page = shown(made_client, made.DOORS.id)
    assert words(page, "//h1") == "The doors of the mill were locked"
    assert words(page, "//article/header/p") == "contested accounts of it contradict each other"
    assert page.xpath("//article/header//svg/path/@d")
    assert words(page, "//title").startswith("The doors of the mill were locked")
    assert "All that affirms it goes back to one origin." in words(page, "//p[contains(@class, 'range')]")


def test_the_board_shows_each_stance_with_its_statements(made_client: TestClient) -> None:
    page = shown(made_client, made.DOORS.id)
    stands = page.xpath("//section[starts-with(@class, 'stand ')]")
    assert [stand.get("class") for stand in stands] == ["stand says-so", "stand denies"]
    denial = words(stands[1], ".//li")
    for told in (
        "Max Ott (owner)",
        "that the doors of the mill were locked",
        "River Courier, 5 March 2025, 14:30 +02:00",
    ):
        assert told in denial
    assert words(stands[1], ".//blockquote") == "The owner, Max Ott, denied that the doors of the mill were locked."
    assert words(stands[1], ".//blockquote/a") == "that the doors of the mill were locked"
    assert [sign.get("class") for sign in stands[1].xpath("./h3/svg/g")] == ["mark denies"]


def test_every_quote_opens_its_article_at_its_place(made_client: TestClient) -> None:
    page = shown(made_client, made.DEATHS.id)
    assert page.xpath("//blockquote/a/@href") == [
        f"/articles/{article.id}?at={one.id}#a-{one.id}"
        for article, one in ((made.POST, made.FELD), (made.RADIO, made.BRANDT))
    ]


def test_figures_steps_origins_and_links_are_told(made_client: TestClient) -> None:
    page = shown(made_client, made.DEATHS.id)
    assert "at least 3 people" in words(page, "//table[@class='figures']")
    moves = page.xpath("//ol[@class='steps']/li/span[@class='move']/text()")
    assert moves == ["first said", "raised"]
    assert words(page, "//ul[@class='origins']/li/b") == "Anna Feld Lea Brandt"
    assert words(page, "//ul[@class='links']/li") == "[1] differs from [2]: 2 against at least 3 people (91 %)"
    # The numbers lead to the statements on the board.
    targets = page.xpath("//ul[@class='links']//a/@href | //ol[@class='steps']//span[@class='cite']/a/@href")
    assert sorted(targets) == ["#note-1", "#note-1", "#note-2", "#note-2"]
    assert page.xpath("//li[@id='note-1' or @id='note-2']/blockquote/a/text()") == [
        "Two people died in the mill",
        "At least three people died in the mill",
    ]


def test_every_number_and_label_has_something_it_points_to(client: TestClient) -> None:
    """On every page of the example's fifty propositions that matter most."""
    for row in client.get("/api/propositions?limit=50").json()["items"]:
        page = shown(client, row["id"])
        ids = page.xpath("//*/@id")
        assert len(ids) == len(set(ids))
        pointed = [link.removeprefix("#") for link in page.xpath("//a/@href") if link.startswith("#")]
        pointed += [one for names in page.xpath("//@aria-labelledby | //@aria-describedby") for one in names.split()]
        assert set(pointed) <= set(ids)
        assert not page.xpath("//*[@style]")
        assert len(page.xpath("//main//a[@class='quote']")) >= row["statements"] - len(
            page.xpath("//span[@class='other']")
        )


def test_related_propositions_are_linked(made_client: TestClient) -> None:
    with ledger_of(made_client).write() as writer:
        writer.put_links(
            [
                Link(left=made.BRANDT.id, right=made.OTT.id, relation="contradicts", score=0.7, reasons=("“mill”",)),
                Link(left=made.GUARD.id, right=made.FELD.id, relation="doubts", score=0.1),
            ]
        )
    page = shown(made_client, made.DEATHS.id)
    found = [" ".join(one.text_content().split()) for one in page.xpath("//ul[contains(@class, 'related')]/li")]
    assert found == [
        "It is doubted by We know nothing of it unconfirmed By statement [1]",
        "It contradicts The doors of the mill were locked contested By statement [2]: “mill”",
    ]
    links = page.xpath("//ul[contains(@class, 'related')]/li/a/@href")
    assert links == [f"/propositions/{made.KNOWN.id}", f"/propositions/{made.DOORS.id}"]


def judgement(verdict: str, about: str, made_at: str, **fields: object) -> Judgement:
    left = Anchor(record=made.FELD.id, article=made.POST.id, span=made.FELD.content[0])
    return Judgement(verdict=verdict, about=about, left=left, by="Jo", made_at=made_at, **fields)  # type: ignore[arg-type]


OTHER = Anchor(record=made.BRANDT.id, article=made.RADIO.id, span=made.BRANDT.content[0])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (judgement("right", "attribution", "2025-03-07"), "[1] is read rightly"),
        (
            judgement("wrong", "attribution", "2025-03-07", note="No <b>quote</b>"),
            "[1] is read wrongly: No <b>quote</b>",
        ),
        (judgement("same", "proposition", "2025-03-07", right=OTHER), "[1] and [2] say one thing"),
        (judgement("not-same", "link", "2025-03-07", right=OTHER), "[1] and [2] do not say one thing"),
        (judgement("same", "attribution", "2025-03-07", right=OTHER), "[1] and [2] have one origin"),
        (judgement("not-same", "attribution", "2025-03-07", right=OTHER), "[1] and [2] have origins of their own"),
        (judgement("unsure", "proposition", "2025-03-07", right=OTHER), "unsure about [1] and [2]"),
        (judgement("grade", "attribution", "2025-03-07", credibility=2), "[1] graded, credibility 2"),
        (judgement("note", "attribution", "2025-03-07", note="Ask her"), "note on [1]: Ask her"),
    ],
)
def test_judgements_are_told_with_who_and_when(made_client: TestClient, given: Judgement, told: str) -> None:
    with ledger_of(made_client).write() as writer:
        writer.judge(given)
    page = shown(made_client, made.DEATHS.id)
    assert words(page, "//ul[contains(@class, 'judged')]/li") == f"{told}Jo, 7 March 2025"
    back = replace(given, verdict="withdrawn", left=Anchor(record=given.id), right=None, by="Ida", made_at="2025-03-08")
    with ledger_of(made_client).write() as writer:
        writer.judge(back)
    page = shown(made_client, made.DEATHS.id)
    assert "taken back by Ida, 8 March 2025" in words(page, "//ul[contains(@class, 'judged')]/li")
    assert page.xpath("//ul[contains(@class, 'judged')]/li/s")


def test_the_desk_is_one_step_away(made_client: TestClient) -> None:
    page = shown(made_client, made.DEATHS.id)
    assert f"/review?proposition={made.DEATHS.id}" in page.xpath("//a/@href")
    assert "Nobody has judged anything of this yet." in words(page, "//main")


def test_one_that_is_gone_leads_to_where_its_statements_are(made_client: TestClient) -> None:
    joined = Proposition(
        attributions=(made.GUARD.id, made.WORKER.id, made.OTT.id),
        wording="doors were locked",
        status="contested",
        independent=(1, 1),
    )
    with ledger_of(made_client).write() as writer:
        writer.drop_propositions([made.DOORS.id, made.KNOWN.id])
        writer.put_propositions([joined])
    for more in ("", "/links"):
        answer = made_client.get(f"/propositions/{made.DOORS.id}{more}")
        assert (answer.status_code, answer.headers["location"]) == (303, f"/propositions/{joined.id}{more}")
        assert made_client.get(answer.headers["location"]).status_code == 200
    answer = made_client.get("/propositions/nothing")
    assert answer.status_code == 404
    assert "/changes" in html.fromstring(answer.text).xpath("//main//a/@href")


def large(path: Path, statements: int) -> str:
    """A ledger of one proposition with so many statements of ten speakers, each pair of neighbours linked; its id."""
    found: list[tuple[Article, Attribution]] = []
    for number in range(statements):
        speaker = f"Speaker {number % 10}"
        content = f"that {number} people had drowned"
        text = f"Report {number}\n\n{speaker} said {content}."
        article = made.article(text, outlet=f"Outlet {number % 30}", published=f"2025-03-{1 + number % 28:02d}")
        start = text.index(content)
        one = Attribution(
            article_id=article.id,
            content=((start, start + len(content)),),
            chain=(Mention(name=speaker, kind="person", anonymity="named"),),
        )
        found.append((article, one))
    ids = [one.id for article, one in sorted(found, key=lambda pair: (pair[0].published or "", pair[0].id))]
    proposition = Proposition(
        attributions=tuple(ids), wording="people had drowned", status="several-origins", independent=(2, 10)
    )
    by: dict[str, list[str]] = {}
    for _, one in found:
        by.setdefault(one.chain[0].name or "", []).append(one.id)
    origins = [
        Origin(proposition=proposition.id, root=root, basis="utterance", why=(), attributions=tuple(own))
        for root, own in by.items()
    ]
    pairs = pairwise(ids)
    with Ledger.open(path) as ledger, ledger.write() as writer:
        for article, one in found:
            writer.add(article, [one])
        writer.put_propositions([proposition], origins)
        writer.put_links(Link(left=left, right=right, relation="agrees", score=0.8) for left, right in pairs)
    return proposition.id


@pytest.mark.parametrize("statements", [1, 12, 200])
def test_of_any_size_every_statement_is_there_once_and_no_control_is_missing(tmp_path: Path, statements: int) -> None:
    id_ = large(tmp_path / "large.db", statements)
    with client_of(make(Settings(ledger=str(tmp_path / "large.db")))) as client:
        page = shown(client, id_)
        numbers = [one.removeprefix("note-") for one in page.xpath("//*[starts-with(@id, 'note-')]/@id")]
        assert numbers == [str(number) for number in range(1, statements + 1)]
        # What is folded away stands behind a summary that counts it.
        folded = page.xpath("//section[starts-with(@class, 'stand ')]//details")
        assert all(words(one, "./summary")[0].isdigit() for one in folded)
        assert bool(folded) is (statements > 40)
        assert (f"/propositions/{id_}/links" in page.xpath("//a/@href")) is (statements > 9)


def test_all_links_stand_on_pages_of_their_own(tmp_path: Path) -> None:
    id_ = large(tmp_path / "large.db", 130)
    with client_of(make(Settings(ledger=str(tmp_path / "large.db")))) as client:
        first = shown(client, id_, "/links")
        (further,) = first.xpath("//a[@rel='next']/@href")
        second = html.fromstring(client.get(further).text)
        assert not second.xpath("//a[@rel='next']")
        assert len(first.xpath("//ol/li")) + len(second.xpath("//ol/li")) == 129
        assert words(first.xpath("//ol/li")[0], "./span[@class='move']") == "agrees with"
        assert client.get(f"/propositions/{id_}/links?cursor=abc").status_code == 422


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_do_nothing(tmp_path: Path, text: str) -> None:
    whole = made.article(f"Head\n\n{text} said {text} burned.", outlet=text, published="2025-03-05", url=text)
    start = len("Head\n\n")
    found = Attribution(
        article_id=whole.id,
        content=((start + len(text) + 6, len(whole.text) - 1),),
        source=((start, start + len(text)),),
        cue=((start + len(text) + 1, start + len(text) + 5),),
        chain=(Mention(name=text, kind="person", anonymity="named", role=text, affiliation=text),),
    )
    proposition = Proposition(attributions=(found.id,), wording=text, status="single-origin", independent=(1, 1))
    origin = Origin(
        proposition=proposition.id, root=text, basis="own-word", why=(text,), attributions=(found.id,), side=text
    )
    note = Judgement(
        verdict="note",
        about="attribution",
        left=Anchor(record=found.id, article=whole.id, span=found.content[0]),
        by=text,
        made_at="2025-03-07",
        note=text,
    )
    with Ledger.open(tmp_path / "odd.db") as ledger, ledger.write() as writer:
        writer.add(whole, [found])
        writer.put_propositions([proposition], [origin])
        writer.judge(note)
    with client_of(make(Settings(ledger=str(tmp_path / "odd.db")))) as client:
        page = shown(client, proposition.id)
    assert len(page.xpath("//script")) == 2
    assert not page.xpath("//main//img | //main//iframe | //main//style | //*[@onerror] | //*[@onload] | //*[@style]")
    assert not [link for link in page.xpath("//a/@href") if not link.startswith(("/", "#"))]
    assert "\u202e" not in page.text_content()
