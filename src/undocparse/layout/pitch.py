"""Distances between printed lines: how far apart they usually are and how far to the right they run."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from undocparse.layout.pages import Line

_USUAL_PITCH = 1.2  # type sizes from line to line, where the document does not show its own


class Measure:
    """How far apart lines usually are and how far to the right they run.

    Args:
        lines: in reading order.
    """

    def __init__(self, lines: list[Line]) -> None:
        pitches: dict[int, Counter[float]] = defaultdict(Counter)
        self._right: dict[int, float] = {}
        for before, line in pairwise(lines):
            if (pitch := pitch_of(before, line)) is not None and 0 < pitch < 2.5 * line.size:
                pitches[round(line.size)][round(pitch * 2) / 2] += 1
        self._usual = {size: _smallest_common(counter) for size, counter in pitches.items()}
        for line in lines:
            if line.box and line.box[2] > self._right.get(line.page, 0.0):
                self._right[line.page] = line.box[2]

    def pitch(self, line: Line) -> float:
        """Usual distance between baselines at this type size, in points."""
        return min(self._usual.get(round(line.size), 99.0), 1.45 * line.size) or _USUAL_PITCH * line.size

    def room(self, line: Line) -> float:
        """How far a line ends from the right edge of the page's text, or of its column, in points."""
        return (line.reach or self.right(line.page)) - (line.box[2] if line.box else 0.0)

    def right(self, page: int) -> float:
        """How far to the right the page's text runs, in points."""
        return self._right.get(page, 0.0)


def _smallest_common(counter: Counter[float]) -> float:
    """The smallest distance that occurs often: single spacing, not the space between paragraphs."""
    most = max(counter.values())
    return min(value for value, times in counter.items() if 4 * times >= most)


def pitch_of(before: Line, line: Line) -> float | None:
    """Distance between the baselines of two lines of a page, in points; None where it is not known."""
    if before.box is None or line.box is None or before.page != line.page:
        return None
    return line.base - before.base
