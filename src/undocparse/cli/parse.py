"""The command `parse`."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocparse.cli.inputs import Input, Inputs, add_inputs, inputs_of
from undocparse.cli.outputs import Folder, OneFile, Output, Printed
from undocparse.cli.reading import Documents
from undocparse.cli.told import tell
from undocparse.errors import MissingExtraError, UndocparseError
from undocparse.exports.formats import FORMATS, Format, format_of
from undocparse.words import _

if TYPE_CHECKING:
    from undocparse.model import Document

_JSON, _LINES, _TEXT = "json", "jsonl", "text"
_JOINED = {_JSON, _LINES, _TEXT, "markdown", "ics"}
"""Formats in which one document may follow another; a reader of any other would see the first at most."""


def add_parse(commands: Any) -> None:
    """Add the command to those of the program."""
    about = _("read documents and show them, or write them in another format")
    epilog = _(
        "Several files give JSON Lines on standard output, and a folder of files with -o.\n"
        "\n"
        "examples:\n"
        "  undocparse parse agenda.pdf\n"
        "  undocparse parse agenda.pdf -o agenda.md\n"
        "  undocparse parse *.pdf -o results/ --format text\n"
        "  undocparse parse *.pdf --no-boxes > agendas.jsonl\n"
        "  find . -name '*.docx' | undocparse parse --files-from - -o results/\n"
        "  curl https://example.org/agenda.pdf | undocparse parse -"
    )
    parse = commands.add_parser("parse", help=about, description=about, epilog=epilog)
    add_inputs(parse)
    parse.add_argument(
        "-o",
        "--output",
        metavar=_("PATH"),
        help=_("file to write, its suffix tells the format; for several files a folder"),
    )
    parse.add_argument("--format", choices=list(FORMATS), metavar=_("NAME"), help=_formats())
    parse.add_argument(
        "--no-boxes",
        action="store_true",
        help=_(
            "JSON without geometry: no boxes, no places of the masthead, no grids of timetables; "
            "pages stay, and the program reads it back"
        ),
    )
    parse.set_defaults(run=run_parse, parser=parse)


def _formats() -> str:
    """All formats with what each holds and the extra that it needs."""
    told = []
    for each in FORMATS.values():
        extra = _(", needs the extra %s") % each.extra if each.extra else ""
        told.append(f"{each.name} ({_(each.help)}{extra})")
    default = _("by default as -o says; without -o, text on a terminal and json elsewhere")
    return (", ".join(told) + _("; %s") % default).replace("%", "%%")


def run_parse(options: argparse.Namespace) -> int:
    """Read documents and write them; 1 where one could not be read or written, else 0.

    Raises:
        SystemExit: with 2, the arguments do not go together.
    """
    inputs = inputs_of(options)
    form = _format(options, inputs)
    documents = Documents(inputs.each)
    with ExitStack() as stack:
        output = _output(options, inputs, form, stack)
        for source, document in documents:
            try:
                _write(document, source, form, output, boxes=not options.no_boxes)
            except MissingExtraError:  # no other document would fare better
                raise
            except UndocparseError as error:
                documents.failed = tell(error)
    return documents.failed


def _format(options: argparse.Namespace, inputs: Inputs) -> Format:
    """The format asked for by name or by suffix, or what suits where the output goes.

    Raises:
        SystemExit: with 2, the suffix is none, or the format has no geometry to leave out.
    """
    if options.format is not None:
        form = FORMATS[options.format]
    elif options.output is None:
        form = FORMATS[_TEXT if sys.stdout.isatty() and not options.no_boxes else _JSON]
    elif _is_folder(options.output) or (inputs.several and not _is_file(options.output)):
        form = FORMATS[_JSON]
    else:
        form = _by_suffix(options)
    if options.no_boxes and form.name not in {_JSON, _LINES}:
        options.parser.error(_("--no-boxes is for json and jsonl"))
    if inputs.several and form.name == _JSON and not options.output:
        return FORMATS[_LINES]
    return form


def _by_suffix(options: argparse.Namespace) -> Format:
    parser: argparse.ArgumentParser = options.parser
    try:
        return format_of(options.output)
    except UndocparseError as error:
        parser.error(str(error))


def _output(options: argparse.Namespace, inputs: Inputs, form: Format, stack: ExitStack) -> Output:
    """Where the documents go.

    Raises:
        SystemExit: with 2, they cannot all go there.
    """
    if options.output is None:
        if inputs.several and form.name not in _JOINED:
            options.parser.error(_("several files in this format need a folder: name one with -o"))
        return Printed("" if form.name in {_JSON, _LINES} else "\n")
    path = Path(options.output)
    if _is_folder(options.output) or (inputs.several and not _is_file(options.output)):
        return Folder(path, form.suffix, inputs.each)
    if inputs.several and form.name != _LINES:
        options.parser.error(_("several files need a folder, or a file of JSON Lines (.jsonl), with -o"))
    return stack.enter_context(OneFile(path, inputs.each))


def _is_folder(path: str) -> bool:
    return path.endswith((os.sep, "/")) or Path(path).is_dir()


def _is_file(path: str) -> bool:
    """Whether a path is one of a file, by its suffix."""
    suffix = Path(path).suffix.casefold()
    return any(each.suffix == suffix for each in FORMATS.values())


def _write(document: Document, source: Input, form: Format, output: Output, *, boxes: bool) -> None:
    """Write a document; for people at a terminal with colours and in the terminal's width.

    Raises:
        UndocparseError: it cannot be written, or not in this format.
    """
    if form.name == _TEXT and isinstance(output, Printed) and sys.stdout.isatty():
        _show(document)
    elif boxes:
        output.write(source, _written(document, form))
    else:
        from undocparse.exports.plain_json import without_geometry  # noqa: PLC0415 - as above

        output.write(source, without_geometry(document, indent=1 if form.name == _JSON else None) + "\n")


def _written(document: Document, form: Format) -> str | bytes:
    try:
        return form.write(document)
    except ImportError as error:
        if not form.extra:
            raise
        raise MissingExtraError(error.name or form.name, form.extra) from error


def _show(document: Document) -> None:
    from rich.console import Console  # noqa: PLC0415 - as above

    Console().print(document)
