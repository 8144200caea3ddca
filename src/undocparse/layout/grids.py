"""Builds tables with merged cells out of printed lines: columns by alignment, rows by baselines and gaps.

UN timetables have horizontal rules only, or none at all, so the text itself must show what is a cell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from undocparse.layout.grids_centred import settle_centred
from undocparse.layout.grids_columns import CellWords, column_edges, set_columns
from undocparse.layout.grids_pieces import Piece, line_of, rows_of
from undocparse.layout.pages import Cell, Grid, Layout, Line, Ruling

_WIDER = 1.25  # of the usual distance between lines: from here on a new cell begins
_SINGLE = 1.3  # type sizes; the lines of a cell are no further apart
_WIDE = 12.0  # type sizes; in narrower columns lines are too uneven to show where a paragraph ends
_OPEN_END = re.compile(r"(?<!\w)[a-zà-ÿ]{1,3}$")  # a line that ends in "of", "the", "du" goes on
_REMARK = re.compile(r"\([^()]{1,24}\)[)\].;]*$")  # "(continued)", "(i))": no cell begins with these
_DASHES = ("-", "–", "—")
_LEVEL = 0.5  # of the type size: cells that begin nearer than this begin in one row


@dataclass(slots=True)
class _Block:
    """Successive pieces of one column that make a cell."""

    column: int
    columns: int
    pieces: list[Piece]
    lines: list[Line]
    text: str
    top: float
    row: int = 0

    def add(self, piece: Piece, line: Line) -> None:
        self.pieces.append(piece)
        self.lines.append(line)
        self.columns = max(self.columns, piece.columns)
        self.text = f"{self.text} {line.text}" if self.text else line.text

    @property
    def page(self) -> int:
        return self.pieces[0].line.page

    @property
    def bottom(self) -> float:
        last = self.pieces[-1].line
        return last.box[3] if last.box and last.page == self.page else self.top

    @property
    def size(self) -> float:
        return self.pieces[0].line.size

    @property
    def key(self) -> tuple[int, float]:
        return self.page, self.top


def grid_of(lines: Sequence[Line], layout: Layout, words: CellWords) -> Grid | None:
    """The table that these lines make; null where their text has no columns.

    Cells that reach down to the next cell of their column have row spans, texts that run over several columns
    have column spans. The table may run over several pages.

    Args:
        lines: of the table only, in reading order, without furniture and footnotes.
        layout: where the lines come from; its pages have the drawn lines.
        words: what is known of the words of such tables.
    """
    rows = rows_of(lines)
    if not rows:
        return None
    rulings = _rulings_around(rows, layout)
    edges = column_edges(rows, [ruling for found in rulings.values() for ruling in found], words.heads)
    if len(edges) < 2:
        return None
    rows = set_columns(rows, edges, words)
    across = {page: [ruling for ruling in found if ruling.horizontal] for page, found in rulings.items()}
    blocks = _Cutter(rows, across, words).blocks()
    _centre(blocks, across)
    settle_centred(blocks)
    tops = _number_rows(blocks)
    return Grid(rows[0][0].line.page, tuple(_cells(blocks, len(tops))))


def _rulings_around(rows: Sequence[Sequence[Piece]], layout: Layout) -> dict[int, list[Ruling]]:
    """Drawn lines of the pages, as far as they stand between or around the rows."""
    spans: dict[int, tuple[float, float]] = {}
    for row in rows:
        box = row[0].line.box
        if box:
            top, bottom = spans.get(row[0].line.page, (box[1], box[3]))
            spans[row[0].line.page] = (min(top, box[1]), max(bottom, box[3]))
    pages = {page.number: page for page in layout.pages if page.number in spans}
    return {
        number: [
            r for r in page.rulings if spans[number][0] - 40 <= r.top and r.bottom <= spans[number][1] + 40
        ]
        for number, page in pages.items()
        for top, bottom in [spans[number]]
    }


class _Cutter:
    """Cuts the columns of a table into cells."""

    def __init__(
        self, rows: Sequence[Sequence[Piece]], rulings: dict[int, list[Ruling]], words: CellWords
    ) -> None:
        self._rows = rows
        self._rulings = rulings
        self._words = words
        self._usual = _usual_pitch(rows)
        self._right: dict[int, float] = {}
        for row in rows:
            for piece in row:
                if piece.columns == 1:
                    self._right[piece.column] = max(self._right.get(piece.column, 0.0), piece.x1)

    def blocks(self) -> list[_Block]:
        """All cells, top to bottom."""
        finished: list[_Block] = []
        open_: dict[int, _Block] = {}
        for row in self._rows:
            begun = False
            for piece in row:
                before = open_.get(piece.column)
                line = line_of(piece)
                waits = before is not None and self._waits(before.text, line.text)
                if (
                    before
                    and (waits or not begun or line.text[:1].islower() or _REMARK.match(line.text))
                    and self._continues(before, piece, line.text, row)
                ):
                    before.add(piece, line)
                    continue
                begun = True
                block = _Block(piece.column, piece.columns, [piece], [line], line.text, _top(line))
                open_[piece.column] = block
                finished.append(block)
        return finished

    def _waits(self, text: str, line: str) -> bool:
        """Whether a cell cannot end where it is, and a line can go on with it."""
        return text.endswith(_DASHES) or self._words.waits(text, line)

    def _continues(self, block: _Block, piece: Piece, text: str, row: Sequence[Piece]) -> bool:
        """Whether a piece belongs to the cell above it."""
        last = block.pieces[-1]
        if last.line.page != piece.line.page:
            if self._words.starts(block.text, text):
                return False
            return _continues_overleaf(block, piece, text, row) or self._row_goes_on(row)
        pitch = _top(piece.line) - _top(last.line)
        if pitch > _WIDER * self._usual or self._words.starts(block.text, text):
            return False
        goes_on = text[:1].islower() or text[:1] == "("
        if not goes_on and (not _styles(last) & _styles(piece) or self._was_short(block, piece, text)):
            return False
        return not _ruled(last, piece, self._rulings.get(piece.line.page, []))

    def _row_goes_on(self, row: Sequence[Piece]) -> bool:
        """Whether a page parts the lines of a row: one of its cells goes on in lower case, none begins."""
        texts = [line_of(piece).text for piece in row]
        begins = any(self._words.starts("", text) for text in texts)
        return len(row) > 1 and not begins and any(text[:1].islower() for text in texts)

    def _was_short(self, block: _Block, piece: Piece, text: str) -> bool:
        """Whether a line ends where the next one's first word had room: what follows is another paragraph."""
        right = self._right.get(piece.column, 0.0)
        if right - piece.x0 < _WIDE * piece.line.size or not text[:1].isupper():
            return False
        word = (piece.x1 - piece.x0) * (len(text.split(" ", 1)[0]) + 1) / len(text)
        above = block.lines[-1].text
        ended = not above.endswith((",", *_DASHES)) and not _OPEN_END.search(above)
        return ended and right - block.pieces[-1].x1 > word + 0.8 * piece.line.size


