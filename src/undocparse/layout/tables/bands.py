"""Finds the bands of a page that are tables: rules, or white space that neighbouring rows share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from undocparse.layout.grids_columns import CellWords
from undocparse.layout.tables.rows import Gutter, Row, common
from undocparse.layout.tables.rules import Frame

_APART = 5.0  # type sizes; rows without rules that stand farther apart are not one table
_ACROSS = 3  # rows; headings within a table take no more before its columns go on
_WIDE = 0.9  # of the band's width: rows across the columns that are wider are running text
_WITHIN = 1.45  # type sizes; lines of one cell stand no farther apart
_ALIGNED = 3.0  # points


@dataclass(slots=True)
class Band:
    """Neighbouring rows with columns.

    Attributes:
        rows: top to bottom.
        gutters: the white space between its columns, with the number of rows that have text on both sides.
        rules: how many rules hold it together.
        boxed: whether drawn verticals part its columns.
        first: place of its first row on the page.
        end: place of the row after its last one.
    """

    rows: list[Row]
    first: int
    end: int
    gutters: list[tuple[Gutter, int]] = field(default_factory=list)
    rules: int = 0
    boxed: bool = False

    @property
    def ruled(self) -> bool:
        """Whether rules hold it together."""
        return self.rules > 0

    @property
    def several(self) -> list[Row]:
        """Rows with text in several columns."""
        return [row for row in self.rows if len(row.stretches) > 1]

    def takes(self, row: Row) -> bool:
        """Lay a row's white space over the band's; false where they share none."""
        if len(row.stretches) < 2:
            return False
        gaps = list(row.gaps)
        hits: list[tuple[Gutter, int]] = []
        crossed: list[tuple[Gutter, int]] = []
        kept: list[tuple[Gutter, int]] = []
        for gutter, times in self.gutters:
            shared = next((both for gap in gaps if (both := common(gutter, gap, row.size))), None)
            if shared:
                hits.append((shared, times + 1))
            elif row.crosses(gutter):
                crossed.append((gutter, times))
            else:
                kept.append((gutter, times))
        if self.gutters and (not hits or sum(t for _, t in crossed) > 2 * sum(t for _, t in hits)):
            return False
        kept += [(gutter, times) for gutter, times in crossed if times > 2]
        fresh = [(gap, 1) for gap in gaps if not any(_touch(gap, gutter) for gutter, _ in self.gutters)]
        self.gutters = sorted([*hits, *kept, *fresh])
        return True

    def crosses(self, row: Row) -> bool:
        """Whether a row's text runs over the band's columns.

        Text that begins in line with a column's text is in that column, whatever it runs over there: the
        number of an item has room for no more.
        """
        strong = [gutter for gutter, times in self.gutters if times > 1] or [g for g, _ in self.gutters]
        crossed = [gutter for gutter in strong if row.crosses(gutter)]
        return bool(crossed) and not any(
            0 <= row.x0 - gutter.right + _ALIGNED <= 2 * _ALIGNED for gutter in strong
        )


def _touch(one: Gutter, other: Gutter) -> bool:
    return one.left < other.right and other.left < one.right


def head_of(row: Row, words: CellWords) -> tuple[str, ...]:
    """The heads of columns in a row; empty where it has no two, or one and the row is not bold."""
    if len(row.stretches) < 2:
        return ()
    texts = [stretch.text for stretch in row.stretches]
    return tuple(map(str.casefold, texts)) if sum(map(words.heads, texts)) > (not row.bold) else ()


def bands_of(rows: Sequence[Row], frames: Sequence[Frame], words: CellWords) -> list[Band]:
    """The bands of a page with columns, top to bottom; which of them are tables is another question.

    Args:
        rows: of the page, top to bottom.
        frames: the rows that rules hold together.
        words: what is known of the words of tables: heads of columns and titles begin another one.
    """
    bands: list[Band] = []
    framed = {frame.first: frame for frame in frames}
    at = 0
    while at < len(rows):
        frame = framed.get(at)
        if frame is None and len(rows[at].stretches) < 2:
            at += 1
            continue
        if frame:
            band = _framed(rows, frame)
        else:
            band = Band([rows[at]], at, at + 1, [(gap, 1) for gap in rows[at].gaps])
        _grow(band, rows, framed, words, closed=frame is not None and not frame.is_head)
        bands.append(band)
        at = band.end
    return bands


def _framed(rows: Sequence[Row], frame: Frame) -> Band:
    band = Band(
        list(rows[frame.first : frame.end]), frame.first, frame.end, rules=frame.rules, boxed=frame.boxed
    )
    for row in band.rows:
        band.takes(row)
    return band


def _grow(
    band: Band, rows: Sequence[Row], framed: dict[int, Frame], words: CellWords, *, closed: bool
) -> None:
    """Add the rows below that have the same columns; below a closing rule the very next one must."""
    at, last = band.end, band.end
    while at < len(rows):
        row, above = rows[at], rows[at - 1]
        if row.top - above.bottom > _APART * row.size or _begins(band, row, words):
            break
        if frame := framed.get(at):
            if not _same_columns(band, rows[frame.first : frame.end]):
                break
            for inner in rows[frame.first : frame.end]:
                band.takes(inner)
            band.rules, band.boxed = band.rules + frame.rules, band.boxed or frame.boxed
            at = last = frame.end
            closed = not frame.is_head
            continue
        if band.takes(row):
            last, closed = at + 1, False
        elif closed or (band.crosses(row) and _ends(band, row, at - last)):
            break
        at += 1
    band.end = _with_rest(band, rows, last, at)
    band.rows = list(rows[band.first : band.end])


def _same_columns(band: Band, rows: Sequence[Row]) -> bool:
    trial = Band([], 0, 0, list(band.gutters))
    several = [row for row in rows if len(row.stretches) > 1]
    return not several or any(trial.takes(row) for row in several)


def _begins(band: Band, row: Row, words: CellWords) -> bool:
    """Whether a row begins another table: other heads of columns, or a title across."""
    heads = head_of(row, words)
    if heads:
        return heads != head_of(band.rows[0], words)
    if len(row.stretches) != 1 or not row.bold:
        return False
    inside = any(abs(row.x0 - gutter.right) <= _ALIGNED for gutter, _ in band.gutters)
    return not inside and words.titles(row.text)


def _ends(band: Band, row: Row, since: int) -> bool:
    """Whether a row across the columns is the first one below the table."""
    return len(row.stretches) > 1 or since >= _ACROSS or _is_prose(band, row)


def _is_prose(band: Band, row: Row) -> bool:
    left = min(r.x0 for r in band.rows)
    right = max(r.x1 for r in band.rows)
    return row.x1 - row.x0 > _WIDE * (right - left) and not row.bold


def _with_rest(band: Band, rows: Sequence[Row], last: int, stop: int) -> int:
    """Where the band ends: with what goes on from the last row that has several columns."""
    edges = [gutter.right for gutter, times in band.gutters if times > 1]
    end = last
    while end < stop:
        row, above = rows[end], rows[end - 1]
        close = row.top - above.top <= _WITHIN * row.size
        under = any(abs(row.x0 - s.x0) <= _ALIGNED for s in above.stretches)
        right = edges and row.x0 >= min(edges) - _ALIGNED
        if band.crosses(row) or not (right or (close and under)):
            break
        end += 1
    return end
