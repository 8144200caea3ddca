"""Reads many documents in one process apart, which is kept from one to the next and replaced where it dies.

A process of its own for each document finds nothing made that the one before has made: patterns, words,
fonts. A process that is kept does. What ends badly in one that has read others is read again in a new one, so
that a document comes to what it comes to alone.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from undocparse.errors import CrashError, MemoryLimitError
from undocparse.isolation import (
    FORKS,
    GRACE,
    End,
    ask_alone,
    document_of,
    end_of,
    no_answer_told,
    request_of,
    the_server,
)
from undocparse.limits import Limits

if TYPE_CHECKING:
    from types import TracebackType

    from undocparse.model import Document
    from undocparse.readers.source import Readable, Source

_HEAD = 8  # bytes that tell the length of an answer
_MOST = 500  # documents; engines hold on to some memory of each


class KeptReader:
    """Reads documents one after the other, as `parse_apart` does, in one process as long as that lives.

    Used in a `with` statement, at whose end the process goes. It is for one thread. Where processes cannot be
    forked each document has one of its own.

    Args:
        limits: of each document; those of `Limits()` where not given.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: socket.socket | None = None
        self._read = 0

    def __enter__(self) -> KeptReader:
        if FORKS:
            with suppress(OSError):  # it loads while the first source is read; if not, asking will tell
                self._started()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the process go; the next reading starts another."""
        if self._child is not None:
            self._child.close()
        self._child = None
        self._read = 0

    def read(self, source: Readable, *, name: str | None = None) -> Document:
        """One document.

        Args:
            source: path, bytes, binary file, or what `load` gave.
            name: what to call it in the result and in errors.

        Raises:
            UndocparseError: as `parse_apart`.
        """
        from undocparse.readers.source import load  # noqa: PLC0415 - loaded while the process begins

        loaded = load(source, name=name, max_bytes=self._limits.bytes)
        alone = self._read == 0
        try:
            return self._document(loaded)
        except (CrashError, MemoryLimitError):
            self.close()
            if alone:
                raise
        return self._document(loaded)

    def _document(self, loaded: Source) -> Document:
        with request_of(loaded, self._limits) as request, no_answer_told(loaded.origin, self._limits):
            end = self._asked(request) if FORKS else ask_alone(request, self._limits)
        return document_of(end, loaded.origin, self._limits)

    def _started(self) -> socket.socket:
        """The process, a new one where there is none or it has read enough.

        Raises:
            OSError: there is none to be had.
        """
        if self._read >= _MOST:
            self.close()
        if self._child is None:
            self._child = the_server().keep()
        return self._child

    def _asked(self, request: BinaryIO) -> End:
        """What came of a request; the process is let go of where it gave no whole answer.

        Raises:
            OSError: there is no process to answer.
            TimeoutError: no answer in time.
        """
        child = self._started()
        whole = False
        try:
            with suppress(BrokenPipeError):  # it is dead, and what it left behind says why
                socket.send_fds(child, [b"?"], [request.fileno()])
            answer = _answer(child, monotonic() + self._limits.seconds + GRACE)
            whole = _length(answer) == len(answer) - _HEAD
        finally:
            if not whole:
                self.close()
        self._read += whole
        return End(0, bytes(answer[_HEAD:]), "") if whole else end_of(bytes(answer))


def _length(answer: bytearray) -> int | None:
    """How long an answer is to be; null as long as it does not tell."""
    return int.from_bytes(answer[:_HEAD], "big") if len(answer) >= _HEAD else None


def _answer(child: socket.socket, until: float) -> bytearray:
    """A whole answer, or all that comes until the other side is closed.

    Raises:
        TimeoutError: that took longer.
    """
    answer = bytearray()
    while (length := _length(answer)) is None or len(answer) < length + _HEAD:
        left = until - monotonic()
        if left <= 0:
            raise TimeoutError
        child.settimeout(min(left, 1e6))
        part = child.recv(1 << 20)
        if not part:
            break
        answer += part
    return answer
