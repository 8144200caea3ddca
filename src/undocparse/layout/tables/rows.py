"""Printed rows of a page as stretches of text, and the gutters of white space between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from undocparse.layout.grids_pieces import Piece, page_rows
from undocparse.layout.pages import Line, Run

_CLOSE = 0.85  # of the type size: runs nearer than this are one stretch of text ...
_PARTED = 0.3  # ... or nearer than this if they are set alike: readers parted them where a column begins
_NARROW = 0.35  # of the type size: what is left of a gutter when rows are laid over each other is no less


class Stretch(NamedTuple):
    """Text of a row without a wide gap inside; edges in points."""

    x0: float
    x1: float
    text: str


class Gutter(NamedTuple):
    """White space between two columns, in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row.

    Attributes:
        lines: all of it, left to right.
        stretches: likewise.
        top: upper edge in points from the page's upper edge.
        bottom: lower edge.
        size: type size in points.
        bold: whether all its text is.
    """

    lines: tuple[Line, ...]
    stretches: tuple[Stretch, ...]
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.stretches[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.stretches[-1].x1

    @property
    def gaps(self) -> Iterator[Gutter]:
        """The white space inside the row."""
        return (Gutter(left.x1, right.x0) for left, right in pairwise(self.stretches))

    @property
    def text(self) -> str:
        """All its text."""
        return " ".join(stretch.text for stretch in self.stretches)

    def crosses(self, gutter: Gutter) -> bool:
        """Whether text runs over a gutter."""
        return any(s.x0 < gutter.left + 1 and s.x1 > gutter.right - 1 for s in self.stretches)


def rows_of_page(lines: Sequence[Line]) -> list[Row]:
    """The rows of a page, top to bottom."""
    return [row for pieces in page_rows(line for line in lines if line.box) if (row := _row(pieces))]


def gaps_in(line: Line) -> list[int]:
    """Places of the runs that stand apart from the run before them, raised marks left out."""
    runs = [run for run in line.runs if not run.raised and run.text.strip()]
    return [place for place, (a, b) in enumerate(pairwise(runs), 1) if _are_apart(a, b, line)]


def _are_apart(before: Run, run: Run, line: Line) -> bool:
    """Whether two runs that follow each other are two texts; raised marks part runs of one text, too."""
    gap, size = run.x0 - before.x1, line.size or 10.0
    if gap >= _CLOSE * size:
        return True
    if gap < _PARTED * size or (before.bold, before.italic) != (run.bold, run.italic):
        return False
    return not any(run.raised for run in line.runs)


def _row(pieces: Sequence[Piece]) -> Row | None:
    if len(pieces) == 1:
        return _row_of_one(pieces[0])
    stretches = _stretches(pieces)
    lines = tuple({piece.line.number: piece.line for piece in pieces}.values())
    boxes = [line.box for line in lines if line.box]
    if not stretches or not boxes:
        return None
    return Row(
        lines,
        tuple(stretches),
        min(box[1] for box in boxes),
        max(box[3] for box in boxes),
        max(line.size for line in lines) or 10.0,
        all(line.bold for line in lines),
    )


def _row_of_one(piece: Piece) -> Row | None:
    """What most rows are: one run."""
    line, text = piece.line, piece.runs[0].text
    if line.box is None or not text.strip():
        return None
    stretch = Stretch(piece.x0, piece.x1, text)
    return Row((line,), (stretch,), line.box[1], line.box[3], line.size or 10.0, line.bold)


def _stretches(pieces: Sequence[Piece]) -> list[Stretch]:
    made: list[Stretch] = []
    before: Run | None = None
    for piece in pieces:
        run = piece.runs[0]
        if not run.text.strip():
            continue
        if before is None or _are_apart(before, run, piece.line):
            made.append(Stretch(piece.x0, piece.x1, run.text))
        else:
            last = made[-1]
            made[-1] = Stretch(last.x0, max(last.x1, piece.x1), f"{last.text} {run.text}")
        before = run
    return made


def common(gutter: Gutter, gap: Gutter, size: float) -> Gutter | None:
    """What two stretches of white space share; null where that is less than a gutter."""
    left, right = max(gutter.left, gap.left), min(gutter.right, gap.right)
    return Gutter(left, right) if right - left >= _NARROW * size else None
