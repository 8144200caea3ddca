"""How a page is held to be read: the way its text runs, and places on it as the reader then sees them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from undocparse.model.place import Box

_Bounds = tuple[float, float, float, float]
_EVEN = 0.6  # points; engines round


class Frame(NamedTuple):
    """A page turned so that its text runs from left to right.

    The way of the text decides and not the page's own mark of rotation: where the two agree, as on nearly all
    pages, they say the same, and where they do not the page can only be read with its text upright.

    Attributes:
        left: the page's edges as the file counts them, y upwards.
        low: likewise.
        right: likewise.
        high: likewise.
        turn: in degrees anticlockwise: 90 is text that runs up the unturned page.
    """

    left: float
    low: float
    right: float
    high: float
    turn: int = 0

    @property
    def width(self) -> float:
        """In points, as held."""
        return self.high - self.low if self.turn in {90, 270} else self.right - self.left

    @property
    def height(self) -> float:
        """In points, as held."""
        return self.right - self.left if self.turn in {90, 270} else self.high - self.low

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file as points from the left and the top of the page as held."""
        if self.turn == 0:
            return x - self.left, self.high - y
        if self.turn == 90:
            return y - self.low, x - self.left
        if self.turn == 270:
            return self.high - y, self.right - x
        return self.right - x, y - self.low

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A rectangle of the file, given by its lower left corner, on the page as held."""
        x0, y0 = self.point(x, y)
        x1, y1 = self.point(x + width, y + height)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def unheld(self, box: Box) -> Box:
        """A box on the page as held back in the file's points: left, low, right, high."""
        corners = [self._back(box[0], box[1]), self._back(box[2], box[3])]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        return xs[0], ys[0], xs[1], ys[1]

    def _back(self, across: float, down: float) -> tuple[float, float]:
        if self.turn == 0:
            return across + self.left, self.high - down
        if self.turn == 90:
            return down + self.left, across + self.low
        if self.turn == 270:
            return self.right - down, self.high - across
        return self.right - across, down + self.low


def way_of(start: _Bounds, ink: _Bounds) -> int | None:
    """Which way a span runs, in degrees anticlockwise; null where it stands aslant.

    Args:
        start: the engine's flat box: start of the baseline, length, size.
        ink: the box round what is painted.
    """
    if ink == start:  # of nearly all
        return 0
    x, y, length, size = start
    if abs(ink[0] - x) < _EVEN and abs(ink[1] - y) < _EVEN and abs(ink[3] - size) < _EVEN:
        return 0
    boxes = {90: (x - size, y, size, length), 180: (x - length, y - size, length, size)}
    boxes[270] = (x, y - length, size, length)
    for way, box in boxes.items():
        if all(math.isclose(a, b, abs_tol=_EVEN) for a, b in zip(box, ink, strict=True)):
            return way
    return None


def usual_way(ways: Iterable[tuple[int | None, int]]) -> int:
    """The way that most characters run; 0 for a page without any.

    Args:
        ways: of each span, with the number of its characters.
    """
    characters = Counter[int]()
    for way, length in ways:
        if way is not None:
            characters[way] += length
    return characters.most_common(1)[0][0] if characters else 0
