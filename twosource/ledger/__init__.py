"""The store of articles, attributions, and what is known across them: one file of SQLite, or PostgreSQL by URL.

It imports no stage: what a key means and how links are made is for others to know.
"""

from __future__ import annotations

from twosource.ledger.article_view import Kept
from twosource.ledger.listing import Listed, Sift
from twosource.ledger.restore import restore
from twosource.ledger.search import Hit
from twosource.ledger.store import Ledger
from twosource.ledger.trying import Trying
from twosource.ledger.view import View, accounts_in
from twosource.ledger.writer import Added, Writer

__all__ = ["Added", "Hit", "Kept", "Ledger", "Listed", "Sift", "Trying", "View", "Writer", "accounts_in", "restore"]
