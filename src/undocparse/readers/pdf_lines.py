"""Puts the spans of a page into lines: rows by baseline, runs by style and blank, columns by gap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, pairwise
from typing import NamedTuple

from undocparse.layout.pages import Line, Run
from undocparse.readers.pdf_spans import PdfSpan

_SAME_ROW = 0.22  # of the type size: baselines nearer than this are one row
_RAISED = 0.8  # of the row's type size: what is smaller and stands higher is a footnote mark
_BLANK = 0.16  # of the type size: a gap from here on is a blank
_RUN_GAP = 0.85  # of the type size: a gap from here on ends a run
_COLUMN_GAP = 1.5  # of the type size: a gap from here on ends a line ...
_LABEL_GAP = 7.0  # ... but a number or bullet keeps its text up to this far
_LABEL = re.compile(
    r"(?:[(\[]?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5}|[IVXL]{1,6}|[A-Z])[.)\]]{0,2}|[\d]+(?:\.\d+)+\.?|[•▪·●○–—*-])"
)
_WORD_LABEL = re.compile(r"[^\W\d]+ \d{1,3}(?:\s?\(?[a-z]\))?[.:]?")  # "Item 12."
_MARK = re.compile(r"[\d*†‡a-z,\s]{1,5}$")


def page_lines(spans: Iterable[PdfSpan], page: int, numbers: Iterator[int] | None = None) -> list[Line]:
    """The lines of a page, row by row from the top, in each row from the left.

    Args:
        spans: as the engine gives them, in any order, blank ones included.
        page: counted from 1.
        numbers: where the lines' numbers are drawn from.
    """
    numbers = count() if numbers is None else numbers
    rows = _join_raised(_rows(_once(spans)))
    return [line for row in rows for line in _row_lines(row, page, numbers)]


def _once(spans: Iterable[PdfSpan]) -> list[PdfSpan]:
    """Leave out what is printed twice in the same place: shadows, and bold made by overprinting."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for span in spans:
        key = (span.text, round(span.x0 / 2), round(span.base / 2))
        if span.text.strip() and key in seen:
            continue
        seen.add(key)
        kept.append(span)
    return kept


def _rows(spans: list[PdfSpan]) -> list[list[PdfSpan]]:
    rows: list[list[PdfSpan]] = []
    for span in sorted((s for s in spans if s.text and s.size > 0), key=lambda s: s.base):
        if rows and span.base - rows[-1][0].base <= _SAME_ROW * max(min(span.size, rows[-1][0].size), 4.0):
            rows[-1].append(span)
        else:
            rows.append([span])
    return [sorted(row, key=lambda s: s.x0) for row in rows if any(s.text.strip() for s in row)]


def _join_raised(rows: list[list[PdfSpan]]) -> list[list[PdfSpan]]:
    """Bring superscript marks, which stand on a baseline of their own, into the row that they belong to."""
    for upper, lower in pairwise(rows):
        size = max(s.size for s in lower)
        if lower[0].base - upper[0].base > 0.7 * size:
            continue
        marks = [s for s in upper if s.text.strip() and _belongs_above(s, lower, size)]
        if marks:
            lower[:] = sorted([*lower, *marks], key=lambda s: s.x0)
            upper[:] = [s for s in upper if s not in marks]
    return [row for row in rows if any(s.text.strip() for s in row)]


def _belongs_above(span: PdfSpan, row: list[PdfSpan], size: float) -> bool:
    if span.size > _RAISED * size or not _MARK.match(span.text.strip()):
        return False
    close, ahead = 0.6 * size, 2.0 * size  # the mark of a footnote stands some way before its text
    solid = [other for other in row if other.text.strip()]
    if 0 <= solid[0].x0 - span.x1 < ahead:
        return True
    return any(abs(span.x0 - other.x1) < close for other in solid)


class _Piece(NamedTuple):
    """A run with what a line needs to know of it."""

    run: Run
    base: float
    after_blank: bool


def _row_lines(row: list[PdfSpan], page: int, numbers: Iterator[int]) -> Iterator[Line]:
    for column, pieces in enumerate(_columns(_runs(row))):
        yield _line(pieces, page, next(numbers), column)


def _runs(row: list[PdfSpan]) -> list[_Piece]:
    """The row's runs; spans of one style and no wide gap are one run."""
    solid = [s for s in row if s.text.strip()]
    pieces: list[_Piece] = []
    for place, span in enumerate(solid):
        after = solid[place + 1] if place + 1 < len(solid) else None
        raised = _is_raised(span, solid[place - 1] if place else None, after)
        left, right = _left_edge(span), _right_edge(span)
        run = Run(" ".join(span.text.split()), left, right, span.size, span.bold, span.italic, raised)
        blank = span.text[0].isspace() or (place > 0 and _ends_in_blank(solid[place - 1], span))
        if pieces and _continues(pieces[-1].run, run, span):
            pieces[-1] = _Piece(_joined(pieces[-1].run, run, blank=blank), span.base, pieces[-1].after_blank)
        else:
            pieces.append(_Piece(run, span.base, blank))
    return pieces


