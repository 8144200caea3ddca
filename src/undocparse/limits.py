"""How much of a file is read, so that no file can take the reader down."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, fields
from time import monotonic
from typing import Literal

from undocparse.errors import MemoryLimitError, TimeLimitError, TooLargeError
from undocparse.model.diagnostics import Diagnostic

Countable = Literal["pages", "lines", "cells", "items"]
"""What is read up to a limit, and told where there is more of it."""


@dataclass(frozen=True)
class Limits:
    """How much may be read of one document; no document of the UN comes near to what holds by default.

    Beyond pages, lines, cells and items a document is read in part, and says so (`limit-reached`). The others
    end in an error.

    Attributes:
        bytes: of the file; `TooLargeError` beyond.
        pages: the longest reports have fewer than 3,000.
        lines: of all pages; 60 for each of the pages above.
        cells: of all tables; those of budgets have some ten thousand.
        items: of an agenda, sub-items included; the General Assembly's has some hundred.
        nesting: elements, tables or lists within each other; `TooLargeError` where a reader cannot go deeper.
        seconds: from the beginning of a reading; `TimeLimitError` beyond. In a process of its own
            it holds whatever an engine does; else it is asked for between steps.
        memory: bytes of address space of a process of its own, `MemoryLimitError` beyond; it has no effect
            without one, and where the system knows no such limit.

    Raises:
        ValueError: one is not above 0.
    """

    bytes: int = 100_000_000
    pages: int = 5_000
    lines: int = 300_000
    cells: int = 200_000
    items: int = 10_000
    nesting: int = 200
    seconds: float = 120.0
    memory: int = 4_000_000_000

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not value > 0:  # "not a number" is above nothing
                raise ValueError(f"{field.name} must be above 0, not {value}")


class Budget:
    """What is left of the limits in one reading; its clock starts when it is made.

    Args:
        limits: those in force.
        name: what errors call the source.
        apart: what an engine breaks down over can be read again in a process of its own.
    """

    def __init__(self, limits: Limits | None = None, name: str = "document", *, apart: bool = False) -> None:
        self.limits = limits or Limits()
        self.apart = apart
        self._name = name
        self._started = monotonic()
        self._taken: Counter[Countable] = Counter()
        self._left_out: Counter[Countable] = Counter()

    def pages(self, wanted: int) -> int:
        """How many of the next pages may be read; the rest counts as left out."""
        return self._take("pages", wanted, self.limits.pages)

    def lines(self, wanted: int) -> int:
        """How many of the next lines may be read; the rest counts as left out."""
        return self._take("lines", wanted, self.limits.lines)

    def cells(self, wanted: int) -> int:
        """How many of the next cells of tables may be read; the rest counts as left out."""
        return self._take("cells", wanted, self.limits.cells)

    def items(self, wanted: int) -> int:
        """How many of the next items may be read; the rest counts as left out."""
        return self._take("items", wanted, self.limits.items)

    def nesting(self, depth: int) -> None:
        """Go no deeper than the limit.

        Raises:
            TooLargeError: `depth` is beyond it.
        """
        if depth > self.limits.nesting:
            reason = f"its parts lie more than {self.limits.nesting} deep in each other"
            raise TooLargeError(self._name, reason, "raise the limit of nesting")

    @property
    def seconds(self) -> float:
        """The time that is left; below 0 where it is up."""
        return self._started + self.limits.seconds - monotonic()

    def check(self) -> None:
        """Go on only while there is time.

        Raises:
            TimeLimitError: it is up.
        """
        if self.seconds < 0:
            raise out_of_time(self._name, self.limits.seconds)

    def diagnostics(self) -> list[Diagnostic]:
        """What was left out, one for each kind."""
        return [_left_out(kind, count, self._taken[kind]) for kind, count in self._left_out.items()]

    def _take(self, kind: Countable, wanted: int, limit: int) -> int:
        given = max(0, min(wanted, limit - self._taken[kind]))
        self._taken[kind] += given
        if given < wanted:
            self._left_out[kind] += wanted - given
        return given


def out_of_time(name: str, seconds: float) -> TimeLimitError:
    """The error for a reading that took too long."""
    length = f"{seconds:.3g} seconds" if math.isfinite(seconds) else "the time that it has"
    return TimeLimitError(name, f"reading it took longer than {length}", "raise the limit")


def out_of_memory(name: str) -> MemoryLimitError:
    """The error for a reading that needed too much memory."""
    return MemoryLimitError(name, "reading it needs more memory than the limit", "raise the limit")


def _left_out(kind: Countable, count: int, taken: int) -> Diagnostic:
    return limit_reached(f"Only the first {taken} {kind} were read: the limit left {count} more out.")


def limit_reached(message: str) -> Diagnostic:
    """What says that a document was read in part, or more simply than others.

    Args:
        message: what was left out, and why.
    """
    return Diagnostic(code="limit-reached", severity="error", message=message)
