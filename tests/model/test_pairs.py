"""The relation network: unit vectors and chances that do not depend on what else is read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.support import ROOT
from twosource.errors import WeightsError
from twosource.model.pairs import BATCH, PIECES, WIDTH, PairReader, Reading, pieces
from twosource.model.wordpiece import WordPieces

needs_relation_network = pytest.mark.skipif(
    not (ROOT / "twosource" / "model" / "weights" / "relation.onnx").exists(),
    reason="the relation network is not in twosource/model/weights (train.relate makes it)",
)

FOUR, AGAIN, NONE, OTHER = (
    "Ruth Hale said four people had drowned in the wreck of the ferry.",
    "The harbour master confirmed that 4 passengers died when the ferry sank.",
    "Omar Stern denied that anybody had drowned.",
    "The council will vote on the budget for the new library on Thursday.",
)
TEXTS = [FOUR, AGAIN, NONE, OTHER, "No.", "", "rain " * 30, "“Nothing,” he said — ‘nothing’ …", "Ølen Ærø 東京"]
MANY = [f"{text} {number}" for number in range(4) for text in TEXTS] + TEXTS


@pytest.fixture(scope="module")
def reader() -> PairReader:
    return PairReader()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), (" \n", 0), ("rain", 1), ("Rain, rain.", 4), ("rain " * PIECES, PIECES), ("rain " * 500, PIECES)],
)
def test_so_many_pieces_are_read_and_no_more(text: str, expected: int) -> None:
    assert len(pieces(text, WordPieces.embedded())) == expected


def test_a_word_is_cut_where_the_pieces_end() -> None:
    words = WordPieces.embedded()
    long = pieces("zwelmarbridge " * PIECES, words)
    assert len(long) == PIECES
    assert long == (list(words.cut("zwelmarbridge")) * PIECES)[:PIECES]


@needs_relation_network
def test_vectors_have_unit_length(reader: PairReader) -> None:
    found = reader.vectors(TEXTS)
    assert found.shape == (len(TEXTS), WIDTH)
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


@needs_relation_network
def test_vectors_do_not_depend_on_what_else_is_in_a_batch(reader: PairReader) -> None:
    assert len(MANY) > BATCH
    together = reader.vectors(MANY)
    alone = np.concatenate([reader.vectors([text]) for text in MANY])
    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(reader.vectors(MANY[::-1])[::-1] - together).max() < 1e-5


PAIRS = [(left, right) for left in TEXTS for right in TEXTS[:5]]


@needs_relation_network
def test_readings_do_not_depend_on_what_else_is_in_a_batch(reader: PairReader) -> None:
    assert len(PAIRS) > BATCH
    together = table(reader.read(PAIRS))
    alone = table([one for pair in PAIRS for one in reader.read([pair])])
    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(table(reader.read(PAIRS[::-1]))[::-1] - together).max() < 1e-5


def table(readings: list[Reading]) -> np.ndarray:
    return np.array([(one.same, one.agree, one.contradict) for one in readings])


@needs_relation_network
def test_readings_are_chances(reader: PairReader) -> None:
    found = table(reader.read(PAIRS))
    assert ((found >= 0) & (found <= 1)).all()
    assert (found[:, 1] + found[:, 2] <= 1 + 1e-6).all()


@needs_relation_network
def test_nothing_asked_nothing_told(reader: PairReader) -> None:
    assert reader.vectors([]).shape == (0, WIDTH)
    assert reader.read([]) == []


@needs_relation_network
def test_what_comes_after_the_last_piece_is_not_read(reader: PairReader) -> None:
    start = "rain " * PIECES
    longer, shorter = f"{start}{FOUR}", start
    one, other = reader.vectors([longer, shorter])
    assert np.abs(one - other).max() < 1e-5
    readings = table(reader.read([(longer, FOUR), (shorter, FOUR), (FOUR, longer), (FOUR, shorter)]))
    assert np.abs(readings[0] - readings[1]).max() < 1e-5
    assert np.abs(readings[2] - readings[3]).max() < 1e-5


@needs_relation_network
def test_one_question_is_told_from_another(reader: PairReader) -> None:
    again, none, other = reader.read([(FOUR, AGAIN), (FOUR, NONE), (FOUR, OTHER)])
    assert again.same > other.same
    assert none.same > other.same
    assert again.agree > none.agree
    assert none.contradict > again.contradict
    four, said_again, library = reader.vectors([FOUR, AGAIN, OTHER])
    assert four @ said_again > four @ library


@needs_relation_network
def test_another_format_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.model.pairs.FORMAT", 99)
    with pytest.raises(WeightsError, match=r"is of format \d+, this code reads 99"):
        PairReader()


def test_what_is_no_network_is_an_error() -> None:
    with pytest.raises(WeightsError, match="the relation network does not load: "):
        PairReader(weights=b"no network")


def test_an_absent_network_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.model.session.resources.files", lambda _: tmp_path)
    with pytest.raises(WeightsError, match=r"relation\.onnx is absent"):
        PairReader()
