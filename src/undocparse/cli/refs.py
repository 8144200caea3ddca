"""The command `refs`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from undocparse.cli.inputs import Inputs, add_inputs, inputs_of
from undocparse.cli.outputs import spare, unwritten
from undocparse.cli.reading import Documents
from undocparse.words import _

if TYPE_CHECKING:
    from undocparse.model import Document

_SUFFIXES = {".csv": "csv", ".jsonl": "jsonl", ".txt": "table"}


def add_refs(commands: Any) -> None:
    """Add the command to those of the program."""
    about = _("print the references of documents to other documents, resolutions, articles and rules")
    epilog = _(
        "examples:\n"
        "  undocparse refs agenda.pdf\n"
        "  undocparse refs *.pdf -o references.csv\n"
        "  undocparse refs --files-from list.txt --format jsonl"
    )
    refs = commands.add_parser("refs", help=about, description=about, epilog=epilog)
    add_inputs(refs)
    refs.add_argument(
        "-o", "--output", metavar=_("PATH"), help=_("file to write; its suffix tells the format")
    )
    refs.add_argument(
        "--format", choices=["table", "jsonl", "csv"], help=_("a table on a terminal, JSON lines elsewhere")
    )
    refs.add_argument(
        "--verbatim",
        action="store_true",
        help=_("cells of CSV as printed, without the apostrophe that keeps spreadsheets from calculating"),
    )
    refs.set_defaults(run=run_refs, parser=refs)


def run_refs(options: argparse.Namespace) -> int:
    """Print one row a reference; 1 where a file could not be read, else 0.

    Raises:
        UndocparseError: the output cannot be written.
        SystemExit: with 2, the arguments do not go together.
    """
    wanted = _format(options)
    inputs = inputs_of(options)
    documents = Documents(inputs.each)
    with _opened(options.output, inputs) as out:
        if wanted == "jsonl":
            _print_lines(documents, out)
            return documents.failed
        rows = (row for _source, document in documents for row in _rows(document))
        if wanted == "csv":
            _print_csv(rows, out, verbatim=options.verbatim)
        else:
            _print_table(rows, out)
    return documents.failed


def _format(options: argparse.Namespace) -> str:
    """The format asked for by name or by suffix, or what suits where the output goes.

    Raises:
        SystemExit: with 2, the suffix is none.
    """
    if options.format is not None:
        return str(options.format)
    if options.output is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    suffix = Path(options.output).suffix.casefold()
    if suffix not in _SUFFIXES:
        options.parser.error(_("-o needs one of the suffixes %s, or --format") % ", ".join(_SUFFIXES))
    return _SUFFIXES[suffix]


@contextmanager
def _opened(path: str | None, inputs: Inputs) -> Iterator[TextIO]:
    """A file to write to; standard output where there is no path.

    Raises:
        UndocparseError: it cannot be written, or is one of the files that are read.
    """
    if path is None:
        yield sys.stdout
        return
    spare(Path(path), inputs.each)
    with ExitStack() as stack:
        try:
            file = stack.enter_context(
                Path(path).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
            )
        except OSError as error:
            raise unwritten(Path(path), error) from error
        yield file


def _print_lines(documents: Documents, out: TextIO) -> None:
    import json  # noqa: PLC0415 - --help does without

    from undocparse.exports.plain import visible  # noqa: PLC0415

    terminal = out.isatty()
    for _source, document in documents:
        for reference in document.references:
            row = {"source": document.source.name, **reference.model_dump(mode="json")}
            line = json.dumps(row, ensure_ascii=False)
            print(visible(line) if terminal else line, file=out)


def _rows(document: Document) -> Iterator[dict[str, Any]]:
    from undocparse.references.tables import reference_rows  # noqa: PLC0415

    for row in reference_rows(document.source.name, document.references):
        yield {**row, "items": " ".join(row["items"])}


def _print_csv(rows: Iterable[dict[str, Any]], out: TextIO, *, verbatim: bool) -> None:
    import csv  # noqa: PLC0415 - as above

    from undocparse.references.tables import REFERENCE_COLUMNS  # noqa: PLC0415

    writer = csv.DictWriter(out, REFERENCE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row if verbatim else {name: _guarded(value) for name, value in row.items()})


def _guarded(value: Any) -> Any:
    from undocparse.exports.plain import spreadsheet_cell  # noqa: PLC0415 - as above

    return spreadsheet_cell(value) if isinstance(value, str) else value


def _print_table(rows: Iterable[dict[str, Any]], out: TextIO) -> None:
    from itertools import groupby  # noqa: PLC0415 - as above

    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from undocparse.exports.plain import visible  # noqa: PLC0415

    console = Console(file=out)
    heads = _heads()
    for source, found in groupby(rows, key=lambda row: row["source"]):
        table = Table(*heads.values(), title=escape(visible(source)), title_justify="left")
        for row in found:
            table.add_row(*(escape(visible(str(row[name] or ""))) for name in heads))
        console.print(table)


def _heads() -> dict[str, str]:
    """Columns of the table with their headings."""
    return {
        "kind": _("kind"),
        "number": _("number"),
        "body": _("body"),
        "pinpoint": _("pinpoint"),
        "items": _("items"),
        "page": _("page"),
        "text": _("text"),
    }
