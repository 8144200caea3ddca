"""Ways to come to grief, for tests: a document's first bytes say what its worker does."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from undocparse.archive.work import Chunk, Part, read_chunk

_MUCH = 6 * 2**30  # bytes; more than any worker may take
DIES, HANGS, EATS = b"dies ", b"hangs ", b"eats "
DIES_ONCE = b"dies once "  # and then the path of a file that remembers it, which is longer by each death
_ONCE = 2  # deaths: in company, and alone


def read(chunk: Chunk) -> Part:
    """As `read_chunk`, but for documents that begin with one of the words above."""
    for source in chunk.sources:
        data = source.read(chunk.max_bytes).data
        if data.startswith(DIES_ONCE):
            _die_once(Path(data.removeprefix(DIES_ONCE).decode()))
        elif data.startswith(DIES):
            os.kill(os.getpid(), signal.SIGKILL)
        if data.startswith(HANGS):
            time.sleep(600)
        if data.startswith(EATS):
            bytearray(_MUCH)
    return read_chunk(chunk)


def _die_once(memory: Path) -> None:
    deaths = memory.read_text() if memory.exists() else ""
    if len(deaths) < _ONCE:
        memory.write_text(deaths + "x")
        os.kill(os.getpid(), signal.SIGKILL)


def read_slowly(chunk: Chunk) -> Part:
    """As `read_chunk`, with time to be killed in."""
    time.sleep(0.02 * len(chunk.sources))
    return read_chunk(chunk)
