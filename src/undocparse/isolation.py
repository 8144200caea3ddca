"""Reads a document in a process of its own, which may die, be killed or run out of memory.

The first reading starts a server: a fresh interpreter with the parser loaded and no thread, which forks a
child for each document. So it is right in threads, notebooks and scripts without a main guard (nothing of
the caller runs in it), cheap, and no reading sees what an engine kept of another. Where processes cannot be
forked each document has an interpreter. Documents come back as JSON: objects could run code here.
"""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from tempfile import TemporaryFile
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from undocparse import errors
from undocparse.limits import Limits, out_of_memory, out_of_time

if TYPE_CHECKING:
    from undocparse.model import Document
    from undocparse.readers.source import Readable, Source

_BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from undocparse import isolation_child; isolation_child.{}"
)
GRACE = 60.0  # seconds beside the limit: to start an interpreter on a busy machine (20 were measured)
FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds")
_NO_MEMORY = ("memory allocation of", "bad_alloc", "MemoryError", "Cannot allocate memory")
"""What engines say last where they end the process for want of memory."""


class End(NamedTuple):
    """How a child came to its end.

    Attributes:
        status: its exit code; the signal that ended it, below 0.
        body: what it answered.
        said: the last that it wrote on standard error.
    """

    status: int
    body: bytes
    said: str


def parse_apart(
    source: Readable,
    *,
    name: str | None = None,
    max_bytes: int | None = None,
    limits: Limits | None = None,
) -> Document:
    """As `undocparse.parse`, in a process of its own.

    Raises:
        UndocparseError: as `parse`.
        CrashError: the process died.
        TimeLimitError: it took longer than `limits.seconds`, and was ended.
        MemoryLimitError: it needed more than `limits.memory`.
    """
    limits = limits or Limits()
    server = the_server() if FORKS else None  # it loads while the source is read
    from undocparse.readers.source import load  # noqa: PLC0415 - see above

    loaded = load(source, name=name, max_bytes=limits.bytes if max_bytes is None else max_bytes)
    with request_of(loaded, limits) as request, no_answer_told(loaded.origin, limits):
        end = server.ask(request, limits) if server else ask_alone(request, limits)
    return document_of(end, loaded.origin, limits)


@contextmanager
def no_answer_told(name: str, limits: Limits) -> Iterator[None]:
    """Raise as errors of the document what keeps its process from answering.

    Raises:
        TimeLimitError: there was no answer in time.
        CrashError: there is no process to answer.
    """
    try:
        yield
    except TimeoutError as error:
        raise out_of_time(name, limits.seconds) from error
    except OSError as error:
        reason = f"the process that was to read it is not to be had ({error})"
        raise errors.CrashError(name, reason, "read it again") from error


@contextmanager
def request_of(source: Source, limits: Limits) -> Iterator[BinaryIO]:
    """A file with the limits and the source, which has no name on the disk."""
    with TemporaryFile() as file:
        head = {"name": source.name, "origin": source.origin, "limits": asdict(limits)}
        file.write(json.dumps(head).encode() + b"\n")
        file.write(source.data)
        file.seek(0)
        yield file


def document_of(end: End, name: str, limits: Limits) -> Document:
    """What the child read, or why it did not.

    Raises:
        UndocparseError: what it raised, or how it died.
    """
    kind, content = end.body[:1], end.body[1:]
    if end.status == 0 and kind == b"E":
        raise _error(json.loads(content))
    if end.status == 0 and kind == b"D":
        from undocparse.model import Document  # noqa: PLC0415 - loaded while the child reads

        try:
            return Document.from_json(content.decode("utf-8", "surrogatepass"))
        except (ValueError, errors.UnreadableError) as error:
            raise errors.CrashError(
                name, "what its process answered is no document", "report the file"
            ) from error
    if -end.status == _alarm():
        raise out_of_time(name, limits.seconds)
    if any(each in end.said for each in _NO_MEMORY):
        raise out_of_memory(name)
    how = f"by signal {-end.status}" if end.status < 0 else f"with exit code {end.status}"
    raise errors.CrashError(name, f"the process that read it ended {how}", "report the file")


def _alarm() -> int:
    import signal  # noqa: PLC0415

    return int(getattr(signal, "SIGALRM", 0))


def _error(told: dict[str, str]) -> errors.UndocparseError:
    return _kinds().get(told["code"], errors.UndocparseError)(told["name"], told["reason"], told["remedy"])


@cache
def _kinds() -> dict[str, type[errors.UndocparseError]]:
    return {each.code: each for each in errors.UndocparseError.__subclasses__()}


def _command(call: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", _BEGIN.format(call), json.dumps(sys.path), *arguments]


def ask_alone(request: BinaryIO, limits: Limits) -> End:
    """A document in an interpreter of its own.

    Raises:
        OSError: it cannot be started.
        TimeoutError: it took too long.
    """
    with TemporaryFile() as answer, TemporaryFile() as said:
        process = subprocess.Popen(_command("answer()"), stdin=request, stdout=answer, stderr=said)
        try:
            status = process.wait(limits.seconds + GRACE)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        finally:
            process.kill()
            process.wait()
        answer.seek(0)
        said.seek(0)
        return End(status, answer.read(), said.read()[-500:].decode(errors="replace"))


class Server:
    """The process that forks a child for each document, ended with this one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                _command("serve()", str(theirs.fileno())),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,  # the interrupt key is for this process, which then lets go of it
            )

    def ask(self, request: BinaryIO, limits: Limits) -> End:
        """Have a document read by a child; it is ended where this is interrupted.

        Raises:
            OSError: the server is gone.
            TimeoutError: no answer in time.
        """
        ours, theirs = socket.socketpair()
        with ours:
            with theirs, self._lock:
                socket.send_fds(self._socket, [b"?"], [theirs.fileno(), request.fileno()])
            return end_of(_received(ours, limits.seconds + GRACE))

    def keep(self) -> socket.socket:
        """A socket to a child that reads one document after the other, and ends when it is closed.

        `isolation_child.answer_each` says what goes through it.

        Raises:
            OSError: the server is gone.
        """
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                socket.send_fds(self._socket, [b"+"], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        return ours

    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def close(self) -> None:
        """Let it go, and see that it goes."""
        self._socket.close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _received(ours: socket.socket, seconds: float) -> bytes:
    """All that comes until the other side is closed.

    Raises:
        TimeoutError: that took longer.
    """
    until = monotonic() + seconds
    parts: list[bytes] = []
    while True:
        left = until - monotonic()
        if left <= 0:
            raise TimeoutError
        ours.settimeout(min(left, 1e6))
        part = ours.recv(1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)


def end_of(received: bytes) -> End:
    """The child's answer, and the line that the server adds to it."""
    body, _, last = received.rpartition(b"\n")
    if not last:
        raise OSError("the server came to its end")
    told: dict[str, Any] = json.loads(last)
    return End(told["status"], body, told["said"])


_started: list[Server] = []
_starting = Lock()


def the_server() -> Server:
    """The server, started where there is none or it has died."""
    with _starting:
        if _started and not _started[-1].alive():
            _started.pop().close()
        if not _started:
            _started.append(Server())
        return _started[-1]


@atexit.register
def _close() -> None:
    while _started:
        with suppress(OSError):
            _started.pop().close()


def _forget() -> None:
    """In a copy of this process: the server is its parent's."""
    global _starting  # noqa: PLW0603 - another thread may have held it
    _starting = Lock()
    _started.clear()


if FORKS:
    os.register_at_fork(after_in_child=_forget)
