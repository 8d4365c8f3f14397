"""Millions of articles: the stages of one machine, on an engine that may be many.

files → survey → plan → parts (read, attribute) → current → pairs → links, copies → sources → propositions, origins →
tables

Each partition of the plan is read and attributed by a worker that holds the networks, in a process that may die of an
input; its part is there when its manifest is. What holds across articles is worked out afterwards on the engine, by
blocking joins and connected components, and then by the same pure functions that a ledger calls: on one corpus both
give the same tables.
"""

from __future__ import annotations

from twosource.batch.job import Job
from twosource.batch.running import Report, Watch, run

__all__ = ["Job", "Report", "Watch", "run"]
