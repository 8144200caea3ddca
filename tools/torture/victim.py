"""A batch that may be killed on its way, or at a certain call of the file system."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest.mock import patch

from undocparse import batch
from undocparse.archive import run as running

_IN_A_PART = 3  # documents, so that few of them make several parts
_WATCHED = ("open", "os.")


def run(sources: Path, out: Path, format: str, *, workers: bool = False) -> int:
    """A batch with several parts, and its exit code; in threads unless asked otherwise, which are quick."""
    with ThreadPoolExecutor(2) as threads, patch.object(running, "_DOCUMENTS", _IN_A_PART):
        executor = None if workers else threads
        return batch(sources, out, executor=executor, jobs=2, format=format).exit_code  # type: ignore[arg-type]


def disturbed(sources: Path, out: Path, format: str, calls: int | None, workers: bool) -> None:
    """Run a batch and end with its exit code; with `calls` be killed before the next call after so many."""
    if calls is not None:
        _die_at(calls, str(out))
    sys.exit(run(sources, out, format, workers=workers))


def _die_at(calls: int, folder: str) -> None:
    """Have this process killed before a call of the file system that touches a folder."""
    left = calls

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event.startswith(_WATCHED) and any(str(each).startswith(folder) for each in arguments[:2]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
