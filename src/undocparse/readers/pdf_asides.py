"""Text of a PDF page that is not in its flow: watermarks, words in the margin, line numbers, turned cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from undocparse.layout.pages import ASCENT, DESCENT, Line, Region, Ruling, Run
from undocparse.model.place import Box
from undocparse.readers.pdf_spans import PdfPage, PdfSpan

_WATERMARK = 36.0  # points; the largest letter of a masthead, the root of the symbol, has 27
_PALE_WATERMARK = 20.0  # points, for type that is hardly darker than paper
_MARGIN = 6.0  # points between line numbers and text
_STEPS = (1, 5)  # lines are numbered one by one, or every fifth
_FEWEST = {1: 12, 5: 3}  # so many numbers in a row are no list: its entries do not begin on each line
_SMALL = 0.85  # of the usual type size: numbers of lines in the margin are smaller than the text
_EVEN = 1.0  # points; lines of running text stand at one distance
_MOST = 0.7  # of the text; a masthead over the margin is a third of a first page at the most


def asides_of(found: PdfPage, page: int) -> list[Line]:
    """Take what is not in the flow out of a page's spans, and give it as lines.

    Lines of the region `overlay` are furniture; the others are turned text inside the page's columns, as in
    date cells that run down a table's side.

    Args:
        found: its spans are changed.
        page: counted from 1.
    """
    over = [span for span in found.spans if _is_watermark(span, pale=span in found.pale)]
    over += _line_numbers(found.spans)
    if over:
        found.spans = [span for span in found.spans if span not in over]
    lines = [_line(span, _box(span), page, "overlay") for span in over]
    if not found.asides:
        return lines
    left = min((span.x0 for span in found.spans), default=0.0)
    right = max((span.x1 for span in found.spans), default=0.0)
    for aside in found.asides:
        middle = (aside.box[0] + aside.box[2]) / 2
        outside = aside.aslant or not left < middle < right or aside.span.size >= _WATERMARK
        lines.append(_line(aside.span, aside.box, page, "overlay" if outside else "body"))
    return lines


def placed_among(
    lines: list[Line], asides: Sequence[Line], rulings: Sequence[Ruling], numbers: Iterator[int]
) -> list[Line]:
    """The lines of a page with the others among them, all numbered anew.

    Turned text of a cell is given the height of the row that the cell begins with, for there a reader finds
    it: what is beside it all the way down belongs to it.

    Args:
        lines: in reading order; changed in place.
        asides: of the same page.
        rulings: the page's drawn lines, asked for only where there is turned text.
        numbers: where the lines' numbers were drawn from.
    """
    for aside in sorted(asides, key=lambda line: line.box or (0.0,) * 4):
        aside.number = next(numbers)
        at = _row_of(aside, lines, rulings) if aside.region == "body" and aside.box else None
        if at is None or aside.box is None:
            lines.append(aside)
            continue
        row = lines[at].box or aside.box
        aside.box = (aside.box[0], row[1], aside.box[2], row[3])
        lines.insert(at, aside)
    for number, line in zip(sorted(line.number for line in lines), lines, strict=True):
        line.number = number
    return lines


def _row_of(aside: Line, lines: Sequence[Line], rulings: Sequence[Ruling]) -> int | None:
    """Index of the first line of the row that a turned cell begins with."""
    box = aside.box or (0.0,) * 4
    top = max(
        (r.top for r in rulings if r.horizontal and r.top <= box[1] + 1 and r.x0 - 1 <= box[0] <= r.x1),
        default=None,
    )
    boxed = [(i, line.box) for i, line in enumerate(lines) if line.box and line is not aside]
    if top is not None:
        return next((i for i, each in boxed if each[3] > top + 1), None)
    above = [each[1] for _, each in boxed if each[1] <= box[1] + 1]
    return next((i for i, each in boxed if above and each[1] == max(above)), None)


def _is_watermark(span: PdfSpan, *, pale: bool) -> bool:
    return span.size >= (_PALE_WATERMARK if pale else _WATERMARK)


def _line_numbers(spans: list[PdfSpan]) -> list[PdfSpan]:
    """The numbers beside the lines of a page, left or right of all other text.

    Where a masthead is wider than the text below it, small numbers stand left of most of the page.
    """
    numerals = [span for span in spans if len(span.text) <= 3 and span.text.isdigit()]
    if len(numerals) < min(_FEWEST.values()):
        return []
    others = [span for span in spans if span not in numerals]
    if not others:
        return []
    left, right = min(span.x0 for span in others), max(span.x1 for span in others)
    for column in (
        [span for span in numerals if span.x1 < left - _MARGIN],
        [span for span in numerals if span.x0 > right + _MARGIN],
        _beside_most(numerals, others),
    ):
        column.sort(key=lambda span: span.base)
        steps = {int(below.text) - int(above.text) for above, below in pairwise(column)}
        if len(steps) == 1 and (step := steps.pop()) in _STEPS and _counts_rows(column, others, step):
            return column
    return []


def _beside_most(numerals: list[PdfSpan], others: list[PdfSpan]) -> list[PdfSpan]:
    """Small numbers that end at one edge, with most of the text right of it."""
    usual = sorted(span.size for span in others)[len(others) // 2]
    small = [span for span in numerals if span.size < _SMALL * usual]
    if len(small) < _FEWEST[5]:
        return []
    edge = sorted(span.x1 for span in small)[len(small) // 2]
    if sum(span.x0 > edge for span in others) < _MOST * len(others):
        return []
    return [span for span in small if abs(span.x1 - edge) < 1]


def _counts_rows(column: list[PdfSpan], others: list[PdfSpan], step: int) -> bool:
    """Whether as many rows of text stand from one number to the next as they differ by."""
    if len(column) < _FEWEST[step]:
        return False
    if _is_scale(column, others):
        return True
    rows = sorted({round(span.base) for span in others})
    between = [
        sum(above.base - 2 < row <= below.base - 2 for row in rows) for above, below in pairwise(column)
    ]
    return sum(count <= step + 1 for count in between) >= 0.8 * len(between)


def _is_scale(column: list[PdfSpan], others: list[PdfSpan]) -> bool:
    """Whether small numbers stand at one distance down the page, whatever the rows beside them are."""
    usual = sorted(span.size for span in others)[len(others) // 2]
    steps = [below.base - above.base for above, below in pairwise(column)]
    return max(span.size for span in column) < _SMALL * usual and max(steps) - min(steps) < _EVEN


def _box(span: PdfSpan) -> Box:
    return span.x0, span.base - ASCENT * span.size, span.x1, span.base + DESCENT * span.size


def _line(span: PdfSpan, box: Box, page: int, region: Region) -> Line:
    text = " ".join(span.text.split())
    return Line(
        0,
        page,
        text,
        (Run(text, box[0], box[2], span.size, span.bold, span.italic),),
        box=box,
        size=span.size,
        bold=span.bold,
        italic=span.italic,
        indent=box[0],
        region=region,
    )
