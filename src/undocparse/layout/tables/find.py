"""Finds all tables of a document, joins those that go on over a page, and cuts them into cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from undocparse.layout.grids import grid_of
from undocparse.layout.grids_columns import CellWords
from undocparse.layout.pages import Grid, Layout, Line, Page
from undocparse.layout.tables.bands import Band, bands_of, head_of
from undocparse.layout.tables.judge import aligned_gutters, is_table, parting_gutters
from undocparse.layout.tables.rows import Row, common, rows_of_page
from undocparse.layout.tables.rules import frames_of

_LOOSE = 6  # rows; no more of a table stand outside its columns at the end or the top of a page
_OPENING = 2  # rows; before a first page has a title, what stands in columns is a masthead (A/80/81)
_LEVEL = 3.0  # points; lines that end nearer to each other may be one row
_LEADING = 1.45  # type sizes; the lines of a paragraph stand no farther apart
_LEAST = 5.0  # points; gutters of one table share more


@dataclass(slots=True)
class PrintedTable:
    """A table as it is printed.

    Attributes:
        grid: its cells.
        lines: all its lines, in reading order.
        pages: the pages that it stands on.
    """

    grid: Grid
    lines: list[Line]
    pages: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """The part of a table that stands on one page, and all rows of that page."""

    page: Page
    band: Band
    rows: list[Row]

    @property
    def above(self) -> list[Row]:
        """The page's rows above the part."""
        return self.rows[: self.band.first]

    @property
    def below(self) -> list[Row]:
        """The page's rows below it."""
        return self.rows[self.band.end :]

    @property
    def is_prose(self) -> bool:
        """Whether the rows stand within a paragraph, whose lines are only set wide."""
        rows, band = self.rows, self.band
        around = [(band.rows[0], n) for n in (band.first - 1,) if n >= 0]
        around += [(band.rows[-1], n) for n in (band.end,) if n < len(rows)]
        return any(
            abs(rows[n].top - row.top) <= _LEADING * row.size
            and band.crosses(rows[n])
            and rows[n].x1 >= row.x1 - row.size
            for row, n in around
        )

    @property
    def is_split(self) -> bool:
        """Whether a drawn upright parts two columns of text, with no rule across."""
        top, bottom = self.band.rows[0].top, self.band.rows[-1].bottom
        return any(
            not r.horizontal and r.top <= top + self.band.rows[0].size and r.bottom >= bottom
            for r in self.page.rulings
        )

    def stretch(self, first: int, end: int) -> None:
        """Take in the rows from `first` up to `end`."""
        self.band.first, self.band.end = first, end
        self.band.rows = self.rows[first:end]


def find_tables(layout: Layout, free: Iterable[Line], words: CellWords) -> list[PrintedTable]:
    """The tables of a layout in reading order: those that the format has, and those that the print shows.

    Args:
        layout: any; its pages have the drawn lines.
        free: the lines that may be in a table: no furniture, no footnotes.
        words: what is known of the words of tables.
    """
    by_page: dict[int, list[Line]] = {}
    tabled = {line.number for page in layout.pages for grid in page.grids for line in grid.lines}
    for line in free:
        if line.text.strip() and line.number not in tabled:
            by_page.setdefault(line.page, []).append(line)
    first = min(by_page, default=0)
    parts = [
        part
        for page in layout.pages
        for part in _parts(page, by_page.get(page.number, ()), words, first=page.number == first)
    ]
    printed = [table for group in _groups(parts, words) if (table := _table(group, layout, words))]
    given = [_given(page, grid) for page in layout.pages for grid in page.grids if any(grid.lines)]
    return sorted([*printed, *given], key=lambda table: table.lines[0].number)


def _given(page: Page, grid: Grid) -> PrintedTable:
    """A table that the format has."""
    lines = sorted(grid.lines, key=lambda line: line.number)
    return PrintedTable(grid, lines, sorted({page.number, *(line.page for line in lines)}))


