"""Which articles are due, one transaction each, and going on after an interruption."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.ledger.support import content
from tests.upkeep.corrected import account, judged
from tests.upkeep.made import OTHER, STORY, WIRE, WordReader, fill
from tests.upkeep.older import BEFORE, NOW, OLDER, older, redo_all
from twosource import making, redo, upkeep
from twosource.cli import main
from twosource.errors import RecordRefused
from twosource.ledger import Ledger, Writer
from twosource.records import Article, Attribution

ALL = sorted(NOW)


@pytest.fixture(autouse=True)
def network_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the network finds now is the story as it is told."""

    def attribute(articles: Iterable[Article], *, threads: int) -> Iterator[tuple[Article, tuple[Attribution, ...]]]:
        assert threads == 1
        for article in articles:
            yield article, NOW[article.id].attributions

    def reader(*, threads: int) -> WordReader:
        assert threads == 1
        return WordReader()

    monkeypatch.setattr("twosource.redo.attribute", attribute)
    monkeypatch.setattr("twosource.redo.PairReader", reader)


JUDGED = (judged("wrong", account(BEFORE[6], 0)), judged("wrong", account(BEFORE[0], 0)))


@pytest.fixture(scope="module")
def made_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("older") / "story.db"
    with Ledger.open(path) as ledger, pytest.MonkeyPatch.context() as patched:
        older(patched)
        fill(ledger, BEFORE, JUDGED)
    return path


@pytest.fixture
def where(tmp_path: Path, made_before: Path) -> Path:
    return Path(shutil.copy(made_before, tmp_path / "story.db"))


def refuse(error: RecordRefused) -> None:
    raise error


def run(ledger: Ledger, articles: list[str], **options: bool) -> list[str]:
    return [made.article.id for made in redo.redo(ledger, articles, on_error=refuse, **options)]


def test_what_another_version_made_is_due_until_it_is_done(where: Path) -> None:
    with Ledger.open(where) as ledger:
        assert redo.due(ledger) == ALL
        assert run(ledger, ALL[:3]) == ALL[:3]
        assert redo.due(ledger) == ALL[3:]
        assert run(ledger, ALL[3:]) == ALL[3:]
        assert redo.due(ledger) == []


def test_whoever_stops_in_the_middle_goes_on_there(where: Path, tmp_path: Path) -> None:
    with Ledger.open(where) as ledger:
        going = redo.redo(ledger, redo.due(ledger), on_error=refuse)
        next(going)
        next(going)
        going.close()
        assert redo.due(ledger) == ALL[2:]
        run(ledger, redo.due(ledger))
        finished = content(ledger)
    with Ledger.open(tmp_path / "straight.db") as straight:
        fill(straight, STORY, JUDGED)
        assert finished == content(straight)


def test_redoing_all_goes_on_where_it_stopped_too(where: Path) -> None:
    with Ledger.open(where) as ledger:
        redo_all(ledger)
        before = content(ledger)
        assert redo.due(ledger) == []
        assert redo.due(ledger, everything=True) == ALL
        going = redo.redo(ledger, ALL, on_error=refuse, everything=True)
        for _ in range(3):
            next(going)
        going.close()
        assert redo.due(ledger) == redo.due(ledger, everything=True) == ALL[3:]
        run(ledger, ALL[3:])
        assert redo.due(ledger) == []
        assert content(ledger) == before


def test_what_an_older_file_does_not_tell_is_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "silent.db") as ledger:
        with monkeypatch.context() as patched:
            older(patched, making.UNKNOWN)
            fill(ledger, BEFORE[:2])
        with ledger.view() as view:
            assert view.makers() == {making.UNKNOWN: 2}
        assert redo.due(ledger) == sorted(made.article.id for made in BEFORE[:2])


def test_one_that_is_refused_is_told_of_and_the_rest_go_on(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = upkeep.redo

    def refusing(writer: Writer, article: Article, *arguments: object, **options: object) -> upkeep.Redone:
        if article.id == WIRE.article.id:
            raise writer.refused("not this one")
        return real(writer, article, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("twosource.redo.upkeep.redo", refusing)
    shown = twosource("--ledger", str(where))
    assert shown.exit_code == 1
    assert shown.stderr == f"twosource: {where}: not this one\n"
    with Ledger.open(where) as ledger:
        assert redo.due(ledger) == [WIRE.article.id]


def twosource(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["redo", *arguments])


def test_the_report(where: Path) -> None:
    shown = twosource("--ledger", str(where))
    assert (shown.exit_code, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert lines[-3:] == [
        "7 articles read anew",
        "statements: 4 as before, 3 read otherwise, 1 no longer found, 7 new",
        "judgements: 1 hold, 1 of them for other words; 1 left behind",
    ]
    (place,) = [number for number, line in enumerate(lines) if "Sarnow Courier" in line]
    assert lines[place].endswith("  1 no longer found, 1 new  Sarnow Courier")
    assert lines[place + 1].startswith("     left behind: wrong by ada (")
    assert lines[place + 1].endswith("): in Sarnow")
    assert twosource("--ledger", str(where)).stdout == f"{where}: all is made by {making.made_by()}\n"


def test_a_dry_run_reports_the_same_and_writes_nothing(where: Path) -> None:
    with Ledger.open(where) as ledger:
        before = content(ledger)
    dry = twosource("--ledger", str(where), "--dry-run")
    with Ledger.open(where) as ledger:
        assert content(ledger) == before
    assert dry.stdout == twosource("--ledger", str(where)).stdout + "nothing was written\n"


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    shown = twosource("--ledger", str(tmp_path / "none.db"))
    assert shown.exit_code == 1
    assert "there is no such file" in shown.stderr
    assert not list(tmp_path.iterdir())


def test_an_export_takes_along_who_made_it(where: Path, tmp_path: Path) -> None:
    with Ledger.open(where) as ledger:
        lines = content(ledger)
        assert redo.due(ledger) == ALL
    told = [json.loads(line).get("made_by") for line in lines]
    assert told.count(OLDER) >= len(ALL)
    file = tmp_path / "story.jsonl"
    file.write_text("".join(lines), encoding="utf-8")
    CliRunner().invoke(main, ["import", "--ledger", str(tmp_path / "copy.db"), str(file)], catch_exceptions=False)
    with Ledger.open(tmp_path / "copy.db") as copy:
        assert content(copy) == lines
        assert redo.due(copy) == ALL
    assert OTHER.article.id in ALL
