"""Flat tables as a Frictionless data package: a CSV file a table, and a descriptor of what they hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from undocparse.exports.flat.csv_files import csv_lines
from undocparse.exports.flat.registry import Column, TableSpec, tables
from undocparse.exports.flat.rows import Row, keyed_rows
from undocparse.model.document import Document

_TYPES = {"text": "string", "flag": "boolean"}  # the other types are called the same
_GUARDED = "A text that a spreadsheet would calculate has an apostrophe before it."
DESCRIPTOR = "datapackage.json"
"""Name of the file that describes the others."""


def write_data_package(documents: Iterable[Document], folder: Path, *, verbatim: bool = False) -> Path:
    """Write a CSV file for each table, and `datapackage.json`, which Frictionless and the like read.

    Documents are taken one by one, so that any number of them can be written.

    Args:
        documents: as parsed; of those with the same bytes the first one is written.
        folder: is made where it is not there; files of these names are replaced.
        verbatim: as for `to_csv`.

    Returns:
        The descriptor's path.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write_tables(_once(documents), folder, verbatim=verbatim)
    descriptor = folder / DESCRIPTOR
    described = json.dumps(package_descriptor(verbatim=verbatim), indent=1, ensure_ascii=False)
    descriptor.write_text(described + "\n", "utf-8")
    return descriptor


def package_descriptor(*, verbatim: bool = False) -> dict[str, Any]:
    """What `datapackage.json` says: a resource for each table, with the schema of its columns."""
    description = "Flat tables of United Nations meeting documents."
    return {
        "profile": "tabular-data-package",
        "name": "undocparse-tables",
        "title": "Meeting documents as tables",
        "description": description if verbatim else f"{description} {_GUARDED}",
        "resources": [_resource(spec) for spec in tables().values()],
    }


def _write_tables(documents: Iterable[Document], folder: Path, *, verbatim: bool) -> None:
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(
                (folder / f"{name}.csv").open("w", encoding="utf-8", errors="backslashreplace", newline="")
            )
            for name in tables()
        }
        for name, spec in tables().items():
            files[name].writelines(csv_lines(spec.all_columns, (), verbatim=verbatim))
        for document in documents:
            for name, spec in tables().items():
                rows: Iterator[Row] = keyed_rows(document, spec)
                lines = csv_lines(spec.all_columns, rows, verbatim=verbatim)
                next(lines)  # names of columns are there
                files[name].writelines(lines)


def _once(documents: Iterable[Document]) -> Iterator[Document]:
    """Each document that was not there before, by its bytes."""
    seen: set[str] = set()
    for document in documents:
        if document.source.sha256 not in seen:
            seen.add(document.source.sha256)
            yield document


def _resource(spec: TableSpec) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": spec.name,
        "path": f"{spec.name}.csv",
        "description": spec.row,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(spec),
    }


def _schema(spec: TableSpec) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in spec.all_columns]}
    if spec.unique:
        schema["primaryKey"] = list(spec.unique)
    if links := list(_links(spec)):
        schema["foreignKeys"] = links
    return schema


def _links(spec: TableSpec) -> Iterator[dict[str, Any]]:
    """To the document, and to what rows of this table are parts of."""
    if spec.keys:
        yield _link(["document"], "documents", ["document"])
    for column, table in spec.joins.items():
        yield _link(["document", column], table, ["document", "position"])


def _link(fields: list[str], table: str, there: list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": table, "fields": there}}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "description": column.description,
        "example": column.example,
    }
    if column.type == "time":
        field["format"] = "%H:%M"
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return field | ({"constraints": constraints} if constraints else {})
