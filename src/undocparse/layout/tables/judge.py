"""Tells tables from what only looks like one: lists with labels, two-column pages, mastheads, loose gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from undocparse.layout.grids_columns import CellWords
from undocparse.layout.tables.bands import Band, head_of
from undocparse.layout.tables.rows import Gutter, Row, Stretch

_Gutters = Sequence[tuple[Gutter, int]]
_LABEL = re.compile(
    r"(?:[(\[]?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|[A-Z])[.)\]]{1,2}|\d{1,3}(?:\.\d{1,2}){1,3}\.?"
    r"|[IVXL]{1,6}|[A-Z]|[•▪·●○–—*-])"
)
_ALIGNED = 3.0  # points; texts of one column begin or end no farther apart
_MOST = 0.55  # of the rows: what holds for so many is no chance
_TEXT_WIDTH = 11.0  # type sizes; a column of running text is wider
_FULL = 2.5  # type sizes; lines of running text end no farther from the margin
_MANY = 3  # rows
_COLUMNS = 2  # gutters; running text is not set in three columns
_FEW = 2  # rows or rules that may stand together by chance
_GOES_ON = 0.3  # of the lines of running text begin in lower case; in cells a tenth do
_RUNNING = 0.5  # of the lines of a column of text, headings among them
_LABELS = 0.7  # of the rows of a list begin with labels; others are chance gaps


def is_table(band: Band, words: CellWords) -> bool:
    """Whether a band of rows with columns is a table.

    Args:
        band: rows that share white space or rules.
        words: what is known of the words of tables.
    """
    aligned = aligned_gutters(band)
    if band.boxed and (aligned or len(band.rows) > _FEW):
        return True
    if not aligned or band.rules > _FEW:  # above and below the heads, and at the end
        return bool(aligned)
    parting = _parting(band, aligned, words)
    if head_of(band.several[0], words):
        return True
    if len(parting) < _COLUMNS and _is_two_columns(band.rows, parting):
        return False
    if band.ruled:
        return True
    return len(parting) > 1 or any(times >= _MANY for _, times in parting)


def parting_gutters(band: Band, words: CellWords) -> list[tuple[Gutter, int]]:
    """The aligned gutters that do not only part labels from what they label."""
    return _parting(band, aligned_gutters(band), words)


def _parting(band: Band, aligned: _Gutters, words: CellWords) -> list[tuple[Gutter, int]]:
    return [pair for pair in aligned if not _parts_labels(band, pair[0], words)]


def aligned_gutters(band: Band) -> list[tuple[Gutter, int]]:
    """The gutters that text begins to the right of in one line, or ends in one, or stands in the middle."""
    several = band.several
    return [(gutter, times) for gutter, times in band.gutters if times > 1 and _is_aligned(several, gutter)]


def _is_aligned(several: Sequence[Row], gutter: Gutter) -> bool:
    right = [stretch for row in several if (stretch := _right_of(row, gutter))]
    if len(right) < 2:
        return False
    edges = (
        [s.x0 for s in right],
        [s.x1 for s in right],
        [(s.x0 + s.x1) / 2 for s in right],
    )
    return any(_agree(found) >= _MOST * len(right) for found in edges)


def _agree(values: Sequence[float]) -> int:
    """How many of these are within a column's tolerance of each other, at the most frequent place."""
    ordered = sorted(values)
    best, low = 0, 0
    for high, value in enumerate(ordered):
        while value - ordered[low] > _ALIGNED:
            low += 1
        best = max(best, high - low + 1)
    return best


def _right_of(row: Row, gutter: Gutter) -> Stretch | None:
    return next((s for s in row.stretches if s.x0 >= gutter.right - 1), None)


def _left_of(row: Row, gutter: Gutter) -> Stretch | None:
    return next((s for s in reversed(row.stretches) if s.x1 <= gutter.left + 1), None)


def _parts_labels(band: Band, gutter: Gutter, words: CellWords) -> bool:
    """Whether a gutter only parts labels at the left margin from what they label."""
    left = [
        stretch.text.strip()
        for row in band.several
        if (stretch := _left_of(row, gutter)) and stretch is row.stretches[0] and _right_of(row, gutter)
    ]
    labels = sum(is_label(text, words) for text in left)
    return labels >= _LABELS * max(len(left), 1)


def is_label(text: str, words: CellWords) -> bool:
    """Whether a text is the number, letter or bullet of an entry and nothing else."""
    return bool(_LABEL.fullmatch(text) or words.labels(text))


def _is_two_columns(rows: Sequence[Row], gutters: _Gutters) -> bool:
    """Whether both sides of a gutter are running text, whose lines fill their columns."""
    return any(_parts_text(rows, gutter) for gutter, times in gutters if times > 1)


def _parts_text(rows: Sequence[Row], gutter: Gutter) -> bool:
    left = [s for row in rows for s in row.stretches if s.x1 <= gutter.left + 1]
    right = [s for row in rows for s in row.stretches if s.x0 >= gutter.right - 1]
    return _fills(left, rows[0].size) and _fills(right, rows[0].size)


def _fills(side: Sequence[Stretch], size: float) -> bool:
    """Whether most lines reach the margin or go on with the sentence of the line above."""
    said = [s for s in side if not _LABEL.fullmatch(s.text.strip())]
    if len(said) <= _MANY:
        return False
    left, right = min(s.x0 for s in side), max(s.x1 for s in side)
    running = sum(s.x1 > right - _FULL * size or s.text[:1].islower() for s in said)
    goes_on = sum(s.text[:1].islower() for s in said)
    text = running >= _RUNNING * len(said) or goes_on >= _GOES_ON * len(said)
    return right - left > _TEXT_WIDTH * size and text
