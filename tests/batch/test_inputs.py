"""Which files are read: those that ``twosource add`` reads of a folder, and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch import files as made
from twosource.batch.faults import Fault
from twosource.batch.inputs import files
from twosource.read import read_all


def found(named: list[Path], *, without: Path) -> tuple[list[str], list[Fault]]:
    faults: list[Fault] = []
    entries = list(files([str(one) for one in named], without=str(without), on_fault=faults.append))
    return [entry.path for entry in entries], faults


def test_a_folder_has_the_files_that_reading_it_has(tmp_path: Path) -> None:
    for name in (
        "b/page.html",
        "a.txt",
        ".hidden.txt",
        "page_files/part.html",
        "b/data.json",
        "style.css",
        "c/x.txt.gz",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made.page(len(name)) if "html" in name else made.text(len(name)).encode())
    made.table(tmp_path, 3)
    paths, faults = found([tmp_path], without=tmp_path / "out")
    errors: list[object] = []
    articles = list(read_all([str(tmp_path)], on_error=errors.append))
    assert not faults
    assert not errors
    assert [path for path in paths if not path.endswith(".parquet")] == [article.source for article in articles]
    assert [Path(path).name for path in paths if path.endswith(".parquet")] == ["articles.parquet"]


def test_each_file_comes_once_in_the_order_named_and_what_was_written_never(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "tables/articles/00000.parquet"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A text.")
    paths, _ = found([tmp_path / "b.txt", tmp_path], without=tmp_path / "tables")
    assert paths == [str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]


@pytest.mark.parametrize(
    ("name", "reason", "kind"),
    [("none.html", "no such file or folder", "missing"), ("empty", "folder without articles", "no-article")],
)
def test_what_is_not_there_is_told(tmp_path: Path, name: str, reason: str, kind: str) -> None:
    (tmp_path / "empty").mkdir()
    assert found([tmp_path / name], without=tmp_path / "out") == ([], [(str(tmp_path / name), reason, kind)])
