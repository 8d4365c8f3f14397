"""The commands that keep a ledger safe: backup and check."""

from __future__ import annotations

import gzip
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fuzz.made.prose import HOSTILE
from tests.support import STORY
from tests.test_progress import Terminal
from tests.upkeep.made import WordReader
from twosource.cli import main
from twosource.progress import Line

WIRE, GAZETTE = str(STORY / "01-halyard-wire.html"), str(STORY / "04-ansel-gazette.txt")


@pytest.fixture(autouse=True)
def port(without_network: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: ARG001
    """A ledger of two articles, without a network, in a folder of the test's own."""
    monkeypatch.setattr("twosource.pipeline.PairReader", lambda **_: WordReader())
    monkeypatch.setattr("twosource.model.pairs.PairReader", lambda **_: WordReader())
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWOSOURCE_LEDGER", raising=False)
    assert twosource("add", "--ledger", "port.db", WIRE, GAZETTE).exit_code == 0


def twosource(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


def exported(ledger: str) -> str:
    shown = twosource("export", "--ledger", ledger)
    assert shown.exit_code == 0
    return shown.stdout


def change(statement: str) -> None:
    with sqlite3.connect("port.db") as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("name", ["saved.db", "saved.jsonl.gz"])
def test_a_backup_says_what_is_in_it(name: str) -> None:
    shown = twosource("backup", "--ledger", "port.db", name)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"{name}: 2 articles, 4 statements in ")
    assert shown.stderr == ""


def test_a_copy_is_a_ledger() -> None:
    twosource("backup", "--ledger", "port.db", "saved.db")
    assert exported("saved.db") == exported("port.db")


def test_a_packed_export_comes_back() -> None:
    twosource("backup", "--ledger", "port.db", "saved.jsonl.gz")
    assert gzip.decompress(Path("saved.jsonl.gz").read_bytes()).decode() == exported("port.db")
    back = twosource("import", "--ledger", "back.db", "saved.jsonl.gz")
    assert back.stdout.startswith("back.db: 2 articles, 4 statements in ")
    piped = twosource("import", "--ledger", "piped.db", "-", stdin=Path("saved.jsonl.gz").read_bytes())
    assert piped.exit_code == 0
    assert exported("back.db") == exported("piped.db") == exported("port.db")


@pytest.mark.parametrize("name", ["saved.db", "saved.jsonl.gz"])
def test_what_is_there_is_replaced_with_force_alone(name: str) -> None:
    Path(name).write_text("dear to somebody")
    refused = twosource("backup", "--ledger", "port.db", name)
    assert refused.exit_code == 1
    assert refused.stderr == f"twosource: {name}: is there already; name another file, or replace it with --force\n"
    assert Path(name).read_text() == "dear to somebody"
    assert twosource("backup", "--ledger", "port.db", "--force", name).exit_code == 0
    assert sorted(path.name for path in Path().iterdir()) == sorted(["port.db", name])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ledger", "port.db", "--force", "port.db"], "port.db is the ledger itself"),
        (["--ledger", "postgresql://localhost/news", "saved.db"], "name a file that ends in .gz"),
    ],
)
def test_what_cannot_be_meant(arguments: list[str], said: str) -> None:
    shown = twosource("backup", *arguments)
    assert shown.exit_code == 2
    assert said in shown.stderr


@pytest.mark.parametrize("command", [["backup", "saved.db"], ["check"]])
def test_a_ledger_that_is_not_there_is_not_made(command: list[str]) -> None:
    shown = twosource(*command, "--ledger", "none.db")
    assert shown.exit_code == 1
    assert shown.stderr.startswith("twosource: none.db: ")
    assert sorted(path.name for path in Path().iterdir()) == ["port.db"]


@pytest.mark.parametrize("deep", [[], ["--deep"]])
def test_a_sound_ledger(deep: list[str]) -> None:
    shown = twosource("check", "--ledger", "port.db", *deep)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("sound: port.db: 2 articles, 4 statements in ")


def test_a_record_that_cannot_be_read() -> None:
    change("UPDATE articles SET record = '{' WHERE number = 1")
    shown = twosource("check", "--ledger", "port.db")
    assert shown.exit_code == 1
    assert any(line.startswith("1 article: cannot be read (") for line in shown.stdout.splitlines())
    assert shown.stdout.endswith("; it can no longer be read to the end: go back to a backup of it\n")


def test_what_is_kept_beside_is_made_anew_by_an_import() -> None:
    change("DELETE FROM facets")
    shown = twosource("check", "--ledger", "port.db")
    assert shown.exit_code == 1
    assert shown.stdout.endswith("none of it in the records: an export, imported into a new ledger, makes it anew\n")
    Path("port.jsonl").write_text(exported("port.db"), encoding="utf-8")
    assert twosource("import", "--ledger", "new.db", "port.jsonl").exit_code == 0
    assert twosource("check", "--ledger", "new.db").exit_code == 0


def test_hostile_text_is_kept_letter_by_letter() -> None:
    text = "".join(f"A dam burst above the {one} town on Monday, officials said. " for one in HOSTILE).strip()
    Path("hostile.jsonl").write_text(json.dumps({"text": text, "title": HOSTILE[0], "url": "http://[m"}))
    assert twosource("add", "--ledger", "hostile.db", "hostile.jsonl").exit_code == 0
    assert twosource("check", "--ledger", "hostile.db", "--deep").exit_code == 0
    (article,) = (one for one in map(json.loads, exported("hostile.db").splitlines()) if one["type"] == "article")
    assert article["text"] == text
    twosource("backup", "--ledger", "hostile.db", "hostile.gz")
    assert twosource("import", "--ledger", "back.db", "hostile.gz").exit_code == 0
    assert exported("back.db") == exported("hostile.db")


def test_a_file_that_is_no_ledger() -> None:
    Path("port.db").write_bytes(b"x" * 5000)
    shown = twosource("check", "--ledger", "port.db")
    assert shown.exit_code == 1
    assert shown.stderr.endswith("; it cannot be opened: go back to a backup of it\n")


def test_on_a_terminal_long_work_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("twosource.progress.Line", lambda _: Line(stream))
    for command in (["check", "--deep"], ["backup", "saved.db"], ["backup", "saved.jsonl.gz"]):
        assert twosource(*command, "--ledger", "port.db").exit_code == 0
    shown = stream.getvalue()
    for said in (
        "looking at each article",
        "derived anew from 2 articles",
        "copied; checking the copy",
        "written; reading it again",
    ):
        assert f"\x1b[K{said} " in shown
    assert shown.endswith("\r\x1b[K")
