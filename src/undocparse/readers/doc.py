"""Word 97 files and other old formats, by way of LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from undocparse.errors import ConverterMissingError, EncryptedError, UnreadableError
from undocparse.layout.pages import Layout
from undocparse.limits import Budget
from undocparse.readers.docx import read_docx
from undocparse.readers.sniff import DOC

_PROGRAMS = ("soffice", "libreoffice")
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

    LibreOffice runs with a profile of its own, in a temporary folder that is removed afterwards.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        suffix: the suffix that LibreOffice knows the format by ("doc").
        media_type: by content.
        budget: how much of it may be read.
        timeout: seconds that the conversion may take.

    Raises:
        ConverterMissingError: LibreOffice is not installed.
        EncryptedError: the file needs a password.
        UnreadableError: LibreOffice could not convert it, or not in time.
    """
    if media_type == DOC and _is_encrypted(data):
        raise EncryptedError(name, "the Word file is encrypted", "save a copy without a password")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ConverterMissingError(
            name,
            f"reading .{suffix} files needs LibreOffice, which is not installed",
            "install LibreOffice (its program soffice must be on PATH) or save the file as .docx",
        )
    with TemporaryDirectory(prefix="undocparse-") as folder:
        original = Path(folder) / f"source.{suffix}"
        original.write_bytes(data)
        converted = _convert(program, original, timeout, name)
    layout = read_docx(converted, name, budget)
    layout.reader, layout.media_type = suffix, media_type
    return layout


def _is_encrypted(data: bytes) -> bool:
    header = data[_FIB : _FIB + 12]
    return header[:2] == _FIB_MAGIC and bool(int.from_bytes(header[10:12], "little") & _ENCRYPTED)


def _convert(program: str, original: Path, timeout: float, name: str) -> bytes:
    folder = original.parent
    target = folder / "out" / f"{original.stem}.docx"
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx", "--outdir", str(target.parent), str(original)),
    ]
    try:
        _run(command, timeout)
    except subprocess.TimeoutExpired as error:
        reason = f"LibreOffice did not convert the file in {timeout:.0f} seconds"
        raise UnreadableError(name, reason, "save it as .docx") from error
    except OSError as error:
        raise UnreadableError(name, f"LibreOffice could not be started ({error})", "check it") from error
    if not target.is_file():
        raise UnreadableError(name, "LibreOffice could not read the file", "save it as .docx")
    return target.read_bytes()


def _run(command: list[str], timeout: float) -> None:
    """Run a program, and end it with all that it started when the time is up."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout)
    except BaseException:
        _end(process)
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
