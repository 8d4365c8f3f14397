"""How much is read, and how long reading may take: so that no source, however it is made, takes hours or all memory.

Every number here is checked by ``fuzz.extremes``, which reads the worst documents that we know of.
"""

from __future__ import annotations

LIMIT = 50_000_000
"""The largest source that is read, in bytes, packed and unpacked; a front page has one hundredth of it."""

LONGEST = 1_000_000
"""Characters of the longest article that is read: a report of 400 pages. The longest pieces of newspapers have a tenth.
Its statements take 80 seconds to find, and 1.8 GB of memory."""

APART = 250_000
"""Bytes of HTML or of a feed from which it is read in a process of its own. The worst pages of this size take 6 seconds
here, and those of four times the size a minute, in C code that nothing in this process can interrupt."""

SECONDS = 30
"""Seconds of the processor for one document read apart. The longest live blogs take 3."""

MEMORY = 2_000_000_000
"""Bytes of memory of a process that reads apart. Pages and PDFs of books take a quarter of it."""


def too_long(characters: int) -> str:
    """What is said of an article of more than :data:`LONGEST` ``characters``."""
    return f"an article of {characters / 1e6:.1f} million characters; the limit is {LONGEST / 1e6:.0f} million"
