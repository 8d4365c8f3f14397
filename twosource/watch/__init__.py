"""Watching feeds: what is new in them is added to a ledger as it comes, and what it changes is told."""

from __future__ import annotations

from twosource.watch.rounds import watch
from twosource.watch.world import Added, Failed, Happening, Looked, Waiting, World

__all__ = ["Added", "Failed", "Happening", "Looked", "Waiting", "World", "watch"]
