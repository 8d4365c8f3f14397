"""The command that answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.upkeep.made import STORY, WordReader, fill
from twosource.brief.records import Brief
from twosource.cli import main
from twosource.ledger import Ledger


@pytest.fixture(autouse=True)
def ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A made-up story in the ledger of the folder, and no network."""
    monkeypatch.setattr("twosource.model.pairs.PairReader", WordReader)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWOSOURCE_LEDGER", raising=False)
    with Ledger.open("twosource.db") as opened:
        fill(opened, STORY)


def twosource(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["brief", *arguments])


def test_a_question_is_answered_in_markdown_where_nothing_else_is_asked_for() -> None:
    shown = twosource("Who drowned off Orrin?")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith("# Who drowned off Orrin?")
    assert twosource("Who", "drowned", "off", "Orrin?").stdout.partition("Made")[0] == shown.stdout.partition("Made")[0]


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["--format", "html"], "<!doctype html>"),
        (["--format", "json"], "{"),
        (["--format", "md"], "# "),
        (["--output", "a.html"], "<!doctype html>"),
        (["--output", "a.json"], "{"),
        (["--output", "a.md"], "# "),
        (["--output", "a"], "# "),
    ],
)
def test_the_form_is_what_was_asked_for_or_the_files_name_says(arguments: list[str], begins: str) -> None:
    shown = twosource(*arguments, "ferry")
    assert (shown.exit_code, shown.stderr) == (0, "")
    written = Path(arguments[1]).read_text("utf-8") if arguments[0] == "--output" else shown.stdout
    assert written.lower().startswith(begins)


def test_a_terminal_gets_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = twosource("--format", "terminal", "--most", "1").stdout
    assert "Independent origins" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_what_narrows_is_passed_on() -> None:
    shown = json.loads(twosource("--format", "json", "--outlet", "sarnow courier").stdout)
    assert [one["wording"] for one in shown["propositions"]] == ["The bakers of Sarnow will strike on Friday"]
    assert json.loads(twosource("--format", "json", "--most", "2").stdout)["left_out"] > 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["zzyzx"], "twosource: twosource.db: nothing that fits among 6 articles\n"),
        (["--since", "2026-01-01"], "twosource: twosource.db: nothing that fits among 6 articles\n"),
        (["--ledger", "absent.db"], "twosource: absent.db: "),
    ],
)
def test_no_answer_is_one_line(arguments: list[str], complaint: str) -> None:
    shown = twosource(*arguments)
    assert shown.exit_code == 1
    assert shown.stdout == ""
    assert shown.stderr.startswith(complaint)
    assert shown.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--reword", "http://localhost:1"], "--reword and --model go together"),
        (["--since", "yesterday"], "is not a date"),
        (["--most", "0"], "--most"),
        (["--output", "twosource.db"], "would overwrite"),
    ],
)
def test_a_wrong_command_line_says_so(arguments: list[str], complaint: str) -> None:
    shown = twosource(*arguments)
    assert shown.exit_code == 2
    assert complaint in shown.stderr


def test_rewording_is_given_server_model_and_key(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    def reword(made: Brief, **given: object) -> Brief:
        asked.update(given)
        return made

    monkeypatch.setattr("twosource.brief.reword.reword", reword)
    monkeypatch.setenv("TWOSOURCE_KEY", "secret")
    assert twosource("--reword", "http://localhost:1/v1", "--model", "small", "ferry").exit_code == 0
    assert asked == {"url": "http://localhost:1/v1", "model": "small", "key": "secret"}
