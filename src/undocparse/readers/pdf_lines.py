"""Puts the spans of a page into lines: rows by baseline, runs by style and blank, columns by gap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, pairwise
from operator import attrgetter
from typing import NamedTuple

from undocparse.layout.pages import ASCENT, DESCENT, Line, Ruling, Run
from undocparse.readers.pdf_spans import PdfSpan
from undocparse.readers.pdf_stops import WIDE, Stops
from undocparse.readers.raised import is_mark

_SAME_ROW = 0.22  # of the type size: baselines nearer than this are one row ...
_NEAR = 0.88  # points; ... and nearer than this whatever the size
_RAISED = 0.8  # of the row's type size: what is smaller and stands higher is a footnote mark
_BLANK = 0.16  # of the type size: a gap from here on is a blank
_SHADOW = 1.6  # points: the same text this near is the same text
_COLUMN_GAP = 1.5  # of the type size: a gap from here on ends a line ...
_LABEL_GAP = 7.0  # ... but a number or bullet keeps its text up to this far
_LABEL = re.compile(
    r"(?:[(\[]?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5}|[IVXL]{1,6}|[A-Z])[.)\]]{0,2}|[\d]+(?:\.\d+)+\.?|[•▪·●○–—*-])"
)
_WORD_LABEL = re.compile(r"[^\W\d]+ \d{1,3}(?:\s?\(?[a-z]\))?[.:]?")  # "Item 12."
_INNER_HYPHEN = re.compile("\u00ad(?=\\S)")
_MARK = re.compile(r"[\d*†‡a-z,\s]{1,5}$")


def page_lines(
    spans: Iterable[PdfSpan],
    page: int,
    numbers: Iterator[int] | None = None,
    rulings: Sequence[Ruling] = (),
) -> list[Line]:
    """The lines of a page, row by row from the top, in each row from the left.

    Args:
        spans: in any order, none of them blank.
        page: counted from 1.
        numbers: where the lines' numbers are drawn from.
        rulings: of the page; asked for only where texts stand in columns.
    """
    numbers = count() if numbers is None else numbers
    lines: list[Line] = []
    rows = _join_raised(_rows(_once(_plain_hyphens(list(spans)))))
    stops = Stops(rows, rulings)
    for place in range(len(rows)):
        row = stops.cut(place)
        if len(row) == 1:
            lines.append(_line_of_one(_run(row[0], raised=False), row[0].base, page, next(numbers), 0))
        else:
            columns = enumerate(_columns(_runs(row, stops, place)))
            lines.extend([_line(pieces, page, next(numbers), column) for column, pieces in columns])
    return lines


def _plain_hyphens(spans: list[PdfSpan]) -> list[PdfSpan]:
    """Print code AD as the hyphen that it draws, where a page has it inside its words and numbers.

    Older word processors write all hyphens so; where it stands at line ends only, it parts words there.
    """
    if any("\u00ad" in span.text and _INNER_HYPHEN.search(span.text) for span in spans):
        return [span._replace(text=span.text.replace("\u00ad", "-")) for span in spans]
    return spans


def _once(spans: Iterable[PdfSpan]) -> list[PdfSpan]:
    """Leave out what is printed twice in the same place: shadows, and bold made by overprinting."""
    found: list[PdfSpan] = []
    places: dict[tuple[str, float], list[tuple[float, float]]] = {}
    for span in spans:
        row = span.base // _SHADOW  # so that on a page of one word alone not each is held against all
        if span.size <= 0 or any(
            abs(x - span.x0) < _SHADOW and abs(base - span.base) < _SHADOW
            for near in (row - 1, row, row + 1)
            for x, base in places.get((span.text, near), ())
        ):
            continue
        places.setdefault((span.text, row), []).append((span.x0, span.base))
        found.append(span)
    return found


def _rows(spans: list[PdfSpan]) -> list[list[PdfSpan]]:
    rows: list[list[PdfSpan]] = []
    for span in sorted(spans, key=attrgetter("base")):
        if rows and _is_in_row(span, rows[-1][0]):
            rows[-1].append(span)
        else:
            rows.append([span])
    for row in rows:
        if len(row) > 1:
            row.sort(key=attrgetter("x0"))
    return rows


def _is_in_row(span: PdfSpan, first: PdfSpan) -> bool:
    gap = span.base - first.base
    return gap <= _NEAR or (gap <= _SAME_ROW * span.size and gap <= _SAME_ROW * first.size)


def _join_raised(rows: list[list[PdfSpan]]) -> list[list[PdfSpan]]:
    """Bring superscript marks, which stand on a baseline of their own, into the row that they belong to."""
    for upper, lower in pairwise(rows):
        size = max(s.size for s in lower) if len(lower) > 1 else lower[0].size
        if lower[0].base - upper[0].base > 0.7 * size:
            continue
        marks = [s for s in upper if _belongs_above(s, lower, size)]
        if marks:
            lower[:] = sorted([*lower, *marks], key=lambda s: s.x0)
            upper[:] = [s for s in upper if s not in marks]
    return [row for row in rows if row]


def _belongs_above(span: PdfSpan, row: list[PdfSpan], size: float) -> bool:
    if span.size > _RAISED * size or not _MARK.match(span.text.strip()):
        return False
    close, ahead = 0.6 * size, 2.0 * size  # the mark of a footnote stands some way before its text
    if 0 <= row[0].x0 - span.x1 < ahead:
        return True
    return any(abs(span.x0 - other.x1) < close for other in row)


class _Piece(NamedTuple):
    """A run with what a line needs to know of it."""

    run: Run
    base: float
    after_blank: bool


def _runs(row: list[PdfSpan], stops: Stops, place: int) -> list[_Piece]:
    """The runs of a row of several spans; spans of one style and no wide gap are one run."""
    first = row[0]
    raised = _is_raised(first, None, row[1])
    pieces = [_Piece(_run(first, raised=raised), first.base, first.text[0].isspace())]
    for before, span in pairwise(row):
        last = pieces[-1]
        raised = span.size <= _RAISED * before.size and _is_raised(span, before, None)
        blank = _is_apart(before, span)
        if _continues(last.run, span, raised=raised) and not stops.parts(before, span, place):
            pieces[-1] = _Piece(_joined(last.run, span, blank=blank), span.base, last.after_blank)
        else:
            pieces.append(_Piece(_run(span, raised=raised), span.base, blank or span.text[0].isspace()))
    return pieces


def _run(span: PdfSpan, *, raised: bool) -> Run:
    text, left, right = _ink(span)
    return Run(text, left, right, span.size, span.bold, span.italic, raised)


def _ink(span: PdfSpan) -> tuple[str, float, float]:
    """A span's text with single blanks, and where its ink begins and ends: its place counts blanks, too."""
    printed, blank = span.text, 0.25 * span.size
    text = " ".join(printed.split())
    if len(text) == len(printed):
        return text, span.x0, span.x1
    before, behind = len(printed) - len(printed.lstrip()), len(printed) - len(printed.rstrip())
    return text, span.x0 + blank * before, span.x1 - blank * behind


