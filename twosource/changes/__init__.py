"""What an article changed: how the propositions that it touched stood before it and stand after it, compared.

:func:`changes` is the comparison, a pure function; :func:`noticing` does it for a ledger while an article is added.
"""

from __future__ import annotations

from twosource.changes.compare import changes
from twosource.changes.noticing import noticing

__all__ = ["changes", "noticing"]
