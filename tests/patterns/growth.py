"""How much time of the processor an expression takes on near-misses of growing length."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from typing import NamedTuple

from tests.patterns.near_misses import NearMiss

_LADDER = (*range(1, 9), *range(10, 30, 2), 48, 96)  # in small steps: what doubles may do so often in one
_LONG = 0.02  # seconds; shorter times say little of growth on a busy machine


class Slow(NamedTuple):
    """A near-miss that takes long, and the power of its length by which time grows: above 5 if it doubles."""

    miss: NearMiss
    times: int
    seconds: float
    power: float


def slow(ask: Callable[[str], object], miss: NearMiss) -> Slow | None:
    """The shortest of these texts that takes long; None where none does."""
    for times in _LADDER:
        now = _seconds(ask, miss.text(times))
        if now > _LONG:  # look again: another process may have had the machine
            now = min(now, _seconds(ask, miss.text(times)), _seconds(ask, miss.text(times)))
        if now > _LONG:
            half = max(_seconds(ask, miss.text(times // 2)) for _ in range(3))
            return Slow(miss, times, now, math.log2(now / half))
    return None


def _seconds(ask: Callable[[str], object], text: str) -> float:
    started = time.thread_time()
    ask(text)
    return time.thread_time() - started


def ways_to_ask(pattern: re.Pattern[str]) -> tuple[Callable[[str], object], ...]:
    """For the whole text, and for every match in it."""
    return pattern.fullmatch, lambda text: sum(1 for _ in pattern.finditer(text))
