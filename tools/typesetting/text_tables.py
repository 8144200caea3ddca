"""The timetable in plain text: aligned columns, tabs, or blocks."""

from __future__ import annotations

import textwrap

from .labels import cell_label
from .source import Source
from .timetable import Day, Row, Table

POINTS_A_LETTER = 5.1


def table_lines(source: Source, table: Table) -> list[str]:
    """The timetable in its form; `columns = "tabs"` sets one line a row with tabs between the cells."""
    if table.form == "blocks":
        return [line for day in table.days for line in _block(source, day)]
    rows: list[list[str]] = [_tracks(table)] if table.tracks else []
    rows.append(["" if name == "-" else name for name, _ in table.columns])
    for day in table.days:
        rows += _day(source, table, day)
    if source.style("columns") == "tabs":
        return ["\t".join(row).rstrip() for row in rows]
    widths = [int(width / POINTS_A_LETTER) for _, width in table.columns]
    return [line for row in rows for line in _aligned(row, widths)]


def _tracks(table: Table) -> list[str]:
    cells = [""] * (len(table.columns) - 2 * len(table.tracks))
    return cells + [cell for track in table.tracks for cell in (track, "")]


def _day(source: Source, table: Table, day: Day) -> list[list[str]]:
    heading = table.form == "days" or not day.date
    rows = [[day.printed]] if heading else []
    lead = [] if table.form == "days" else ["" if heading else day.printed]
    for sitting in day.sittings:
        for count, tracks in enumerate(sitting.rows or [()]):
            cells = [*lead, sitting.printed if count == 0 else ""]
            for row in tracks:
                cells += [cell_label(source, row.keys), title(row)] if row else ["", ""]
            rows.append(cells)
            lead = [""] * len(lead)
    return rows


def title(row: Row) -> str:
    """The row's words with "(continued)"."""
    return f"{row.title.plain} {row.suffix}".strip()


def _aligned(row: list[str], widths: list[int]) -> list[str]:
    if len(row) == 1:
        return ["", row[0]]
    cells = [textwrap.wrap(cell, width - 2) for cell, width in zip(row, widths, strict=False)]
    height = max((len(cell) for cell in cells), default=0)
    lines = []
    for at in range(height):
        parts = (cell[at] if at < len(cell) else "" for cell in cells)
        lines.append("".join(part.ljust(width) for part, width in zip(parts, widths, strict=False)).rstrip())
    return lines


def _block(source: Source, day: Day) -> list[str]:
    lines = ["", day.printed]
    for sitting in day.sittings:
        lines += [sitting.printed] if sitting.printed else []
        lines += [
            line for tracks in sitting.rows for row in tracks if row for line in _block_row(source, row)
        ]
    return lines


def _block_row(source: Source, row: Row) -> list[str]:
    if not row.keys:
        return textwrap.wrap(title(row), 80, initial_indent="     ", subsequent_indent="     ")
    last = row.keys[0].rsplit(".", 1)[-1]
    if "." in row.keys[0]:
        label = " " * 10 + f"{source.style('second').format(last):<5}"
    else:
        label = " " * 5 + source.style("block_item").format(last) + " "
    return textwrap.wrap(title(row), 84, initial_indent=label, subsequent_indent=" " * len(label))
