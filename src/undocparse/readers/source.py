"""Where a document comes from: a path, bytes or a binary file, read once and never beyond a limit."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from select import select
from typing import BinaryIO

from undocparse.errors import EmptyError, NotADocumentError, TooLargeError, UnreadableError
from undocparse.limits import Limits

MAX_BYTES = Limits().bytes
"""The limit that holds unless the caller sets another; the largest agendas are a hundredth of it."""

_FROM_BYTES = "document"  # what bytes without a name are called
_PATIENCE = 30.0  # seconds; what writes into a pipe while it is read needs less
_RELOAD = "fetch the file again"


@dataclass(frozen=True)
class Source:
    """The bytes of a document and what they are called.

    Attributes:
        name: file name without folders, in characters that can be written.
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
        UnreadableError: the file is missing, may not be read, or fails while it is read.
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
    return Source(writable(Path(origin).name or origin), origin, data)


def writable(name: str) -> str:
    """A name that JSON can hold: bytes of one that are no UTF-8 are U+FFFD."""
    return name.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not name.isascii() else name


def _read_path(path: Path, origin: str, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise NotADocumentError(origin, "this is a directory", "name one of the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise NotADocumentError(origin, "this is no regular file", "save its content to a file first")
        check_size(status.st_size, origin, max_bytes)
        with open(path, "rb", opener=_open_unblocked) as file:
            data = file.read(status.st_size + 1) or b""  # asked for more, it would make room for that
            if len(data) <= status.st_size:
                return data
            return data + (file.read(max_bytes - status.st_size) or b"")
    except FileNotFoundError as error:
        raise UnreadableError(origin, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise UnreadableError(origin, "the file may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        raise UnreadableError(origin, f"the file cannot be opened ({error})", "check the path") from error


def _open_unblocked(path: str, flags: int) -> int:
    """Open a file so that one of the system's own, which never ends, is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read_file(file: BinaryIO, origin: str, max_bytes: int) -> bytes:
    """All that a file gives, however little at a time, or one byte more than is allowed."""
    if not hasattr(file, "read"):
        raise TypeError(f"expected a path, bytes or a binary file, not {type(file).__name__}")
    parts: list[bytes] = []
    wanted = max_bytes + 1
    while wanted > 0:
        part = _read_part(file, wanted, origin)
        if not part:
            break
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)


def _read_part(file: BinaryIO, wanted: int, origin: str) -> bytes:
    """What a file gives next; nothing at its end."""
    try:
        part: object = file.read(wanted)
        while part is None:  # a pipe that does not block, and that nothing came through yet
            _wait(file)
            part = file.read(wanted)
    except MemoryError:
        raise
    except Exception as error:  # a file of somebody's own may raise anything
        reason = f"the file cannot be read ({type(error).__name__}: {error})"
        raise UnreadableError(origin, reason, "open it again") from error
    if not isinstance(part, (bytes, bytearray)):
        raise TypeError("the file must be opened in binary mode")
    return bytes(part)


def _wait(file: BinaryIO) -> None:
    if not select([file], (), (), _PATIENCE)[0]:
        raise TimeoutError(f"it gave nothing for {_PATIENCE:.0f} seconds")


def check_size(size: int, origin: str, max_bytes: int) -> None:
    """Refuse what is too large.

    Raises:
        TooLargeError: `size` is more than `max_bytes`.
    """
    if size > max_bytes:
        reason = f"the file has more than {max_bytes / 1e6:.4g} MB"
        raise TooLargeError(origin, reason, "raise the limit or split the file")
