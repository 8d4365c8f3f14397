"""The table of word vectors: read, looked up, and refused where it is not the network's."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from tests.support import needs_network
from twosource.errors import WeightsError
from twosource.model.network import Network
from twosource.model.pairs import PairReader
from twosource.model.wordpiece import WordPieces
from twosource.model.wordvectors import WordVectors, _embedded

TABLE = WordVectors(
    np.array([[1, -2], [127, 0], [-127, 3]], np.int8), np.array([[0.5], [0.25], [2.0]], np.float32), "made"
)


def content(**parts: object) -> bytes:
    file = BytesIO()
    np.savez(file, **parts)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], np.zeros((0, 2))),
        ([0], [[0.5, -1.0]]),
        ([2, 1, 2], [[-254.0, 6.0], [31.75, 0.0], [-254.0, 6.0]]),
        ([[0, 1], [1, 0]], [[[0.5, -1.0], [31.75, 0.0]], [[31.75, 0.0], [0.5, -1.0]]]),
    ],
)
def test_a_vector_is_its_integers_times_its_step(pieces: list[object], expected: object) -> None:
    found = TABLE.of(np.array(pieces, np.int64))
    assert found.dtype == np.float32
    assert found.tolist() == np.array(expected).tolist()


def test_a_table_comes_back_from_its_file() -> None:
    read = WordVectors.read(content(integers=TABLE.integers, steps=TABLE.steps, name=TABLE.name))
    assert (read.integers == TABLE.integers).all()
    assert (read.steps == TABLE.steps).all()
    assert read.name == "made"


@pytest.mark.parametrize("wrong", [b"", b"no table", content(integers=TABLE.integers)])
def test_what_is_no_table_is_an_error(wrong: bytes) -> None:
    with pytest.raises(WeightsError, match="the word vectors do not load: "):
        WordVectors.read(wrong)


@needs_network
def test_there_is_a_row_for_each_word_piece() -> None:
    table = WordVectors.embedded()
    assert len(table.integers) == len(table.steps) == len(WordPieces.embedded().numbers)


@needs_network
@pytest.mark.parametrize("kind", [Network, PairReader])
def test_a_network_of_other_word_vectors_is_an_error(kind: type[Network] | type[PairReader]) -> None:
    with pytest.raises(WeightsError, match="network was trained with other word vectors than these"):
        kind(words=TABLE)


def test_absent_word_vectors_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.model.session.resources.files", lambda _: tmp_path)
    monkeypatch.setattr("twosource.model.wordvectors._embedded", _embedded.__wrapped__)
    with pytest.raises(WeightsError, match=r"words\.npz is absent"):
        WordVectors.embedded()
