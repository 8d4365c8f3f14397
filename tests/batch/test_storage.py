"""Files by path or URL: there as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from twosource.batch import storage
from twosource.errors import TwosourceError


def test_what_was_put_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    path = storage.join(str(tmp_path), "deep", "down", "file")
    assert storage.read(path) is None
    for data in (b"first", b"second"):
        storage.put(path, data)
        assert storage.read(path) == data
    assert [entry.path for entry in storage.below(str(tmp_path))] == [path]
    found = storage.about(path)
    assert found is not None
    assert (found.size, found.path) == (6, path)


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "file")
    storage.put(path, b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        storage.put(path, b"after")
    assert storage.read(path) == b"before"


def test_what_is_below_a_folder_comes_sorted(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a/b", "c/d/e"):
        storage.put(storage.join(str(tmp_path), name), name.encode())
    found = [entry.path[len(str(tmp_path)) + 1 :] for entry in storage.below(str(tmp_path))]
    assert found == ["a/b", "a/z", "b", "c/d/e"]
    assert not list(storage.below(str(tmp_path / "none")))


def test_a_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    storage.put(str(tmp_path / "new" / "a"), b"new")
    storage.put(str(tmp_path / "old" / "b"), b"old")
    storage.move(str(tmp_path / "new"), str(tmp_path / "old"))
    assert [(entry.path, storage.read(entry.path)) for entry in storage.below(str(tmp_path))] == [
        (str(tmp_path / "old" / "a"), b"new")
    ]
    storage.drop(str(tmp_path / "old"))
    storage.drop(str(tmp_path / "old"))
    assert not storage.is_folder(str(tmp_path / "old"))


@pytest.mark.parametrize(
    ("path", "remote"),
    [("a/b", False), ("/a/b.html", False), ("s3://news/2031", True), ("gs://news/a", True), ("abfss://a@b/c", True)],
)
def test_paths_and_urls(path: str, remote: bool) -> None:
    assert storage.is_remote(path) is remote


@pytest.mark.parametrize("path", ["https://mill.example/1", "ftp://a/b"])
def test_what_nobody_opens_is_refused(path: str) -> None:
    with pytest.raises(TwosourceError, match="batch opens files, folders and s3://"):
        storage.is_remote(path)


def test_names_and_paths_of_a_store() -> None:
    assert storage.join("s3://news/2031/", "a", "b") == "s3://news/2031/a/b"
    assert storage.name("s3://news/2031/a/") == "a"
