"""Workers on this machine: processes that may die, hang or grow, and are replaced."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from queue import SimpleQueue
from threading import Lock
from typing import Any, Protocol

from undocparse.archive.work import Chunk, Part
from undocparse.archive.worker import serve
from undocparse.errors import UndocparseError

Work = Callable[[Chunk], Part]

_CHUNKS = 64  # of a worker's life; what an engine leaks is gone with it
_MORE = 4.0  # seconds that each further document of a chunk may take
_BIRTHS = 5  # tries to begin a worker; one may be killed as it begins, so many tell that none can live
_BIRTH = 120.0  # seconds that a worker may take to begin; a busy machine takes some ten
_LOADED = ["undocparse.pipeline", "undocparse.archive.rows", "undocparse.archive.worker"]
_BEGINNING = Lock()  # of a process
_MAIN = ("__file__", "__spec__")  # by which a new process finds the script that its parent runs
_GRACE = 5.0  # seconds in which a reading whose time is up may end by itself


class WorkersError(UndocparseError):
    """No worker can be begun on this machine."""

    code = "workers"


class WorkerDiedError(Exception):
    """A worker ended before it was done.

    Attributes:
        exitcode: of its process; negative for a signal.
    """

    def __init__(self, exitcode: int | None) -> None:
        self.exitcode = exitcode
        super().__init__(f"exit code {exitcode}")


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
    """Processes on this machine, each with a pipe and a thread of its own, so that none can harm another.

    Args:
        jobs: how many; as many as there are processors where not given.
        timeout: seconds that one document may take.
        memory: bytes of address space that a worker may take; null for no limit. Not on Windows.
    """

    def __init__(self, jobs: int | None, timeout: float, memory: int | None) -> None:
        count = jobs or _processors()
        self.window = 2 * count + 1
        self._timeout = timeout
        self._memory = memory
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="undocparse")
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        self._workers: set[_Worker] = set()
        self._closed = False
        for _ in range(count):
            self._idle.put(None)

    def submit(self, work: Work, chunk: Chunk) -> Future[Part]:
        """Have a chunk read; the future raises `TimeoutError`, `WorkerDiedError` or `WorkersError`."""
        return self._threads.submit(self._read, work, chunk)

    def _read(self, work: Work, chunk: Chunk) -> Part:
        worker = self._idle.get()
        try:
            worker = worker or self._born()
            part = worker.read(work, chunk, self._timeout + _GRACE + _MORE * (len(chunk.sources) - 1))
        except BaseException:
            if worker:
                self._let_go(worker)
            self._idle.put(None)
            raise
        if worker.chunks >= _CHUNKS:
            self._let_go(worker)
            worker = None
        self._idle.put(worker)
        return part

    def _born(self) -> _Worker:
        """A worker that is ready; one that dies at its birth is replaced."""
        died: object = None
        for _ in range(_BIRTHS):
            if self._closed:
                break
            try:
                worker = _Worker(self._memory)
            except (OSError, EOFError) as error:  # the server that forks them was killed; it is begun again
                died = error
                continue
            self._workers.add(worker)
            if self._closed:  # between the question above and now; `close` has not seen this one
                worker.kill()
            try:
                worker.greet()
            except (WorkerDiedError, TimeoutError) as error:
                died = error
                self._let_go(worker)
            else:
                return worker
        reason = f"workers end as they begin ({died})"
        raise WorkersError("batch", reason, "give them more memory, and see what standard error says")

    def _let_go(self, worker: _Worker) -> None:
        worker.end()
        self._workers.discard(worker)

    def close(self, *, now: bool) -> None:
        """End the processes.

        A pipe is closed by the thread that reads it and by no other: the system gives the number of a closed
        one to the next file that is opened, and the thread would read that, or close it.
        """
        self._threads.shutdown(wait=not now, cancel_futures=now)
        self._closed = True
        for worker in tuple(self._workers):
            worker.kill()
        self._threads.shutdown(wait=True)
        for worker in tuple(self._workers):
            self._let_go(worker)


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


class _Worker:
    """One process, and our end of the pipe to it."""

    def __init__(self, memory: int | None) -> None:
        context = _context()
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, memory), daemon=True)
        self.chunks = 0
        with without_main():
            self._process.start()
        theirs.close()

    def greet(self) -> None:
        """Wait until it is ready."""
        self._answer(_BIRTH)

    def read(self, work: Work, chunk: Chunk, seconds: float) -> Part:
        """Have a chunk read."""
        self.chunks += 1
        try:
            self._pipe.send((work, chunk, seconds + _GRACE))
        except OSError:
            raise self._death() from None
        answer = self._answer(seconds)
        if isinstance(answer, BaseException):
            raise answer
        return answer  # type: ignore[return-value]

    def _answer(self, seconds: float) -> object:
        if not wait([self._pipe, self._process.sentinel], seconds):
            raise TimeoutError
        try:
            if self._pipe.poll():
                return self._pipe.recv()
        except (EOFError, OSError):
            pass
        raise self._death()

    def _death(self) -> WorkerDiedError:
        return WorkerDiedError(self._exit_code())

    def _exit_code(self) -> int | None:
        """How the process ended; null where it does not end.

        The start of a process asks after all others: without the lock its thread and this one would both take
        the code off the one pipe that has it, and the later would be told 255.
        """
        wait([self._process.sentinel], _GRACE)
        with _BEGINNING:
            code: int | None = self._process.exitcode
        return code

    def kill(self) -> None:
        """End the process, whatever it is at; the thread that waits for it is told."""
        self._process.kill()

    def end(self) -> None:
        """End the process and close the pipe, which no other thread may be at."""
        self._process.kill()
        self._exit_code()
        self._pipe.close()


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
    context.set_forkserver_preload(_LOADED)
    return context


@contextmanager
def without_main() -> Iterator[None]:
    """Hide the caller's script from a process that begins: it would run it, for functions not needed.

    So a script needs no guard against being run again, and one on standard input can be used too.
    """
    with _BEGINNING:
        main = sys.modules["__main__"].__dict__
        hidden: dict[str, Any] = {name: main.pop(name) for name in _MAIN if name in main}
        main["__spec__"] = None
        try:
            yield
        finally:
            del main["__spec__"]
            main.update(hidden)
