"""What a command is to read: files, patterns, standard input, lists of names, addresses."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from undocparse.errors import NotADocumentError, UndocparseError, UnreadableError
from undocparse.words import _

if TYPE_CHECKING:
    from undocparse.readers.source import Source

STANDARD_INPUT = "-"
_NAME_OF_INPUT = "stdin"
_PATTERN = "*?["


class Input(NamedTuple):
    """One document to read.

    Attributes:
        named: as the user did, or found by a pattern; `-` for standard input.
        failed: why there is nothing to read; null where reading has to tell.
        literal: `-` is the name of a file.
    """

    named: str
    failed: UndocparseError | None = None
    literal: bool = False

    @property
    def path(self) -> str | None:
        """Its path; null where it is no file of this machine's."""
        return None if self._piped or self._remote else self.named

    @property
    def name(self) -> str:
        """Its own name, without folders."""
        if self._remote:
            from undocparse.readers.addresses import name_of  # noqa: PLC0415 - rarely needed

            return name_of(self.named)
        return _NAME_OF_INPUT if self._piped else os.path.basename(self.named)  # noqa: PTH119 - as it is

    def load(self) -> Source:
        """All its bytes.

        Raises:
            UndocparseError: there are none, or too many; a folder is told which command reads it.
        """
        from undocparse.readers.source import load  # noqa: PLC0415 - --help needs none of these

        if self.failed is not None:
            raise self.failed
        if self._piped:
            return load(sys.stdin.buffer, name=_NAME_OF_INPUT)
        if self._remote:
            from undocparse.readers.addresses import load_address  # noqa: PLC0415

            return load_address(self.named)
        if os.path.isdir(self.named):  # noqa: PTH112 - a name may be none that pathlib takes
            from shlex import quote  # noqa: PLC0415

            remedy = _("use `undocparse batch %s --out DIR`") % quote(self.named)
            raise NotADocumentError(self.named, "this is a directory", remedy)
        return load(self.named)

    @property
    def _piped(self) -> bool:
        return self.named == STANDARD_INPUT and not self.literal

    @property
    def _remote(self) -> bool:
        return "://" in self.named and not os.path.exists(self.named)  # noqa: PTH110


class Inputs(NamedTuple):
    """All that a command is to read.

    Attributes:
        each: in the order in which they were named; those of a pattern by name.
        several: whether more than one was asked for, however many there turned out to be: the form of the
            output must not hang on how many files fit a pattern today.
    """

    each: tuple[Input, ...]
    several: bool


def add_inputs(command: argparse.ArgumentParser) -> None:
    """Add to a command the arguments that `inputs_of` reads."""
    command.add_argument(
        "files",
        nargs="*",
        metavar=_("FILE"),
        help=_("file, pattern (quoted), web address, or - for standard input"),
    )
    command.add_argument(
        "--files-from",
        metavar=_("LIST"),
        help=_("file with more names, one a line; - for standard input"),
    )


def inputs_of(options: argparse.Namespace) -> Inputs:
    """What the arguments of a command name.

    Raises:
        UndocparseError: the list of names cannot be read.
        SystemExit: with 2, nothing is named, or standard input twice.
    """
    names: list[str] = options.files
    if not names and options.files_from is None:
        options.parser.error(_("name a file, or - for standard input"))
    if [*names, options.files_from].count(STANDARD_INPUT) > 1:
        options.parser.error(_("standard input can be read only once"))
    found = [each for name in names for each in _spread(name)]
    if options.files_from is not None:
        found += [Input(name, literal=True) for name in _listed(options.files_from)]
    several = len(names) > 1 or options.files_from is not None or any(map(_is_pattern, names))
    return Inputs(tuple(found), several)


def _is_pattern(name: str) -> bool:
    """Whether a name stands for others: shells leave patterns that are quoted, and some do with all."""
    return any(mark in name for mark in _PATTERN) and "://" not in name and not os.path.lexists(name)


def _spread(name: str) -> list[Input]:
    """The files that a name stands for; hidden ones and folders are left out of patterns."""
    if not _is_pattern(name):
        return [Input(name)]
    from glob import glob  # noqa: PLC0415 - shells do it mostly

    fitting = [path for path in sorted(glob(name, recursive=True)) if not os.path.isdir(path)]  # noqa: PTH112, PTH207
    if fitting:
        return [Input(path, literal=True) for path in fitting]
    return [Input(name, UnreadableError(name, "no file fits the pattern", "check the path"))]


def _listed(name: str) -> list[str]:
    """The names in a list; they are bytes, whatever they are in.

    Raises:
        UndocparseError: the list cannot be read.
    """
    try:
        if name == STANDARD_INPUT:
            content: bytes = sys.stdin.buffer.read()
        else:
            with open(name, "rb") as file:  # noqa: PTH123 - as above
                content = file.read()
    except (OSError, ValueError) as error:
        reason = f"the list of names cannot be read ({error})"
        raise UnreadableError(name, reason, "check the path") from error
    lines = (line.removesuffix(b"\r") for line in content.split(b"\n"))
    return [os.fsdecode(line) for line in lines if line]
