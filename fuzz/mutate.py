"""Breaking a document: by what it is made of, not only by its bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[bytes, Random, Sequence[bytes], bytes], bytes]


def mutated(data: bytes, chance: Random, *, tokens: Sequence[bytes], other: bytes, most: int) -> bytes:
    """``data`` changed in one to four ways, of at most ``most`` bytes. ``tokens`` is what documents of its kind are
    made of, ``other`` another document."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(_CHANGES)(data, chance, tokens, other)[:most]
    return data


def _piece(data: bytes, chance: Random) -> tuple[int, int]:
    if not data:
        return 0, 0
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 2, 8, 60, 400, len(data))))


def _dropped(data: bytes, chance: Random, _tokens: Sequence[bytes], _other: bytes) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, chance: Random, _tokens: Sequence[bytes], _other: bytes) -> bytes:
    start, end = _piece(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 20, 2000)) + data[end:]


def _moved(data: bytes, chance: Random, _tokens: Sequence[bytes], _other: bytes) -> bytes:
    start, end = _piece(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _torn(data: bytes, chance: Random, _tokens: Sequence[bytes], _other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _spliced(data: bytes, chance: Random, _tokens: Sequence[bytes], other: bytes) -> bytes:
    start, end = _piece(other, chance)
    at = chance.randint(0, len(data))
    return data[:at] + other[start:end] + data[at + chance.choice((0, end - start)) :]


def _seasoned(data: bytes, chance: Random, tokens: Sequence[bytes], _other: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 10))):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(tokens) * chance.choice((1, 1, 1, 2, 50)) + data[at:]
    return data


def _flipped(data: bytes, chance: Random, _tokens: Sequence[bytes], _other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 16)) if data else 0):
        changed[chance.randrange(len(changed))] = chance.choice(
            (0, 9, 10, 32, 34, 39, 60, 62, 127, 128, 255, chance.randrange(256))
        )
    return bytes(changed)


def _wrapped(data: bytes, chance: Random, tokens: Sequence[bytes], _other: bytes) -> bytes:
    start, end = _piece(data, chance)
    depth = chance.choice((1, 3, 300))
    return data[:start] + chance.choice(tokens) * depth + data[start:end] + chance.choice(tokens) * depth + data[end:]


_CHANGES: tuple[Change, ...] = (_dropped, _repeated, _moved, _torn, _spliced, _seasoned, _seasoned, _flipped, _wrapped)
