"""Sittings of two versions, paired by date and start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from undocparse.compare.result import Pair
from undocparse.model import Sitting, Timetable

Key = Callable[[Sitting], tuple[Any, ...]]


def _business(sitting: Sitting) -> tuple[tuple[str, ...], ...]:
    return tuple(entry.items for entry in sitting.entries)


_KEYS: tuple[Key, ...] = (
    lambda each: (each.date, each.starts, each.ends, each.part, _business(each)),
    lambda each: (each.date, each.starts, _business(each)),
    lambda each: (each.date, each.starts),
    lambda each: (each.date, each.part, each.ends),  # another start
    lambda each: (each.date, _business(each)),
    lambda each: (each.starts, _business(each)),  # another day
)
"""By what a sitting is known again, strongest first."""


def pair_sittings(first: Timetable, second: Timetable) -> Iterator[Pair]:
    """Sittings that are the same; what one version alone has stands alone."""
    left, right = dict(enumerate(first)), dict(enumerate(second))
    matched: dict[int, int] = {}
    for key in _KEYS:
        waiting: dict[tuple[Any, ...], list[int]] = {}
        for index, sitting in right.items():
            waiting.setdefault(key(sitting), []).append(index)
        for index, sitting in list(left.items()):
            if found := waiting.get(key(sitting)):
                matched[index] = found.pop(0)
                del left[index], right[matched[index]]
    for index in range(len(first)):
        other = matched.get(index)
        yield Pair(
            kind="sitting",
            first=f"/timetable/{index}",
            second=None if other is None else f"/timetable/{other}",
        )
    yield from (Pair(kind="sitting", second=f"/timetable/{index}") for index in right)
