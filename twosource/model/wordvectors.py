"""The table of word vectors, which both networks read: it is no part of their files, because it is the same in both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.errors import WeightsError
from twosource.model.session import embedded
from twosource.model.tags import Floats

FILE = "words.npz"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A row for each word piece, in int8 with a step a row: ``integers`` (pieces, width), ``steps`` (pieces, 1).

    ``name`` is a digest of the two; a network says in its file which table it was trained with.
    """

    integers: npt.NDArray[np.int8]
    steps: Floats
    name: str

    @classmethod
    def read(cls, content: bytes) -> WordVectors:
        """From the content of an ``.npz``. Raises ``WeightsError``."""
        try:
            with np.load(BytesIO(content)) as parts:
                return cls(parts["integers"], parts["steps"], str(parts["name"]))
        except Exception as error:
            raise WeightsError(f"the word vectors do not load: {str(error).splitlines()[0]}") from error

    @classmethod
    def embedded(cls) -> WordVectors:
        """Those in the package, read once a process. Raises ``WeightsError``."""
        return _embedded()

    def of(self, pieces: npt.NDArray[np.int64]) -> Floats:
        """The vectors of piece numbers of any shape, along a new last axis."""
        return np.asarray(self.integers[pieces] * self.steps[pieces], np.float32)

    def check(self, facts: dict[str, Any], *, name: str) -> None:
        """Raise ``WeightsError`` unless the network whose metadata are ``facts`` was trained with this table."""
        if facts.get("words") != self.name:
            raise WeightsError(f"the {name} was trained with other word vectors than these")


@cache
def _embedded() -> WordVectors:
    return WordVectors.read(embedded(FILE))
