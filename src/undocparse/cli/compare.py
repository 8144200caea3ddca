"""The command `compare`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from undocparse.cli.inputs import Input
from undocparse.cli.outputs import spare, unwritten
from undocparse.cli.told import tell
from undocparse.errors import UndocparseError
from undocparse.words import _

_FORMATS = ("text", "json", "tmx")  # as `compare.report.CompareFormat`, which --help need not load
_ALIKE, _DIFFERENT, _FAILED = 0, 1, 2


def add_compare(commands: Any) -> None:
    """Add the command to those of the program."""
    about = _("say in what two versions of a document differ, in two languages or in one")
    epilog = _(
        "examples:\n"
        "  undocparse compare agenda.en.pdf agenda.fr.docx\n"
        "  undocparse compare agenda.en.pdf agenda.fr.pdf --format tmx -o agenda.tmx\n"
        "\n"
        "exit codes: 0 they are alike; 1 they differ; 2 a file could not be read or written"
    )
    compare = commands.add_parser("compare", help=about, description=about, epilog=epilog)
    compare.add_argument("first", type=Path, metavar="A", help=_("one version"))
    compare.add_argument("second", type=Path, metavar="B", help=_("the other one"))
    compare.add_argument(
        "--format", choices=_FORMATS, default="text", help=_("tmx writes both as a translation memory")
    )
    compare.add_argument("-o", "--output", type=Path, metavar=_("PATH"), help=_("file to write"))
    compare.set_defaults(run=run_compare, parser=compare)


def run_compare(options: argparse.Namespace) -> int:
    """Compare two versions; 0 where they are alike, 1 where they differ, 2 where one could not be read."""
    from undocparse.compare import run_compare as compared  # noqa: PLC0415 - --help needs no engine
    from undocparse.isolation import parse_apart  # noqa: PLC0415

    try:
        if options.output is not None:
            spare(options.output, [Input(str(options.first)), Input(str(options.second))])
        first, second = parse_apart(options.first), parse_apart(options.second)
        return _DIFFERENT if compared(first, second, options.format, options.output) else _ALIKE
    except UndocparseError as error:
        tell(error)
    except OSError as error:
        tell(unwritten(options.output, error))
    return _FAILED
