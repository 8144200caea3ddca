"""The one form that every reader makes and every section reads: pages of lines, and grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, NamedTuple

from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header
from undocparse.model.place import Box, Place

Region = Literal["body", "head", "foot", "note", "overlay"]
"""What the format itself says of a line: Word files know their headers, footers and footnotes; a PDF
says `body` and leaves the rest to `layout.furniture` and `layout.footnotes`, but for what lies over or beside
the text (`overlay`: watermarks, words up the margin, line numbers)."""

ASCENT, DESCENT = 0.75, 0.22
"""How far letters reach above and below the baseline, in type sizes; about the same for all text fonts."""


class Run(NamedTuple):
    """A stretch of a line in one style, without a gap wider than a blank inside.

    Attributes:
        text: as printed; inner blanks kept, none at the ends.
        x0: left edge in points; 0 where the format has no geometry.
        x1: right edge.
        size: type size in points; 0 where unknown.
        bold: by the font's name or the style.
        italic: likewise.
        raised: superscript, which is how footnote marks are set.
    """

    text: str
    x0: float = 0.0
    x1: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(slots=True, eq=False)
class Line:
    """One printed line (PDF, text), or one paragraph where the format knows no lines (Word, Markdown).

    Attributes:
        number: place in the reading order of the whole document; each line has its own.
        page: counted from 1.
        text: runs joined by single blanks; raised footnote marks are left out.
        runs: all runs, raised ones included.
        marks: raised footnote marks, with the offset in `text` that each stands after.
        box: null where the format has no geometry; plain text has that of a typewriter, five by twelve points
            a character.
        size: type size of most of the text, in points; 0 where unknown.
        bold: whether most of the text is bold.
        italic: likewise.
        indent: left edge in points from the page's (PDF) or the text's (Word) left edge; for plain text
            the number of leading blanks times five.
        label: number given by the format and not in `text` (Word's automatic numbering): "1.", "(a)".
        whole: the line is a whole paragraph, so nothing is to be joined to it.
        heading: level of a heading that the format marks as one (Markdown "#", Word "Heading 1"); else 0.
        centred: set in the middle of the line.
        gap: blank space above, in line heights of this line; null where unknown.
        region: what the format says of the line.
        mark: the footnote's mark, for a line of region `note`.
        column: lines of one row in different columns are different lines; this counts them from 0.
        reach: right edge in points of the column of text that it stands in, on a page set in two; else 0.
    """

    number: int
    page: int
    text: str
    runs: tuple[Run, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    indent: float = 0.0
    label: str | None = None
    whole: bool = False
    heading: int = 0
    centred: bool = False
    gap: float | None = None
    region: Region = "body"
    mark: str | None = None
    column: int = 0
    reach: float = 0.0

    @property
    def base(self) -> float:
        """The baseline, in points from the page's upper edge; 0 where there is no geometry."""
        return self.box[3] - DESCENT * self.size if self.box else 0.0


class Ruling(NamedTuple):
    """A drawn horizontal or vertical line, in points from the upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs across the page."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `row` and `column` count grid lines from 0, merged cells stand once.

    Attributes:
        text: of its lines, joined by blanks.
    """

    row: int
    column: int
    lines: tuple[Line, ...]
    rows: int = 1
    columns: int = 1
    box: Box | None = None
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join([line.text for line in self.lines if line.text]))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with row and column spans. Its lines are also among the page's lines.

    Attributes:
        page: where it begins.
        cells: in row order.
        rows: the cells that begin in each row, from the left.
    """

    page: int
    cells: tuple[Cell, ...]
    rows: list[list[Cell]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows: list[list[Cell]] = [[] for _ in range(max((cell.row for cell in self.cells), default=-1) + 1)]
        for cell in sorted(self.cells, key=lambda cell: cell.column):
            rows[cell.row].append(cell)
        object.__setattr__(self, "rows", rows)

    @property
    def lines(self) -> Iterator[Line]:
        """All lines of all cells."""
        return (line for cell in self.cells for line in cell.lines)


@dataclass(slots=True)
class Page:
    """One page; width and height in points, 0 where the format has no geometry."""

    number: int
    width: float = 0.0
    height: float = 0.0
    lines: list[Line] = field(default_factory=list)
    rulings: Sequence[Ruling] = ()
    grids: list[Grid] = field(default_factory=list)


@dataclass(slots=True)
class PrintedTable:
    """A table as it is printed.

    Attributes:
        grid: its cells.
        lines: all its lines, in reading order.
        pages: the pages that it stands on.
        heads: the heads of its columns; empty where it has none that are known.
    """

    grid: Grid
    lines: list[Line]
    pages: list[int] = field(default_factory=list)
    heads: tuple[str, ...] = ()


@dataclass(slots=True)
class Layout:
    """A whole document as pages of lines.

    Attributes:
        reader: `pdf`, `docx`, `doc` (or `rtf`, `odt`, `wpd`, `xml`: read by way of `docx`), `html`, `akn`,
            `text` or `markdown`.
        media_type: by content.
        pages: in order.
        diagnostics: what the reader was not sure of.
        tables: those of all pages in reading order, once they are found.
        masthead: of a format that marks it up; null where it has to be read from the lines.
        language: likewise, as BCP 47 primary subtag.
    """

    reader: str
    media_type: str
    pages: list[Page]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    tables: list[PrintedTable] = field(default_factory=list)
    masthead: Header | None = None
    language: str | None = None

    @property
    def lines(self) -> Iterator[Line]:
        """All lines in reading order."""
        return chain.from_iterable(page.lines for page in self.pages)


def rounded(box: Box | None) -> Box | None:
    """A box to the tenth of a point: what is finer than a printer's dot is noise of the format."""
    if box is None:
        return None
    left, top, right, bottom = box
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def place_of(lines: Iterable[Line]) -> Place | None:
    """Page and boxes of these lines; null where there is none."""
    found = list(lines)
    if not found:
        return None
    boxes = tuple([box for line in found if (box := rounded(line.box))])
    return Place(page=found[0].page, boxes=boxes)


def usual_size(lines: Iterable[Line]) -> float:
    """The type size that most characters are set in, to a tenth of a point; 0 where none is known."""
    printed: dict[float, int] = {}
    for line in lines:
        printed[line.size] = printed.get(line.size, 0) + len(line.text)
    weight: dict[float, int] = {}
    for size, characters in printed.items():
        tenth = round(size, 1)
        weight[tenth] = weight.get(tenth, 0) + characters
    return max(weight, key=lambda size: weight[size], default=0.0)
