"""Vectors of accounts as the ledger keeps them: half precision, in the byte order of PCs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from twosource.across import Account
from twosource.link.gist import told
from twosource.model.pairs import WIDTH, Reader
from twosource.model.tags import Floats

_KEPT = np.dtype("<f2")


def packed(accounts: Sequence[Account], reader: Reader) -> dict[str, bytes]:
    """The vector of each account, by id."""
    found = reader.vectors([told(account) for account in accounts]).astype(_KEPT)
    return {account.id: vector.tobytes() for account, vector in zip(accounts, found, strict=True)}


def unpacked(ids: Sequence[str], kept: Mapping[str, bytes]) -> Floats:
    """The vectors of ``ids``, shape (ids, width); zero for one that was kept without."""
    empty = bytes(WIDTH * _KEPT.itemsize)
    joined = b"".join(kept.get(one, empty) for one in ids)
    return np.frombuffer(joined, _KEPT).reshape(len(ids), WIDTH).astype(np.float32)
