"""Finds the columns of a table from where its text begins, and from drawn verticals where there are any."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from undocparse.layout.grids_pieces import Piece
from undocparse.layout.pages import Ruling

_NEAR = 3.0  # points; left edges of one column agree to within this
_ABREAST = 250  # places where texts begin; on paper no more than 200 lie `_NEAR` apart from one another
_HANG = 24.0  # points; lines hang no farther behind a bullet
_CROSSED = 0.25  # of the texts that begin at an edge: when more than these run over it, it is none


def _never(_: str) -> bool:
    return False


def _never_so(_: str, __: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class CellWords:
    """What the maker of a table knows of its words.

    Attributes:
        starts: whether a line (second) begins a cell of its own below the text of the cell so far (first).
        heads: whether a text is the heading of a column.
        labels: whether a text is nothing but the label of what follows ("Item 5").
        masthead: whether a text is what only mastheads have ("Distr.: General").
        waits: whether the text of a cell so far (first) is cut short, and a line (second) completes it.
        titles: whether a text is the title of an annex or of a timetable: another table begins below.
    """

    starts: Callable[[str, str], bool]
    heads: Callable[[str], bool]
    labels: Callable[[str], bool] = str.isdigit
    masthead: Callable[[str], bool] = _never
    titles: Callable[[str], bool] = _never
    waits: Callable[[str, str], bool] = _never_so


def column_edges(
    rows: Sequence[Sequence[Piece]], rulings: Sequence[Ruling], heads: Callable[[str], bool]
) -> list[float]:
    """Left edges of the columns, in points; a single one where the text has no columns.

    An edge is where texts begin that have something to their left in the same row, and that hardly any
    text runs over. Rows of a single text at the left margin are headings across the table and have no say.

    Args:
        rows: as `rows_of` gives them.
        rulings: drawn lines of the same pages.
        heads: whether a text is the heading of a column; where several stand in a row, columns begin there.
    """
    drawn = _drawn_edges(rows, rulings)
    if len(drawn) > 2:
        return drawn
    pieces = [piece for row in rows for piece in row]
    left = min((piece.x0 for piece in pieces), default=0.0)
    voting = [row for row in rows if len(row) > 1 or row[0].x0 > left + _NEAR]
    headed = _headed(rows, heads)
    edges = [left]
    candidates = _candidates(pieces)
    if len(candidates) > _ABREAST:
        return edges
    for edge, starts in candidates:
        named = any(abs(edge - x0) <= _NEAR for x0 in headed)
        if edge <= edges[-1] + 2 * _NEAR or (starts < 2 and not named):
            continue
        if _is_edge(edge, starts, voting, edges[-1], named=named) or (
            starts > 1 and _stands_clear(edge, rows, voting, edges[-1])
        ):
            edges.append(edge)
    return edges


def _headed(rows: Sequence[Sequence[Piece]], heads: Callable[[str], bool]) -> list[float]:
    """Where the headings of columns begin."""
    for row in rows:
        found = [piece.x0 for piece in row if heads(piece.runs[0].text)]
        if len(found) > 1:
            return [piece.x0 for piece in row]
    return []


def set_columns(
    rows: Sequence[Sequence[Piece]], edges: Sequence[float], words: CellWords
) -> list[list[Piece]]:
    """The rows again, with the runs of one line and column joined to one piece each.

    A run that reaches into the next column and ends in what begins a cell there ("… gardens 5.1") is cut.
    """
    return [
        _joined([_placed(part, edges) for piece in row for part in _cut(piece, edges, words)]) for row in rows
    ]


def _candidates(pieces: Sequence[Piece]) -> list[tuple[float, int]]:
    """Places where texts begin, with how many do, from the left."""
    found: list[list[float]] = []
    for x0 in sorted(piece.x0 for piece in pieces):
        if found and x0 - found[-1][0] <= _NEAR:
            found[-1].append(x0)
        else:
            found.append([x0])
    return [(cluster[0], len(cluster)) for cluster in found]


def _is_edge(
    edge: float, starts: int, rows: Sequence[Sequence[Piece]], before: float, *, named: bool
) -> bool:
    crossing = sum(piece.x0 < edge - _NEAR and piece.x1 > edge - 1 for row in rows for piece in row)
    if named and crossing <= _CROSSED * len(rows):
        return True
    if crossing > max(_CROSSED * starts, 1 if starts > 2 else 0):
        return False
    if edge - before < _HANG and _only_hangs(edge, rows, before):
        return False
    return any(_has_neighbour(row, edge, before) for row in rows if len(row) > 1)


def _stands_clear(
    edge: float, rows: Sequence[Sequence[Piece]], voting: Sequence[Sequence[Piece]], before: float
) -> bool:
    """Whether nothing begins beside the edge, but all of the column before ends there: cells are centred."""
    if any(piece.x0 < edge - _NEAR and piece.x1 > edge - 1 for row in voting for piece in row):
        return False
    ends = [p.x1 for row in rows for p in row if before - _NEAR <= p.x0 < edge - _NEAR and p.x1 < edge - 1]
    return len(ends) > 1


def _only_hangs(edge: float, rows: Sequence[Sequence[Piece]], before: float) -> bool:
    """Whether all that begins at the edge before runs on past this one, or is a bullet: lines hang here."""
    at = [piece for row in rows for piece in row if abs(piece.x0 - before) <= _NEAR]
    return all(piece.x1 > edge or not any(map(str.isalnum, piece.runs[0].text)) for piece in at)


def _has_neighbour(row: Sequence[Piece], edge: float, before: float) -> bool:
    starts = any(abs(piece.x0 - edge) <= _NEAR for piece in row)
    return starts and any(piece.x0 >= before - _NEAR and piece.x1 < edge - 1 for piece in row)


def _drawn_edges(rows: Sequence[Sequence[Piece]], rulings: Sequence[Ruling]) -> list[float]:
    """Verticals that run along most of the table; none where it is not boxed in."""
    pieces = [piece for row in rows for piece in row if piece.line.box]
    if not pieces:
        return []
    height = max(p.line.box[3] for p in pieces if p.line.box) - min(
        p.line.box[1] for p in pieces if p.line.box
    )
    lengths: Counter[int] = Counter()
    for ruling in rulings:
        if not ruling.horizontal:
            lengths[round(ruling.x0 / 2) * 2] += round(ruling.bottom - ruling.top)
    right = max(piece.x0 for piece in pieces)
    xs = sorted(x for x, length in lengths.items() if length > 0.4 * height and x < right + _NEAR)
    return [float(x) for place, x in enumerate(xs) if place == 0 or x - xs[place - 1] > 2 * _NEAR]


def _cut(piece: Piece, edges: Sequence[float], words: CellWords) -> list[Piece]:
    run = piece.runs[0]
    width = piece.x1 - piece.x0
    for edge in edges:
        if not piece.x0 + _NEAR < edge < piece.x1 - 1 or " " not in run.text:
            continue
        at = run.text.rfind(" ", 0, len(run.text))
        while at > 0:
            x = piece.x0 + width * (at + 1) / len(run.text)
            if x < edge - max(9.0, 0.1 * width):
                break
            left, right = run.text[:at].rstrip(), run.text[at + 1 :]
            if abs(x - edge) < max(9.0, 0.1 * width) and words.starts("", right):
                shift = piece.x0 - run.x0
                first = run._replace(text=left, x1=min(x, edge) - shift - 2)
                second = run._replace(text=right, x0=edge - shift)
                return [
                    Piece(piece.line, (first,), piece.x0, first.x1 + shift),
                    Piece(piece.line, (second,), edge, piece.x1),
                ]
            at = run.text.rfind(" ", 0, at)
    return [piece]


def _placed(piece: Piece, edges: Sequence[float]) -> Piece:
    piece.column = max(bisect_right(edges, piece.x0 + _NEAR) - 1, 0)
    reached = bisect_left(edges, piece.x1 - _NEAR) - 1
    piece.columns = max(reached - piece.column, 0) + 1
    return piece


def _joined(row: Sequence[Piece]) -> list[Piece]:
    """One piece for each line and column; none runs over a column that the row fills itself."""
    joined: list[Piece] = []
    for piece in row:
        last = joined[-1] if joined else None
        if last and last.column == piece.column and last.line is piece.line:
            last.runs = (*last.runs, *piece.runs)
            last.x1 = max(last.x1, piece.x1)
            last.columns = max(last.columns, piece.columns)
        else:
            if last:
                last.columns = min(last.columns, max(piece.column - last.column, 1))
            joined.append(piece)
    return joined
