import re

import pytest

from twosource.errors import SourceEmpty, SourceMissing, SourceTooLarge, SourceUnreadable
from twosource.read import fetch, read


def test_a_page_is_read_from_its_address(site):
    (article,) = read(f"{site}/page")
    assert article.title == "Dam bursts in Norland"
    assert article.url == f"{site}/page"
    assert article.source == f"{site}/page"


def test_redirections_are_followed_and_the_header_names_the_encoding(site):
    assert fetch.fetch(f"{site}/moved", limit=10_000).url == f"{site}/page"
    (article,) = read(f"{site}/latin")
    assert "Édda Rhÿs" in article.text


@pytest.mark.parametrize(
    ("path", "error", "reason"),
    [
        ("/nothing", SourceMissing, "the server answers 404"),
        ("/forbidden", SourceUnreadable, "the server answers 403"),
        ("/empty", SourceEmpty, "empty page"),
        ("/large", SourceTooLarge, "the limit is 4 kB"),
    ],
)
def test_failures_say_what_went_wrong_in_a_line(site, path, error, reason):
    with pytest.raises(error, match=f"^{re.escape(site + path)}: .*{reason}") as caught:
        fetch.fetch(site + path, limit=4000)
    assert "\n" not in str(caught.value)


def test_no_server_is_a_missing_source_that_mentions_being_offline():
    with pytest.raises(SourceMissing, match="offline"):
        fetch.fetch("http://127.0.0.1:9/", limit=1000, timeout=2)


@pytest.mark.parametrize("url", ["http://", "http://a b", "https://[bad"])
def test_addresses_that_are_none(url):
    with pytest.raises(SourceMissing):
        fetch.fetch(url, limit=1000, timeout=2)
