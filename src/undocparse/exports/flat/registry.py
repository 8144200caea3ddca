"""The flat tables of a document: which there are, and what each column holds.

One registry, `tables()`. Rows, CSV, workbooks, data packages, frames and docs/codebook.md are made of it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field

from undocparse.errors import NoSuchKeyError, nearest
from undocparse.model.place import Model

ColumnType = Literal["text", "integer", "number", "flag", "date", "time"]


class Column(Model):
    """A column of a flat table.

    Attributes:
        name: as in the head of the table; the name of the archive's column that holds the same.
        type: of its values; dates are ISO 8601 and times `HH:MM`, both as text in rows.
        description: what it holds, in one sentence.
        example: a value of it.
        unit: of a number (`pages`); empty where it has none.
        values: all that it may hold; empty where that is open.
        separator: what joins the values of a list; empty where there is one value only.
        required: whether every row has a value.
    """

    name: str
    type: ColumnType = "text"
    description: str
    example: str
    unit: str = ""
    values: tuple[str, ...] = ()
    separator: str = ""
    required: bool = False


class TableSpec(Model):
    """A flat table.

    Attributes:
        name: of the table, of its file, and of its sheet.
        row: what one row is, in one sentence.
        columns: of the table of one document, in order.
        keys: columns that the tables of several documents have besides: the first two before `columns`,
            the last, a long one, behind them. Empty for `documents`, which has them among its own.
        unique: columns that tell a row from all others; empty where a part of them may be without value.
        joins: for a column the table whose `position` it is, within one document.
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    keys: tuple[Column, ...]
    unique: tuple[str, ...] = ()
    joins: dict[str, str] = Field(default_factory=dict)

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns of a table of several documents, in order."""
        return (*self.keys[:2], *self.columns, *self.keys[2:])


@cache
def tables() -> dict[str, TableSpec]:
    """Every table by name, in the order of sheets and files.

    Raises:
        pydantic.ValidationError: the data file is malformed.
    """
    found = tomllib.loads((files(__package__) / "tables.toml").read_text("utf-8"))
    keys = _columns(found.pop("keys"))
    return {name: _table(name, fields, keys if name != "documents" else ()) for name, fields in found.items()}


def table_spec(table: str) -> TableSpec:
    """The table with this name.

    Raises:
        NoSuchKeyError: there is none.
    """
    if table not in tables():
        raise NoSuchKeyError(table, "there is no flat table of this name", nearest(table, tables()))
    return tables()[table]


def _table(name: str, fields: dict[str, Any], keys: tuple[Column, ...]) -> TableSpec:
    columns = _columns(fields.pop("columns"))
    return TableSpec(name=name, columns=columns, keys=keys, **fields)


def _columns(fields: dict[str, dict[str, Any]]) -> tuple[Column, ...]:
    return tuple(Column(name=name, **column) for name, column in fields.items())
