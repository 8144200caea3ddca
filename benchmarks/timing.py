"""How things are timed: in turns, in processor time, with the spread."""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """Median, least and most of several measurements."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:.3g} ({self.least:.3g}–{self.most:.3g})"


def spread(values: list[float]) -> Spread:
    """The spread of some values."""
    return Spread(statistics.median(values), min(values), max(values))


def in_turns(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of processor time, children's included, of each job in each round; after one to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(rounds + 1):
        for name, job in jobs.items():
            gc.collect()
            began = _spent()
            job()
            if turn:
                taken[name].append(_spent() - began)
    return taken


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def fresh(code: str, *arguments: str) -> list[float]:
    """The numbers that a fresh process prints."""
    found = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return [float(word) for word in found.stdout.split()]


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def bar(what: str, *, met: bool) -> str:
    """A line that says whether a bar is met."""
    return f"- **{'met' if met else 'NOT met'}**: {what}\n"
