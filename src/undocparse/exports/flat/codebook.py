"""What every column of the flat tables holds, for docs/codebook.md and the workbook's last sheet."""

from __future__ import annotations

from undocparse.exports.flat.registry import Column, TableSpec, tables
from undocparse.exports.flat.rows import Row

CODEBOOK_HEADS = ("table", "column", "type", "unit", "description", "example")
"""Columns of `codebook_rows`, in order."""


def codebook_rows() -> list[Row]:
    """One row a column of each table, in order; all values are texts."""
    return [_row(spec, column) for spec in tables().values() for column in spec.all_columns]


def kind_of(column: Column) -> str:
    """The column's type as a person reads it, with what joins a list and whether it is always there."""
    kind = f"list joined by “{column.separator}”" if column.separator else column.type
    return f"{kind}, always" if column.required else kind


def meaning_of(column: Column) -> str:
    """The column's description, with all that it may hold where that is fixed."""
    values = ", ".join(f"`{value}`" for value in column.values)
    return f"{column.description} One of {values}." if values else column.description


def _row(spec: TableSpec, column: Column) -> Row:
    return {
        "table": spec.name,
        "column": column.name,
        "type": kind_of(column),
        "unit": column.unit or None,
        "description": meaning_of(column).replace("`", ""),
        "example": column.example,
    }
