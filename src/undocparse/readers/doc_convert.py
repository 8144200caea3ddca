"""Runs LibreOffice on a document: in a private folder, without network, and never longer than asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from undocparse.readers import doc_keeper

_PREFIX = "undocparse-convert-"
_STALE = 86_400.0  # seconds; folders that old belong to nobody: no conversion takes as long
_GRACE = 15.0  # seconds until the keeper must have ended what it keeps
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INET = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),  # pictures and frames from elsewhere
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),  # never
    (_INET, "ooInetProxyType", "2"),  # a proxy by hand, where nobody listens
    (_INET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPProxyPort", "9"),
    (_INET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPSProxyPort", "9"),
    (_INET, "ooInetFTPProxyName", "127.0.0.1"),
    (_INET, "ooInetFTPProxyPort", "9"),
)
"""What the profile says: nothing of a document is run, and nothing is fetched for it."""


def convert(program: str, data: bytes, suffix: str, seconds: float) -> bytes | None:
    """A document as LibreOffice makes a Word file of it.

    The folder that it works in may be read by nobody else and is removed afterwards, by the keeper where this
    process dies; what a machine that went down left is removed by the next conversion after a day.

    Args:
        program: LibreOffice.
        data: the document.
        suffix: the suffix that LibreOffice knows the format by ("doc").
        seconds: that it may take.

    Returns:
        The Word file; None where LibreOffice made none.

    Raises:
        TimeoutError: the time is up.
        OSError: it cannot be started.
    """
    _remove_stale()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        original = folder / f"source.{suffix}"
        original.write_bytes(data)
        target = folder / "out" / "source.docx"
        profile = folder / "profile"
        _write_profile(profile)
        (folder / "tmp").mkdir()
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
            *("--convert-to", "docx", "--outdir", str(target.parent), str(original)),
        ]
        (_run_kept if os.name == "posix" else _run)(command, seconds, folder)
        return target.read_bytes() if target.is_file() else None


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>\n"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n'
    )


def _run_kept(command: list[str], seconds: float, folder: Path) -> None:
    """Run a program under a keeper, which outlives this process by no more than it takes to tidy up."""
    kept = [str(os.getpid()), str(seconds), str(folder), *command]
    process = _started([sys.executable, "-I", "-S", doc_keeper.__file__, *kept], folder)
    try:
        code = process.wait(seconds + _GRACE)
    except BaseException as error:
        process.terminate()  # the keeper ends the rest
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
        if isinstance(error, subprocess.TimeoutExpired):
            raise TimeoutError from error
        raise
    if code == doc_keeper.TIME_IS_UP:
        raise TimeoutError
    if code == doc_keeper.NOT_FOUND:
        raise FileNotFoundError(f"{command[0]} does not run")


def _run(command: list[str], seconds: float, folder: Path) -> None:
    """Run a program, and end it with what it started: for systems without sessions and signals.

    Where this process is killed there, LibreOffice ends its conversion by itself.
    """
    process = _started(command, folder)
    try:
        process.wait(seconds)
    except BaseException as error:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.kill()
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise TimeoutError from error
        raise


def _started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(folder / "tmp")},
        start_new_session=True,
    )


def _remove_stale() -> None:
    """Remove folders that a conversion left where the machine went down."""
    before = time.time() - _STALE
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            status = folder.lstat()
        except OSError:
            continue
        if status.st_mtime < before and (os.name != "posix" or status.st_uid == os.getuid()):
            shutil.rmtree(folder, ignore_errors=True)
