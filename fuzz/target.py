"""What a target of fuzzing is; those that there are stand in :mod:`fuzz.targets`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """``make`` gives a sound input, ``check`` raises where one is not taken as it must be; ``share`` says how much of a
    run is for it, ``most`` how long an input may be, ``deadline`` how many seconds of the processor one may take."""

    name: str
    make: Callable[[Random], bytes]
    check: Callable[[bytes], object]
    tokens: Sequence[bytes]
    share: float = 1.0
    most: int = 20_000
    deadline: float = 10.0
