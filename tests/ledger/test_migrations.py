from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, Table, insert, inspect, select, update

from tests.ledger.conftest import Places
from tests.ledger.support import add, content, fill, page
from twosource import making
from twosource.errors import LedgerDamaged
from twosource.ledger import Ledger, migrations, schema
from twosource.ledger.dialects import Dialect, choose
from twosource.ledger.migrations import STEPS, upgrade
from twosource.ledger.schema import METADATA, steps

NAMED = [(1, "tables"), (2, "full_text"), (3, "listing"), (4, "telling"), (5, "made_by"), (6, "unread")]


@contextmanager
def raw(place: str) -> Iterator[tuple[Engine, Dialect]]:
    dialect = choose(place, timeout=30.0)
    engine = dialect.engine(create=True, timeout=30.0)
    try:
        yield engine, dialect
    finally:
        engine.dispose()


def of_version(number: int, *, place: str, filled: str) -> None:
    """Make at ``place`` a ledger as version ``number`` left it, with what the ledger ``filled`` holds."""
    with raw(place) as (engine, dialect), raw(filled) as (full, _):
        upgrade(engine, dialect, to=number)
        with full.connect() as source, engine.begin() as target:
            for table in METADATA.sorted_tables:
                if table is steps or not inspect(target).has_table(table.name):
                    continue
                there = {column["name"] for column in inspect(target).get_columns(table.name)}
                columns = [column for column in table.c if column.name in there]
                rows = [dict(row._mapping) for row in source.execute(select(*columns))]
                if rows:
                    target.execute(insert(table), rows)


def run_steps(place: str) -> list[tuple[int, str]]:
    with raw(place) as (engine, _), engine.connect() as connection:
        return [(row.number, row.name) for row in connection.execute(select(steps).order_by(steps.c.number))]


def test_a_ledger_of_an_older_version_is_brought_up_to_date_with_what_it_holds(places: Places) -> None:
    old, new = places(), places()
    with Ledger.open(new) as ledger:
        with ledger.write() as writer:
            article, found = fill(writer)
        # What the older version did not tell, nobody makes up.
        expected = [line.replace(making.made_by(), making.UNKNOWN) for line in content(ledger)]
    of_version(1, place=old, filled=new)
    assert run_steps(old) == [(1, "tables")]
    with Ledger.open(old) as ledger:
        due = [line for line in content(ledger) if line not in expected]
        assert list(map(json.loads, due)) == [{"type": "keys", "space": "due", "item": "cases", "keys": [""]}]
        assert [line for line in content(ledger) if line not in due] == expected
        with ledger.view() as view:
            assert {hit.id for hit in view.search("mill")} == {article.id, found[0].id}
        with ledger.write() as writer:
            assert add(writer, page("Another text", url="https://hillpost.example/another")) == "new"
            assert writer.search("another")
    assert run_steps(old) == NAMED


@pytest.mark.parametrize("table", [schema.facets, schema.heard], ids=str)
def test_lists_of_an_older_ledger_are_those_that_writing_keeps(places: Places, table: Table) -> None:
    old, new = places(), places()
    with Ledger.open(new) as ledger, ledger.write() as writer:
        fill(writer)
    of_version(2, place=old, filled=new)
    Ledger.open(old).close()
    with raw(old) as (one, _), raw(new) as (other, _), one.connect() as made, other.connect() as kept:
        rows = sorted(tuple(row) for row in made.execute(select(table)))
        assert rows
        assert rows == sorted(tuple(row) for row in kept.execute(select(table)))


def test_an_older_ledger_weighs_what_tells_little_less(places: Places) -> None:
    old, new = places(), places()
    with Ledger.open(new) as ledger, ledger.write() as writer:
        fill(writer)
    rows = select(schema.facets.c.kind, schema.facets.c.proposition, schema.facets.c.weight)
    with raw(new) as (engine, _), engine.connect() as connection:
        kept = sorted(tuple(row) for row in connection.execute(rows))
        assert kept
        assert all(weight < 9.0 for _, _, weight in kept)
    of_version(3, place=old, filled=new)
    with raw(old) as (engine, _), engine.begin() as connection:
        connection.execute(update(schema.facets).values(weight=9.0))
    with Ledger.open(old) as ledger, ledger.view() as view:
        assert view.keys("due", ["cases"]) == {"cases": {""}}
    with raw(old) as (engine, _), engine.connect() as connection:
        assert sorted(tuple(row) for row in connection.execute(rows)) == kept


def test_a_step_that_fails_leaves_the_ledger_as_it_was(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: Connection, _: Dialect) -> None:
        connection.exec_driver_sql("CREATE TABLE half_done (id TEXT)")
        raise ZeroDivisionError

    with Ledger.open(place) as ledger, ledger.write() as writer:
        add(writer, page())
    with monkeypatch.context() as patched, raw(place) as (engine, dialect):
        patched.setattr(migrations, "STEPS", (*STEPS, broken))
        with pytest.raises(ZeroDivisionError):
            upgrade(engine, dialect, to=len(STEPS) + 1)
    with raw(place) as (engine, _):
        assert "half_done" not in inspect(engine).get_table_names()
    with Ledger.open(place) as ledger:
        assert len(content(ledger)) == 3
    assert run_steps(place) == NAMED


def test_two_that_open_at_once_run_each_step_once(
    places: Places, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    runs: list[tuple[str, str]] = []

    def counted(step: migrations.Step, place: str) -> migrations.Step:
        def run(connection: Connection, dialect: Dialect) -> None:
            runs.append((place, step.__name__))
            step(connection, dialect)

        run.__name__ = step.__name__
        return run

    def opening(place: str, barrier: threading.Barrier) -> Callable[[], None]:
        def run() -> None:
            barrier.wait()
            Ledger.open(place).close()

        return run

    for _ in range(5):
        place = places()
        monkeypatch.setattr(migrations, "STEPS", tuple(counted(step, place) for step in STEPS))
        barrier = threading.Barrier(4)
        threads = [threading.Thread(target=opening(place, barrier)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [name for at, name in runs if at == place] == [name for _, name in NAMED], database
        assert run_steps(place) == NAMED


def test_a_ledger_of_a_newer_version_is_refused_and_left_as_it_is(place: str) -> None:
    Ledger.open(place).close()
    with raw(place) as (engine, _), engine.begin() as connection:
        connection.execute(insert(steps).values(number=99, name="of_the_future"))
    with pytest.raises(LedgerDamaged, match=r"made by a newer version of twosource \(format 99, this one knows 6\)"):
        Ledger.open(place)
    assert len(run_steps(place)) == len(NAMED) + 1


def test_tables_of_something_else_are_refused(place: str) -> None:
    with raw(place) as (engine, _), engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE birds (name TEXT)")
    with pytest.raises(LedgerDamaged, match=r"it holds the tables of something else \(birds\)"):
        Ledger.open(place)
    with raw(place) as (engine, _):
        assert inspect(engine).get_table_names() == ["birds"]


def test_the_code_knows_the_tables_as_the_steps_make_them(place: str) -> None:
    Ledger.open(place).close()
    with raw(place) as (engine, _):
        inspector = inspect(engine)
        for table in METADATA.sorted_tables:
            columns = [column["name"] for column in inspector.get_columns(table.name)]
            assert columns == [column.name for column in table.columns]
            key = inspector.get_pk_constraint(table.name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key]
            leans = {
                (key["constrained_columns"][0], key["referred_table"]) for key in inspector.get_foreign_keys(table.name)
            }
            assert leans == {(key.parent.name, key.column.table.name) for key in table.foreign_keys}
