"""What Markdown and HTML share: styled text with breaks, set as lines of a single page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Cell, Grid, Line, Page
from undocparse.limits import Budget
from undocparse.readers.grid_width import narrowed
from undocparse.readers.inline import Piece, compose, parts_lines, text_of

BREAK = Piece("\n")
"""A break set by hand; compared by identity."""
BULLET = "•"
INDENT = 18.0
"""Points by which each level of a list is set in; two blanks in Markdown."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block is set.

    Attributes:
        heading: its level as a heading, from 1; 0 for none.
        indent: in points.
        gap: blank lines above.
        label: number or bullet that the format gives, printed before the text.
        column: of the table cell that it stands in.
        strict: every break parts lines, even within a sentence.
        centred: set in the middle of the line.
    """

    heading: int = 0
    indent: float = 0.0
    gap: float | None = None
    label: str = ""
    column: int = 0
    strict: bool = False
    centred: bool = False


@dataclass(slots=True)
class Sheet:
    """The page that lines and grids are set on.

    Attributes:
        budget: how many lines and cells it may take.
        page: with those so far.
    """

    budget: Budget
    page: Page = field(default_factory=lambda: Page(1))

    def add(self, pieces: Iterable[Piece], how: Setting) -> list[Line]:
        """Set a block; a text that brings its own label keeps it and loses a bullet.

        Args:
            pieces: with `BREAK` for breaks.
            how: it is set.

        Returns:
            Its lines, which are whole paragraphs each.
        """
        self.budget.check()
        found: list[Line] = []
        for part in _parts(list(pieces), strict=how.strict):
            line = compose([*_labelled(how.label if not found else "", part), *part])
            if not line.text or not self.put(line):
                continue
            line.whole, line.heading, line.indent, line.column = True, how.heading, how.indent, how.column
            line.bold, line.centred = line.bold or bool(how.heading), how.centred
            line.gap = 0.0 if found else how.gap
            found.append(line)
        return found

    def put(self, line: Line) -> bool:
        """Put a line on the page, numbered; whether there was room for it."""
        if not self.budget.lines(1):
            return False
        line.number = len(self.page.lines)
        self.page.lines.append(line)
        return True

    def add_grid(self, cells: Sequence[Cell]) -> None:
        """Add a table whose lines have been set; a frame of a single cell is none."""
        if len(cells) > 1:
            self.page.grids.append(Grid(self.page.number, tuple(narrowed(cells))))


def _parts(pieces: Sequence[Piece], *, strict: bool) -> list[list[Piece]]:
    """The pieces of each line."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is BREAK:
            rows.append([])
        else:
            rows[-1].append(piece)
    parts = [list(rows[0])]
    for above, below in pairwise(rows):
        if strict or parts_lines(above, below):
            parts.append(list(below))
        else:
            parts[-1] += [Piece(" "), *below]
    return parts


def _labelled(label: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The label as a piece of its own; a list that is only drawn as bullets may number its entries itself."""
    if not label or (label == BULLET and enumerator(text_of(pieces))):
        return []
    first = next((piece for piece in pieces if piece.text.strip()), None)
    if first is None:
        return [Piece(label)]
    first.gap = True
    return [Piece(label, first.style)]
