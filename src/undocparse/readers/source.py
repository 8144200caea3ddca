"""Where a document comes from: a path, bytes or a binary file, read once and never beyond a limit."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from undocparse.errors import EmptyError, NotADocumentError, TooLargeError, UnreadableError
from undocparse.limits import Limits

MAX_BYTES = Limits().bytes
"""The limit that holds unless the caller sets another; the largest agendas are a hundredth of it."""

_FROM_BYTES = "document"  # what bytes without a name are called
_RELOAD = "fetch the file again"


@dataclass(frozen=True)
class Source:
    """The bytes of a document and what they are called.

    Attributes:
        name: file name without folders.
        origin: the path as given, for errors; the name where there is no path.
        data: all bytes.
    """

    name: str
    origin: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """Digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


Readable = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | Source
"""What can be read: a path, the bytes themselves, a file opened in binary mode, or what `load` gave."""


def load(source: Readable, *, name: str | None = None, max_bytes: int = MAX_BYTES) -> Source:
    """Read a source whole.

    Args:
        source: path, bytes, or binary file (read from where it stands; not closed); a source is given back.
        name: what to call it, instead of the file's own name.
        max_bytes: larger sources are refused; a file's size is asked for before it is opened.

    Raises:
        UnreadableError: the file is missing or may not be read.
        NotADocumentError: the path is a directory or a device.
        EmptyError: there are no bytes.
        TooLargeError: there are more bytes than `max_bytes`.
        TypeError: `source` is none of these, or a file opened in text mode.
    """
    if isinstance(source, Source):
        return source
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, origin = bytes(source), name or _FROM_BYTES
    elif isinstance(source, (str, os.PathLike)):
        origin = name or os.fspath(source)
        data = _read_path(Path(source), origin, max_bytes)
    else:
        own = getattr(source, "name", None)
        origin = name or (own if isinstance(own, str) else _FROM_BYTES)
        data = _read_file(source, origin, max_bytes)
    if not data:
        raise EmptyError(origin, "the file is empty", _RELOAD)
    check_size(len(data), origin, max_bytes)
    return Source(Path(origin).name or origin, origin, data)


def _read_path(path: Path, origin: str, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise NotADocumentError(origin, "this is a directory", "name one of the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise NotADocumentError(origin, "this is no regular file", "save its content to a file first")
        check_size(status.st_size, origin, max_bytes)
        with path.open("rb") as file:
            data = file.read(status.st_size + 1)  # asked for more, it would make room for that
            return data if len(data) <= status.st_size else data + file.read(max_bytes - status.st_size)
    except FileNotFoundError as error:
        raise UnreadableError(origin, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise UnreadableError(origin, "the file may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        raise UnreadableError(origin, f"the file cannot be opened ({error})", "check the path") from error


def _read_file(file: BinaryIO, origin: str, max_bytes: int) -> bytes:
    try:
        read = file.read
    except AttributeError:
        raise TypeError(f"expected a path, bytes or a binary file, not {type(file).__name__}") from None
    try:
        data: object = read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: the file was closed
        raise UnreadableError(origin, f"the file cannot be read ({error})", "open it again") from error
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError("the file must be opened in binary mode")
    return bytes(data)


def check_size(size: int, origin: str, max_bytes: int) -> None:
    """Refuse what is too large.

    Raises:
        TooLargeError: `size` is more than `max_bytes`.
    """
    if size > max_bytes:
        reason = f"the file has more than {max_bytes / 1e6:.4g} MB"
        raise TooLargeError(origin, reason, "raise the limit or split the file")
