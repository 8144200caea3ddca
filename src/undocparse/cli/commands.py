"""All commands of the program, and what belongs to none of them."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from undocparse.cli.arguments import Arguments
from undocparse.cli.batch import add_batch
from undocparse.cli.compare import add_compare
from undocparse.cli.completion import add_completion
from undocparse.cli.parse import add_parse
from undocparse.cli.refs import add_refs
from undocparse.version import __version__
from undocparse.words import _


def program() -> Arguments:
    """The parser of the whole command line, its texts in the language spoken."""
    parser = Arguments(prog="undocparse", description=_description(), epilog=_epilog())
    parser.add_argument("--version", action=_Version, nargs=0, help=_("print the version and exit"))
    commands = parser.add_subparsers(
        required=True, metavar=_("COMMAND"), title=_("commands"), parser_class=Arguments
    )
    add_parse(commands)
    add_refs(commands)
    add_batch(commands)
    add_compare(commands)
    _add_schema(commands)
    add_completion(commands, program)
    return parser


class _Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print(f"undocparse {__version__}")
        parser.exit()


def _description() -> str:
    return _(
        "Reads United Nations meeting agendas (PDF, Word, HTML, text) and gives back their items,\n"
        "annotations, timetables, mastheads and references."
    )


def _epilog() -> str:
    return _(
        "examples:\n"
        "  undocparse parse agenda.pdf                  show a document\n"
        "  undocparse parse agenda.pdf -o agenda.json   write it as JSON\n"
        "  undocparse parse *.pdf -o results/           one JSON file for each\n"
        "  undocparse refs *.docx --format csv          a table of what they cite\n"
        "  undocparse batch FOLDER --out DIR            read an archive into tables\n"
        "\n"
        "exit codes: 0 everything was read; 1 a file could not be read; 2 the command was misused"
    )


def _add_schema(commands: Any) -> None:
    about = _("print the JSON Schema of a document")
    schema = commands.add_parser("schema", help=about, description=about)
    schema.set_defaults(run=_schema, parser=schema)


def _schema(_options: argparse.Namespace) -> int:
    import json  # noqa: PLC0415 - --help needs none of these

    from undocparse.exports.schema import document_schema  # noqa: PLC0415

    json.dump(document_schema(), sys.stdout, indent=1, ensure_ascii=False)
    print()
    return 0
