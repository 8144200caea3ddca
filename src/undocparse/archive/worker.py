"""The life of a worker process: it reads chunk after chunk, and goes when those who gave it life are gone."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any


def serve(pipe: Connection[Any, Any], memory: int | None) -> None:
    """Read chunks that come through a pipe, until it is closed.

    Args:
        pipe: gives a function, a chunk, and the seconds after which nobody waits any more; takes what comes
            of it, or the error.
        memory: bytes of address space that the process may take; null for no limit.
    """
    Thread(target=_go_with_parent, daemon=True).start()
    _prepare(memory)
    try:
        pipe.send("ready")
        while True:
            work, chunk, seconds = pipe.recv()
            _end_after(seconds)
            pipe.send_bytes(_result(work, chunk))
            _end_after(0)
    except (EOFError, OSError):  # nobody is there any more
        return


def _result(work: Any, chunk: Any) -> bytes:
    try:
        return pickle.dumps(work(chunk))
    except BaseException as error:  # engines have errors that are no `Exception`
        told = error
    try:
        return pickle.dumps(told)
    except Exception:  # and some that cannot be sent
        return pickle.dumps(RuntimeError(f"{type(told).__name__}: {told}"))


def _prepare(memory: int | None) -> None:
    """Limit memory, leave the interrupt key to the parent, and what is loaded to live for ever.

    The collector of cycles would walk over all modules again and again for the few documents of a chunk.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory is not None:
        try:
            import resource  # noqa: PLC0415 - Windows has none
        except ImportError:
            return
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _end_after(seconds: float) -> None:
    """Have the system end this process when time is up, even if no thread of it ever gets its turn."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _go_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
