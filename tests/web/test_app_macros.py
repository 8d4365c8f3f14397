"""What the pages share: each macro as it comes out."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html
from starlette.requests import Request

from tests.web import made
from twosource.across import Proposition
from twosource.brief.records import STANCES
from twosource.web.page import environment


def rendered(text: str, **context: Any) -> str:
    request = Request({"type": "http", "headers": [], "state": {"csrf": "token"}})
    template = environment().from_string('{% import "macros.html.jinja" as m with context %}' + text)
    return template.render(request=request, csrf="token", **context).strip()


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("{{ m.csrf() }}", {}, '<input type="hidden" name="csrf" value="token">'),
        ("{{ m.moment(t) }}", {"t": "2025-03-04"}, '<time datetime="2025-03-04">4 March 2025</time>'),
        ("{{ m.moment(t) }}", {"t": None}, "undated"),
        ("{{ m.moment(t, 'never') }}", {"t": ""}, "never"),
        ("{{ m.independent(p) }}", {"p": made.DEATHS}, "2 independent origins"),
        ("{{ m.pager(u) }}", {"u": None}, ""),
    ],
)
def test_a_macro(text: str, context: dict[str, Any], expected: str) -> None:
    assert rendered(text, **context) == expected


@pytest.mark.parametrize("proposition", made.PROPOSITIONS, ids=lambda one: one.status)
def test_how_the_reporting_stands_is_in_words(proposition: Proposition) -> None:
    short = html.fromstring(rendered("{{ m.status(p) }}", p=proposition))
    assert short.text_content() == proposition.status.replace("-", " ")
    assert proposition.status in short.get("class").split()
    whole = html.fromstring(rendered("{{ m.status(p, meaning=true) }}", p=proposition))
    assert whole.text_content().startswith(short.text_content() + " ")


@pytest.mark.parametrize("stance", STANCES)
def test_no_sign_stands_alone(stance: str) -> None:
    shown = html.fromstring(rendered("{{ m.stance(s) }}", s=stance))
    assert shown.findall(".//svg")
    assert shown.text_content()


def test_a_quote_leads_to_where_it_stands() -> None:
    link = html.fromstring(rendered("{{ m.quote_link('12', '34', t, 'ar') }}", t='<b>"two"\u202e'))
    assert link.get("href") == "/articles/12?at=34#a-34"
    assert (link.get("dir"), link.get("lang")) == ("auto", "ar")
    assert link.text_content() == '<b>"two"\N{REPLACEMENT CHARACTER}'


def test_an_article_is_called_by_its_outlet_and_day() -> None:
    link = html.fromstring(rendered("{{ m.article_link(a) }}", a=made.POST))
    assert link.get("href") == f"/articles/{made.POST.id}"
    assert link.text_content().startswith("Hill Post, ")


def test_a_list_goes_on() -> None:
    found = html.fromstring(rendered("{{ m.pager('/?cursor=a&b') }}"))
    assert found.xpath(".//a/@href") == ["/?cursor=a&b"]
    assert found.get("aria-label")


def test_where_there_is_nothing_it_says_what_to_do() -> None:
    found = html.fromstring(rendered("{% call m.empty('Nothing yet') %}<p>Add some.</p>{% endcall %}"))
    assert (found.findtext("h2"), found.findtext("p")) == ("Nothing yet", "Add some.")
