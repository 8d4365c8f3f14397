"""The documentation is true: its commands run, its options and fields exist, its links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest

from tests.support import ROOT, needs_network
from twosource.across import (
    Anchor,
    Basis,
    Judgement,
    Link,
    Origin,
    Proposition,
    Relation,
    Source,
    Status,
    Verdict,
)
from twosource.cli import main
from twosource.export.csv import COLUMNS
from twosource.export.tables import TABLES
from twosource.records import Article, Attribution, Figure, Interval, Mention

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md"])
COMMANDS = sorted(
    (page.relative_to(ROOT), line.removeprefix("$ "))
    for page in PAGES
    for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
)
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """``command`` as typed by a reader who stands in the source tree, except that it leaves nothing there."""
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "bin").mkdir()
    program = folder / "bin" / "twosource"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m twosource "$@"\n')
    program.chmod(0o755)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@needs_network
@pytest.mark.parametrize(
    ("page", "command"), [(page, command) for page, command in COMMANDS if not command.startswith("make ")]
)
def test_documented_commands_run(page: Path, command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path)
    assert done.returncode == 0, f"{page}: {command}\n{done.stderr}"
    # A watcher tells there how far it is, whatever it is asked for.
    assert done.stderr == "" or "twosource watch" in command


@pytest.mark.parametrize(("page", "command"), [(page, command) for page, command in COMMANDS if "make " in command])
def test_documented_targets_exist(page: Path, command: str) -> None:
    assert command.removeprefix("make ") in TARGETS, page


def test_there_are_commands_to_run() -> None:
    assert len(COMMANDS) > 8


def options() -> set[str]:
    commands = [main, *main.commands.values()]
    listed = (option for command in commands for option in command.params if isinstance(option, click.Option))
    return {name for option in listed for name in (*option.opts, *option.secondary_opts)}


def test_every_option_is_documented_and_every_documented_option_exists() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    documented = set(re.findall(r"`(?:twosource )?(-[-\w]+)", page))
    assert documented == options() | {"--help", "-h"}


def test_every_command_is_documented_and_explains_itself() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert f"## twosource {name}" in page
        assert "Example" in str(command.help), name
        assert f"twosource {name}" in command.get_help(click.Context(command)), name


def test_every_field_is_documented() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    interval = Interval(start="2025-03-04", end="2025-03-05", text="on Tuesday")
    link = Mention(name=None, kind="author", anonymity="named")
    figure = Figure(span=(0, 1), low=None, high=None)
    records = [Article(text="", paragraphs=()), Attribution(article_id="", content=()), interval, link, figure]
    fields = {name for record in records for name in record.as_dict()}  # type: ignore[attr-defined]
    missing = {name for name in fields | set(COLUMNS) if f"`{name}`" not in page}
    assert not missing


def test_every_field_of_an_export_is_documented() -> None:
    page = (ROOT / "docs" / "ledger.md").read_text("utf-8")
    proposition = Proposition(attributions=("a",), wording="", status="contested", independent=(1, 1))
    records = [
        Source(name=None, kind="author", anonymity="named", mentions=(("a", 0),)),
        Link(left="a", right="b", relation="same", score=1.0),
        Origin(proposition="p", root="", basis="copy", why=(), attributions=("a",)),
        Judgement(verdict="note", about="link", left=Anchor(record="a")),
        Anchor(record="a"),
        proposition,
    ]
    fields = {name for record in records for name in record.as_dict()}  # type: ignore[attr-defined]
    assert not {name for name in fields if f"`{name}`" not in page}
    choices = {word for alias in (Basis, Relation, Status, Verdict) for word in get_args(alias)}
    assert not {word for word in choices if f"`{word}`" not in page}


def test_every_column_and_term_of_other_forms_is_documented() -> None:
    page = (ROOT / "docs" / "exports.md").read_text("utf-8")
    columns = {name for table in TABLES.values() for name in table.columns}
    terms = set(re.findall(r'"ts:([a-z][A-Za-z]+)"', (ROOT / "twosource" / "export" / "jsonld.py").read_text("utf-8")))
    missing = {name for name in columns | set(TABLES) | terms if f"`{name}`" not in page}
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_no_path_of_a_machine(page: Path) -> None:
    assert not re.search(r"/(?:home|root|work|Users|tmp)/", page.read_text("utf-8"))
