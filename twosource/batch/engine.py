"""The engine, opened so that it keeps quiet and phones nobody, and how stages use it.

Stages hand it equality joins, grouping and distinct rows of a few plain columns, and classes that call our own
functions on rows. Two things that it thinks of comparisons (Daft 0.7.26) differ from Python. A comparison with a null
is a null, and ``when`` of a null is a null and not what ``otherwise`` says: so no stage uses ``when``, and every filter
says what nothing means. And ``!=`` of two columns of a Parquet file of like extremes loses all rows: so stages ask with
:func:`differ`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from twosource.batch import arrows, storage
from twosource.batch.job import Job
from twosource.errors import NotInstalled, TwosourceError
from twosource.export.line import whole

Frame = Any
"""A lazy table of the engine."""

Make = Callable[[], Callable[..., Iterable[Mapping[str, Any]]]]
"""Makes a function from the columns of a row to rows. It is sent to the workers, so it must be one that can be: a
class of a module, or :func:`functools.partial` of one."""


def daft() -> Any:
    """The library; :class:`~twosource.errors.NotInstalled` where it is not there."""
    # It reports every import and every run to its makers, unless it is told not to.
    os.environ["DAFT_ANALYTICS_ENABLED"] = "0"
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ["DAFT_PROGRESS_BAR"] = "0"
    try:
        import daft as found
    except ImportError as error:
        raise NotInstalled("daft", extra="batch") from error
    return found


def start(job: Job) -> None:
    """Let the engine run where ``job`` says."""
    found = daft()
    logging.getLogger("daft").setLevel(logging.CRITICAL)
    logging.getLogger("daft_local_execution").setLevel(logging.CRITICAL)
    # Finished partitions are told of as they come, not in the order of the plan.
    found.set_execution_config(maintain_order=False)
    if job.runner == "ray":
        try:
            found.set_runner_ray(address=job.address, noop_if_initialized=True)
        except ImportError as error:
            raise NotInstalled("ray", extra="batch-ray") from error
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise TwosourceError(f"{job.address or 'ray'}: no cluster: {str(error).splitlines()[0]}") from error


def rows(found: Iterable[Mapping[str, Any]], types: Mapping[str, str]) -> Frame:
    """A frame of ``found``, which the driver holds."""
    return daft().from_arrow(arrows.table(found, types))


def read(paths: Sequence[str], *columns: str) -> Frame:
    """The rows of Parquet files; of all columns or of those named."""
    frame = daft().read_parquet(list(paths))
    return frame.select(*columns) if columns else frame


def differ(left: Any, right: Any) -> Any:
    """Whether two columns differ; null where either is. Not ``!=``, for which a scan passes over every row group whose
    least and greatest value are the same in both columns."""
    return (left < right) | (left > right)


def said(error: BaseException) -> str:
    """What an error that came through the engine says, in one line: of a failure in a worker the last line of all it
    tells."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


def kept(frame: Frame, folder: str) -> Frame:
    """``frame`` worked out and written to ``folder``, in place of what is there, and read from there from now on:
    memory is free again, and nothing is worked out twice."""
    return read(written(frame, folder))


def written(frame: Frame, folder: str) -> list[str]:
    """The files that ``frame`` was written to, in place of what was in ``folder``."""
    storage.drop(folder)
    found = frame.write_parquet(folder, compression="zstd").to_pydict()["path"]
    return sorted(storage.join(folder, os.path.basename(str(path))) for path in found)


def each(
    frame: Frame, make: Make, *, columns: Sequence[str], returns: Mapping[str, str], workers: int, size: int
) -> Frame:
    """For every row of ``frame`` the rows that a function gives for its ``columns``, which are of the types
    ``returns``.

    ``make`` makes the function, once in each of so many ``workers``, which are processes and may hold what is dear
    there; without any, once in this process, and the function is then called by several threads. ``size`` rows are
    handed over at a time.
    """
    found = daft()
    kind = arrows.pyarrow().large_list(arrows.struct(returns))

    where = {"max_concurrency": workers} if workers else {"use_process": False}

    @found.cls(**where)
    class Worker:
        def __init__(self) -> None:
            self._function = make()

        @found.method.batch(return_dtype=found.DataType.from_arrow_type(kind), batch_size=size)  # type: ignore[untyped-decorator]
        def run(self, *columns: Any) -> Any:
            rows = zip(*(column.to_pylist() for column in columns), strict=True)
            return arrows.pyarrow().array([[whole(one) for one in self._function(*row)] for row in rows], type=kind)

    made = frame.select(Worker().run(*(found.col(name) for name in columns)).alias("made")).explode("made")
    # A row of which nothing came is a null after it is exploded.
    return made.where(found.col("made").not_null()).select(found.col("made").unnest())


def gathered(frame: Frame, by: Sequence[str], into: str, columns: Sequence[str]) -> Frame:
    """A row for all rows that are alike in ``by``: their ``columns`` as a list of dictionaries, called ``into``."""
    found = daft()
    one = found.functions.to_struct(*(found.col(name) for name in columns))
    told = frame.select(*by, one.alias(into))
    return told.groupby(*by).agg(found.col(into).list_agg())


def exploded(frame: Frame, column: str, into: str) -> Frame:
    """A row for each element of the lists in ``column``, called ``into``; none for an empty list."""
    found = daft()
    others = [name for name in frame.column_names if name != column]
    return frame.select(*others, found.col(column).alias(into)).explode(into).where(found.col(into).not_null())
