"""Making a release: checks, archives, bill of materials, sums. ``python -m release`` does it; docs/releasing.md."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent


class Refused(Exception):
    """The release cannot be made as it is; ``str()`` says why in one line."""
