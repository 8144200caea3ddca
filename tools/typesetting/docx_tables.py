"""The timetable in Word: real tables with merged cells, or indented paragraphs."""

from __future__ import annotations

from .docx_xml import cell, indent, paragraph, row, runs, said, table
from .inline import Piece, Rich
from .labels import cell_label
from .source import Source
from .timetable import Day, Row, Table


def timetable(source: Source, given: Table) -> str:
    """The timetable in its form."""
    if given.form == "blocks":
        return "".join(_block(source, day) for day in given.days)
    widths = [width for _, width in given.columns]
    rows = _head(given, widths)
    for day in given.days:
        rows += _day(source, given, day, widths)
    return table(rows, widths)


def _said(text: str, *, bold: bool = False, italic: bool = False) -> str:
    return paragraph(said(text, bold=bold, italic=italic) if text else "", "Cell")


def _head(given: Table, widths: list[float]) -> str:
    rows = ""
    if given.tracks:
        first = len(widths) - 2 * len(given.tracks)
        cells = "".join(cell(_said(""), width) for width in widths[:first])
        for at, track in enumerate(given.tracks):
            wide = sum(widths[first + 2 * at : first + 2 * at + 2])
            cells += cell(_said(track, italic=True), wide, span=2)
        rows += row(cells, head=True)
    names = ["" if name == "-" else name for name, _ in given.columns]
    cells = "".join(cell(_said(name, italic=True), width) for name, width in zip(names, widths, strict=True))
    return rows + row(cells, head=True)


def _day(source: Source, given: Table, day: Day, widths: list[float]) -> str:
    rows = ""
    heading = given.form == "days" or not day.date
    if heading:
        rows += row(cell(_said(day.printed, bold=True), sum(widths), span=len(widths)))
    many = sum(max(1, len(sitting.rows)) for sitting in day.sittings)
    at = 0
    for sitting in day.sittings:
        for count, tracks in enumerate(sitting.rows or [()]):
            cells, skip = "", 0
            if given.form != "days":
                shown = "" if heading or at else day.printed
                if source.style("grid_before") and at and not heading:
                    skip = 1
                else:
                    merge = None if many == 1 or heading else ("continue" if at else "restart")
                    cells += cell(_said(shown), widths[0], merge=merge)
            column = 0 if given.form == "days" else 1
            merge = None if len(sitting.rows) < 2 else ("continue" if count else "restart")
            cells += cell(_said("" if count else sitting.printed), widths[column], merge=merge)
            cells += _row(source, given, tracks, widths[column + 1 :])
            rows += row(cells, skip=skip)
            at += 1
    return rows


def _row(source: Source, given: Table, tracks: tuple[Row | None, ...], widths: list[float]) -> str:
    cells = ""
    for at in range(max(1, len(given.tracks))):
        found = tracks[at] if at < len(tracks) else None
        label = cell_label(source, found.keys) if found else ""
        inside = paragraph(runs(title(found)), "Cell") if found else ""
        cells += cell(_said(label), widths[2 * at]) + cell(inside, widths[2 * at + 1])
    return cells


def title(row_: Row) -> Rich:
    """The row's words with "(continued)" in italics."""
    suffix = (Piece(" " + row_.suffix, italic=True),) if row_.suffix else ()
    return Rich((*row_.title.pieces, *suffix))


def _block(source: Source, day: Day) -> str:
    text = paragraph(said(day.printed, bold=True), "SingleTxt")
    for sitting in day.sittings:
        if sitting.printed:
            text += paragraph(said(sitting.printed), "SingleTxt")
        for tracks in sitting.rows:
            text += "".join(_block_row(source, found) for found in tracks if found)
    return text


def _block_row(source: Source, found: Row) -> str:
    if not found.keys:
        return paragraph(runs(title(found)), "SingleTxt", indent(84))
    last = found.keys[0].rsplit(".", 1)[-1]
    sub = "." in found.keys[0]
    label = source.style("second").format(last) if sub else source.style("block_item").format(last)
    left = 138 if sub else 126
    return paragraph(
        said(label + "\t", bold=True) + runs(title(found)), "SingleTxt", indent(left, 27 if sub else 42)
    )
