"""Says what a table is and what its columns hold, by what stands in them and over them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from undocparse.languages.matching import folded
from undocparse.layout.pages import Cell
from undocparse.model.tables import TableKind
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.plans import Plan
from undocparse.symbols.find import find as find_symbols

_MOST = 0.6  # of a column's cells: what so many are, the column holds
_MANY = (
    0.3  # of the rows of a list of documents have a symbol; others have titles of items only (A/C.6/80/L.1)
)
_STEP = 3  # numbers of items that follow each other are no farther apart
_ITEMS = 3  # a list has as many
_PAGE = re.compile(r"(?:[.\s…·_]*)(?:\d{1,4}|[ivxl]{1,6})")
_NUMBER = re.compile(r"\d{1,9}")  # of longer ones the beginning
_LABEL = re.compile(r"(?:[(\[]?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|[A-Z])[.)\]]{0,2})")
_NAMES: Mapping[str, str] = {"documents": "symbol"}


def roles_of(plan: Plan, rows: Sequence[Sequence[Cell]], kind: TableKind, reader: CellReader) -> list[str]:
    """What each column holds.

    Args:
        plan: how the table would be read as a timetable.
        rows: below the headings.
        kind: of the table.
        reader: reads cells.
    """
    roles = []
    for place, column in enumerate(plan.columns):
        role = _NAMES.get(column.role, column.role)
        texts = _column(rows, place)
        if is_pages(texts) and kind == "contents":
            role = "page"
        elif kind != "timetable" and _share(rows, place, {"status"}, reader) >= _MOST:
            role = "status"
        elif role == "date":
            role = "day" if kind == "timetable" else "date"
        elif kind in {"contents", "agenda", "documents"} and role == "other" and _is_labels(texts):
            role = "item"
        roles.append(role)
    return roles


def kind_of(
    plan: Plan, rows: Sequence[Sequence[Cell]], owners: Mapping[str, int], *, headed: bool
) -> TableKind:
    """What a table is, where it is no timetable.

    Args:
        plan: what its columns hold.
        rows: below the headings.
        owners: the sections that its lines belong to, with the number of lines.
        headed: whether the title or a heading says "contents" or "page".
    """
    last = _column(rows, len(plan.columns) - 1)
    if is_pages(last) and (headed or _rise(last)):
        return "contents"
    filled = [row for row in rows if any(cell.text.strip() for cell in row)]
    symbols = sum(any(next(find_symbols(cell.text), None) for cell in row) for row in filled)
    if plan.has("documents") or symbols > _MANY * len(filled):
        return "documents"
    total = sum(owners.values()) or 1
    return "agenda" if 2 * owners.get("agenda", 0) > total or _numbers_items(plan, rows) else "other"


def _numbers_items(plan: Plan, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether one column has numbers that rise by little, and the next one to its right what they number."""
    roles = [column.role for column in plan.columns if column.role != "other"]
    if roles != ["item", "title"]:
        return False
    place = next(n for n, column in enumerate(plan.columns) if column.role == "item")
    texts = _column(rows, place)
    numbers = [int(found[0]) for text in texts if (found := _NUMBER.search(text))]
    steps = sum(0 <= b - a <= _STEP for a, b in pairwise(numbers))
    return len(numbers) >= _ITEMS and steps >= _MOST * (len(numbers) - 1)


def _column(rows: Sequence[Sequence[Cell]], place: int) -> list[str]:
    return [
        cell.text.strip()
        for row in rows
        for cell in row
        if cell.column == place and cell.columns == 1 and cell.text.strip()
    ]


def is_pages(texts: Sequence[str]) -> bool:
    """Whether a column holds numbers of pages."""
    return len(texts) > 1 and sum(bool(_PAGE.fullmatch(text)) for text in texts) >= _MOST * len(texts)


def _is_labels(texts: Sequence[str]) -> bool:
    return bool(texts) and all(_LABEL.fullmatch(text) for text in texts)


def _rise(texts: Sequence[str]) -> bool:
    """Whether the numbers of a column rise."""
    numbers = [int(found[0]) for text in texts if (found := _NUMBER.search(text))]
    rising = sum(a <= b for a, b in pairwise(numbers))
    return len(numbers) > 1 and rising >= _MOST * (len(numbers) - 1)


def _share(rows: Sequence[Sequence[Cell]], place: int, signs: set[str], reader: CellReader) -> float:
    cells = [cell for row in rows for cell in row if cell.column == place and cell.text.strip()]
    return sum(reader.sign(cell) in signs for cell in cells) / len(cells) if cells else 0.0


def says_contents(texts: Sequence[str], words: frozenset[str]) -> bool:
    """Whether one of these texts is a word that heads contents or their column of pages."""
    return any(folded(text).strip(" .:*") in words for text in texts)