def _continues_overleaf(block: _Block, piece: Piece, text: str, row: Sequence[Piece]) -> bool:
    """A cell goes on over the page where nothing else begins in the row and its text was not at an end."""
    if len(row) > 1 or not (_styles(block.pieces[-1]) & _styles(piece)):
        return False
    last = block.pieces[-1]
    widest = max(each.x1 for each in block.pieces)
    word = (piece.x1 - piece.x0) * len(text.split(" ", 1)[0]) / max(len(text), 1)
    cut = len(block.pieces) > 1 and widest - last.x1 < word
    return text[:1].islower() or (cut and not block.text.endswith((".", ";", ")")))


def _styles(piece: Piece) -> set[tuple[bool, bool]]:
    return {(run.bold, run.italic) for run in piece.runs if not run.raised}


def _usual_pitch(rows: Sequence[Sequence[Piece]]) -> float:
    """Distance of the lines within a cell: the lower ones of those between lines of one column, in points."""
    pitches = []
    last: dict[int, Piece] = {}
    for row in rows:
        for piece in row:
            before = last.get(piece.column)
            if before and before.line.page == piece.line.page:
                pitch = _top(piece.line) - _top(before.line)
                if 0.8 * piece.line.size < pitch < 2.2 * piece.line.size:
                    pitches.append(pitch)
            last[piece.column] = piece
    sizes = Counter(piece.line.size for row in rows for piece in row)
    size = sizes.most_common(1)[0][0] or 10.0
    pitches.sort()
    return min(pitches[len(pitches) // 12] if pitches else _SINGLE * size, _SINGLE * size)


def _ruled(above: Piece, below: Piece, rulings: Sequence[Ruling]) -> bool:
    """Whether a drawn line parts two pieces of a column."""
    top, bottom = _middle(above.line), _middle(below.line)
    middle = (below.runs[0].x0 + min(below.runs[-1].x1, below.runs[0].x0 + 20)) / 2
    return any(top < ruling.top < bottom and ruling.x0 - 4 <= middle <= ruling.x1 + 4 for ruling in rulings)


def _centre(blocks: Sequence[_Block], rulings: dict[int, list[Ruling]]) -> None:
    """Cells set in the middle of their ruled field begin where the field's first text does."""
    pages: dict[int, list[_Block]] = defaultdict(list)
    for block in blocks:
        pages[block.page].append(block)
    for block in blocks:
        field_ = _ruled_field(block, rulings.get(block.page, []))
        if field_ is None or not _is_centred(block, *field_):
            continue
        mates = [b for b in pages[block.page] if field_[0] - 2 <= b.top and b.bottom <= field_[1]]
        if any(b.column == block.column and b is not block for b in mates):
            continue
        block.top = min(_top(b.pieces[0].line) for b in mates)


def _ruled_field(block: _Block, rulings: Sequence[Ruling]) -> tuple[float, float] | None:
    """The drawn lines next above and below a cell; null where one of them is lacking."""
    run, upper, lower = block.pieces[0].runs[0], block.top + 2, block.bottom - 2
    inside = (run.x0 + min(run.x1, run.x0 + 20)) / 2  # a rule of the column before ends at the text's edge
    tops = [r.top for r in rulings if r.x0 <= inside <= r.x1]
    above = [top for top in tops if top <= upper]
    below = [top for top in tops if top >= lower]
    return (max(above), min(below)) if above and below else None


def _is_centred(block: _Block, top: float, bottom: float) -> bool:
    over, under = block.top - top, bottom - block.bottom
    return over > block.pieces[0].line.size and abs(over - under) < max(5.0, 0.15 * (bottom - top))


def _number_rows(blocks: Sequence[_Block]) -> list[tuple[int, float]]:
    """Give each block its row; return where each row begins."""
    tops: list[tuple[int, float]] = []
    for block in sorted(blocks, key=lambda b: b.key):
        level = _LEVEL * (block.pieces[0].line.size or 10.0)
        if not tops or tops[-1][0] != block.page or block.top - tops[-1][1] > level:
            tops.append(block.key)
        block.row = len(tops) - 1
    return tops


def _cells(blocks: Sequence[_Block], rows: int) -> list[Cell]:
    ordered = sorted(blocks, key=lambda b: (b.row, b.column))
    below: dict[int, int] = {}
    spans: dict[int, int] = {}
    for block in reversed(ordered):
        columns = range(block.column, block.column + block.columns)
        spans[id(block)] = min((below.get(column, rows) for column in columns), default=rows) - block.row
        for column in columns:
            below[column] = block.row
    return [_cell(block, max(spans[id(block)], 1)) for block in ordered]


def _cell(block: _Block, rows: int) -> Cell:
    boxes = [line.box for line in block.lines if line.box and line.page == block.page]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    box = boxes[0] if len(boxes) == 1 else (min(lefts), min(tops), max(rights), max(bottoms))
    return Cell(block.row, block.column, tuple(block.lines), rows, block.columns, box)


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2 if line.box else 0.0
