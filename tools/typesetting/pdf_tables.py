"""The timetable on PDF pages: unruled columns between horizontal lines, or blocks without a table."""

from __future__ import annotations

from .inline import Piece, Rich
from .labels import cell_label
from .pdf_pages import LEFT, TEXT, WIDTH, Rule, Strip, Text
from .pdf_text import SetLine, wrap
from .source import Source
from .timetable import Day, Row, Sitting, Table

SIZE, LEADING, PAD = 9.0, 11.0, 6.0
"""Type in tables, and the room between two columns."""


def table_strips(source: Source, table: Table) -> list[Strip]:
    """The timetable in its form."""
    if table.form == "blocks":
        return [strip for day in table.days for strip in _block_day(source, day)]
    head = _head(table)
    strips = list(head)
    for day in table.days:
        strips += _day(source, table, day, head)
    return [*strips, Strip(3, (Rule(LEFT, _right(table), 2, 1.0),))]


def _edges(table: Table) -> list[float]:
    edges = [LEFT]
    for _, width in table.columns:
        edges.append(edges[-1] + width)
    return edges


def _right(table: Table) -> float:
    return _edges(table)[-1]


def _cell(rich: Rich, width: float) -> list[SetLine]:
    return wrap(rich, width - PAD, SIZE)


def _said(text: str, *, italic: bool = False, bold: bool = False) -> Rich:
    return Rich((Piece(text, bold=bold, italic=italic),))


def _head(table: Table) -> tuple[Strip, ...]:
    edges = _edges(table)
    over: list[Text | Rule] = [Rule(LEFT, _right(table), 0, 1.0)]
    first = len(table.columns) - 2 * len(table.tracks)
    for at, track in enumerate(table.tracks):
        x = edges[first + 2 * at]
        over.append(Text(x, _cell(_said(track, italic=True), 300)[0], down=2))
        over.append(Rule(x, edges[first + 2 * at + 2] - PAD, 14, 0.3))
    names = [
        Text(edges[at], _cell(_said(name, italic=True), width)[0], down=2)
        for at, (name, width) in enumerate(table.columns)
        if name != "-"
    ]
    below = Strip(16, (*names, Rule(LEFT, _right(table), 15, 1.0)), keep=True)
    if table.tracks:
        return Strip(15, tuple(over), before=8, keep=True), below
    return (Strip(16, (over[0], *below.marks), before=8, keep=True),)


def _day(source: Source, table: Table, day: Day, head: tuple[Strip, ...]) -> list[Strip]:
    """A day: its rows, each one strip; the day's own cell runs down beside them."""
    strips: list[Strip] = []
    rule = Rule(LEFT, _right(table), 0, 0.3)
    if table.form == "days" or not day.date:
        line = _cell(_said(day.printed, bold=True), 400)[0]
        strips.append(Strip(LEADING + 5, (rule, Text(LEFT, line, down=3)), keep=True, repeat=head))
        beside: list[SetLine] = []
    else:
        beside = _cell(_said(day.printed), table.columns[0][1])
    rows = [row for sitting in day.sittings for row in _sitting(source, table, sitting)]
    left = 3 + LEADING * len(beside)
    for at, marks in enumerate(rows):
        depth = max((mark.down + LEADING for mark in marks if isinstance(mark, Text)), default=LEADING) + 2
        if at == len(rows) - 1:
            depth = max(depth, left)
        if at == 0 and beside:
            marks[:0] = [rule, *(Text(LEFT, line, down=3 + LEADING * n) for n, line in enumerate(beside))]
        left -= depth
        strips.append(Strip(depth, tuple(marks), repeat=head, keep=left > 0 and at < len(rows) - 1))
    return strips


def _sitting(source: Source, table: Table, sitting: Sitting) -> list[list[Text | Rule]]:
    """The marks of each row of a sitting; the time stands in the first one."""
    edges = _edges(table)
    column = 0 if table.form == "days" else 1
    found = []
    for count, tracks in enumerate(sitting.rows or [()]):
        marks: list[Text | Rule] = []
        if count == 0:
            marks += _column(_said(sitting.printed), edges, column, table)
        for at, row in enumerate(tracks):
            if row is not None:
                marks += _column(_said(cell_label(source, row.keys)), edges, column + 1 + 2 * at, table)
                marks += _column(_title(row), edges, column + 2 + 2 * at, table)
        found.append(marks)
    return found


def _title(row: Row) -> Rich:
    suffix = (Piece(" " + row.suffix, italic=True),) if row.suffix else ()
    return Rich((*row.title.pieces, *suffix))


def _column(rich: Rich, edges: list[float], at: int, table: Table) -> list[Text | Rule]:
    lines = _cell(rich, table.columns[at][1])
    return [Text(edges[at], line, down=3 + LEADING * n) for n, line in enumerate(lines) if line.words]


def _block_day(source: Source, day: Day) -> list[Strip]:
    week = not day.date
    line = wrap(_said(day.printed, bold=True), WIDTH, 12 if week else 10)[0]
    strips = [Strip(15, (Text(TEXT, line),), before=16 if week else 10, keep=True)]
    for sitting in day.sittings:
        if sitting.printed:
            strips.append(
                Strip(13, (Text(TEXT, wrap(_said(sitting.printed), WIDTH, 10)[0]),), before=3, keep=True)
            )
        for tracks in sitting.rows:
            strips += [strip for row in tracks if row for strip in _block_row(source, row)]
    return strips


def _block_row(source: Source, row: Row) -> list[Strip]:
    x, label = TEXT + 20, ""
    bold = bool(row.keys)
    if row.keys:
        sub = "." in row.keys[0]
        x = TEXT + (72 if sub else 60)
        last = row.keys[0].rsplit(".", 1)[-1]
        label = source.style("second").format(last) if sub else source.style("block_item").format(row.keys[0])
    rich = _title(row)
    rich = Rich(tuple(Piece(p.text, bold, p.italic, p.note) for p in rich.pieces))
    strips = []
    for count, line in enumerate(wrap(rich, TEXT + WIDTH - x, 10)):
        marks = [Text(x, line)]
        if label and count == 0:
            said = wrap(_said(label, bold=True), 100, 10)[0]
            marks.append(Text(TEXT + (48 if "." in row.keys[0] else 20), said))
        strips.append(Strip(12.2, tuple(marks), before=3 if count == 0 else 0))
    return strips
