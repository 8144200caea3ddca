"""Finds all tables of a document, joins those that go on over a page, and cuts them into cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from undocparse.layout.grids import grid_of
from undocparse.layout.grids_columns import CellWords
from undocparse.layout.pages import Grid, Layout, Line, Page, PrintedTable
from undocparse.layout.tables.bands import Band, bands_of, head_of
from undocparse.layout.tables.judge import aligned_gutters, is_label, is_table, parting_gutters
from undocparse.layout.tables.rows import Row, common, gaps_in, rows_of_page
from undocparse.layout.tables.rules import frames_of, rules_of

_LOOSE = 6  # rows; no more of a table stand outside its columns at the end or the top of a page
_OPENING = 2  # rows; before a first page has a title, what stands in columns is a masthead (A/80/81)
_LEVEL = 3.0  # points; lines that end nearer to each other may be one row
_LEADING = 1.45  # type sizes; the lines of a paragraph stand no farther apart
_LEAST = 5.0  # points; gutters of one table share more


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
    groups: list[list[_Part]] = []
    for page in layout.pages:
        lines = by_page.get(page.number, ())
        goes_on = bool(groups) and groups[-1][-1].page.number == page.number - 1
        if _has_columns(page, lines, words, goes_on=goes_on):
            _group(groups, _parts(page, lines, words, first=page.number == first), words)
    printed = [table for group in groups if (table := _table(group, layout, words))]
    given = [_given(page, grid) for page in layout.pages for grid in page.grids if any(grid.lines)]
    return sorted([*printed, *given], key=lambda table: table.lines[0].number)


def _given(page: Page, grid: Grid) -> PrintedTable:
    """A table that the format has."""
    lines = sorted(grid.lines, key=lambda line: line.number)
    return PrintedTable(grid, lines, sorted({page.number, *(line.page for line in lines)}))


def _parts(page: Page, lines: Sequence[Line], words: CellWords, *, first: bool) -> list[_Part]:
    """The bands of a page that have columns; of the first page, only those below the masthead."""
    rows = rows_of_page(lines)
    if not any(len(row.stretches) > 1 for row in rows):
        return []
    end = _masthead_end(rows, words) if first else 0
    rows = rows[end:]
    parts = [_Part(page, band, rows) for band in bands_of(rows, frames_of(rows, page.rulings), words)]
    return [part for part in parts if not end or part.band.first > _OPENING]


def _has_columns(page: Page, lines: Sequence[Line], words: CellWords, *, goes_on: bool) -> bool:
    """Whether a page may have a table, asked of all pages, and so in few words.

    Where labels before their texts are all that is set apart, it has one only if it is drawn or goes on.
    """
    if _stand_level(lines):
        return True
    several = [line for line in lines if len(line.runs) > 1]
    if goes_on:
        return bool(several)
    apart = [line for line in several if gaps_in(line)]
    if all(_is_labelled(line, words) for line in apart):
        return bool(apart) and len(rules_of(page.rulings)) > 1
    return True


def _stand_level(lines: Sequence[Line]) -> bool:
    feet = [line.box[3] for line in lines if line.box]
    return any(abs(foot - above) < _LEVEL for above, foot in pairwise(feet))


def _is_labelled(line: Line, words: CellWords) -> bool:
    """Whether a line has one gap, behind its label."""
    return gaps_in(line) == [1] and is_label(line.runs[0].text.strip(), words)


def _masthead_end(rows: Sequence[Row], words: CellWords) -> int:
    """Place of the row below the last one that only a masthead has."""
    marked = [n for n, row in enumerate(rows) if any(words.masthead(s.text) for s in row.stretches)]
    return marked[-1] + 1 if marked else 0


def _group(groups: list[list[_Part]], parts: Iterable[_Part], words: CellWords) -> None:
    """Add the parts of a page to the tables so far: to the one that ended the page before, or as new ones."""
    for part in parts:
        if groups and _goes_on(groups[-1], part, words):
            groups[-1].append(part)
        elif is_table(part.band, words) and (part.band.ruled or not (part.is_prose or part.is_split)):
            groups.append([part])


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
    heads = head_of(parts[0].band.rows[0], words)
    return PrintedTable(grid, lines, [part.page.number for part in parts], heads)
