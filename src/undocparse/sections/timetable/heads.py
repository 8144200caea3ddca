"""The headings of a table's columns: which rows they are, and what they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from undocparse.languages.matching import folded
from undocparse.layout.pages import Cell
from undocparse.sections.timetable.signs import WHEN, Sign
from undocparse.sections.timetable.vocabulary import Patterns, Role

_ROWS = 4  # a table's headings take up no more rows
_SHORT = 45  # characters; the name of a track is no longer
_FIRM: frozenset[Role] = frozenset({"date", "time", "documents", "other"})
"""Roles that one heading of several words may name by itself: titles have the words of the others too."""


class _Signs(Protocol):
    known: Patterns

    def sign(self, cell: Cell) -> Sign: ...


class Heads:
    """The heading cells of a table.

    Args:
        rows: all rows; those of the headings are among the first.
        signs: reads cells.

    Attributes:
        body: the first row below the headings.
        texts: where each heading stands, and what it says, folded.
    """

    def __init__(self, rows: Sequence[Sequence[Cell]], signs: _Signs) -> None:
        self._known = signs.known
        self.body = _body(rows, signs)
        heads = [*rows[: self.body], *self._below_day(rows[self.body :])]
        self.cells = [cell for cells in heads for cell in cells if cell.text.strip()]
        self.texts = {place_of(cell) for cell in self.cells}

    def _below_day(self, rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        """The headings that stand below the first day, where each day has them anew."""
        for cells in rows[1:_ROWS]:
            texts = [cell.text.strip() for cell in cells if cell.text.strip()]
            if len(texts) > 1 and all(self._known.column_roles(text) for text in texts):
                yield cells
                return

    def are(self, cells: Sequence[Cell]) -> bool:
        """Whether a row only repeats the headings, as tables do at the top of a page."""
        printed = [cell for cell in cells if cell.text.strip()]
        return bool(printed) and all(place_of(cell) in self.texts for cell in printed)

    def evidence(self, place: int, *, exact: float, loose: float) -> dict[Role, float]:
        """What the lowest heading of a column says that it holds, and how much that weighs."""
        text = self._lowest(place)
        if roles := self._known.column_roles(text):
            return dict.fromkeys(roles, exact)
        role = self._known.loose_role(text)
        return {role: loose} if role else {}

    def names(self, place: int) -> Role | None:
        """What a heading names outright; the last of several."""
        roles = self._known.column_roles(self._lowest(place))
        return roles[-1] if roles else None

    def track(self, first: int, last: int) -> str | None:
        """The highest heading over these columns that names no column."""
        over = [
            cell.text.strip()
            for cell in self.cells
            if cell.column <= last
            and cell.column + cell.columns > first
            and not self._known.column_roles(cell.text.strip())
        ]
        return over[0] if over else None

    def _lowest(self, place: int) -> str:
        own = [cell for cell in self.cells if cell.column == place and cell.columns == 1]
        return own[-1].text.strip() if own else ""


def place_of(cell: Cell) -> tuple[int, str]:
    """Where a heading stands, and what it says."""
    return cell.column, folded(cell.text)


def _body(rows: Sequence[Sequence[Cell]], signs: _Signs) -> int:
    """The first row below the headings: they stand above the first day or time and name columns or tracks."""
    known, body = signs.known, 0
    for number, cells in enumerate(rows[:_ROWS]):
        filled = [cell for cell in cells if cell.text.strip()]
        texts = [cell.text.strip() for cell in filled]
        exact = [bool(known.column_roles(text)) for text in texts]
        plain = [cell for cell, named in zip(filled, exact, strict=True) if not named]
        if any(signs.sign(cell) in WHEN | {"item", "symbol"} for cell in plain):
            break
        loose = [known.loose_role(text) for text in texts]
        named = any(exact) or any(role in _FIRM for role in loose) or sum(map(bool, loose)) > 1
        if len(texts) == 1 and not named:
            continue
        if named or (number == body and len(texts) > 1 and all(len(text) <= _SHORT for text in texts)):
            body = number + 1
    return body
