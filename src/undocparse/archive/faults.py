"""What can be wrong with the folder of an archive, in words for a person."""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from undocparse.errors import UndocparseError

_FULL = ("the disk is full", "make room; the same command goes on where it stopped")
_CLOSED = ("it may not be written", "check its permissions, or name another folder")
_TAKEN = (
    "a file stands where a folder must be, or the other way round",
    "move it away, or name another folder",
)
_FAULTS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: _CLOSED,
    errno.ENOTDIR: _TAKEN,
    errno.EISDIR: _TAKEN,
    errno.EEXIST: _TAKEN,
    errno.ENAMETOOLONG: ("its name is too long", "name another folder"),
}


class ArchiveError(UndocparseError):
    """The folder is no archive, is in use, is kept in another format, or cannot be read or written."""

    code = "archive"


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what goes wrong with the files of an archive into errors that say what a person can do.

    Raises:
        ArchiveError: a file could not be read or written, or holds something else than it should.
    """
    import pyarrow as pa  # noqa: PLC0415 - as in all of the package

    try:
        yield
    except OSError as error:
        reason, remedy = _FAULTS.get(
            error.errno or 0, (f"it cannot be used ({error})", "name another folder")
        )
        where = str(error.filename or folder)
        raise ArchiveError(where if where.startswith(str(folder)) else str(folder), reason, remedy) from error
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile, pa.ArrowException) as error:
        reason = f"a file of the archive is damaged ({type(error).__name__}: {error})"
        raise ArchiveError(str(folder), reason, "read the sources into another folder") from error
