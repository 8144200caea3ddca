"""The command `refs`."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocparse.errors import UndocparseError
from undocparse.exports.plain import spreadsheet_cell, visible

if TYPE_CHECKING:
    from undocparse.model import Document

_SHOWN = ("kind", "number", "body", "pinpoint", "items", "page", "text")


def add_refs(commands: Any) -> None:
    """Add the command to those of the program."""
    refs = commands.add_parser("refs", help="print the references of documents")
    refs.add_argument("files", type=Path, nargs="+")
    refs.add_argument(
        "--format", choices=["table", "jsonl", "csv"], help="a table on a terminal, JSON lines elsewhere"
    )
    refs.add_argument(
        "--verbatim",
        action="store_true",
        help="cells of CSV as printed, without the apostrophe that keeps spreadsheets from calculating",
    )
    refs.set_defaults(run=run_refs)


def run_refs(options: argparse.Namespace) -> int:
    """Print one row a reference; 1 where a file could not be read, else 0."""
    wanted = options.format or ("table" if sys.stdout.isatty() else "jsonl")
    documents = _Documents(options.files)
    if wanted == "jsonl":
        for document in documents:
            for reference in document.references:
                row = {"source": document.source.name, **reference.model_dump(mode="json")}
                line = json.dumps(row, ensure_ascii=False)
                print(visible(line) if sys.stdout.isatty() else line)
    else:
        rows = (row for document in documents for row in _rows(document))
        if wanted == "csv":
            _print_csv(rows, verbatim=options.verbatim)
        else:
            _print_table(rows)
    return documents.failed


class _Documents:
    """The documents of some files; of those that cannot be read a line on standard error says why."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = files
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        from undocparse.isolation import parse_apart  # noqa: PLC0415 - --help needs no engine

        for path in self._files:
            try:
                yield parse_apart(path)
            except UndocparseError as error:
                print(f"undocparse: {visible(str(error))}", file=sys.stderr)
                self.failed = 1


def _rows(document: Document) -> Iterator[dict[str, Any]]:
    from undocparse.references.tables import reference_rows  # noqa: PLC0415

    for row in reference_rows(document.source.name, document.references):
        yield {**row, "items": " ".join(row["items"])}


def _print_csv(rows: Iterable[dict[str, Any]], *, verbatim: bool) -> None:
    from undocparse.references.tables import REFERENCE_COLUMNS  # noqa: PLC0415

    writer = csv.DictWriter(sys.stdout, REFERENCE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row if verbatim else {name: _guarded(value) for name, value in row.items()})


def _guarded(value: Any) -> Any:
    return spreadsheet_cell(value) if isinstance(value, str) else value


def _print_table(rows: Iterable[dict[str, Any]]) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = Console()
    for source, found in groupby(rows, key=lambda row: row["source"]):
        table = Table(*_SHOWN, title=escape(visible(source)), title_justify="left")
        for row in found:
            table.add_row(*(escape(visible(str(row[name] or ""))) for name in _SHOWN))
        console.print(table)
