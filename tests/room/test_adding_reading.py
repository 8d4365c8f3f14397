from __future__ import annotations

import os
from pathlib import Path

import pytest

from twosource.errors import SourceError, SourceMissing, SourceUnreadable
from twosource.read.sources import Raw
from twosource.room.adding_jobs import Address
from twosource.room.adding_reading import articles, inside

MILL = "The mayor said on Tuesday that the mill would be closed for good, and that nobody would lose their work there."


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "shared" / "deep").mkdir(parents=True)
    (tmp_path / "shared" / "deep" / "story.txt").write_text("inside")
    (tmp_path / "secret.txt").write_text("outside")
    (tmp_path / "shared-not").mkdir()
    return tmp_path / "shared"


@pytest.mark.parametrize("name", ["", "deep", "deep/story.txt", "deep/../deep/story.txt"])
def test_what_lies_below_is_let_through(shared: Path, name: str) -> None:
    assert inside(shared / name, [shared]) == (shared / name).resolve()


@pytest.mark.parametrize("name", ["..", "../secret.txt", "deep/../../secret.txt", "../shared-not", "nothing.txt", "\0"])
def test_what_lies_outside_is_as_if_it_were_not_there(shared: Path, name: str) -> None:
    with pytest.raises(SourceMissing, match="no such file or folder below those"):
        inside(shared / name, [shared])


def test_nothing_lies_below_no_folder(shared: Path) -> None:
    with pytest.raises(SourceMissing):
        inside(shared, [])


def test_a_link_is_followed_before_it_is_let_through(shared: Path) -> None:
    (shared / "in.txt").symlink_to(shared / "deep" / "story.txt")
    assert inside(shared / "in.txt", [shared]) == (shared / "deep" / "story.txt").resolve()
    (shared / "out.txt").symlink_to(shared.parent / "secret.txt")
    with pytest.raises(SourceMissing):
        inside(shared / "out.txt", [shared])


def test_a_link_within_a_folder_may_not_lead_outside(shared: Path) -> None:
    (shared / "deep" / "out.txt").symlink_to(shared.parent / "secret.txt")
    with pytest.raises(SourceUnreadable, match=r"out\.txt is a link that leads outside"):
        inside(shared, [shared])


def test_the_folder_itself_may_be_a_link(shared: Path) -> None:
    also = shared.parent / "also"
    also.symlink_to(shared)
    assert inside(also / "deep", [also]) == (shared / "deep").resolve()


def test_a_pipe_is_not_waited_for(shared: Path) -> None:
    os.mkfifo(shared / "deep" / "pipe.txt")
    with pytest.raises(SourceUnreadable, match=r"pipe\.txt is neither a file nor a folder"):
        inside(shared, [shared])


def test_a_link_that_leads_nowhere_is_let_be(shared: Path) -> None:
    (shared / "gone.txt").symlink_to(shared / "nothing.txt")
    assert inside(shared, [shared]) == shared.resolve()


def test_a_page_is_fetched_from_the_public_network_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    def fetch(url: str, **options: object) -> Raw:
        asked[url] = options["public_only"]
        return Raw(source=url, data=MILL.encode("utf-16-le"), url="https://hillpost.example/final", charset="utf-16-le")

    monkeypatch.setattr("twosource.room.adding_reading.fetch", fetch)
    (article,) = articles(
        Address(url="https://hillpost.example/mill", published="2025-03-05"), folders=(), on_error=bad
    )
    assert asked == {"https://hillpost.example/mill": True}
    assert (article.text, article.url, article.published) == (MILL, "https://hillpost.example/final", "2025-03-05")


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]:8080/", "http://169.254.169.254/latest/meta-data/"])
def test_a_page_of_this_network_is_not_fetched(url: str) -> None:
    told: list[SourceError] = []
    assert list(articles(Address(url=url), folders=(), on_error=told.append)) == []
    assert [error.source for error in told] == [url]


def bad(error: SourceError) -> None:
    raise AssertionError(error)
