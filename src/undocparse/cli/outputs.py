"""Where a command writes: standard output, a file, or a folder with a file for each document."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from undocparse.cli.inputs import Input
from undocparse.errors import UndocparseError
from undocparse.words import _

if TYPE_CHECKING:
    from types import TracebackType


class Output(Protocol):
    """Takes documents, one after the other."""

    def write(self, source: Input, content: str | bytes) -> None:
        """Write what came of a document.

        Raises:
            UndocparseError: it cannot be written there.
        """


class Printed:
    """Standard output; texts for a terminal are made harmless.

    Args:
        between: what stands between two documents.
    """

    def __init__(self, between: str = "") -> None:
        self._between = between
        self._first = True

    def write(self, source: Input, content: str | bytes) -> None:
        """Print it.

        Raises:
            UndocparseError: it is no text, and this is a terminal.
        """
        terminal = sys.stdout.isatty()
        if isinstance(content, bytes):
            if terminal:
                reason, remedy = _("this format is no text for a terminal"), _("name a file with -o")
                raise UndocparseError(source.named, reason, remedy)
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            return
        if not self._first:
            sys.stdout.write(self._between)
        self._first = False
        if terminal:
            from undocparse.exports.plain import visible  # noqa: PLC0415 - --help does without

            content = visible(content, lines=True)
        sys.stdout.write(content)
        sys.stdout.flush()


class OneFile:
    """A file for all documents, made when the first is written.

    Args:
        path: of the file; what it held is replaced.
        inputs: what is read, and must not be written over.
    """

    def __init__(self, path: Path, inputs: Iterable[Input]) -> None:
        self._path = path
        self._inputs = tuple(inputs)
        self._file: BinaryIO | None = None

    def __enter__(self) -> OneFile:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, source: Input, content: str | bytes) -> None:
        """Write it behind what is there.

        Raises:
            UndocparseError: the file cannot be written, or is one of those that are read.
        """
        try:
            if self._file is None:
                spare(self._path, self._inputs)
                self._file = self._path.open("wb")
            self._file.write(_bytes(content))
        except OSError as error:
            raise unwritten(self._path, error) from error


class Folder:
    """A folder with a file for each document, called as the document is.

    Args:
        path: of the folder; made where there is none.
        suffix: of the files.
        inputs: what is read: it tells the names, and must not be written over.
    """

    def __init__(self, path: Path, suffix: str, inputs: tuple[Input, ...]) -> None:
        self._path = path
        self._inputs = inputs
        self._names = dict(zip(map(id, inputs), names_for(inputs, suffix), strict=True))

    def write(self, source: Input, content: str | bytes) -> None:
        """Write it to its file; what that held is replaced.

        Raises:
            UndocparseError: the file cannot be written, or is one of those that are read.
        """
        path = self._path / self._names[id(source)]
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            spare(path, self._inputs)
            path.write_bytes(_bytes(content))
        except OSError as error:
            raise unwritten(path, error) from error


def names_for(inputs: Iterable[Input], suffix: str) -> list[str]:
    """Names of files for documents, no two alike whatever case a store keeps.

    A document's own suffix goes, unless another document has the same name without it; a number is added
    where even the whole name is another's.
    """
    names = [source.name or "document" for source in inputs]
    stems = [Path(name).stem or name for name in names]
    alike = Counter(stem.casefold() for stem in stems)
    found = []
    taken: set[str] = set()
    for name, stem in zip(names, stems, strict=True):
        base = stem if alike[stem.casefold()] == 1 else name
        made, number = base, 1
        while made.casefold() in taken:
            number += 1
            made = f"{base}-{number}"
        taken.add(made.casefold())
        found.append(made + suffix)
    return found


def spare(path: Path, inputs: Iterable[Input]) -> None:
    """See that a file to be written is none of those that are read.

    Raises:
        UndocparseError: it is.
    """
    for source in inputs:
        with suppress(OSError, ValueError):
            if source.path is not None and os.path.samefile(path, source.path):  # noqa: PTH121 - as it is
                reason, remedy = _("this is one of the files that are read"), _("name another with -o")
                raise UndocparseError(str(path), reason, remedy)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def unwritten(path: Path, error: OSError) -> UndocparseError:
    """The error for a file that the system does not let be written."""
    reason = _("the file cannot be written (%s)") % error.strerror
    return UndocparseError(str(path), reason, _("name another with -o"))
