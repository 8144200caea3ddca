"""The parts of printed lines that stand in the columns of a table, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from undocparse.layout.pages import Line, Run

_MAX_SHIFT = 60.0  # points; pages with mirrored margins are no further apart
_SAME_ROW = 0.35  # of the type size


@dataclass(slots=True)
class Piece:
    """The part of a line that stands in one column.

    Attributes:
        line: the whole line.
        runs: the part's runs, left to right.
        x0: left edge in points, shifted so that the columns of all pages agree.
        x1: right edge, likewise.
        column: counted from 0.
        columns: how many columns it runs over.
    """

    line: Line
    runs: tuple[Run, ...]
    x0: float
    x1: float
    column: int = 0
    columns: int = 1


def rows_of(lines: Sequence[Line]) -> list[list[Piece]]:
    """Printed rows, top to bottom, each with its runs from left to right."""
    rows: list[list[Piece]] = []
    for _, page_lines in groupby(lines, key=lambda line: line.page):
        rows.extend(page_rows(line for line in page_lines if line.box))
    _align_pages(rows)
    return rows


def line_of(piece: Piece) -> Line:
    """The piece as a line, with the number of the line that it is a part of."""
    line, runs = piece.line, piece.runs
    if runs == tuple([run for run in line.runs if not run.raised]) or line.box is None:
        return line
    text, start = _part(line, runs)
    bold = 2 * sum(len(run.text) for run in runs if run.bold) > len(text)
    italic = 2 * sum(len(run.text) for run in runs if run.italic) > len(text)
    marks = tuple((mark, at - start) for mark, at in line.marks if start < at <= start + len(text))
    box = (runs[0].x0, line.box[1], runs[-1].x1, line.box[3])
    return replace(
        line, text=text, runs=runs, marks=marks, box=box, bold=bold, italic=italic, indent=runs[0].x0
    )


def _part(line: Line, runs: Sequence[Run]) -> tuple[str, int]:
    """Text of a stretch of a line's runs, spaced as the line has it, and where it begins there."""
    start, end, at = -1, -1, 0
    for run in line.runs:
        if run.raised:
            continue
        place = line.text.find(run.text, at)
        if place < 0:  # a reader that normalised the line's text differently from its runs
            return " ".join(each.text for each in runs if not each.raised), 0
        at = place + len(run.text)
        if run is runs[0]:
            start = place
        if run is runs[-1]:
            end = at
    return (line.text[start:end], start) if 0 <= start < end else (" ".join(run.text for run in runs), 0)


def page_rows(lines: Iterable[Line]) -> list[list[Piece]]:
    """The printed rows of one page, top to bottom; each line has a box."""
    rows: list[list[Piece]] = []
    top = 0.0
    for line in sorted(lines, key=lambda line: line.base):
        pieces = [Piece(line, (run,), run.x0, run.x1) for run in line.runs if not run.raised]
        if not pieces:
            continue
        base = line.base
        if rows and base - top <= _SAME_ROW * (line.size or 10.0):
            rows[-1].extend(pieces)
        else:
            rows.append(pieces)
            top = base
    for row in rows:
        if len(row) > 1:
            row.sort(key=attrgetter("x0"))
    return rows


def _align_pages(rows: Sequence[Sequence[Piece]]) -> None:
    """Shift the pages that have other margins than the first, so that the columns stand under each other."""
    by_page = {page: list(group) for page, group in groupby(rows, key=lambda row: row[0].line.page)}
    known: Counter[int] = Counter()
    for found in by_page.values():
        starts = Counter(round(piece.x0) for row in found for piece in row)
        if known and (shift := _best_shift(known, starts)):
            for row in found:
                for piece in row:
                    piece.x0, piece.x1 = piece.x0 + shift, piece.x1 + shift
            starts = Counter({x + shift: times for x, times in starts.items()})
        known += starts


def _best_shift(known: Counter[int], starts: Counter[int]) -> int:
    """How far to the right a page is to be moved; 0 where it agrees as it is."""
    ahead, behind = known.most_common(8), starts.most_common(8)
    shifts = {
        0,
        *(there - here for there, _ in ahead for here, _ in behind if abs(there - here) < _MAX_SHIFT),
    }

    def agreement(shift: int) -> int:
        return sum(
            min(times, 9) for x, times in starts.items() if any(known[x + shift + d] for d in (-1, 0, 1))
        )

    best = max(shifts, key=lambda shift: (agreement(shift), -abs(shift)))
    return best if agreement(best) > 1.3 * agreement(0) else 0