def _ends_in_blank(before: PdfSpan, span: PdfSpan) -> bool:
    return before.text[-1].isspace() or span.x0 - before.x1 >= _BLANK * min(span.size, before.size)


def _is_raised(span: PdfSpan, before: PdfSpan | None, after: PdfSpan | None) -> bool:
    """Whether a span is a footnote mark: short, smaller than its neighbour, and close behind text or first.

    Engines report a raised mark on its neighbour's baseline where the file raises it by text rise, so the
    size decides and not the place.
    """
    text = span.text.strip()
    if not _MARK.match(text):
        return False
    if before is not None and span.size <= _RAISED * before.size:
        return span.x0 - before.x1 < 0.4 * before.size
    return (
        before is None
        and after is not None
        and span.size <= _RAISED * after.size
        and text[0] not in "abcdefghijklmnopqrstuvwxyz"
    )


def _left_edge(span: PdfSpan) -> float:
    """Where the ink begins: a span's place counts the blanks at its start."""
    blanks = len(span.text) - len(span.text.lstrip())
    return span.x0 + 0.25 * span.size * blanks if blanks else span.x0


def _right_edge(span: PdfSpan) -> float:
    """Where the ink ends: a span's width counts the blanks at its end."""
    blanks = len(span.text) - len(span.text.rstrip())
    return span.x1 - 0.25 * span.size * blanks if blanks else span.x1


def _continues(before: Run, run: Run, span: PdfSpan) -> bool:
    same = (before.bold, before.italic, before.raised) == (run.bold, run.italic, run.raised)
    return same and abs(before.size - run.size) < 0.5 and span.x0 - before.x1 < _RUN_GAP * span.size


def _joined(before: Run, run: Run, *, blank: bool) -> Run:
    text = f"{before.text} {run.text}" if blank else before.text + run.text
    return Run(text, before.x0, run.x1, before.size, before.bold, before.italic, before.raised)


def _columns(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    spread = _is_spread([piece.run for piece in pieces])
    for piece in pieces:
        if line and not spread and _starts_column([p.run for p in line], piece.run):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _is_spread(runs: list[Run]) -> bool:
    """Whether this is a short last line that justification spread over the width, word by word."""
    if len(runs) < 4 or any(" " in run.text for run in runs):
        return False
    gaps = [after.x0 - before.x1 for before, after in pairwise(runs)]
    return max(gaps) - min(gaps) < 0.1 * max(gaps)


def _starts_column(line: list[Run], run: Run) -> bool:
    last = line[-1]
    gap = run.x0 - last.x1
    size = max(min(last.size, run.size), 6.0)
    if gap <= _COLUMN_GAP * size:
        return False
    labelled = _LABEL.fullmatch(last.text) or _WORD_LABEL.fullmatch(last.text)
    return len(line) > 1 or gap > _LABEL_GAP * size or not labelled


def _line(pieces: list[_Piece], page: int, number: int, column: int) -> Line:
    text, marks = _text(pieces)
    runs = [piece.run for piece in pieces]
    plain = [run for run in runs if not run.raised] or runs
    letters = sum(len(run.text) for run in plain)
    tallest = max(run.size for run in plain)
    base = max(piece.base for piece in pieces)
    return Line(
        number=number,
        page=page,
        text=text,
        runs=tuple(runs),
        marks=marks,
        box=(runs[0].x0, base - 0.75 * tallest, runs[-1].x1, base + 0.22 * tallest),
        size=max(plain, key=lambda run: len(run.text)).size,
        bold=2 * sum(len(run.text) for run in plain if run.bold) > letters,
        italic=2 * sum(len(run.text) for run in plain if run.italic) > letters,
        indent=runs[0].x0,
        column=column,
    )


def _text(pieces: list[_Piece]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The runs' text without raised marks, and the marks with their places in it."""
    text = ""
    marks: list[tuple[str, int]] = []
    blank = False
    for piece in pieces:
        if piece.run.raised and text:
            marks.append((piece.run.text, len(text)))
            continue
        blank = bool(text) and (blank or piece.after_blank)
        text += f" {piece.run.text}" if blank else piece.run.text
        blank = piece.run.raised
    return text, tuple(marks)
