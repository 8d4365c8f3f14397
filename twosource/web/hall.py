"""What a server holds for all requests together."""

from __future__ import annotations

import threading

from twosource.ledger import Ledger
from twosource.model.pairs import PairReader
from twosource.web.settings import Settings


class Hall:
    """The settings, the open ledger, and the network, loaded once when it is first needed. Safe for many threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger.open(settings.ledger)
        self._loading = threading.Lock()
        self._reader: PairReader | None = None

    def pair_reader(self) -> PairReader:
        """The network that reads statements: 0.3 s at the first call."""
        with self._loading:
            if self._reader is None:
                self._reader = PairReader()
            return self._reader

    def close(self) -> None:
        """Close what is open."""
        self.ledger.close()
