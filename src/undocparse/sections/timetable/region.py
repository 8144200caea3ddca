"""Finds where the timetable stands in a document: by its days and times, then its headings around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from undocparse.layout.grids import grid_of
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Grid, Layout, Line
from undocparse.sections.timetable.anchors import Anchor, cell_words, find_anchors, is_timetable, suffice
from undocparse.sections.timetable.vocabulary import Patterns, patterns

_HEADINGS = 8  # lines of heading above a timetable
_PROSE = 75  # characters; a line as long is no heading
_NUMBERED = re.compile(r"\d{1,3}\.\s+\S")


@dataclass(slots=True)
class Region:
    """The lines of a timetable.

    Attributes:
        parts: grids, and runs of lines outside them, in reading order.
        lines: all its lines, with headings above and notes below.
    """

    parts: list[Grid | list[Line]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def find_region(layout: Layout, ledger: Ledger, language: str, year: int | None) -> Region | None:
    """The timetable among the lines that no section has claimed; null where there is none.

    Nothing is a timetable that does not have two times and a day, each alone in its line or cell: days and
    times in running text have none.
    """
    grids = [grid for page in layout.pages for grid in page.grids if is_timetable(grid, language, year)]
    free = [line for line in ledger.free() if line.text.strip()]
    if grids:
        return _region_of_grids(grids, free, language)
    return _region_of_lines(free, layout, language, year)


def _region_of_grids(grids: Sequence[Grid], free: Sequence[Line], language: str) -> Region:
    inside = {line.number for grid in grids for line in grid.lines}
    first, last = min(inside, default=0), max(inside, default=0)
    before = [line for line in free if line.number < first]
    heads = _headings_above(before, language)
    between = [line for line in free if first < line.number < last and line.number not in inside]
    parts: list[Grid | list[Line]] = []
    for grid in grids:
        start = min((line.number for line in grid.lines), default=first)
        loose = [line for line in between if line.number < start]
        between = between[len(loose) :]
        if loose:
            parts.append(loose)
        parts.append(grid)
    tabled = [line for line in free if first <= line.number <= last]
    return Region(parts, [*heads, *tabled])


def _region_of_lines(free: Sequence[Line], layout: Layout, language: str, year: int | None) -> Region | None:
    anchors = find_anchors(free, language, year)
    if sum(bool(anchor.slot.times) for anchor in anchors) < 2:
        return None
    known = patterns(language)
    first = anchors[0].place
    top = _table_top(free, first, known)
    end = _table_end(free, anchors, known)
    heads = _headings_above(free[:top], language) if free[top].page == free[first].page else []
    body = list(free[top:end])
    grid = _grid(body, anchors, free, layout, language)
    if not (is_timetable(grid, language, year) if grid else suffice(anchors)):
        return None
    return Region([grid] if grid else [body], [*heads, *body])


def _table_top(free: Sequence[Line], first: int, known: Patterns) -> int:
    """Where the table begins: with the headings of its columns, or the line of its first day."""
    top = first
    for place in range(first - 1, max(first - 12, -1), -1):
        line = free[place]
        if line.page != free[first].page:
            break
        headed = _heads_columns(line, known) or _belongs(line, free[top], known)
        if headed or (top == place + 1 < first and _is_track(line, free[top])):
            top = place
        elif place < first - 4:
            break
    return top


def _heads_columns(line: Line, known: Patterns) -> bool:
    return any(known.column_roles(text) for text in (line.text, *(run.text for run in line.runs)))


def _belongs(line: Line, below: Line, known: Patterns) -> bool:
    """Whether a line above the first day or time is in its row, or heads its week or meeting."""
    if _same_row(line, below) or known.is_week(line.text):
        return True
    return bool(known.numbered_meeting.fullmatch(line.text))


def _is_track(line: Line, below: Line) -> bool:
    """Whether a line close above the headings of columns heads several of them."""
    if line.box is None or below.box is None:
        return False
    return below.box[1] - line.box[1] < 2 * line.size and abs(line.size - below.size) < 0.6 and not line.bold


def _same_row(line: Line, other: Line) -> bool:
    if line.box is None or other.box is None:
        return False
    return line.page == other.page and abs(line.box[3] - other.box[3]) < 0.5 * line.size


def _table_end(free: Sequence[Line], anchors: Sequence[Anchor], known: Patterns) -> int:
    """Where the table ends: at what stands left of its last rows' text, or at another heading."""
    last = anchors[-1].place
    content = _content_edge(free, anchors)
    end = last + 1
    while end < len(free):
        line, above = free[end], free[end - 1]
        if known.annex.fullmatch(line.text.strip()) or line.heading:
            break
        if content is None:
            if _NUMBERED.match(line.text) and len(line.text) > _PROSE:
                break
        elif line.box and line.box[0] < content - 5 and not _is_wrapped(line, free[max(end - 6, 0) : end]):
            break
        if line.page > above.page + 1:
            break
        end += 1
    return end


def _is_wrapped(line: Line, above: Iterable[Line]) -> bool:
    """Whether a line left of the titles goes on from a day or time just above it, or stands in its row."""
    return any(
        other.box
        and line.box
        and other.page == line.page
        and abs(line.box[1] - other.box[1]) < 1.7 * line.size
        and (abs(other.box[0] - line.box[0]) < 3 or _same_row(line, other))
        for other in above
    )


def _content_edge(free: Sequence[Line], anchors: Sequence[Anchor]) -> float | None:
    """Where the text to the right of days and times begins; null where there is none."""
    timed = [anchor for anchor in anchors if anchor.slot.times]
    edges = []
    for anchor in timed:
        line = free[anchor.place]
        mates = [m for m in free[max(anchor.place - 2, 0) : anchor.place + 4] if _same_row(line, m)]
        runs = sorted((run for m in mates for run in m.runs if not run.raised), key=lambda run: run.x0)
        right = [run.x0 for run in runs if run.x0 > anchor.right + 1]
        edges.extend(right[:1])
    return min(edges) if edges and 2 * len(edges) >= len(timed) else None


def _grid(
    body: Sequence[Line], anchors: Sequence[Anchor], free: Sequence[Line], layout: Layout, language: str
) -> Grid | None:
    """The table; null where the timetable is a plain list."""
    if _content_edge(free, anchors) is None:
        return None
    return grid_of(body, layout, cell_words(language))


def _headings_above(before: Sequence[Line], language: str) -> list[Line]:
    """Annex heading and title above a timetable: short lines on its page, none of them running text."""
    known = patterns(language)
    heads: list[Line] = []
    for line in reversed(before[-_HEADINGS:]):
        plain = not (line.bold or line.centred or line.heading or known.titles.search(line.text))
        if heads and heads[0].page != line.page:
            break
        if len(line.text) > _PROSE or (plain and not known.annex.fullmatch(line.text.strip())):
            break
        heads.insert(0, line)
    while heads and not (known.annex.fullmatch(heads[0].text.strip()) or known.titles.search(heads[0].text)):
        heads.pop(0)
    if heads and heads[0].page == 1 and not known.annex.fullmatch(heads[0].text.strip()):
        return []  # the title of the whole document, which the masthead has
    return heads
