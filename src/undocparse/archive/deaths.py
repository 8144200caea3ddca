"""Why a document is not read that no reader could say a word about."""

from __future__ import annotations

import signal

from undocparse.archive.report import Failure
from undocparse.archive.source_file import SourceFile
from undocparse.archive.work import TOO_MUCH, Fault

_ALARM = int(getattr(signal, "SIGALRM", 0))  # ends a worker whose time is up


def absence(source: SourceFile) -> Failure:
    """The failure of an address that has no file."""
    return Failure(source.address, "nothing-found", source.missing or "", "check the address")


def fault_of(error: Exception) -> Fault:
    """Why a worker came to its end over a document."""
    exit_code = getattr(error, "exitcode", None)
    if isinstance(error, TimeoutError) or exit_code == -_ALARM:
        return Fault("timeout", "reading it took longer than the limit", "raise the limit")
    if isinstance(error, MemoryError):
        return TOO_MUCH
    if isinstance(exit_code, int):
        how = f"by signal {-exit_code}" if exit_code < 0 else f"with exit code {exit_code}"
        return Fault("crash", f"its worker died {how}", "report the file")
    return Fault("crash", f"its worker failed ({type(error).__name__}: {error})", "report the file")
