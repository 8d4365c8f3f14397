"""Rows as Arrow tables and Parquet files, by the types that :mod:`twosource.batch.rows` names."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from twosource.errors import NotInstalled
from twosource.export.line import whole


def pyarrow() -> Any:
    """The library; :class:`~twosource.errors.NotInstalled` where it is not there."""
    try:
        import pyarrow as found
    except ImportError as error:
        raise NotInstalled("pyarrow", extra="batch") from error
    return found


def schema(types: Mapping[str, str]) -> Any:
    """The Arrow schema of columns and their types."""
    return pyarrow().schema(_fields(types))


def struct(types: Mapping[str, str]) -> Any:
    """The Arrow type of such a row as one value."""
    return pyarrow().struct(_fields(types))


def _fields(types: Mapping[str, str]) -> list[tuple[str, Any]]:
    pa = pyarrow()
    known = {
        "text": pa.large_string(),
        "texts": pa.large_list(pa.large_string()),
        "whole": pa.int64(),
        "wholes": pa.large_list(pa.int64()),
        "bytes": pa.large_binary(),
        "number": pa.float64(),
        "truth": pa.bool_(),
    }
    return [(name, known[type_]) for name, type_ in types.items()]


def table(rows: Iterable[Mapping[str, Any]], types: Mapping[str, str]) -> Any:
    """``rows`` as a table; half a character becomes ``�``, for Arrow takes none."""
    return pyarrow().Table.from_pylist([whole(dict(row)) for row in rows], schema=schema(types))


def parquet(found: Any) -> bytes:
    """A table as a file of Parquet."""
    from pyarrow.parquet import write_table

    buffer = io.BytesIO()
    write_table(found, buffer, compression="zstd")
    return buffer.getvalue()
