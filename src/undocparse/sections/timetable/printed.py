"""Timetables among printed lines that are no table yet: where they begin and end, and their grids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, takewhile

from undocparse.layout.grids import grid_of
from undocparse.layout.pages import Grid, Layout, Line
from undocparse.sections.timetable.anchors import Anchor, find_anchors, of_one_meeting
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.cuts import cell_words
from undocparse.sections.timetable.evidence import ENOUGH, Setting, days_evidence, grid_evidence
from undocparse.sections.timetable.listed import Listed
from undocparse.sections.timetable.rivals import Weighed, breaks_between, with_tables
from undocparse.sections.timetable.signs import sign_of
from undocparse.sections.timetable.tabbed import tabbed_grid
from undocparse.sections.timetable.vocabulary import Patterns

_TIMES = 2.0  # what times beside days weigh
_TOP = 12  # lines; headings of columns stand no farther above the first day or time
_LONG_HEAD = 45  # characters; the heading of a column is no longer
_NEAR = 3.0  # points
_APART = 3.0  # type sizes; the rows of a table stand no farther apart
_OUT = 12.0  # points; what stands so far left of all days of a list is no part of it
_MATES = 3  # lines; so many before and after a day may stand just above or below it
_GAP = 1.45  # usual distances of rows: what stands farther below the last row is no part of it

Printed = tuple[Grid | list[Line], list[Line]]
"""A table or a run of lines, and all lines that belong to it."""


def printed_parts(
    free: Sequence[Line], layout: Layout, reader: CellReader, above: Callable[[int], Setting]
) -> list[Printed]:
    """The timetables among these lines.

    Args:
        free: lines that no section has claimed, in reading order.
        layout: where they come from; one of its tables that has the same lines is not cut into cells again.
        reader: of the document's language and year.
        above: tells the setting at a line.
    """
    cut = {tuple(line.number for line in table.lines): table.grid for table in layout.tables}
    found: list[Weighed] = []
    tabled = {line.number for page in layout.pages for grid in page.grids for line in grid.lines}
    loose = [line for line in free if line.number not in tabled] if tabled else free
    breaks = breaks_between(layout.tables)
    for group in find_anchors(loose, reader, breaks):
        anchors = of_one_meeting(group, above(loose[group[0].place].number).meeting)
        body = _unbroken(_body(loose, anchors, layout, reader.known), loose[anchors[-1].place], breaks)
        setting = above(body[0].number)
        if len(anchors) < 2 and not (setting.work or setting.titled):
            continue
        columned = _content(loose, anchors) is not None or _heads_matrix(loose[anchors[0].place :], reader)
        if columned:
            same = cut.get(tuple(line.number for line in body))
            grid = same or grid_of(body, layout, cell_words(reader.language))
        else:
            grid = tabbed_grid(body)
        weight = grid_evidence(grid, reader, setting) if grid else _lines_evidence(anchors, setting, body)
        if weight >= ENOUGH:
            found.append(Weighed(weight, setting.titled, grid or body, body))
    found = with_tables(found, layout.tables, loose, reader, above)
    titled = any(one.titled for one in found)
    return [(one.part, one.lines) for one in found if one.titled or not titled]


def _unbroken(body: list[Line], last: Line, breaks: frozenset[int]) -> list[Line]:
    """The lines up to the title of the next table that begins below the last day or time."""
    end = next(
        (n for n, line in enumerate(body) if line.number in breaks and line.number > last.number), None
    )
    if end is None:
        return body
    while end and body[end - 1].number > last.number and (body[end - 1].bold or body[end - 1].centred):
        end -= 1
    return body[:end]


def _heads_matrix(lines: Sequence[Line], reader: CellReader) -> bool:
    """Whether several days or times stand side by side in the first row, each of them over a column."""
    row = takewhile(lambda line: line is lines[0] or _same_row(line, lines[0]), lines)
    runs = (run for line in row for run in line.runs if line.box)
    signs = [sign_of(run.text.strip(), reader.language, reader.year) for run in runs]
    return max(signs.count("date"), signs.count("time")) > 1


def _lines_evidence(anchors: Sequence[Anchor], setting: Setting, body: Sequence[Line]) -> float:
    """What speaks for a plain list's being a timetable; one that only says when has nothing to tell."""
    days = [day for anchor in anchors for day in anchor.slot.days]
    times = sum(bool(anchor.slot.times) for anchor in anchors)
    weeks = sum(anchor.sign == "week" for anchor in anchors)
    told = anchors[-1].place - anchors[0].place + 1 - sum(not anchor.told for anchor in anchors)
    told = told if len(anchors) > 1 else len(body) - 1
    if told < max(len(anchors) // 4, 1) or not (days or weeks or setting.days_above):
        return 0.0
    weight = setting.weight + days_evidence(days, setting)
    return weight + _TIMES * (times > 1 and len(days) + times > 2)


def _body(free: Sequence[Line], anchors: Sequence[Anchor], layout: Layout, known: Patterns) -> list[Line]:
    """The lines from the headings of the columns to the end of the last row."""
    return list(free[_top(free, anchors, known) : _end(free, anchors, layout, known)])


def _top(free: Sequence[Line], anchors: Sequence[Anchor], known: Patterns) -> int:
    """Where the table begins: with the headings of its columns, or the line of its first day."""
    first = top = anchors[0].place
    content = _content(free, anchors)
    content = content if content and content > anchors[0].right else None
    for place in range(first - 1, max(first - _TOP, -1), -1):
        line = free[place]
        if line.page != free[first].page or (
            not _same_row(line, free[place + 1]) and _names_table(line, known)
        ):
            break
        headed = _heads_columns(line, known) or _belongs(line, free[top], known)
        headed = headed or (top == place + 1 and _is_beside(line, free[top], content))
        if headed or (top == place + 1 < first and _is_track(line, free[top])):
            top = place
        elif place < first - 4:
            break
    return top


def _names_table(line: Line, known: Patterns) -> bool:
    """Whether a line is "Annex" or the title of a timetable, and no heading of a column ("Programme")."""
    if known.annex.fullmatch(line.text.strip()):
        return True
    return bool(known.titles.search(line.text)) and not known.column_roles(line.text)


def _heads_columns(line: Line, known: Patterns) -> bool:
    texts = (line.text, *(run.text for run in line.runs))
    if any(len(run.text) > _LONG_HEAD for run in line.runs):
        return False
    if any(known.column_roles(text) for text in texts):
        return True
    return known.loose_role(line.text) in {"date", "time"} and not known.titles.search(line.text)


def _belongs(line: Line, below: Line, known: Patterns) -> bool:
    """Whether a line above the first day or time is in its row, or heads its week or meeting."""
    if _same_row(line, below) or known.is_week(line.text):
        return True
    return bool(known.numbered_meeting.fullmatch(line.text))


def _is_beside(line: Line, below: Line, content: float | None) -> bool:
    """Whether a line stands in the column of titles above a day that is set in the middle of its rows."""
    if content is None or line.box is None or below.box is None:
        return False
    return line.box[0] >= content - _NEAR and below.box[1] - line.box[1] < _APART * line.size


def _is_track(line: Line, below: Line) -> bool:
    """Whether a line close above the headings of columns heads several of them."""
    if line.box is None or below.box is None:
        return False
    return below.box[1] - line.box[1] < 2 * line.size and abs(line.size - below.size) < 0.6 and not line.bold


def _same_row(line: Line, other: Line) -> bool:
    if line.box is None or other.box is None:
        return False
    return line.page == other.page and abs(line.box[3] - other.box[3]) < 0.5 * line.size


def _end(free: Sequence[Line], anchors: Sequence[Anchor], layout: Layout, known: Patterns) -> int:
    """Where the table ends: at what stands outside its columns or far below its last row, or at a heading."""
    content = _content(free, anchors)
    end = anchors[-1].place + 1
    usual = _usual_gap(free, anchors)
    heads = {line.text for line in free[_top(free, anchors, known) : anchors[0].place]}
    left = min(anchor.left for anchor in anchors)
    listed = Listed(free, anchors)
    while end < len(free):
        line, above = free[end], free[end - 1]
        if line.page == above.page and _is_framed(line, above, layout):
            end += 1
            continue
        if line.text in heads and line.page == above.page + 1:  # overleaf the headings are printed again
            end += 1
            continue
        if known.annex.fullmatch(line.text.strip()) or line.heading or line.page > above.page + 1:
            break
        if content is None:
            if (line.box and line.box[0] < left - _OUT) or listed.ends_at(end):
                break
        elif line.box and not _is_wrapped(line, free[max(end - 6, 0) : end]):
            behind = content < anchors[-1].left  # what follows a table with its days on the right is in line
            if _leaves(line, content, anchors[-1]) or (behind and _is_far(line, above, usual)):
                break
        end += 1
    return end


def _is_framed(line: Line, above: Line, layout: Layout) -> bool:
    """Whether drawn uprights run on from the line above to this one, left and right of it."""
    if line.box is None or above.box is None:
        return False
    top, bottom = above.box[1], (line.box[1] + line.box[3]) / 2
    sides = [
        rule.x0
        for rule in layout.pages[line.page - 1].rulings
        if not rule.horizontal and rule.top <= bottom <= rule.bottom
    ]
    return bool(sides) and min(sides) <= line.box[0] and max(sides) >= line.box[2] - 1 and top < bottom


def _leaves(line: Line, content: float, anchor: Anchor) -> bool:
    """Whether a line stands left of the table's texts, or runs over into the column of its days."""
    assert line.box is not None
    if line.box[0] < content - 5:
        return True
    return content < anchor.left and line.box[0] < anchor.left - _NEAR < anchor.left + _NEAR < line.box[2]


def _usual_gap(free: Sequence[Line], anchors: Sequence[Anchor]) -> float:
    """The largest distance between lines of the rows so far, in points."""
    lines = [line for line in free[anchors[0].place : anchors[-1].place + 1] if line.box]
    gaps = sorted(
        below.box[1] - above.box[1]
        for above, below in pairwise(lines)
        if above.box and below.box and below.page == above.page and below.box[1] > above.box[1] + 2
    )
    return gaps[int(0.95 * (len(gaps) - 1))] if gaps else 1e9


def _is_far(line: Line, above: Line, usual: float) -> bool:
    if line.box is None or above.box is None or line.page != above.page:
        return False
    return line.box[1] - above.box[1] > _GAP * usual


def _is_wrapped(line: Line, above: Iterable[Line]) -> bool:
    """Whether a line left of the titles goes on from a day or time just above it, or stands in its row."""
    return any(
        other.box
        and line.box
        and other.page == line.page
        and abs(line.box[1] - other.box[1]) < 1.7 * line.size
        and (abs(other.box[0] - line.box[0]) < _NEAR or _same_row(line, other))
        for other in above
    )


def _content(free: Sequence[Line], anchors: Sequence[Anchor]) -> float | None:
    """Where the text beside days and times begins; None where there is none beside most of them."""
    asked = [anchor for anchor in anchors if anchor.slot.times] or list(anchors)
    edges = [edge for anchor in asked if (edge := _beside(free, anchor)) is not None]
    if 2 * len(edges) < len(asked):
        return None
    right = [edge for edge, anchor in zip(edges, asked, strict=False) if edge > anchor.right]
    return min(right if 2 * len(right) > len(edges) else edges)


def _beside(free: Sequence[Line], anchor: Anchor) -> float | None:
    """Where the text right of a day or time begins, or else that left of it."""
    line = free[anchor.place]
    mates = [m for m in free[max(anchor.place - 2, 0) : anchor.place + 4] if _same_row(line, m)]
    runs = sorted((run for m in mates for run in m.runs if not run.raised), key=lambda run: run.x0)
    right = [run.x0 for run in runs if run.x0 > anchor.right + 1]
    left = [run.x0 for run in runs if run.x1 < anchor.left - 1]
    if not right and not left:
        return _between(free, anchor)
    return min(right) if right else min(left)


def _between(free: Sequence[Line], anchor: Anchor) -> float | None:
    """Where the rows begin that a day or time in the middle of them stands between."""
    line, place = free[anchor.place], anchor.place
    edges = [
        {round(other.indent) for other in others if _stands_right(other, line, anchor)}
        for others in (free[max(place - _MATES, 0) : place], free[place + 1 : place + 1 + _MATES])
        if others
    ]
    return min(set.intersection(*edges), default=None) if len(edges) == 2 else None


def _stands_right(other: Line, line: Line, anchor: Anchor) -> bool:
    if other.box is None or line.box is None or other.page != line.page or other.box[0] <= anchor.right:
        return False
    return abs(other.box[1] - line.box[1]) < 2 * line.size
