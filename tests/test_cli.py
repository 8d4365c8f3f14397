from __future__ import annotations

import gzip
import json
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.support import ROOT, STORY, needs_network
from twosource import __version__
from twosource.cli import main
from twosource.commands.demo import story_folder
from twosource.errors import WeightsError

GOOD = str(STORY / "01-halyard-wire.html")


def twosource(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


def test_version_and_help() -> None:
    assert twosource("--version").output.startswith(f"twosource {__version__}\n")
    for arguments in (["--help"], ["-h"], ["extract", "--help"], ["demo", "--help"]):
        shown = twosource(*arguments)
        assert shown.exit_code == 0
        assert "Usage:" in shown.output
    assert "      twosource extract article.html\n".strip() in twosource("extract", "--help").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract"], "Missing argument"),
        (["extract", "--format", "xml", GOOD], "xml"),
        (["extract", "--threads", "0", GOOD], "--threads"),
        (["extract", "--min-confidence", "1.5", GOOD], "--min-confidence"),
        (["extract", "--published", "yesterday", GOOD], "not a date such as 2025-03-04"),
        (["extract", "--output", str(ROOT), GOOD], "directory"),
        (["extract", "--output", str(ROOT / "no" / "such" / "x.csv"), GOOD], "cannot write"),
        (["extract", "--output", GOOD, GOOD], "would overwrite the source"),
        (["exract"], "No such command"),
    ],
)
@pytest.mark.usefixtures("without_network")
def test_wrong_use_is_explained_with_status_2(arguments: list[str], words: str) -> None:
    shown = twosource(*arguments)
    assert shown.exit_code == 2
    assert words in shown.stderr
    assert Path(GOOD).stat().st_size > 1000


@pytest.mark.usefixtures("without_network")
def test_piped_output_is_jsonl() -> None:
    shown = twosource("extract", str(STORY))
    assert shown.exit_code == 0
    assert shown.stderr == ""
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert len(records) == 12
    assert [len(record["attributions"]) for record in records] == [2] * 12


@pytest.mark.usefixtures("without_network")
def test_csv_and_table() -> None:
    assert twosource("extract", "--format", "csv", GOOD).stdout.count("\n") == 3
    table = twosource("extract", "--format", "table", "--min-confidence", "0.5", GOOD).stdout
    assert table.startswith("Halyard News Agency · 4 March 2025, 11:20 +02:00\n")
    assert "1 attribution in 1 article" in table
    assert "\x1b" not in table


@pytest.mark.usefixtures("without_network")
@pytest.mark.parametrize(("name", "start"), [("a.jsonl", '{"article": '), ("a.csv", "article_id,"), ("a", "{")])
def test_output_goes_to_a_file_in_the_form_of_its_name(tmp_path: Path, name: str, start: str) -> None:
    shown = twosource("extract", "-o", str(tmp_path / name), GOOD)
    assert (shown.exit_code, shown.output) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(start)


@pytest.mark.usefixtures("without_network")
def test_standard_input_and_a_given_day() -> None:
    text = "The mill is closed, the mayor said. She did not say why it was closed or for how long.\n" * 3
    shown = twosource("extract", "--published", "2025-03-04T10:00+02:00", "-", stdin=text)
    assert json.loads(shown.stdout)["article"]["published"] == "2025-03-04T10:00:00+02:00"


SHELL = "<html><body><nav><a href=/>Home</a></nav></body></html>"
GERMAN = "Der Bürgermeister sagte am Dienstag, die Mühle sei geschlossen und werde nicht wieder geöffnet werden. " * 5


def binary(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(5000))


def torn(path: Path) -> None:
    page = ("<html><body><p>The mayor said that the mill was closed.</p></body></html>" * 200).encode()
    path.write_bytes(gzip.compress(page)[:-20])


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def foreign_page(path: Path) -> None:
    path.write_text(f"<html><body><article><h1>Mühle</h1><p>{GERMAN}</p></article></body></html>", "utf-8")