def _parts(page: Page, lines: Sequence[Line], words: CellWords, *, first: bool) -> list[_Part]:
    """The bands of a page that have columns; of the first page, only those below the masthead."""
    if not _has_columns(lines):
        return []
    rows = rows_of_page(lines)
    if not any(len(row.stretches) > 1 for row in rows):
        return []
    end = _masthead_end(rows, words) if first else 0
    rows = rows[end:]
    parts = [_Part(page, band, rows) for band in bands_of(rows, frames_of(rows, page.rulings), words)]
    return [part for part in parts if not end or part.band.first > _OPENING]


def _has_columns(lines: Sequence[Line]) -> bool:
    """Whether any row of a page has two stretches of text; asked of all pages, and so in few words."""
    if any(len(line.runs) > 1 for line in lines):
        return True
    feet = [line.box[3] for line in lines if line.box]
    return any(abs(foot - above) < _LEVEL for above, foot in pairwise(feet))


def _masthead_end(rows: Sequence[Row], words: CellWords) -> int:
    """Place of the row below the last one that only a masthead has."""
    marked = [n for n, row in enumerate(rows) if any(words.masthead(s.text) for s in row.stretches)]
    return marked[-1] + 1 if marked else 0


def _groups(parts: Sequence[_Part], words: CellWords) -> list[list[_Part]]:
    """The parts of each table: those that end a page, and those that go on at the top of the next."""
    groups: list[list[_Part]] = []
    for part in parts:
        if groups and _goes_on(groups[-1], part, words):
            groups[-1].append(part)
        elif is_table(part.band, words) and (part.band.ruled or not (part.is_prose or part.is_split)):
            groups.append([part])
    return groups


def _goes_on(group: Sequence[_Part], part: _Part, words: CellWords) -> bool:
    """Whether a part goes on with the table that ended the page before; its first rows are taken in then."""
    last = group[-1]
    if part.page.number != last.page.number + 1 or not _same_columns(last.band, part.band, words):
        return False
    heads = head_of(part.band.rows[0], words)
    if heads and heads != head_of(group[0].band.rows[0], words):
        return False
    titles = _titles_above(group[0], part, words)
    if titles is None:
        return False
    for rows, band in ((last.below, last.band), (part.above[titles:], part.band)):
        if len(rows) > _LOOSE or any(band.crosses(row) and not row.bold for row in rows):
            return False
    last.stretch(last.band.first, len(last.rows))
    if not heads:
        part.stretch(titles, part.band.end)
    return True


def _titles_above(first: _Part, part: _Part, words: CellWords) -> int | None:
    """How many rows above a part only repeat the title of its table; null where another title is."""
    before = {_plain(row.text) for row in first.above}
    end = 0
    for place, row in enumerate(part.above, start=1):
        if _plain(row.text) in before:
            end = place
        elif len(row.stretches) == 1 and words.titles(row.text):
            return None
    return end


def _plain(text: str) -> str:
    """A title without what says that it goes on ("Annex (continued)")."""
    return text.split("(", 1)[0].strip().casefold()


def _same_columns(one: Band, other: Band, words: CellWords) -> bool:
    """Whether the rows of a band have white space where another band's columns are parted."""
    ours = parting_gutters(one, words)
    if not ours and not other.ruled and not head_of(other.rows[0], words):
        return False  # numbers and what they number go on as any list does
    ours = ours or aligned_gutters(one)
    theirs = [gutter for gutter, _ in other.gutters]
    shared = [gutter for gutter, _ in ours if any(common(gutter, g, 2 * _LEAST) for g in theirs)]
    crossing = sum(any(row.crosses(gutter) for gutter in shared) for row in other.rows)
    return bool(shared) and 2 * len(shared) >= min(len(ours), len(theirs)) and 4 * crossing <= len(other.rows)


def _table(parts: Sequence[_Part], layout: Layout, words: CellWords) -> PrintedTable | None:
    lines = [line for part in parts for row in part.band.rows for line in row.lines]
    lines.sort(key=lambda line: line.number)
    grid = grid_of(lines, layout, words)
    if grid is None:
        return None
    return PrintedTable(grid, lines, [part.page.number for part in parts])
