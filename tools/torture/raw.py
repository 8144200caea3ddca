"""Changes to bytes that know nothing of the format."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .pieces import BYTES, LONG

_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"18446744073709551616", b"1e308", b"0.0000001")


def flip(data: bytes, rng: Random) -> bytes:
    """Some bits of some bytes are others."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 10, 40))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def overwrite(data: bytes, rng: Random) -> bytes:
    """A stretch is noise."""
    start, end = stretch(data, rng)
    return data[:start] + rng.randbytes(end - start) + data[end:]


def cut_out(data: bytes, rng: Random) -> bytes:
    """A stretch is missing."""
    start, end = stretch(data, rng)
    return data[:start] + data[end:]


def cut_off(data: bytes, rng: Random) -> bytes:
    """The end is missing, or the beginning."""
    at = rng.randrange(len(data))
    return data[:at] if rng.random() < 0.8 else data[at:]


def double(data: bytes, rng: Random) -> bytes:
    """A stretch stands there several times."""
    start, end = stretch(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 20)) + data[end:]


def move(data: bytes, rng: Random) -> bytes:
    """A stretch stands elsewhere."""
    start, end = stretch(data, rng)
    rest = data[:start] + data[end:]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def renumber(data: bytes, rng: Random) -> bytes:
    """A number is another, of any length."""
    found = [*_NUMBER.finditer(data)]
    if not found:
        return data
    chosen = rng.choice(found)
    return data[: chosen.start()] + number(rng) + data[chosen.end() :]


def insert(data: bytes, rng: Random) -> bytes:
    """A token of some format stands where none belongs."""
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(BYTES) * rng.choice((1, 1, 1, 50)) + data[at:]


def number(rng: Random) -> bytes:
    """A number that nobody expects: too large, below zero, thousands of digits."""
    if rng.random() < 0.2:
        return b"9" * rng.choice(LONG)
    return rng.choice((*_NUMBERS, str(rng.randrange(1 << rng.randrange(1, 40))).encode()))


def stretch(data: bytes, rng: Random) -> tuple[int, int]:
    """Start and end of a stretch, most often a short one."""
    start = rng.randrange(len(data))
    return start, min(len(data), start + 1 + rng.randrange(rng.choice((4, 40, 400, len(data)))))


CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    flip, overwrite, cut_out, cut_off, double, move, renumber, insert,
)  # fmt: skip


def mangle(data: bytes, rng: Random) -> tuple[bytes, str]:
    """One change to some bytes, and its name."""
    if not data:
        return data, "nothing"
    change = rng.choice(CHANGES)
    return change(data, rng), change.__name__
