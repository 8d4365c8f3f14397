"""The same rows in CSV, Parquet and Arrow, and those of the ledger."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.upkeep.corrected import account, amend, judged
from tests.upkeep.made import STORY, fill, piece
from twosource import upkeep
from twosource.errors import NotInstalled
from twosource.export.tables import TABLES, arrow, write
from twosource.ledger import Ledger, View
from twosource.review.amended import Amendment


def in_csv(view: View, folder: Path, name: str) -> list[dict[str, str]]:
    write(view, folder, form="csv")
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_there_is_a_row_for_every_record(view: View, tmp_path: Path) -> None:
    counts = view.counts()
    for name in TABLES:
        assert len(in_csv(view, tmp_path, name)) == counts[name], name


def test_rows_of_attributions_say_what_the_ledger_says(view: View) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is optional")
    rows: list[dict[str, Any]] = arrow(view, "attributions").to_pylist()
    accounts = view.accounts([row["id"] for row in rows])
    sources = {source.id: source for source in view.sources()}
    for row in rows:
        account = accounts[row["id"]]
        assert (row["quote"], row["article"]) == (account.quote, account.article.id)
        assert row["content"] == [list(span) for span in account.attribution.content]
        assert json.loads(row["chain"]) == [link.as_dict() for link in account.attribution.chain]
        assert row["id"] in next(view.propositions([row["proposition"]])).attributions
        if account.attribution.chain:
            mention = (row["id"], len(account.attribution.chain) - 1)
            assert mention in sources[row["source_id"]].mentions
        else:
            assert row["source_id"] is None


@pytest.mark.parametrize("name", list(TABLES))
def test_parquet_and_arrow_and_csv_hold_the_same(view: View, tmp_path: Path, name: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is optional")
    write(view, tmp_path, form="parquet")
    table = parquet.read_table(tmp_path / f"{name}.parquet")
    assert table.equals(arrow(view, name))
    assert table.column_names == list(TABLES[name].columns)
    rows = in_csv(view, tmp_path, name)
    assert [list(row) for row in rows] == [table.column_names] * table.num_rows
    for told, row in zip(rows, table.to_pylist(), strict=True):
        for column, value in row.items():
            assert (told[column] == "") == (value is None or value in ([], "")), (column, value)
            if isinstance(value, float):
                assert float(told[column]) == value


def test_a_spreadsheet_runs_nothing(view: View, tmp_path: Path) -> None:
    cells = [cell for name in TABLES for row in in_csv(view, tmp_path, name) for cell in row.values()]
    assert "'=cmd()" in cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+@\t\r") or "\u2028" in cell]


def test_an_empty_ledger_gives_empty_tables(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is optional")
    with Ledger.open(tmp_path / "b.db") as ledger, ledger.view() as view:
        assert [arrow(view, name).num_rows for name in TABLES] == [0] * len(TABLES)
        assert all(path.exists() for path in write(view, tmp_path / "new" / "folder", form="parquet"))


def test_half_a_character_becomes_a_whole_one(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is optional")
    with Ledger.open(tmp_path / "b.db") as ledger:
        fill(ledger, [piece("Odd\ud800\n\nNothing is said here.", url=None, title="Odd\ud800")])
        with ledger.view() as view:
            (row,) = arrow(view, "articles").to_pylist()
    assert (row["title"], row["url"]) == ("Odd�", None)


def test_without_pyarrow_parquet_says_what_is_missing(
    view: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalled, match=r"pip install 'twosource\[tables\]'"):
        write(view, tmp_path / "c", form="parquet")
    assert not (tmp_path / "c").exists()


def test_what_a_person_corrected_is_told_as_it_is_now(tmp_path: Path) -> None:
    old, wrong = STORY[0].attributions[0], STORY[0].attributions[1]
    with Ledger.open(tmp_path / "a.db") as ledger:
        fill(ledger, STORY)
        with ledger.write() as writer:
            made = amend(writer, old.id, Amendment(polarity="deny"))
            upkeep.judge(writer, [judged("wrong", account(STORY[0], 1), on=2)])
        with ledger.view() as view:
            rows = {row["id"]: row for row in in_csv(view, tmp_path, "attributions")}
            counted = view.counts()["attributions"]
    assert made.right
    assert rows[made.right.record]["polarity"] == "deny"
    assert not {old.id, wrong.id} & rows.keys()
    assert len(rows) == counted
