from __future__ import annotations

import pytest

from twosource.watch.robots import robots

SITE = "https://hillpost.example"


@pytest.mark.parametrize(
    ("text", "allowed", "forbidden"),
    [
        ("", ["/", "/a"], []),
        ("User-agent: *\nDisallow:", ["/", "/a"], []),
        ("User-agent: *\nDisallow: /", [], ["/", "/a"]),
        ("User-agent: *\nDisallow: /private", ["/", "/public"], ["/private", "/private/x", "/privateer"]),
        ("User-agent: *\nDisallow: /private/", ["/private", "/privateer"], ["/private/x"]),
        # The longest rule that fits, wherever it stands; of equally long ones the one that allows.
        ("User-agent: *\nDisallow: /a\nAllow: /a/open", ["/a/open/x"], ["/a", "/a/x"]),
        ("User-agent: *\nAllow: /a/open\nDisallow: /a", ["/a/open/x"], ["/a/x"]),
        ("User-agent: *\nAllow: /a\nDisallow: /a", ["/a"], []),
        # Stars and ends.
        ("User-agent: *\nDisallow: /*.pdf$", ["/a.pdf?x", "/a.pdfs"], ["/a.pdf", "/b/c.pdf"]),
        ("User-agent: *\nDisallow: /*/print", ["/print"], ["/a/print", "/a/b/printed"]),
        ("User-agent: *\nDisallow: /*?*s=", ["/search"], ["/search?q=1&s=2", "/?s="]),
        ("User-agent: *\nDisallow: /a*b*c", ["/acb"], ["/abc", "/axbxcx"]),
        ("User-agent: *\nDisallow: /exact$", ["/exact/", "/exactly"], ["/exact"]),
        ("User-agent: *\nDisallow: /a*a$", ["/a"], ["/aa", "/aba"]),
        # Our own group before the one for everybody, and whole names of robots alone.
        ("User-agent: *\nDisallow: /\n\nUser-agent: twosource\nDisallow: /own", ["/a"], ["/own"]),
        ("User-agent: Twosource/1.0\nDisallow: /", [], ["/a"]),
        ("User-agent: two\nDisallow: /\nUser-agent: twosourcebot\nDisallow: /", ["/a"], []),
        ("User-agent: GPTBot\nUser-agent: twosource\nDisallow: /\n\nUser-agent: *\nDisallow:", [], ["/a"]),
        ("User-agent: twosource\nDisallow: /a\n\nUser-agent: twosource\nDisallow: /b", ["/c"], ["/a", "/b"]),
        # As files are.
        ("\ufeffUser-agent: *\r\nDisallow: /a # not this\r\n", ["/b"], ["/a"]),
        ("user-AGENT:*\nDISALLOW:/a", ["/b"], ["/a"]),
        ("Sitemap: https://x.example/\nUser-agent: *\nSitemap: y\nDisallow: /a", ["/b"], ["/a"]),
        ("Disallow: /a\nUser-agent: *\nDisallow: /b", ["/a"], ["/b"]),
        ("<!doctype html><p>Not found</p>", ["/", "/a"], []),
        # One path in several spellings.
        ("User-agent: *\nDisallow: /~jo", ["/jo"], ["/~jo", "/%7Ejo", "/%7ejo"]),
        ("User-agent: *\nDisallow: /stra%C3%9Fe", ["/"], ["/straße", "/stra%c3%9fe"]),
        ("User-agent: *\nDisallow: /a%2Fb", ["/a/b"], ["/a%2fb"]),
    ],
)
def test_what_may_be_read(text: str, allowed: list[str], forbidden: list[str]) -> None:
    rules = robots(text)
    assert [path for path in allowed + forbidden if rules.allow(SITE + path)] == allowed


def test_an_address_without_a_path_is_the_root() -> None:
    assert not robots("User-agent: *\nDisallow: /").allow(SITE)


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("User-agent: *\nDisallow:", None),
        ("User-agent: *\nCrawl-delay: 10", 10.0),
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: much", None),
        ("User-agent: *\nCrawl-delay: 10\n\nUser-agent: twosource\nDisallow: /a", None),
    ],
)
def test_how_long_to_pause(text: str, pause: float | None) -> None:
    assert robots(text).pause == pause


def test_a_rule_of_many_stars_takes_no_long_time() -> None:
    assert robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "b").allow(SITE + "/" + "a" * 4000)
