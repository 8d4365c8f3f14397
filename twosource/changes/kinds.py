"""What the kinds of change are called."""

from __future__ import annotations

from twosource.across import ChangeKind

LABELS: dict[ChangeKind, str] = {
    "new-proposition": "new",
    "new-origin": "new origin",
    "confirmed": "confirmed",
    "first-denial": "first denial",
    "contested": "contested",
    "figure-moved": "figure moved",
    "corrected": "corrected",
}
"""In the order in which they are offered."""

MEANINGS: dict[ChangeKind, str] = {
    "new-proposition": "nobody had said it",
    "new-origin": "somebody says so too who is not shown to have it from the others",
    "confirmed": "an official source, or one that says so, confirms it",
    "first-denial": "nobody had denied it",
    "contested": "it is word against word now",
    "figure-moved": "a toll rose, or its source lowered it",
    "corrected": "taken back by who said it, or put right by who printed it",
}
