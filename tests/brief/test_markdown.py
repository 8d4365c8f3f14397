from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.brief.hostile import brief_of
from tests.brief.whole import a_brief, crowd
from twosource.brief.markdown import escaped, pieces
from twosource.brief.notes import notes
from twosource.brief.records import Brief
from twosource.export.words import plain

PLAIN = MarkdownIt("commonmark")
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)

HOSTILE = [
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<https://evil.example>",
    "[^1]: https://evil.example",
    "[a]: https://evil.example 'b'",
    "](https://evil.example) [a",
    "*bold* **bold** _em_ __em__ ~~gone~~",
    "`code` ``` fence ~~~ fence",
    "# heading ## #",
    "> quoted",
    "- item",
    "+ item",
    "= = =",
    "---",
    "1. one",
    "99) one",
    "| a | b | \n | - | - |",
    "&lt;b&gt; &#42;x&#42; &amp;",
    "back\\slash \\* \\",
    "$x^2$ @somebody #12 :smile: www.evil.example",
    "a  \nb\\\nc",
    "    indented",
    "\t\u2028\u2029tabs",
    "\u202etxt \x1b[2J",
    "{{ x }} {% y %}",
    "***",
    "“quoted” \"quoted\" 'quoted'",
]


def made(brief: Brief) -> str:
    return "".join(pieces(brief))


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def text_of(markdown: str, reader: MarkdownIt) -> str:
    shown = (
        f"[^{token.meta['id'] + 1}]" if token.type == "footnote_ref" else token.content or " "
        for token in flat(reader.parse(markdown))
        if token.type != "inline"
    )
    return " ".join("".join(shown).split())


def test_every_citation_is_a_footnote(ferry: Brief) -> None:
    tokens = list(flat(GITHUB.parse(made(ferry))))
    found = list(notes(ferry))
    assert len([token for token in tokens if token.type == "footnote_open"]) == len(found)
    labels = {token.meta["label"] for token in tokens if token.type == "footnote_ref"}
    assert labels == {str(note.number) for note in found}
    assert not [token for token in tokens if token.type == "text" and "[^" in token.content]


def test_without_footnotes_the_marks_and_the_notes_are_visible(ferry: Brief) -> None:
    shown = text_of(made(ferry), PLAIN)
    for note in notes(ferry):
        assert shown.count(f"[^{note.number}]: {plain(note.article.outlet or '')}, ") == 1
        assert f": {note.quoted}." in shown
        assert f"characters {note.span[0]} to {note.span[1]} of {note.article.url}" in shown


@pytest.mark.parametrize("reader", [PLAIN, GITHUB])
def test_the_words_of_the_articles_come_out_as_they_are(ferry: Brief, reader: MarkdownIt) -> None:
    shown = text_of(made(ferry), reader)
    for entry in ferry.entries:
        assert entry.lead.text in shown
        for statement in entry.statements:
            assert f"{statement.chain}: " in shown
            assert " ".join(statement.account.quote.split()) in shown


def test_the_parts_are_headings_and_lists(ferry: Brief) -> None:
    tokens = GITHUB.parse(made(ferry))
    heads = [(token.tag, following.content) for token, following in pairwise(tokens)]
    found = [(tag, content) for tag, content in heads if re.fullmatch("h[1-6]", tag) and content]
    assert found[0] == ("h1", "passengers of the ferry")
    assert ("h2", "In short") in found
    assert ("h3", "Says so") in found
    assert found[-1] == ("h2", "Notes")
    assert len([tag for tag, content in found if re.match(r"\d+\\?\. ", content)]) == len(ferry.entries)


@pytest.mark.parametrize("reader", [PLAIN, GITHUB])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, reader: MarkdownIt) -> None:
    markdown = made(brief_of(text))
    kinds = {token.type for token in flat(reader.parse(markdown))}
    assert not kinds & {
        "link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence", "table_open", "hr",
        "blockquote_open", "ordered_list_open", "s_open",
    }  # fmt: skip
    words = " ".join(plain(text).split())
    shown = text_of(markdown, reader)
    assert shown.count(words) >= 20
    bare = markdown.count("\n- ")
    assert len([token for token in flat(reader.parse(markdown)) if token.type == "list_item_open"]) == bare


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://hill.example/a-b_c*d*?q=1&r=[2]#x", True),
        ("http://hill.example/über", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://hill.example/?a&copy;b", False),
        ("https://hill.example/ <b>", False),
        ("https://hill.example/>x<b>", False),
        ("/home/somebody/a.html", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, linked: bool) -> None:
    tokens = list(flat(PLAIN.parse(made(brief_of("words", url=address)))))
    assert bool([token for token in tokens if token.type == "link_open"]) is linked
    assert not [token for token in tokens if token.type == "html_inline"]
    assert plain(address) in text_of(made(brief_of("words", url=address)), PLAIN)


def test_three_hundred_statements_have_three_hundred_notes() -> None:
    tokens = GITHUB.parse(made(a_brief(crowd(300))))
    assert len([token for token in tokens if token.type == "footnote_open"]) == 300


def test_a_brief_of_nothing() -> None:
    assert made(a_brief()).endswith("\n\nNothing in what was read answers this.\n\n")


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
@settings(max_examples=300)
def test_any_text_comes_out_verbatim(text: str) -> None:
    for opening in ("", "- ", "# "):
        tokens = list(flat(GITHUB.parse(f"{opening}{escaped(text)}\n")))
        shown = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
        assert " ".join(shown.split()) == " ".join(plain(text).split())
        assert {token.tag for token in tokens} <= {"", "p", "ul", "li", "h1"}
