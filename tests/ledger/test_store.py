from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.ledger.conftest import SERVER, Places
from tests.ledger.support import add, fill, page
from twosource.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMissing
from twosource.ledger import Ledger
from twosource.ledger.sqlite import SQLite


def test_what_was_written_is_there_when_it_is_opened_again(place: str) -> None:
    with Ledger.open(place) as ledger, ledger.write() as writer:
        article, _ = fill(writer)
    with Ledger.open(place, create=False) as ledger, ledger.view() as view:
        assert list(view.articles()) == [article]


def test_a_view_sees_one_state_while_others_write(ledger: Ledger) -> None:
    with ledger.view() as view:
        with ledger.write() as writer:
            add(writer, page())
            assert len(list(writer.articles())) == 1
            assert list(view.articles()) == []
        assert list(view.articles()) == []
        assert view.search("mill") == []
    with ledger.view() as view:
        assert len(list(view.articles())) == 1


def test_a_second_writer_gets_a_clear_line_when_it_has_waited(place: str) -> None:
    with Ledger.open(place) as first, Ledger.open(place, timeout=0.05) as second:
        with first.write():
            with pytest.raises(LedgerBusy, match=r"another process has been writing for more than 0\.05 s"):
                second.write().__enter__()
            with second.view() as view:
                assert list(view.articles()) == []
        with second.write() as writer:
            assert add(writer, page()) == "new"


def test_a_second_writer_waits_and_sees_what_the_first_wrote(place: str) -> None:
    statuses = []

    def second() -> None:
        with Ledger.open(place) as ledger, ledger.write() as writer:
            statuses.append(add(writer, page()))

    with Ledger.open(place) as ledger:
        with ledger.write() as writer:
            waiting = threading.Thread(target=second)
            waiting.start()
            add(writer, page())
        waiting.join()
    assert statuses == ["known"]


def test_processes_that_write_at_once_lose_nothing_and_double_nothing(place: str) -> None:
    script = """if True:
        import sys
        from tests.ledger.support import add, page
        from twosource.ledger import Ledger
        with Ledger.open(sys.argv[1]) as ledger:
            for number in range(int(sys.argv[2]), int(sys.argv[2]) + 20):
                with ledger.write() as writer:
                    add(writer, page(f"Text {number}", url=f"https://hillpost.example/{number}"))
    """
    running = [subprocess.Popen([sys.executable, "-c", script, place, str(first)]) for first in (0, 10, 20)]
    assert [process.wait() for process in running] == [0, 0, 0]
    with Ledger.open(place) as ledger, ledger.view() as view:
        counts = view.counts()
    assert (counts["articles"], counts["versions"], counts["attributions"]) == (40, 40, 80)


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    for where, create, reason in [
        (tmp_path / "none.db", False, "there is no such file"),
        (tmp_path / "none" / "a.db", True, "there is no folder"),
        (tmp_path, True, "this is a folder"),
    ]:
        with pytest.raises(LedgerMissing, match=reason) as caught:
            Ledger.open(where, create=create)
        assert str(caught.value).startswith(f"{where}: ")
        assert "\n" not in str(caught.value)
    (tmp_path / "empty.db").touch()
    with pytest.raises(LedgerMissing, match="there is no ledger in it"):
        Ledger.open(tmp_path / "empty.db", create=False)
    Ledger.open(tmp_path / "empty.db").close()


def test_what_is_not_a_ledger_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("mill fire\n" * 1000)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    for path, reason in [
        (text, "this is not a ledger, or it is damaged"),
        (other, "the tables of something else .birds"),
    ]:
        before = path.read_bytes()
        with pytest.raises(LedgerDamaged, match=reason):
            Ledger.open(path)
        assert path.read_bytes()[100:] == before[100:]


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Ledger.open(path) as ledger, ledger.write() as writer:
        for number in range(50):
            add(writer, page(f"Text {number} " * 99, url=f"https://hillpost.example/{number}"))
    held = bytearray(path.read_bytes())
    held[8192:] = b"\x55" * (len(held) - 8192)
    path.write_bytes(held)
    with pytest.raises(LedgerDamaged, match="damaged"), Ledger.open(path) as ledger, ledger.view() as view:
        list(view.kept())


def test_a_python_without_full_text_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.ledger.sqlite._FULL_TEXT_MODULE", "fts99")
    with pytest.raises(LedgerError, match="built without FTS5"):
        Ledger.open(tmp_path / "a.db")


def test_a_path_is_a_path_and_other_urls_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Ledger.open("a ? #.db").close()
    assert (tmp_path / "a ? #.db").exists()
    with pytest.raises(LedgerError, match="a ledger is a file, or a database of PostgreSQL") as caught:
        Ledger.open("mysql://jo:secret@localhost/x")
    assert "secret" not in str(caught.value)
    with pytest.raises(LedgerError, match="this is no URL") as caught:
        Ledger.open("postgresql://jo:secret@localhost:port/x")
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(LedgerMissing, match="no connection to the database") as caught:
        Ledger.open("postgresql://jo:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not SERVER, reason="TWOSOURCE_TEST_POSTGRES names no server of PostgreSQL")
def test_a_database_that_is_not_there_and_a_wrong_password_are_named() -> None:
    for changed in ({"database": "none"}, {"password": "wrong"}):
        where = make_url(SERVER).set(**changed).render_as_string(hide_password=False)  # type: ignore[arg-type]
        with pytest.raises(LedgerMissing, match=r"failed|does not exist"):
            Ledger.open(where)


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r'pip install "twosource\[postgres\]"'):
        Ledger.open("postgresql://localhost/none")


def test_the_driver_is_loaded_when_it_is_needed() -> None:
    script = "import sys, twosource.ledger; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()) & {"psycopg", "numpy", "onnxruntime", "trafilatura"}


def test_a_full_disk_or_a_closed_folder_is_an_error_of_the_ledger(tmp_path: Path) -> None:
    dialect = SQLite(tmp_path / "a.db", timeout=1.0)
    error = dialect.reason(sqlite3.OperationalError("database or disk is full"))
    assert str(error).startswith(
        f"{tmp_path / 'a.db'}: no room is left on its disk (database or disk is full); make room"
    )
    assert isinstance(dialect.reason(sqlite3.OperationalError("unable to open database file")), LedgerMissing)
    assert dialect.reason(sqlite3.ProgrammingError("a mistake of ours")) is None


def test_each_place_is_a_ledger_of_its_own(places: Places) -> None:
    first, second = places(), places()
    with Ledger.open(first) as one, Ledger.open(second) as other:
        with one.write() as writer, other.write() as further:
            assert add(writer, page()) == add(further, page()) == "new"
        with one.view() as view:
            assert view.counts()["articles"] == 1
