"""Every record is in one partition, none is much larger than others, and what has not changed stays where it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.batch.pieces import Mark, Surveyed
from twosource.batch.plan import BYTES, LEAST, RECORDS, Partition, Plan, plan
from twosource.batch.survey import STEP

KINDS = ("whole", "lines", "rows", "warc")


def file(name: str, *, kind: str = "whole", size: int = 10_000, records: int = 1, digest: str = "a") -> Surveyed:
    each = size // max(1, records)
    marks = (
        tuple(Mark(number, number * each) for number in range(0, records, STEP)) if kind in ("lines", "warc") else ()
    )
    return Surveyed(
        path=name,
        size=size,
        stamp="1",
        digest=f"{name} {digest}",
        kind=kind,  # type: ignore[arg-type]
        records=records,
        marks=marks,
    )


def covered(found: Plan) -> Counter[tuple[str, int]]:
    """How often each record is in a partition."""
    records = {one.path: one.records for one in found.files}
    counts: Counter[tuple[str, int]] = Counter()
    for partition in found.partitions:
        for piece in partition.pieces:
            last = records[piece.path] if piece.take is None else piece.first + piece.take
            counts.update((piece.path, number) for number in range(piece.first, last))
    return counts


def once(found: Plan) -> bool:
    wanted = {(one.path, number) for one in found.files for number in range(one.records)}
    counts = covered(found)
    return set(counts) == wanted and set(counts.values()) <= {1}


FILES = st.lists(
    st.builds(
        lambda kind, size, records: (kind, size, records if kind != "whole" else 1),
        st.sampled_from(KINDS),
        st.integers(0, 60_000_000),
        st.integers(0, 900),
    ),
    max_size=8,
).map(lambda told: [file(f"{n}", kind=k, size=s, records=r) for n, (k, s, r) in enumerate(told)])


@given(files=FILES, partitions=st.none() | st.integers(1, 12), workers=st.integers(1, 8))
def test_each_record_is_in_one_partition(files: list[Surveyed], partitions: int | None, workers: int) -> None:
    found = plan(files, partitions=partitions, workers=workers)
    assert once(found)
    assert Plan.loads(found.dumps()) == found
    assert all(one.pieces for one in found.partitions)
    if partitions:
        assert len(found.partitions) <= partitions + 1


@given(files=FILES, changed=st.sets(st.integers(0, 7)), gone=st.sets(st.integers(0, 7)), workers=st.integers(1, 8))
def test_what_has_not_changed_stays(files: list[Surveyed], changed: set[int], gone: set[int], workers: int) -> None:
    before = plan(files, workers=3)
    after = [
        replace(one, digest="other", records=one.records + (one.kind != "whole")) if int(one.path) in changed else one
        for one in files
        if int(one.path) not in gone
    ]
    found = plan([*after, file("new", kind="lines", records=40)], workers=workers, before=before)
    assert once(found)
    touched = {str(number) for number in changed | gone}
    kept = [one for one in before.partitions if touched.isdisjoint(piece.path for piece in one.pieces)]
    assert list(found.partitions[: len(kept)]) == kept
    assert len({one.number for one in found.partitions}) == len(found.partitions)


def test_a_large_archive_among_small_files_is_split_by_records() -> None:
    small = [file(f"{n:03}.html", size=40_000) for n in range(100)]
    large = file("crawl.warc.gz", kind="warc", size=500_000_000, records=9_000)
    found = plan([*small[:50], large, *small[50:]], workers=4)
    assert once(found)
    sizes = Counter(
        {
            one.number: sum((9_000 if p.take is None else p.first + p.take) - p.first for p in one.pieces)
            for one in found.partitions
            if any(piece.path == "crawl.warc.gz" for piece in one.pieces)
        }
    )
    assert len(sizes) > 50
    assert all(len(one.pieces) <= RECORDS for one in found.partitions)


@pytest.mark.parametrize(
    ("records", "workers", "count"), [(3, 4, 1), (LEAST * 5, 4, 5), (1_000, 2, 32), (90_000, 2, 450)]
)
def test_there_is_work_for_all_and_none_of_it_is_too_small(records: int, workers: int, count: int) -> None:
    found = plan([file("a.jsonl", kind="lines", size=records * 1_000, records=records)], workers=workers)
    assert len(found.partitions) == count


def test_a_record_that_is_too_large_for_any_partition_has_one_to_itself() -> None:
    found = plan([file("a", size=BYTES["whole"] * 3), file("b"), file("c", size=BYTES["whole"] * 3)], workers=1)
    assert [[piece.path for piece in one.pieces] for one in found.partitions] == [["a"], ["b"], ["c"]]


def test_a_partition_is_known_by_what_is_in_it() -> None:
    (one,) = plan([file("a"), file("b")], workers=1).partitions
    (same,) = plan([file("a"), file("b")], workers=1).partitions
    (other,) = plan([file("a"), file("b", digest="b")], workers=1).partitions
    assert one.identity("v1") == same.identity("v1") == Partition(7, one.pieces).identity("v1")
    assert len({one.identity("v1"), one.identity("v2"), other.identity("v1")}) == 3
