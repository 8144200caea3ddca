"""Reads lists of documents that are set as tables, from the rows and columns found in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Cell, PrintedTable
from undocparse.sections.annotations.documentation import is_column_head, row_entry
from undocparse.sections.annotations.entries import Entry, symbols_in, title_of
from undocparse.sections.annotations.vocabulary import Lexicon

_MANY = 0.3  # of the rows of a list of documents have a symbol; the others are yet to be issued
_SAME_EDGE = 6.0  # points

_Row = list[Cell]


class Stretch:
    """Rows of a table that nothing parts.

    Args:
        rows: with their heads, if they have any.
        lexicon: words of the document's language.
    """

    def __init__(self, rows: Sequence[_Row], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._body = [row for row in rows if not _heads(row, lexicon)]
        self._headed = len(self._body) < len(rows)
        cut = bool(rows) and len(rows) > 1 and _heads(rows[-1], lexicon)
        self._edges = [cell.lines[0].indent for cell in rows[-1] if cell.lines][1:] if cut else []
        self._rest: list[Block] = []

    def lists(self, *, announced: bool) -> bool:
        """Whether it lists documents: its heads say so, or many rows have a symbol in a cell of its own.

        Args:
            announced: whether a heading of documents stands above it.
        """
        if not self._body:
            return announced and self._headed
        alone = sum(any(_is_symbol(cell, self._lexicon) for cell in row) for row in self._body)
        if announced:
            return self._headed or alone > 0
        return alone > _MANY * len(self._body) and max(map(len, self._body)) > 1

    def takes(self, block: Block) -> bool:
        """Whether a block below goes on with the last row, which a page and the heads printed again cut."""
        if block.label is not None:
            return False
        return any(abs(block.first.indent - edge) < _SAME_EDGE for edge in self._edges)

    def go_on(self, block: Block) -> None:
        """Take a block that goes on with the last row."""
        self._rest.append(block)
        self._edges = []

    def entries(self) -> Iterator[Entry]:
        """An entry for each row that names a document."""
        entry: Entry | None = None
        for row in self._body:
            cells = [cell for cell in row if cell.text.strip()]
            if entry is not None and _goes_on(row):
                for cell in cells:
                    entry.go_on(cell.text, cell.lines)
                continue
            if entry is not None:
                yield entry
            entry = row_entry([list(cell.lines) for cell in cells], self._lexicon)
        if entry is not None:
            for block in self._rest:
                entry.go_on(block.text, block.lines)
            yield entry


class StretchFinder:
    """The stretches of a table by line: lines that stand alone in a row, across its columns, part them.

    Several lists in the same columns may be found as one table, with headings and paragraphs between them.

    Args:
        table: as found in print.
        lexicon: words of the document's language.
    """

    def __init__(self, table: PrintedTable, lexicon: Lexicon) -> None:
        self._stretches: dict[int, Stretch] = {}
        rows: list[_Row] = []
        for row in filter(None, table.grid.rows):
            if _stands_alone(row):
                self._keep(rows, lexicon)
                rows = []
            else:
                rows.append(row)
        self._keep(rows, lexicon)

    def _keep(self, rows: Sequence[_Row], lexicon: Lexicon) -> None:
        if rows:
            stretch = Stretch(rows, lexicon)
            lines = (line for row in rows for cell in row for line in cell.lines)
            self._stretches.update((line.number, stretch) for line in lines)

    def stretch(self, block: Block) -> Stretch | None:
        """The stretch that a block begins in; None where it stands alone."""
        return self._stretches.get(block.first.number)


def _stands_alone(row: _Row) -> bool:
    """Whether a row is but one text, from the left edge on, and neither a symbol nor the end of a title."""
    filled = [cell for cell in row if cell.text.strip()]
    if len(filled) != 1 or filled[0].column:
        return False
    text = filled[0].text.strip()
    return not text[:1].islower() and not (symbols_in(text) and len(text.split()) == 1)


def _goes_on(row: _Row) -> bool:
    """Whether a row is the end of the one above it: its only text begins small, and has no symbol."""
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) == 1 and filled[0].text[:1].islower() and not symbols_in(filled[0].text)


def _heads(row: Sequence[Cell], lexicon: Lexicon) -> bool:
    """Whether a row holds the heads of columns; one of them may be of a kind that no list knows."""
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    named = sum(is_column_head(text, lexicon) for text in texts)
    return named > 1 and named >= len(texts) - 1


def _is_symbol(cell: Cell, lexicon: Lexicon) -> bool:
    text = cell.text.strip()
    return bool(text) and bool(symbols_in(text)) and not title_of(text, lexicon)
