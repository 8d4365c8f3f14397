"""Sources of every kind and fault through the door that the command line uses."""

import gzip
import io
import json
import subprocess
import sys

import pytest

from twosource.errors import (
    NoArticle,
    SourceEmpty,
    SourceMissing,
    SourceTooLarge,
    SourceUnreadable,
    UnsupportedLanguage,
)
from twosource.read import read, read_all, read_bytes

TEXT = "Dam bursts\n\nA dam burst above the town of Farholm on Monday, officials said, and nobody was hurt.\n"
GERMAN = "Der Damm oberhalb der Stadt sei am Montag gebrochen, sagte ein Sprecher, und niemand wisse, warum.\n"


@pytest.fixture
def folder(tmp_path):
    files = {
        "b.txt": TEXT.encode(),
        "a/page.html.gz": None,
        "c.jsonl": json.dumps({"text": TEXT}).encode(),
        "empty.txt": b" \n",
        "german.txt": GERMAN.encode(),
        "photo.png": b"\x89PNG\r\n",
        "style.css": b"p {}",
        ".hidden.txt": TEXT.encode(),
        "torn.txt.gz": gzip.compress(TEXT.encode())[:30],
        "page_files/part.html": b"<p>",
    }
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        if data is not None:
            path.write_bytes(data)
    return tmp_path


def reading(*sources, **options):
    errors = []
    return list(read_all(map(str, sources), on_error=errors.append, **options)), errors


def test_a_folder_goes_on_after_bad_members(folder, page_html):
    (folder / "a/page.html.gz").write_bytes(gzip.compress(page_html.encode()))
    articles, errors = reading(folder)
    assert [article.source.removeprefix(str(folder)) for article in articles] == [
        "/b.txt",
        "/c.jsonl",
        "/a/page.html.gz",
    ]
    assert [(type(error), error.source.removeprefix(str(folder))) for error in errors] == [
        (SourceEmpty, "/empty.txt"),
        (UnsupportedLanguage, "/german.txt"),
        (SourceUnreadable, "/torn.txt.gz"),
    ]


def test_reading_is_lazy_and_stops_at_the_first_fault(folder):
    (folder / "b.txt").rename(folder / "1.txt")
    articles = read(str(folder))
    assert next(articles).text == TEXT.rstrip()
    with pytest.raises(SourceEmpty):
        list(articles)


@pytest.mark.parametrize(
    ("name", "data", "error", "reason"),
    [
        ("empty.txt", b"", SourceEmpty, "is empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", SourceUnreadable, "binary file, a JPEG image"),
        ("data.bin", bytes(range(256)), SourceUnreadable, "binary file"),
        ("torn.html.gz", gzip.compress(b"<html>" * 999, mtime=0)[:40], SourceUnreadable, "truncated gzip"),
        ("bomb.txt.gz", gzip.compress(b"a" * 200_000, mtime=0), SourceTooLarge, "unpacks to more than 100 kB"),
        ("large.txt", b"a" * 100_001, SourceTooLarge, "is 100 kB; the limit is 100 kB"),
        ("page.html", b"<html><body></body></html>", NoArticle, "HTML without article text"),
        ("german.txt", GERMAN.encode(), UnsupportedLanguage, "is in German; only English is supported"),
        ("koi8.txt", "Лоцманы отказались вести суда".encode("koi8-r"), SourceUnreadable, "wrong encoding"),
        ("broken.pdf", b"%PDF-1.4 nothing", SourceUnreadable, "damaged PDF"),
    ],
)
def test_faults_are_one_line_that_names_the_source(tmp_path, name, data, error, reason):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        list(read(str(path), limit=100_000))
    assert str(caught.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(caught.value)


def test_a_large_file_answers_without_being_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(SourceTooLarge, match="is 200 MB; the limit is 50 MB"):
        list(read(str(path)))


def test_missing_sources_and_empty_folders(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    articles, errors = reading(tmp_path / "nothing", tmp_path, "a\0b")
    assert not articles
    assert [type(error) for error in errors] == [SourceMissing, NoArticle, SourceUnreadable]


def test_standard_input(monkeypatch):
    for data, title in [(TEXT.encode(), "Dam bursts"), (json.dumps({"text": TEXT, "title": "T"}).encode(), "T")]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        (article,) = read("-")
        assert (article.title, article.source) == (title, "-")


def test_an_unknown_name_is_judged_by_its_bytes(tmp_path, page_html):
    (tmp_path / "index.php?id=7").write_bytes(page_html.encode())
    (tmp_path / "notes").write_text(TEXT)
    articles, errors = reading(tmp_path)
    assert [article.title for article in articles] == ["Dam bursts in Norland"]
    assert not errors


def test_bytes(make_pdf):
    (article,) = read_bytes(TEXT.encode("utf-16"), source="s")
    assert article.text == TEXT.rstrip()
    assert article.language == "en"
    lines = [
        (60, 700 - 14 * row, 11, "The dam burst on Monday, and officials said that nobody was hurt.")
        for row in range(3)
    ]
    (article,) = read_bytes(make_pdf(lines), source="s", url="https://courier.example/a.pdf")
    assert article.outlet == "courier.example"
    with pytest.raises(NoArticle):
        list(read_bytes(b"<html></html>", source="s", media_type="text/html"))


def test_importing_is_quick():
    heavy = "{'lxml', 'trafilatura', 'feedparser', 'py3langid', 'numpy', 'pypdfium2', 'urllib.request', 'fastwarc'}"
    code = f"import sys, twosource.read; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
