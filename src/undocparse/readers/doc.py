"""Word 97 files and other old formats, by way of LibreOffice where it is installed."""

from __future__ import annotations

import shutil

from undocparse.errors import ConverterMissingError, EncryptedError, TimeLimitError, UnreadableError
from undocparse.layout.pages import Layout
from undocparse.limits import Budget
from undocparse.readers.doc_convert import convert
from undocparse.readers.docx import read_docx
from undocparse.readers.sniff import DOC

_PROGRAMS = ("soffice", "libreoffice")
_SHARE = 0.8  # of the time that is left: the converter's clock must run out before the worker's
_FIB = 512  # where a Word 97 file's own header stands when its stream is the first in the container
_FIB_MAGIC = b"\xec\xa5"
_ENCRYPTED = 0x0100  # [MS-DOC] 2.5.2, FibBase.fEncrypted


def read_doc(  # noqa: PLR0913 - what every reader takes, and what the converter asks for
    data: bytes,
    name: str,
    suffix: str,
    media_type: str,
    budget: Budget | None = None,
    *,
    timeout: float = 120.0,
) -> Layout:
    """A file that LibreOffice can convert, read as the Word file that it becomes.

    LibreOffice runs with a profile of its own, in a private folder that is removed afterwards, and ends with
    the process that asks for it.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        suffix: the suffix that LibreOffice knows the format by ("doc").
        media_type: by content.
        budget: how much of it may be read.
        timeout: seconds that the conversion may take, where the budget has as many.

    Raises:
        ConverterMissingError: LibreOffice is not installed.
        EncryptedError: the file needs a password.
        TimeLimitError: LibreOffice did not convert it in time.
        UnreadableError: LibreOffice could not convert it.
    """
    budget = budget or Budget(name=name)
    if media_type == DOC and _is_encrypted(data):
        raise EncryptedError(name, "the Word file is encrypted", "save a copy without a password")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ConverterMissingError(
            name,
            f"reading .{suffix} files needs LibreOffice, which is not installed",
            "install LibreOffice (its program soffice must be on PATH) or save the file as .docx",
        )
    budget.check()
    seconds = min(timeout, _SHARE * budget.seconds)
    try:
        converted = convert(program, data, suffix, seconds)
    except TimeoutError as error:
        reason = f"LibreOffice did not convert the file in {seconds:.0f} seconds"
        raise TimeLimitError(name, reason, "raise the limit or save it as .docx") from error
    except OSError as error:
        raise UnreadableError(name, f"LibreOffice could not be run ({error})", "check it") from error
    if converted is None:
        raise UnreadableError(name, "LibreOffice could not read the file", "save it as .docx")
    layout = read_docx(converted, name, budget)
    layout.reader, layout.media_type = suffix, media_type
    return layout


def _is_encrypted(data: bytes) -> bool:
    header = data[_FIB : _FIB + 12]
    return header[:2] == _FIB_MAGIC and bool(int.from_bytes(header[10:12], "little") & _ENCRYPTED)