BAD: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing.html", Path, "no such file"),
    ("folder", lambda path: path.mkdir(), "without articles"),
    ("empty.txt", lambda path: path.touch(), "empty"),
    ("blank.html", lambda path: path.write_text(" \n\n"), "empty"),
    ("noise.bin", binary, "binary"),
    ("torn.html.gz", torn, "truncated gzip"),
    ("huge.txt", sparse, "200 MB"),
    ("ebcdic.txt", lambda path: path.write_bytes(GERMAN.encode("cp500")), "encoding|binary"),
    ("shell.html", lambda path: path.write_text(SHELL), "without article text"),
    ("german.txt", lambda path: path.write_text(GERMAN, "utf-8"), "German.*only English"),
    ("german.html", foreign_page, "German.*only English"),
    ("cut.pdf", lambda path: path.write_bytes((STORY / "10-coastal-dispatch.pdf").read_bytes()[:300]), "PDF"),
    ("not.jsonl", lambda path: path.write_text('{"text": "The mill"\n'), "JSON"),
]


@pytest.mark.usefixtures("without_network")
@pytest.mark.parametrize(("name", "make", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_source_gets_one_line_and_the_rest_goes_on(
    tmp_path: Path, name: str, make: Callable[[Path], object], reason: str
) -> None:
    bad = tmp_path / name
    make(bad)
    shown = twosource("extract", str(bad), GOOD)
    assert shown.exit_code == 1
    (line,) = shown.stderr.splitlines()
    assert line.startswith(f"twosource: {bad}: ")
    assert re.search(reason, line.removeprefix(f"twosource: {bad}: "), re.IGNORECASE), line
    assert json.loads(shown.stdout)["article"]["outlet"] == "Halyard News Agency"


@pytest.mark.usefixtures("without_network")
def test_a_hostile_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    shown = twosource("extract", str(tmp_path / "\x1b[2Jevil\nname"))
    assert len(shown.stderr.splitlines()) == 1
    assert "\x1b" not in shown.stderr


def test_an_interrupt_is_one_line_and_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[None]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("twosource.pipeline.extract", interrupted)
    shown = twosource("extract", GOOD)
    assert (shown.exit_code, shown.stderr, shown.stdout) == (130, "twosource: interrupted\n", "")


def test_weights_that_do_not_fit_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def weightless(*_: object, **__: object) -> Iterator[None]:
        raise WeightsError("the weights are of another version")
        yield

    monkeypatch.setattr("twosource.pipeline.extract", weightless)
    shown = twosource("extract", GOOD)
    assert (shown.exit_code, shown.stderr) == (1, "twosource: the weights are of another version\n")


ENDLESS = """
import itertools
from twosource import cli, pipeline
from twosource.records import Article
pipeline.extract = lambda *_, **__: ((Article(text="x" * 1000, paragraphs=()), ()) for _ in itertools.count())
cli.main(["extract", "-"])
"""


def test_a_closed_pipe_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b'{"article"')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupt_from_outside_ends_quietly() -> None:
    # In the background of a shell interrupts are ignored, and so they would be here, without end.
    heard = f"import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n{ENDLESS}"
    with subprocess.Popen(
        [sys.executable, "-c", heard], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate()
    assert complaint == b"twosource: interrupted\n"
    assert process.returncode == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-c", ENDLESS], stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT
        )
    assert run.stderr == "twosource: cannot write the result: No space left on device\n"
    assert run.returncode == 1


@pytest.mark.usefixtures("without_network")
def test_the_demo_goes_from_nothing_to_a_brief(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shown = twosource("demo")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith("The Estmere Observer · 5 March 2025")
    assert "All 12 articles of the example:" in shown.stdout
    (page,) = re.findall(r"The whole brief as a page: (.*)\n", shown.stdout)
    assert Path(page).is_relative_to(tmp_path)
    assert Path(page).read_text("utf-8").lower().startswith("<!doctype html>")
    assert Path(page).with_suffix(".db").exists()


def test_the_example_is_found_in_the_source_tree() -> None:
    assert story_folder().resolve() == STORY
    assert not story_folder().is_absolute() or not STORY.is_relative_to(Path.cwd())


@needs_network
def test_a_real_run() -> None:
    command = [sys.executable, "-m", "twosource", "extract", GOOD]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8")
    record = json.loads(run.stdout)
    text = record["article"]["text"]
    sources = {text[start:end] for found in record["attributions"] for start, end in found["source"]}
    assert any("Ilse Marrant" in source for source in sources)
    assert run.stderr == ""
