"""Ways to come to grief, for tests: a document's first bytes say what its worker does."""

from __future__ import annotations

import os
import signal
import time

from undocparse.archive.work import Chunk, Part, read_chunk

_MUCH = 6 * 2**30  # bytes; more than any worker may take
DIES, HANGS, EATS = b"dies ", b"hangs ", b"eats "


def read(chunk: Chunk) -> Part:
    """As `read_chunk`, but for documents that begin with one of the words above."""
    for source in chunk.sources:
        data = source.read(chunk.max_bytes).data
        if data.startswith(DIES):
            os.kill(os.getpid(), signal.SIGKILL)
        if data.startswith(HANGS):
            time.sleep(600)
        if data.startswith(EATS):
            bytearray(_MUCH)
    return read_chunk(chunk)


def read_slowly(chunk: Chunk) -> Part:
    """As `read_chunk`, with time to be killed in."""
    time.sleep(0.02 * len(chunk.sources))
    return read_chunk(chunk)
