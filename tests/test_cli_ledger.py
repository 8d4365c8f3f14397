"""The commands that keep a ledger: add, export, import."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.support import STORY
from tests.upkeep.made import WordReader
from twosource.cli import main

WIRE, REPRINT, GAZETTE = (
    str(STORY / name) for name in ("01-halyard-wire.html", "02-sarnow-courier-reprint.html", "04-ansel-gazette.txt")
)


@pytest.fixture(autouse=True)
def without_networks(without_network: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: ARG001
    """Attributions and readings without a network, in a folder of the test's own."""

    def reader(*, threads: int) -> WordReader:
        assert threads > 0
        return WordReader()

    monkeypatch.setattr("twosource.pipeline.PairReader", reader)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWOSOURCE_LEDGER", raising=False)


def twosource(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


def test_each_article_gets_a_line_and_the_ledger_a_sum() -> None:
    shown = twosource("add", WIRE, REPRINT)
    assert shown.exit_code == 0
    assert shown.stderr == ""
    first, second, total = shown.stdout.splitlines()
    assert first.startswith("new              2 statements  Halyard News Agency · Blast at Port Ansel")
    assert second.startswith("new              2 statements  The Sarnow Courier · Seven killed")
    assert total.startswith("twosource.db: 2 articles, 4 statements in ")
    assert Path("twosource.db").exists()


def test_adding_again_changes_nothing() -> None:
    twosource("add", WIRE)
    before = twosource("export").stdout
    shown = twosource("add", WIRE)
    assert shown.stdout.startswith("known            0 statements  Halyard News Agency")
    assert twosource("export").stdout == before


def test_the_ledger_may_be_named_by_option_or_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    twosource("add", "--ledger", "a.db", WIRE)
    monkeypatch.setenv("TWOSOURCE_LEDGER", "b.db")
    twosource("add", GAZETTE)
    assert {path.name for path in Path().glob("*.db")} == {"a.db", "b.db"}


def test_a_bad_source_is_named_and_the_rest_is_added() -> None:
    shown = twosource("add", "absent.html", WIRE)
    assert shown.exit_code == 1
    assert shown.stderr == "twosource: absent.html: no such file or folder\n"
    assert "2 statements" in shown.stdout


def test_what_cannot_be_read_is_kept_until_it_can_be() -> None:
    broken = Path("broken.txt")
    broken.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert twosource("add", WIRE, "broken.txt", "mistyped.html").exit_code == 1
    (line,) = [one for one in map(json.loads, twosource("export").stdout.splitlines()) if one["type"] == "unread"]
    assert (line["source"], line["reason"]) == ("broken.txt", "binary file, a PNG image, not an article")
    broken.write_bytes(Path(GAZETTE).read_bytes())
    assert twosource("add", "broken.txt").exit_code == 0
    assert '"type": "unread"' not in twosource("export").stdout


def test_a_round_trip_loses_nothing() -> None:
    twosource("add", str(STORY))
    one = twosource("export")
    assert {json.loads(line)["type"] for line in one.stdout.splitlines()} >= {"article", "attribution", "proposition"}
    Path("one.jsonl").write_text(one.stdout, encoding="utf-8")
    back = twosource("import", "--ledger", "copy.db", "one.jsonl")
    assert back.exit_code == 0
    assert back.stdout.startswith("copy.db: 12 articles, 24 statements in ")
    assert twosource("export", "--ledger", "copy.db").stdout == one.stdout
    assert twosource("import", "--ledger", "piped.db", "-", stdin=one.stdout).stdout.startswith("piped.db: 12 articles")


@pytest.mark.parametrize(
    ("arguments", "stdin", "status", "words"),
    [
        (["export"], None, 1, "twosource: twosource.db: "),
        (
            ["export", "--ledger", "postgresql://localhost:1/none"],
            None,
            1,
            "twosource: postgresql://localhost:1/none: ",
        ),
        (["import", "-"], "not json\n", 1, "line 1"),
        (["import", "absent.jsonl"], None, 2, "absent.jsonl"),
        (["add"], None, 2, "Missing argument"),
        (["add", "--threads", "0", WIRE], None, 2, "--threads"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(arguments: list[str], stdin: str | None, status: int, words: str) -> None:
    shown = twosource(*arguments, stdin=stdin)
    assert shown.exit_code == status
    assert words in shown.stderr
    if status == 1:
        assert shown.stderr.count("\n") == 1


def test_an_import_goes_into_an_empty_ledger_only() -> None:
    twosource("add", WIRE)
    shown = twosource("import", "-", stdin=twosource("export").stdout)
    assert shown.exit_code == 1
    assert "empty ledger" in shown.stderr


def test_something_that_is_no_ledger_is_left_alone() -> None:
    Path("notes.txt").write_text("remember the milk", encoding="utf-8")
    shown = twosource("add", "--ledger", "notes.txt", WIRE)
    assert shown.exit_code == 1
    assert shown.stderr.startswith("twosource: notes.txt: ")
    assert Path("notes.txt").read_text(encoding="utf-8") == "remember the milk"


@pytest.mark.parametrize(
    ("form", "begins"),
    [("json-ld", '{"@context"'), ("ftm", '{"id": "twosource-'), ("claimreview", ""), ("jsonl", '{"type"')],
)
def test_other_fields_forms_are_written(form: str, begins: str) -> None:
    twosource("add", WIRE)
    shown = twosource("export", "--format", form)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith(begins)
    twosource("export", "--format", form, "--output", "out")
    assert Path("out").read_text("utf-8") == shown.stdout


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_are_written_into_a_folder(form: str) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is optional")
    twosource("add", WIRE)
    shown = twosource("export", "--format", form, "--output", "tables")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert sorted(shown.stdout.splitlines()) == sorted(str(path) for path in Path("tables").iterdir())
    assert twosource("export", "--format", form, "--output", "tables").stdout == shown.stdout
    assert Path("tables", f"propositions.{form}") in Path("tables").iterdir()


def test_tables_need_a_folder() -> None:
    twosource("add", WIRE)
    missing = twosource("export", "--format", "csv")
    assert missing.exit_code == 2
    assert "name a folder with --output" in missing.stderr
    Path("taken").write_text("")
    taken = twosource("export", "--format", "csv", "--output", "taken")
    assert taken.exit_code == 1
    assert taken.stderr.startswith("twosource: taken: cannot be written: ")
    Path("folder").mkdir()
    assert "is a folder" in twosource("export", "--output", "folder").stderr
