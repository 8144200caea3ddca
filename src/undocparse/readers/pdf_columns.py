"""Pages set in two columns of running text: the left column is read before the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from undocparse.layout.pages import Line, Ruling

_FEWEST = 5  # lines in each column ...
_FEWEST_RULED = 3  # ... or fewer, where a vertical rule parts the columns
_STARTS = 3  # places that lines begin at right of the middle: mastheads and tables have others
_PROSE = 22  # characters a line on average; the cells of tables and margins of mastheads are shorter
_HEAD, _FOOT = 0.08, 0.93  # of the page's height: above and below stand running heads and feet
_MIDDLE = 0.4  # of the page's width: no right column begins left of this
_EVEN = 0.65  # the narrower column is at least this much of the wider one
_MARGIN = 3.0  # points


def by_columns(lines: list[Line], width: float, height: float, rulings: Sequence[Ruling]) -> list[Line]:
    """The lines of a page in the order that a reader takes, numbered anew where that is another.

    Two columns are text where both are wide, hold prose over several rows, and no horizontal rule runs from
    one into the other, as it does in tables.

    Args:
        lines: row by row.
        width: of the page, in points.
        height: likewise.
        rulings: asked for only where two columns of prose are found.
    """
    right_starts = Counter(round(line.indent) for line in lines if line.indent > _MIDDLE * width)
    for start, times in right_starts.most_common(_STARTS):
        if times >= _FEWEST_RULED:
            lines = _parted_at(_column_start(start, lines, width) - _MARGIN, lines, height, rulings)
    return lines


def _column_start(start: float, lines: Sequence[Line], width: float) -> float:
    """Where the right column begins whose text mostly begins here: headings may stand further left."""
    boxes = [line.box for line in lines if line.box]
    reach = max((box[2] for box in boxes if box[0] < _MIDDLE * width and box[2] < start), default=start)
    return min((box[0] for box in boxes if reach < box[0] < start), default=start)


def _parted_at(gutter: float, lines: list[Line], height: float, rulings: Sequence[Ruling]) -> list[Line]:
    for stretch in _stretches(lines, gutter, height):
        left, right = _sides(stretch, gutter)
        if not (_is_prose(left) and _is_prose(right) and _are_even(left, right)):
            continue
        parted = any(not r.horizontal and _reach(left) <= r.x0 <= gutter + _MARGIN for r in rulings)
        enough = min(len(left), len(right)) >= _FEWEST or parted
        if enough and not _is_ruled(left + right, gutter, rulings):
            lines = _set(lines, left, right)
    return lines


def _stretches(lines: Sequence[Line], gutter: float, height: float) -> Iterator[list[Line]]:
    """Runs of lines none of which crosses the gutter, from the first one that stands right of it."""
    run: list[Line] = []
    for line in lines:
        box = line.box
        if box is None or box[1] < _HEAD * height or box[3] > _FOOT * height:
            continue
        if box[0] < gutter < box[2]:
            yield run
            run = []
        elif run or box[0] > gutter:
            run.append(line)
        else:
            same = [line]
            run = same if _has_neighbour(line, lines, gutter) else []
    yield run


def _has_neighbour(line: Line, lines: Sequence[Line], gutter: float) -> bool:
    """Whether a line of the right column stands at the height of this one."""
    base = line.box[3] if line.box else 0.0
    return any(o.box and o.box[0] > gutter and abs(o.box[3] - base) < 2 * _MARGIN for o in lines)


def _sides(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left = [line for line in lines if line.box and line.box[2] <= gutter]
    return left, [line for line in lines if line.box and line.box[0] > gutter]


def _is_prose(lines: Sequence[Line]) -> bool:
    return len(lines) >= _FEWEST_RULED and sum(len(line.text) for line in lines) >= _PROSE * len(lines)


def _are_even(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both columns are about as wide."""
    spans = [_reach(side) - min(line.indent for line in side) for side in (left, right)]
    return min(spans) >= _EVEN * max(spans)


def _reach(lines: Sequence[Line]) -> float:
    return max((line.box[2] for line in lines if line.box), default=0.0)


def _is_ruled(lines: Sequence[Line], gutter: float, rulings: Sequence[Ruling]) -> bool:
    """Whether horizontal rules cross the gutter between these lines."""
    boxes = [line.box for line in lines if line.box]
    top, bottom = min(box[3] for box in boxes), max(box[1] for box in boxes)
    return any(r.horizontal and r.x0 < gutter < r.x1 and top < r.top < bottom for r in rulings)


def _set(lines: Sequence[Line], left: list[Line], right: list[Line]) -> list[Line]:
    """The lines with both columns one after the other, where the first of them stood."""
    moved = {id(line) for line in (*left, *right)}
    first = next(place for place, line in enumerate(lines) if id(line) in moved)
    numbers = sorted(line.number for line in lines)
    for side in (left, right):
        reach = _reach(side)
        for line in side:
            line.reach, line.column = reach, 0
    rest = [line for line in lines[first:] if id(line) not in moved]
    ordered = [*lines[:first], *left, *right, *rest]
    for number, line in zip(numbers, ordered, strict=True):
        line.number = number
    return ordered
