from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import TwosourceError
from twosource.web.guard.who import find
from twosource.web.people import ROLES, Role, Token
from twosource.web.tokens import add, digest, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "room.tokens"


def test_a_token_is_told_once_and_its_hash_is_kept(file: Path) -> None:
    made = add(file, "Ida Holm", "review")
    assert made.startswith("tws_")
    assert len(made) == 4 + 43
    assert made not in file.read_text("utf-8")
    assert read(file) == (Token(name="Ida Holm", role="review", digest=digest(made)),)
    assert find(made, read(file)) == read(file)[0]


def test_the_file_is_for_its_owner_alone(file: Path) -> None:
    add(file, "Ida", "review")
    add(file, "Max", "admin")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(file.parent) == [file.name]


def test_a_second_token_takes_the_place_of_the_first(file: Path) -> None:
    first, other, second = add(file, "Ida", "read"), add(file, "Max", "admin"), add(file, "Ida", "review")
    assert first != second
    known = read(file)
    assert find(first, known) is None
    assert [(token.name, token.role) for token in known] == [("Max", "admin"), ("Ida", "review")]
    assert find(other, known) == known[0]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o622, 0o777])
def test_a_file_that_others_may_read_is_refused(file: Path, mode: int) -> None:
    add(file, "Ida", "review")
    file.chmod(mode)
    for attempt in (lambda: read(file), lambda: add(file, "Max", "read")):
        with pytest.raises(TwosourceError, match="chmod 600"):
            attempt()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("review Ida", "line 1 is no token"),
        ("# comment\n\nreview Ida 12", "line 3 is no token"),
        (f"chief Ida {'0' * 64}", "line 1 is no token"),
        (f"review {'0' * 64}", "line 1 is no token"),
        (f"review Ida {'G' * 64}", "line 1 is no token"),
        (b"review \xff", "not text in UTF-8"),
        (None, "No such file"),
    ],
)
def test_what_is_no_file_of_tokens(file: Path, text: str | bytes | None, message: str) -> None:
    if text is not None:
        file.touch(mode=0o600)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(TwosourceError, match=message) as caught:
        read(file)
    assert str(caught.value).startswith(str(file))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "\n", "a" * 81, "\u202eIda", "a\x00b"])
def test_a_name_that_is_none(file: Path, name: str) -> None:
    with pytest.raises(TwosourceError, match="a token is for a name"):
        add(file, name, "read")
    assert not file.exists()


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(TwosourceError, match="cannot be written"):
        add(tmp_path / "none" / "room.tokens", "Ida", "read")


NAMES = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80).filter(str.strip)


@given(st.dictionaries(NAMES.map(lambda name: " ".join(name.split())), st.sampled_from(ROLES), max_size=5))
def test_what_is_written_is_read(people: dict[str, Role]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "room.tokens"
        made = {add(file, name, role): (name, role) for name, role in people.items()}
        known = read(file) if people else ()
        assert {token: (one.name, one.role) for token in made if (one := find(token, known))} == made
