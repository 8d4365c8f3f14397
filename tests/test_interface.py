"""What notebooks and programs use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import twosource
from tests.support import ROOT, STORY, needs_network
from tests.upkeep.made import WordReader
from twosource.errors import NoArticle, NotInstalled, SourceError, SourceMissing
from twosource.interface import Attributed
from twosource.records import Article, Attribution

WIRE, GAZETTE = STORY / "01-halyard-wire.html", STORY / "04-ansel-gazette.txt"


@pytest.fixture
def ledger(
    without_network: None,  # noqa: ARG001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> twosource.Ledger:
    monkeypatch.setattr("twosource.interface.PairReader", WordReader)
    return twosource.Ledger(tmp_path / "a.db")


def test_reading_gives_one_article() -> None:
    article = twosource.read(GAZETTE)
    assert article.title == "Explosion at Pier 9: seven dead"
    assert [one.id for one in twosource.read_all(GAZETTE, str(GAZETTE))] == [article.id] * 2


def test_more_than_one_and_none_are_errors_that_say_so() -> None:
    with pytest.raises(NoArticle, match="holds 12 articles; read_all gives them all"):
        twosource.read(STORY)
    with pytest.raises(SourceMissing, match=r"absent\.html: no such file"):
        twosource.read("absent.html")


@needs_network
def test_attributing_gives_a_sequence_that_a_notebook_shows() -> None:
    found = twosource.attribute(twosource.read(GAZETTE))
    assert isinstance(found, Attributed)
    assert all(isinstance(one, Attribution) for one in found)
    assert len(found[:2]) == 2
    assert repr(found) == f"<{len(found)} attributions in 'Explosion at Pier 9: seven dead'>"
    assert "ts-source" in found._repr_html_()


def test_a_ledger_takes_files_and_articles(ledger: twosource.Ledger) -> None:
    with ledger:
        assert [added.status for added in ledger.add(GAZETTE, twosource.read(WIRE))] == ["new", "new"]
        assert [added.status for added in ledger.add(str(WIRE))] == ["known"]
        assert repr(ledger).endswith("a.db: 2 articles, 4 attributions>")
        first, second = ledger.articles()
        assert len(ledger.attributed(first)) == len(ledger.attributed(second.id)) == 2
        assert {one for found in ledger.propositions() for one in found.attributions} == {
            one.id for article in (first, second) for one in ledger.attributed(article)
        }
        assert ledger.sources() == []
        with pytest.raises(KeyError):
            ledger.attributed("absent")


def test_a_source_that_fails_is_kept_until_it_can_be_read(ledger: twosource.Ledger, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(SourceError):
        ledger.add(broken)
    assert [one.source for one in ledger.unread()] == [str(broken)]
    broken.write_text("The mill is closed, the mayor said. She did not say why it was closed or for how long.\n" * 3)
    ledger.add(broken)
    assert ledger.unread() == []


def test_articles_without_a_day_take_the_one_given(ledger: twosource.Ledger) -> None:
    text = "The ferry sank off Orrin on Monday morning, and the harbour master said that all were saved in time."
    ledger.add(Article(text=text, paragraphs=((0, len(text)),)), published="2025-03-04")
    assert [one.published for one in ledger.articles()] == ["2025-03-04"]


@needs_network
def test_a_brief_is_made_and_shown(tmp_path: Path) -> None:
    with twosource.Ledger(tmp_path / "b.db") as ledger:
        ledger.add(GAZETTE)
        brief = ledger.brief("How many people died?", most=3)
        assert 0 < len(brief.entries) <= 3
        assert ledger.brief(source="Reke").question is None
        shown = brief._repr_html_()
    assert shown.startswith("<iframe ")
    assert "&lt;!doctype html" in shown.lower()


def test_tables_need_their_libraries_and_say_so(ledger: twosource.Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(NotInstalled, match=r"this needs pandas: pip install 'twosource\[tables\]'"):
        ledger.to_pandas()


def test_tables_for_pandas(ledger: twosource.Ledger) -> None:
    pytest.importorskip("pandas", reason="pandas is optional")
    ledger.add(GAZETTE)
    (article,) = ledger.articles()
    rows = ledger.attributed(article).to_pandas()
    assert list(rows["attribution_id"]) == [one.id for one in ledger.attributed(article)]
    assert len(ledger.to_pandas()) == 2
    assert len(ledger.to_pandas("propositions")) == len(ledger.propositions())


@pytest.mark.parametrize(
    "statement", ["import twosource.read", "from twosource.pipeline import extract", "from twosource import read", ""]
)
def test_packages_stay_packages_and_can_be_called(statement: str) -> None:
    script = f"{statement}\nimport twosource\nprint(twosource.read({str(GAZETTE)!r}).title)\nimport twosource.read.html"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "Explosion at Pier 9: seven dead\n"


def test_importing_loads_nothing_heavy_and_lists_the_names() -> None:
    script = "import sys, twosource; print(set(sys.modules) & {'numpy', 'sqlalchemy', 'lxml'}, *dir(twosource))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.startswith("set() ")
    assert {"Ledger", "attribute", "read", "read_all"} <= set(done.stdout.split())
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        twosource.nothing  # noqa: B018