def _is_apart(before: PdfSpan, span: PdfSpan) -> bool:
    """Whether a blank parts two spans, printed or as a gap."""
    return (
        before.text[-1].isspace()
        or span.text[0].isspace()
        or span.x0 - before.x1 >= _BLANK * min(span.size, before.size)
    )


def _is_raised(span: PdfSpan, before: PdfSpan | None, after: PdfSpan | None) -> bool:
    """Whether a span is a footnote mark: short, smaller than its neighbour, and close behind text or first.

    Engines report a raised mark on its neighbour's baseline where the file raises it by text rise, so the
    size decides and not the place.
    """
    if before is not None and span.size <= _RAISED * before.size:
        mark = span.text.strip()
        if span.x0 - before.x1 >= 0.4 * before.size or not _MARK.match(mark):
            return False
        return not mark[0].isalpha() or is_mark(mark, before.text.rstrip())  # "125e" keeps its raised end
    if before is not None or after is None or span.size > _RAISED * after.size:
        return False
    text = span.text.strip()
    return _MARK.match(text) is not None and text[0] not in "abcdefghijklmnopqrstuvwxyz"


def _continues(before: Run, span: PdfSpan, *, raised: bool) -> bool:
    return (
        before.bold == span.bold
        and before.italic == span.italic
        and before.raised == raised
        and abs(before.size - span.size) < 0.5
        and span.x0 - before.x1 < WIDE * span.size
    )


def _joined(before: Run, span: PdfSpan, *, blank: bool) -> Run:
    text, _, right = _ink(span)
    text = f"{before.text} {text}" if blank else before.text + text
    return Run(text, before.x0, right, before.size, before.bold, before.italic, before.raised)


def _columns(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    if len(pieces) == 1 or _is_spread([piece.run for piece in pieces]):
        yield pieces
        return
    line: list[_Piece] = []
    for piece in pieces:
        if line and _starts_column([p.run for p in line], piece.run):
            yield line
            line = []
        line.append(piece)
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
    if len(pieces) == 1:
        return _line_of_one(pieces[0].run, pieces[0].base, page, number, column)
    text, marks = _text(pieces)
    runs = [piece.run for piece in pieces]
    plain = [run for run in runs if not run.raised] or runs
    longest = max(plain, key=lambda run: len(run.text))
    tallest = max(run.size for run in plain)
    base = max(piece.base for piece in pieces)
    return Line(
        number=number,
        page=page,
        text=text,
        runs=tuple(runs),
        marks=marks,
        box=(runs[0].x0, base - ASCENT * tallest, runs[-1].x1, base + DESCENT * tallest),
        size=longest.size,
        bold=_mostly([run.bold for run in plain], plain),
        italic=_mostly([run.italic for run in plain], plain),
        indent=runs[0].x0,
        column=column,
    )


def _line_of_one(run: Run, base: float, page: int, number: int, column: int) -> Line:
    """What most lines are: one run."""
    box = (run.x0, base - ASCENT * run.size, run.x1, base + DESCENT * run.size)
    return Line(
        number,
        page,
        run.text,
        (run,),
        box=box,
        size=run.size,
        bold=run.bold,
        italic=run.italic,
        indent=run.x0,
        column=column,
    )


def _mostly(marked: list[bool], runs: list[Run]) -> bool:
    """Whether more than half of the text is in marked runs."""
    if not any(marked) or all(marked):
        return marked[0]
    weights = [len(run.text) for run in runs]
    return 2 * sum(compress(weights, marked)) > sum(weights)


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
