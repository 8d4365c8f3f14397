"""However a file is cut, its pieces have each of its records once."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.batch import files
from tests.batch.test_survey import surveyed
from twosource.batch.opening import records
from twosource.batch.pieces import Piece, piece_of
from twosource.errors import SourceError
from twosource.records import Article

COUNT = 75


def read(pieces: list[Piece]) -> tuple[list[str | None], list[str]]:
    """The addresses of all articles in ``pieces``, and what was wrong."""
    results = [result for piece in pieces for record in records(piece) for result in record.results()]
    urls = [result.url for result in results if isinstance(result, Article)]
    return urls, [f"{type(one).__name__}: {one.reason}" for one in results if isinstance(one, SourceError)]


def cut(path: Path, places: list[int]) -> list[Piece]:
    file = surveyed(path)
    edges = sorted({0, file.records, *(place % max(1, file.records) for place in places)})
    return [piece_of(file, first, last - first) for first, last in pairwise(edges)]


@pytest.fixture(scope="module", params=files.MADE)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return files.MADE[request.param](tmp_path_factory.mktemp("cut"), COUNT)


@settings(max_examples=8, deadline=None)
@given(places=st.lists(st.integers(0, COUNT), max_size=5))
def test_pieces_have_each_record_once(path: Path, places: list[int]) -> None:
    urls, errors = read(cut(path, places))
    assert urls == [f"https://mill.example/{number}" for number in range(COUNT)]
    assert not errors


def test_a_record_alone_and_what_is_behind_it(path: Path) -> None:
    (piece,) = cut(path, [])
    for record in list(records(piece))[40:42]:
        number = record.mark.number
        assert read([piece.alone(record.mark)])[0] == [f"https://mill.example/{number}"]
        assert read([piece.behind(record.mark)])[0] == [f"https://mill.example/{n}" for n in range(number + 1, COUNT)]


LINES = [
    json.dumps(files.fields(0)),
    "{broken",
    json.dumps({"text": " "}),
    "",
    "[1, 2]",
    "{}",
    json.dumps({"article": files.fields(6), "attributions": []}),
    json.dumps({"text": "Der Minister sagte am Montag, dass die Lage sich bessern werde und man nichts wisse. " * 4}),
    json.dumps(files.fields(8) | {"published": "2031-10-17", "authors": ["Jo Lind"]}),
]
WRONG = [
    "SourceUnreadable: line 2: not JSON (Expecting property name enclosed in double quotes)",
    "NoArticle: line 3: no text",
    "SourceUnreadable: line 5: not an object with the article's fields",
    "SourceUnreadable: line 6: not an object with the article's fields",
    "UnsupportedLanguage: line 8: is in German; only English is supported",
]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("places", [[], [1, 3, 4, 8]])
def test_bad_lines_are_named_by_their_place_in_the_whole_file(tmp_path: Path, packed: bool, places: list[int]) -> None:
    path = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    data = "\n".join(LINES).encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    urls, errors = read(cut(path, places))
    assert urls == [f"https://mill.example/{number}" for number in (0, 6, 8)]
    assert errors == WRONG


def test_a_torn_archive_gives_what_is_whole_and_one_error(tmp_path: Path) -> None:
    path = files.warc_of_members(tmp_path, 40)
    path.write_bytes(path.read_bytes()[:-60])
    urls, errors = read(cut(path, [10, 30]))
    assert urls == [f"https://mill.example/{number}" for number in range(39)]
    assert len(errors) == 1


def test_damage_in_the_middle_is_told_once(tmp_path: Path) -> None:
    path = files.warc_of_members(tmp_path, 40)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    path.write_bytes(data)
    urls, errors = read(cut(path, [5]))
    assert 15 < len(urls) < 25
    assert len(errors) == 1
    assert "damaged" in errors[0]


def test_pages_without_an_article_are_passed_over_and_other_languages_told(tmp_path: Path) -> None:
    german = "Der Minister sagte am Montag, dass die Lage sich bessern werde und dass man nichts wisse. " * 4
    path = tmp_path / "a.warc"
    path.write_bytes(
        files.record(0)
        + files.record(1, b"\x89PNG", kind="image/png")
        + files.record(2, b"<html><body><a href='/'>Home</a></body></html>")
        + files.record(3, german.encode(), kind="text/plain")
        + files.record(4)
    )
    urls, errors = read(cut(path, [2]))
    assert urls == ["https://mill.example/0", "https://mill.example/4"]
    assert errors == ["UnsupportedLanguage: https://mill.example/3: is in German; only English is supported"]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.html", b"", "SourceEmpty: is empty"),
        ("picture.html", b"\x89PNG\r\n", "SourceUnreadable: binary file, a PNG image, not an article"),
        ("bad.parquet", b"PAR1 and no more", "SourceUnreadable: damaged"),
        ("torn.txt.gz", gzip.compress(b"A text." * 100, mtime=0)[:-9], "SourceUnreadable: truncated gzip"),
    ],
)
def test_what_is_no_article_says_so(tmp_path: Path, name: str, data: bytes, error: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    urls, errors = read(cut(path, []))
    assert not urls
    assert len(errors) == 1
    assert errors[0].startswith(error)


def test_a_file_that_went_away_is_missing(tmp_path: Path) -> None:
    pieces = cut(files.lines(tmp_path, 3), [])
    (tmp_path / "articles.jsonl").unlink()
    assert read(pieces)[1] == ["SourceMissing: no such file or folder"]


def test_nothing_in_a_row_is_nothing_in_the_article(tmp_path: Path) -> None:
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    day = datetime.datetime(2031, 10, 17, 14, 5, tzinfo=datetime.UTC)
    rows = [
        {"text": files.text(0), "url": None, "outlet": None, "published": day, "authors": ["Jo Lind"], "other": 1},
        {
            "text": None,
            "url": "https://mill.example/1",
            "outlet": "Post",
            "published": None,
            "authors": None,
            "other": 2,
        },
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    results = [result for piece in cut(tmp_path / "a.parquet", []) for r in records(piece) for result in r.results()]
    assert isinstance(results[0], Article)
    assert (results[0].url, results[0].outlet, results[0].authors) == (None, None, ("Jo Lind",))
    assert results[0].published == "2031-10-17T14:05:00+00:00"
    assert str(results[1]).endswith("row 2: no text")
