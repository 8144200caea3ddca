"""The command line: a thin face over the library."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from undocparse.cli_batch import add_batch
from undocparse.cli_refs import add_refs
from undocparse.errors import UndocparseError
from undocparse.exports.plain import visible

if TYPE_CHECKING:
    from undocparse.model import Document

_EXIT_CODES = "exit codes: 0 everything was read; 1 a file could not be read; 2 the command was misused"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; those of the process where not given.

    Returns:
        0 where everything was read, 1 where a file could not be read (said in one line on standard error).
    """
    # half a pair of a file's name is written out, as standard error does of itself
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except UndocparseError as error:
        print(f"undocparse: {visible(str(error))}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="undocparse", description=__doc__, epilog=_EXIT_CODES)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    parse = commands.add_parser("parse", help="read one document", epilog=_EXIT_CODES)
    parse.add_argument("file", type=Path)
    formats = ["json", "markdown", "text", "ics"]
    parse.add_argument("--format", choices=formats, help="text on a terminal, json elsewhere")
    parse.set_defaults(run=_parse)
    add_refs(commands)
    add_batch(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of a document")
    schema.set_defaults(run=_schema)
    return parser


def _parse(options: argparse.Namespace) -> int:
    from undocparse.isolation import parse_apart  # noqa: PLC0415 - --help needs no engine

    document = parse_apart(options.file)
    wanted = options.format or ("text" if sys.stdout.isatty() else "json")
    if wanted == "text":
        _show(document)
    else:
        text = _export(document, wanted)
        print(visible(text, lines=True) if sys.stdout.isatty() else text)
    return 0


def _export(document: Document, wanted: str) -> str:
    if wanted == "json":
        return document.to_json(indent=1)
    if wanted == "markdown":
        from undocparse.exports.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(document)
    from undocparse.exports.icalendar import to_ics  # noqa: PLC0415

    return to_ics(document)


def _show(document: Document) -> None:
    from rich.console import Console  # noqa: PLC0415

    from undocparse.exports.summary import summary  # noqa: PLC0415

    console = Console()
    for part in summary(document):
        console.print(part)


def _schema(_options: argparse.Namespace) -> int:
    from undocparse.model import Document  # noqa: PLC0415

    print(json.dumps(Document.model_json_schema(mode="serialization"), indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
