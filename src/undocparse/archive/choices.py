"""What a caller may choose for a batch, looked at before anything is done."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from undocparse.limits import Limits

MEMORY = 4 * 2**30
"""Bytes of address space that a local worker may take unless the caller says otherwise."""
LEAST_MEMORY = 512 * 2**20
"""Bytes without which a worker cannot even load the parser and its engines."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How documents are read in a batch.

    Attributes:
        jobs: how many processes; null for one a processor.
        memory: bytes of address space of a process; null for no limit.
        window: how many chunks an executor is given before one comes back.
        limits: how much is read of a document, and how long.
    """

    jobs: int | None
    memory: int | None
    window: int
    limits: Limits


def checked(  # noqa: PLR0913 - those of `batch`
    *,
    jobs: int | None,
    timeout: float | None,
    memory: int | None,
    max_bytes: int | None,
    window: int,
    limits: Limits | None,
) -> Choices:
    """The choices of a caller, as `batch` takes them.

    Raises:
        ValueError: one makes no sense; it says which, and what would.
    """
    for name, value in (("jobs", jobs), ("timeout", timeout), ("max_bytes", max_bytes), ("window", window)):
        if value is not None and not 0 < value < math.inf:  # "not a number" is between no two
            raise ValueError(f"{name} must be above 0 and finite, not {value}")
    if memory is not None and memory < LEAST_MEMORY:
        raise ValueError(f"memory must be {LEAST_MEMORY // 2**20} MB or more, not {memory / 2**20:.3g} MB")
    if limits is not None:
        memory = min(memory or limits.memory, limits.memory)
    limits = limits or Limits()
    limits = replace(limits, seconds=timeout or limits.seconds, bytes=max_bytes or limits.bytes)
    return Choices(jobs, memory, window, limits)
