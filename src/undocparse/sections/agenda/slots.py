"""Where in the open levels of a list a label may come next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.evidence import (
    DEAR_TOP,
    SAME_INDENT,
    Level,
    gain_of_child,
    gain_of_first,
    gain_of_sibling,
    only_child,
)
from undocparse.sections.agenda.readings import Reading

_FIRST = 3  # a level may have lost its first item or two
_DEPTH = 4
_BELOW = {
    "number": {"letter", "small", "roman", "small roman", "(number)", "number", "A"},
    "item": {"letter", "small", "roman", "small roman", "(number)", "number", "A"},
    "I": {"number", "letter", "small", "A", "(number)", "roman"},
    "A": {"number", "letter", "small", "(number)", "roman", "small roman"},
    "dotted": {"letter", "small", "roman", "small roman", "(number)"},
    "letter": {"roman", "small roman", "(number)", "number"},
    "small": {"roman", "small roman", "(number)", "number", "letter"},
    "(number)": {"letter", "roman", "small"},
    "roman": {"letter", "A", "(number)"},
    "small roman": {"letter", "A", "(number)"},
    "bracket": {"letter", "small", "roman", "small roman", "(number)", "number"},
    "bare": {"letter", "small", "roman", "small roman", "(number)", "number", "A"},
}
"""What may stand below a level of each style: 1. (a) (i) a. (UN Editorial Manual), and what else is met."""


class Slot(NamedTuple):
    """A place that a label may take.

    Attributes:
        depth: how many levels stay open above it.
        level: the level as it is with the item.
        gain: what speaks for it.
        reading: the meaning of the label.
    """

    depth: int
    level: Level
    gain: float
    reading: Reading


def slots(entry: Entry, path: Sequence[Level]) -> Iterator[Slot]:
    """All places that an entry may take below the first level's beginning."""
    for reading in entry.readings:
        if reading.stem is not None:
            yield from _parted(entry, reading, path)
        elif reading.style == "dotted":
            yield from _dotted(entry, reading, path)
        else:
            yield from _siblings(entry, reading, path)
            yield from _children(entry, reading, path)


def first_slot(entry: Entry, reading: Reading) -> Slot:
    """The place of the first item of a list."""
    key = reading.name if reading.stem is None else f"{reading.stem}.{reading.name}"
    value = reading.value if reading.stem is None else reading.stem_value
    gain = gain_of_first(entry, reading) - DEAR_TOP.get(reading.style, 0.0)
    return Slot(0, Level(reading.style, value, key, entry, 1), gain, reading)


def _siblings(entry: Entry, reading: Reading, path: Sequence[Level]) -> Iterator[Slot]:
    left = 0.0
    for depth in range(len(path) - 1, -1, -1):
        level = path[depth]
        if _is_of(level, reading) and reading.value > level.value and _near(reading, level, depth):
            key = f"{path[depth - 1].key}.{reading.name}" if depth else reading.name
            gain = gain_of_sibling(entry, reading, level) - left
            gain -= DEAR_TOP.get(reading.style, 0.0) if depth == 0 else 0.0
            yield Slot(depth, Level(level.style, reading.value, key, entry, level.size + 1), gain, reading)
        left += only_child(level)


def _is_of(level: Level, reading: Reading) -> bool:
    """Whether a label is set as a level's are; one number of a list may have lost its stop (TD/B/53/1)."""
    if {level.style, reading.style} == {"bare", "number"}:
        return reading.value == level.value + 1 and not reading.noisy
    return level.style == reading.style


def _near(reading: Reading, level: Level, depth: int) -> bool:
    """Only the first level may skip more than a number or two, as a Main Committee's agenda does."""
    step = reading.value - level.value
    if reading.noisy:
        return step == 1
    return step <= _FIRST or (depth == 0 and reading.style in {"number", "bracket", "item"})


def _children(entry: Entry, reading: Reading, path: Sequence[Level]) -> Iterator[Slot]:
    parent = path[-1]
    if not (1 <= reading.value <= _FIRST) or len(path) >= _DEPTH or reading.style not in _BELOW[parent.style]:
        return
    if reading.value > 1 and reading.style != "letter":
        return
    if (
        any(level.style == reading.style for level in path)
        and entry.indent <= parent.entry.indent + SAME_INDENT
    ):
        return
    key = f"{parent.key}.{reading.name}"
    level = Level(reading.style, reading.value, key, entry, 1)
    yield Slot(len(path), level, gain_of_child(entry, reading, parent), reading)


def _parted(entry: Entry, reading: Reading, path: Sequence[Level]) -> Iterator[Slot]:
    """The label "1 (b)" stands below item 1 where there is one, and else is of the first level."""
    top, stem = path[0], reading.stem_value
    item = str(stem) if reading.stem and reading.stem.isdigit() else reading.stem
    key = f"{item}.{reading.name}"
    if top.key == item:
        below = path[1] if len(path) > 1 else None
        if below is None or below.value < reading.value:
            size = below.size + 1 if below else 1
            gain = gain_of_child(entry, reading._replace(value=1), top)
            yield Slot(1, Level("letter", reading.value, key, entry, size), gain, reading)
    elif top.value <= stem and top.style == reading.style and key != top.key:
        gain = gain_of_sibling(entry, reading._replace(value=max(stem, top.value + 1)), top)
        yield Slot(0, Level(reading.style, stem, key, entry, top.size + 1), gain, reading)


def _dotted(entry: Entry, reading: Reading, path: Sequence[Level]) -> Iterator[Slot]:
    """Of "2.1" the part before the last stop is the parent's number."""
    stem = reading.name.rpartition(".")[0]
    for depth, level in enumerate(path):
        if level.key == stem or str(level.value) == stem:
            below = path[depth + 1] if depth + 1 < len(path) else None
            if below is not None and below.style == "dotted" and below.value >= reading.value:
                continue
            size = below.size + 1 if below else 1
            gain = gain_of_child(entry, reading._replace(value=1), level)
            yield Slot(depth + 1, Level("dotted", reading.value, reading.name, entry, size), gain, reading)
            return
    top = path[0]
    if top.style == "dotted" and _numbers(reading.name) > _numbers(top.key):
        step = reading._replace(value=top.value + 1)
        gain = gain_of_sibling(entry, step, top)
        yield Slot(0, Level("dotted", reading.value, reading.name, entry, top.size + 1), gain, reading)


def _numbers(key: str) -> list[int]:
    return [int(part) for part in key.split(".")]
