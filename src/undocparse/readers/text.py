"""Plain text to pages of lines: as typed, with the alignment that its blanks and tabs make."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from undocparse.errors import NotADocumentError
from undocparse.languages.script import extent
from undocparse.layout.foreign_labels import is_label
from undocparse.layout.pages import Grid, Layout, Line, Page, Run
from undocparse.limits import Budget
from undocparse.readers.encoding import decode
from undocparse.readers.inline import PLAIN, Piece, compose, visible
from undocparse.readers.sniff import TEXT
from undocparse.readers.text_notes import mark_notes
from undocparse.readers.text_tables import TableRows, find_tables, grid_of_rows

CELL = (5.0, 12.0)
"""Width and height in points of a character, as on a typewriter: ten points, six lines an inch."""
SIZE = 10.0
"""Type size in points that goes with it."""

_TAB = 8  # columns
_GAP = re.compile(r"\t+ *| *\t[ \t]*| {2,}")
_LEADERS = re.compile(r"(?<!\.)(?<!\. )((?:\. ?){4,300}|…{2,100})\s*(\d{1,4}|[ivxl]{1,6})$")
_NARROW = re.compile(r"(?<=\S) {2,4}(?=\S)")
_WIDE = re.compile(r"(?<=\S) {5,}(?=\S)")
_NEAR = 6  # rows; those of a table have two or three lines and a blank one between them
_COLUMN_GAP = 5  # blanks: from here on what follows stands in another column
_LABEL = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlIVXL]{1,6})[.)]{0,2}|\d+(?:\.\d+)+\.?|[•▪●○–—*-])")
_WORD_LABEL = re.compile(r"[^\W\d_]+ \d{1,3}(?:\s?\(?[a-z]\))?[.:]?")
_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,3}\.\s?)?\d{2}-\d{4,6}(?:\s*\([A-Z]\))?")
_UNWRAPPED = 132  # characters; no typed line is longer, so those that are were never broken
_PAGE_ROWS = 100  # lines; a page of text with more is no printed page


@dataclass(slots=True)
class _Segment:
    """The part of a typed line that stands in one column."""

    pieces: list[Piece] = field(default_factory=list)
    start: int = 0
    end: int = 0


def read_text(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """Plain text as lines.

    Each typed line is a line (two where a wide gap parts two columns), with a box in the character cells that
    `CELL` gives; form feeds part pages. Rows with tabs and rows drawn with bars become grids. Where lines
    were never broken, each is a whole paragraph.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        NotADocumentError: the bytes are no text.
    """
    text = decode(data)
    if text is None:
        raise NotADocumentError(name, "this is binary data, not text", "save it as PDF, Word or text")
    return Layout("text", TEXT, set_pages(text, budget or Budget(name=name)))


def set_pages(text: str, budget: Budget) -> list[Page]:
    """The pages of a text; they have a height only where form feeds made them."""
    rows_by_page = list(_rows_by_page(text.rstrip("\n\f "), budget))
    whole = _is_unwrapped(rows_by_page)
    pages = []
    number = 0
    for index, rows in enumerate(rows_by_page):
        budget.check()
        page = _page(index + 1, rows, budget, whole=whole)
        mark_notes(page)
        for line in page.lines:
            line.number = number
            number += 1
        pages.append(page)
    if len(pages) > 1 and max(map(len, rows_by_page)) <= _PAGE_ROWS:
        width = max((line.box[2] for page in pages for line in page.lines if line.box), default=0.0)
        for page, rows in zip(pages, rows_by_page, strict=True):
            page.width, page.height = width, max(len(rows), 60) * CELL[1]
    return pages


def _rows_by_page(text: str, budget: Budget) -> Iterator[list[str]]:
    """The rows of each page, as many as may be read; the others are not even parted."""
    pages = budget.pages(text.count("\f") + 1)
    for page in text.split("\f", pages)[:pages]:
        rows = budget.lines(page.count("\n") + 1)
        yield page.split("\n", rows)[:rows]


def _is_unwrapped(rows_by_page: Sequence[Sequence[str]]) -> bool:
    """Whether paragraphs are single lines, however long."""
    long = sum(
        extent(row) > _UNWRAPPED and "\t" not in row and "|" not in row
        for rows in rows_by_page
        for row in rows
    )
    return long > 1 or (long == 1 and sum(bool(row.strip()) for rows in rows_by_page for row in rows) < 10)


def _page(number: int, rows: Sequence[str], budget: Budget, *, whole: bool) -> Page:
    page = Page(number)
    tables = {table.start: table for table in find_tables(rows)}
    edges = _edges_near(rows)
    gap: float | None = None
    at = 0
    while at < len(rows):
        if table := tables.get(at):
            _add_table(table, page, gap, budget)
            at, gap = table.end, 0.0
            continue
        found = typed_lines(rows[at], number, at, whole=whole, edges=edges.get(at, ()))
        for line in found:
            line.gap = gap
        page.lines.extend(found)
        gap = 0.0 if found else (gap or 0.0) + 1.0 if page.lines else None
        at += 1
    return page


def _add_table(table: TableRows, page: Page, gap: float | None, budget: Budget) -> None:
    cells: list[tuple[int, int, int, tuple[Line, ...]]] = []
    for row, texts in enumerate(table.cells):
        for column, cell in enumerate(texts[: budget.cells(len(texts))]):
            lines = []
            for text in cell.texts:
                line = compose([Piece(visible(text))])
                line.page, line.whole, line.column, line.size = page.number, True, column, SIZE
                line.gap = gap if not cells else None
                lines.append(line)
            page.lines.extend(lines)
            cells.append((row, column, cell.columns, tuple(lines)))
    grid: Grid = grid_of_rows(page.number, cells)
    page.grids.append(grid)


def _edges_near(rows: Sequence[str]) -> dict[int, set[int]]:
    """For rows with narrow gaps: where the columns of the rows around them begin.

    In a typed table the longest text of a column leaves two blanks before the next one.
    """
    narrow = [at for at, row in enumerate(rows) if "  " in row and _NARROW.search(row)]
    wide = {at: {gap.end() for gap in _WIDE.finditer(row)} for at, row in enumerate(rows) if "     " in row}
    if not wide:
        return {}
    near = {}
    for at in narrow:
        found = [wide[other] for other in range(at - _NEAR, at + _NEAR + 1) if other in wide]
        if found:
            near[at] = set().union(*found)
    return near


def typed_lines(
    row: str, page: int, place: int, *, whole: bool = False, edges: Collection[int] = ()
) -> list[Line]:
    """The lines that a typed row makes: one, or one a column; none where it is blank.

    Args:
        row: without its end.
        page: counted from 1.
        place: how many rows stand above it on the page.
        whole: it is a whole paragraph.
        edges: where columns begin in the rows around it, in characters.
    """
    found = []
    for column, segment in enumerate(_segments(visible(row), edges)):
        line = compose(segment.pieces)
        line.page, line.column, line.whole = page, column, whole
        line.size = SIZE
        line.indent = segment.start * CELL[0]
        line.runs = tuple(_sized(run) for run in line.runs)
        line.box = (line.indent, place * CELL[1] + 2.3, segment.end * CELL[0], (place + 1) * CELL[1])
        found.append(line)
    return found


def _sized(run: Run) -> Run:
    x1 = run.x0 + CELL[0] * len(run.text) if run.x0 or not run.raised else 0.0
    return Run(run.text, run.x0, x1, SIZE, run.bold, run.italic, run.raised)


def _segments(row: str, edges: Collection[int] = ()) -> list[_Segment]:
    """The row's columns, each with its stretches of text."""
    found: list[_Segment] = []
    end = 0
    for text, column in _stretches(row):
        if not found or _starts_column(found[-1], text, column - end, at_edge=column in edges):
            found.append(_Segment(start=column))
        gap = bool(found[-1].pieces)
        found[-1].pieces.append(Piece(text, PLAIN, gap, column * CELL[0]))
        end = found[-1].end = column + len(text)
        if leaders := _LEADERS.search(text):  # the page number of a table of contents is a column
            cut = leaders.start(2)
            found[-1].pieces[-1].text = text[:cut].rstrip()
            found[-1].end -= len(text) - cut
            found.append(_Segment([Piece(text[cut:], x0=(column + cut) * CELL[0])], column + cut, end))
    return found


def _stretches(row: str) -> Iterator[tuple[str, int]]:
    """Text between gaps, with the column that it begins in."""
    place = column = 0
    for gap in [*_GAP.finditer(row), None]:
        until = gap.start() if gap else len(row)
        text = row[place:until]
        if text.strip():
            yield text.strip(), column + len(text) - len(text.lstrip())
        if gap:
            into = (column + len(text)) % _TAB
            column += len(text) - into + len((" " * into + gap[0]).expandtabs(_TAB))
            place = gap.end()


def _starts_column(segment: _Segment, text: str, gap: int, *, at_edge: bool) -> bool:
    last = segment.pieces[-1].text
    if _LABEL.fullmatch(last) or _WORD_LABEL.fullmatch(last) or is_label(last):
        return gap >= 4 * _COLUMN_GAP
    if gap < _COLUMN_GAP and (not at_edge or last[-1] in ".:;!?"):
        return False
    return not (_JOB_NUMBER.fullmatch(last) and text[:1].isdigit())
