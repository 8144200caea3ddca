"""Reads an archive: plans what is to be read, hands it out, keeps what comes back, publishes at the end."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from pathlib import Path

from undocparse.archive.choices import MEMORY, Choices, checked
from undocparse.archive.deaths import absence, fault_of
from undocparse.archive.faults import told
from undocparse.archive.mending import mend
from undocparse.archive.pool import (
    ExecutorWorkers,
    LocalWorkers,
    Work,
    WorkerDiedError,
    Workers,
    WorkersError,
)
from undocparse.archive.publish import publish
from undocparse.archive.report import Failure, Progress, Report
from undocparse.archive.source_file import SourceFile
from undocparse.archive.sources import Address, Filters, find_sources
from undocparse.archive.store import Store, check_folder, locked
from undocparse.archive.streams import Format
from undocparse.archive.work import Chunk, Entry, Fault, Part, entry_of, failed, read_chunk
from undocparse.errors import UndocparseError
from undocparse.limits import Limits
from undocparse.version import __version__

_LOG = logging.getLogger("undocparse.archive")
_DOCUMENTS, _BYTES = 32, 16_000_000  # of a chunk at the most
_Tell = Callable[[Progress], None]
_NOTHING = SourceFile("batch", missing="no file was named, or the filters leave none")
_WINDOW = 16  # chunks handed to an executor that does not say how many workers it has


def batch(  # noqa: PLR0913 - each is a choice of the user's
    sources: Iterable[Address] | Address,
    out: str | Path,
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    format: Format = "parquet",
    filters: Filters | None = None,
    retry_failed: bool = False,
    timeout: float | None = None,
    memory: int | None = MEMORY,
    max_bytes: int | None = None,
    limits: Limits | None = None,
    progress: Callable[[Progress], None] | None = None,
    window: int = _WINDOW,
    work: Work = read_chunk,
) -> Report:
    """Read many documents into the tables of an archive.

    What is finished stays: killed at any moment, the same call goes on where it stopped, and leaves what an
    undisturbed one would have. A document that cannot be read is a line of the manifest. Processes on this
    machine load nothing of the script that calls this.

    Args:
        sources: files, folders, patterns, zip archives, fsspec addresses; or one of them.
        out: folder of the archive; made if it is not there, continued if it is.
        executor: who does the work, instead of processes on this machine; it is not shut down. It knows no
            limit of memory, and one of time only between the steps of a reading.
        jobs: how many processes; one a processor where not given.
        format: `parquet`, or `jsonl` for JSON Lines.
        filters: which of the files found are read.
        retry_failed: whether to try again what failed in earlier runs.
        timeout: seconds that a document may take; `limits.seconds` where not given.
        memory: bytes of address space that a process may take; null for no limit.
        max_bytes: larger files are refused; `limits.bytes` where not given.
        limits: how much is read of each document; those of `Limits()` where not given.
        progress: called with the counts so far whenever they change.
        window: how many chunks an executor is given before one comes back.
        work: what is done with a chunk, a function of a module; for tests and measurements.

    Returns:
        Counts, every failure of the archive, and what is left to do.

    Raises:
        ArchiveError: the folder is in use by another run, is no archive, or cannot be written.
        WorkersError: no process can be begun.
        ValueError: a choice makes no sense, such as no jobs at all.
        TypeError: a source is neither text nor a path.
        KeyboardInterrupt: passed on, once what is finished is published.
    """
    choices = checked(
        jobs=jobs, timeout=timeout, memory=memory, max_bytes=max_bytes, window=window, limits=limits
    )
    folder = Path(out)
    check_folder(folder, format)
    found = find_sources(sources, filters)
    with locked(folder):
        store, tell = Store(folder, format), progress or (lambda _: None)
        mend(store)
        run = _Run(store, work, tell, choices.limits, retry_failed=retry_failed)
        todo = run.plan(found or [_NOTHING])
        if todo:
            run.read(todo, lambda: _workers(executor, choices))
        return run.finish()


def _workers(executor: Executor | None, choices: Choices) -> Workers:
    if executor:
        return ExecutorWorkers(executor, choices.window)
    return LocalWorkers(choices.jobs, choices.limits.seconds, choices.memory)


class _Run:
    """One run over an archive."""

    def __init__(self, store: Store, work: Work, tell: _Tell, limits: Limits, *, retry_failed: bool) -> None:
        self._tell = tell
        self._store = store
        self._work = work
        self._retry = retry_failed
        self._limits = limits
        self._version = __version__
        self._progress = Progress()
        self._began = time.monotonic()
        self._known = {entry.address: entry for entry in _entries(store)}
        self._taken = {e.document for e in self._known.values() if self._holds(e)}
        self._hashes: dict[str, str] = {}
        self._loose: list[Entry] = []
        self._absent: list[Failure] = []
        self._died: set[str] = set()
        self._broken = False
        self._fault: WorkersError | None = None

    def _holds(self, entry: Entry) -> bool:
        return entry.status == "read" and entry.version == self._version

    def plan(self, found: list[SourceFile]) -> list[SourceFile]:
        """What is to be read: all but what earlier runs have finished."""
        self._progress.total = len(found)
        there = [source for source in found if source.missing is None]
        self._absent = [absence(source) for source in found if source.missing is not None]
        self._progress.failed = len(self._absent)
        todo = [source for source in there if not self._is_finished(source)]
        self._progress.unchanged = len(there) - len(todo)
        _LOG.info("%d addresses, %d of them finished before", len(found), self._progress.unchanged)
        self._report()
        return todo

    def _is_finished(self, source: SourceFile) -> bool:
        entry = self._known.get(source.address)
        if entry is None or entry.version != self._version or (entry.status == "failed" and self._retry):
            return False
        return entry.size == source.size and entry.stamp == source.stamp

    def read(self, todo: list[SourceFile], begin: Callable[[], Workers]) -> None:
        """Read everything; an interrupt is passed on once what is finished is published."""
        workers = begin()
        now = True
        try:
            self._hand_out(deque(), self._chunks(todo), workers)
            now = self._broken
        except KeyboardInterrupt:
            self._publish()
            raise
        finally:
            workers.close(now=now)

    def _hand_out(self, alone: deque[Chunk], chunks: Iterator[Chunk], workers: Workers) -> None:
        """Keep the workers busy; documents of a chunk that came to grief are read again, each alone."""
        pending: dict[Future[Part], Chunk] = {}
        while not self._broken:
            while len(pending) < workers.window:
                chunk = alone.popleft() if alone else next(chunks, None)
                if chunk is None:
                    break
                pending[workers.submit(self._work, chunk)] = chunk
            if not pending:
                return
            done, _ = wait(pending, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in done:
                self._take(future, pending.pop(future), alone)
            self._report()

    def _chunks(self, todo: list[SourceFile]) -> Iterator[Chunk]:
        gathered: list[SourceFile] = []
        size = 0
        for source in todo:
            if not self._is_new(source):
                continue
            gathered.append(source)
            size += source.size or 0
            if len(gathered) >= _DOCUMENTS or size >= _BYTES:
                yield self._chunk(gathered)
                gathered, size = [], 0
        if gathered:
            yield self._chunk(gathered)

    def _chunk(self, sources: Iterable[SourceFile]) -> Chunk:
        return Chunk(tuple(sources), self._version, self._limits.bytes, self._limits)

    def _is_new(self, source: SourceFile) -> bool:
        """Whether a source has content of its own; files of this machine are looked into beforehand."""
        if not source.local:
            return True
        try:
            key = source.read(self._limits.bytes).sha256
        except UndocparseError as error:
            self._loose.append(failed(source, self._version, Fault.of(error)))
            self._progress.failed += 1
            return False
        self._hashes[source.address] = key
        if key not in self._taken:
            self._taken.add(key)
            return True
        self._loose.append(entry_of(source, self._version, "duplicate", key))
        self._progress.duplicates += 1
        return False

    def _take(self, future: Future[Part], chunk: Chunk, alone: deque[Chunk]) -> None:
        try:
            part = future.result()
        except (BrokenExecutor, CancelledError) as error:
            _LOG.error("the workers are gone: %s", error or type(error).__name__)
            self._broken = True
        except WorkersError as error:
            self._broken, self._fault = True, error
        except Exception as error:  # whatever a worker died of
            if len(chunk.sources) > 1 or self._may_be_chance(chunk.sources[0], error):
                alone.extend(self._chunk([source]) for source in chunk.sources)
            else:
                self._keep(Part((self._death(chunk.sources[0], error),), {}))
        else:
            self._keep(part)

    def _may_be_chance(self, source: SourceFile, error: Exception) -> bool:
        """Whether a worker died over a document for the first time: it may be chance."""
        if not isinstance(error, WorkerDiedError) or source.address in self._died:
            return False
        self._died.add(source.address)
        return True

    def _keep(self, part: Part) -> None:
        self._store.add(part)
        for entry in part.entries:
            self._progress.read += entry.status == "read"
            self._progress.failed += entry.status == "failed"
            self._progress.duplicates += entry.status == "duplicate"
            self._progress.pages += entry.pages or 0
            if entry.status == "failed":
                _LOG.warning("%s: %s", entry.address, entry.reason)

    def _death(self, source: SourceFile, error: Exception) -> Entry:
        """The entry of a document that took its worker along."""
        return failed(source, self._version, fault_of(error), self._hashes.get(source.address))

    def _report(self) -> None:
        self._progress.seconds = time.monotonic() - self._began
        self._tell(self._progress)

    def _publish(self) -> list[Entry]:
        if self._loose:
            self._store.add(Part(tuple(self._loose), {}))
            self._loose = []
        return publish(self._store)

    def finish(self) -> Report:
        """Publish, and say what became of everything."""
        entries = self._publish()
        self._report()
        if self._fault:
            raise self._fault
        failures = tuple(
            Failure(entry.address, entry.error or "", entry.reason or "", entry.remedy or "")
            for entry in entries
            if entry.status == "failed"
        )
        left = self._progress.total - self._progress.done
        return Report(self._progress, (*self._absent, *failures), left, tuple(self._store.repairs))


def _entries(store: Store) -> Iterator[Entry]:
    yield from store.entries()
    with told(store.folder):
        for _, entries in store.parts():
            yield from entries
