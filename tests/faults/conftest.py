"""The ledger that all of these start from."""

from tests.faults.support import unharmed

__all__ = ["unharmed"]
