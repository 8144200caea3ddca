"""Workers on this machine: processes that may die, hang or grow, and are replaced."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, Protocol

from undocparse.archive.work import Chunk, Part

Work = Callable[[Chunk], Part]

_CHUNKS = 64  # of a worker's life; what an engine leaks is gone with it
_MORE = 4.0  # seconds that each further document of a chunk may take


class Workers(Protocol):
    """What a batch needs of those who do the work.

    Attributes:
        window: how many chunks to hand out before one comes back.
    """

    window: int

    def submit(self, work: Work, chunk: Chunk) -> Future[Part]:
        """Have a chunk read."""

    def close(self, *, now: bool) -> None:
        """Let the workers go; `now` without waiting for what they are at."""


class LocalWorkers:
    """Processes on this machine.

    Args:
        jobs: how many; as many as there are processors where not given.
        timeout: seconds that one document may take.
        memory: bytes of address space that a worker may take; null for no limit. Not on Windows.
    """

    def __init__(self, jobs: int | None, timeout: float, memory: int | None) -> None:
        from pebble import ProcessPool  # noqa: PLC0415 - only batches on this machine need it

        count = jobs or _processors()
        self.window = 2 * count + 1
        self._timeout = timeout
        self._pool: Any = ProcessPool(
            max_workers=count,
            max_tasks=_CHUNKS,
            initializer=_prepare,
            initargs=(memory,),
            context=_context(),
        )

    def submit(self, work: Work, chunk: Chunk) -> Future[Part]:
        """Have a chunk read; the future raises `TimeoutError`, or pebble's `ProcessExpired`."""
        seconds = self._timeout + _MORE * (len(chunk.sources) - 1)
        future: Future[Part] = self._pool.schedule(work, args=[chunk], timeout=seconds)
        return future

    def close(self, *, now: bool) -> None:
        """End the processes."""
        if now:
            self._pool.stop()
        else:
            self._pool.close()
        self._pool.join()


class ExecutorWorkers:
    """Any executor; it belongs to the caller and is not shut down.

    Args:
        executor: a pool of processes or threads, or a cluster's.
        window: as for `Workers`.
    """

    def __init__(self, executor: Executor, window: int) -> None:
        self.window = window
        self._executor = executor

    def submit(self, work: Work, chunk: Chunk) -> Future[Part]:
        """Have a chunk read."""
        return self._executor.submit(work, chunk)

    def close(self, *, now: bool) -> None:
        """Leave the executor to its owner."""


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> Any:
    """How processes begin: from a server that has loaded the parser already, where there are such."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["undocparse.pipeline", "undocparse.archive.rows"])
    return context


def _prepare(memory: int | None) -> None:
    """Limit a worker's memory, leave the interrupt key to the parent, and what is loaded to live for ever.

    The collector of cycles would walk over all modules again and again for the few documents of a chunk.
    """
    import signal  # noqa: PLC0415

    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory is not None:
        try:
            import resource  # noqa: PLC0415 - Windows has none
        except ImportError:
            return
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
