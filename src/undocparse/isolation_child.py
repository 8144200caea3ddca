"""The other side of `isolation`: a server that forks a child for each document, and what the child does."""

from __future__ import annotations

import ctypes
import gc
import json
import math
import os
import select
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from tempfile import TemporaryFile
from typing import BinaryIO

from undocparse.errors import CrashError, UndocparseError
from undocparse.limits import Budget, Limits, out_of_memory

_PARENT_DIES = 1  # PR_SET_PDEATHSIG
_LONGEST = 1e8  # seconds; clocks of some systems go no further
_LAST = 500  # bytes of standard error


def answer() -> None:
    """Read the document that standard input holds, and write to standard output what came of it."""
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # engines that print are not to print into the answer
        answers.write(_answer(sys.stdin.buffer))


def answer_each(asked: socket.socket) -> None:
    """Read the documents that come through a socket, one after the other, until it is closed.

    Each request is an open file, each answer is its length in eight bytes and then as of one document. A
    process whose engine broke down leaves after its answer, so that no other document is read there.
    """
    from undocparse.readers.pdf_engine import is_broken  # noqa: PLC0415 - loaded by now

    while not is_broken():
        _, places, _, _ = socket.recv_fds(asked, 1, 1)
        if not places:
            return
        with os.fdopen(places[0], "rb") as request:
            answer = _answer(request)
        _limit_time(0)
        asked.sendall(len(answer).to_bytes(8, "big") + answer)
        del answer
        gc.collect()  # what one document leaves behind is no other's to carry


def _answer(request: BinaryIO) -> bytes:
    """A document as JSON behind D, or an error behind E."""
    head = json.loads(request.readline())
    limits, name = Limits(**head["limits"]), head["origin"]
    try:
        _limit_time(limits.seconds)
        _limit_memory(limits.memory)
        return b"D" + _read(request, head["name"], name, limits)
    except UndocparseError as error:
        return _told(error)
    except MemoryError:
        return _told(out_of_memory(name))
    except BaseException as error:  # engines' panics among them: they are none of `Exception`
        return _told(
            CrashError(name, f"reading it failed ({type(error).__name__}: {error})", "report the file")
        )


def _read(request: BinaryIO, name: str, origin: str, limits: Limits) -> bytes:
    from undocparse.pipeline import parse_here  # noqa: PLC0415 - under the limit of memory
    from undocparse.readers.source import Source  # noqa: PLC0415

    document = parse_here(Source(name, origin, request.read()), Budget(limits, origin))
    return document.to_json().encode("utf-8", "surrogatepass")


def _told(error: UndocparseError) -> bytes:
    told = {"code": error.code, "name": error.name, "reason": error.reason, "remedy": error.remedy}
    return b"E" + json.dumps(told).encode()


def _limit_time(seconds: float) -> None:
    """End this process when the time is up, whatever it is at: the system does it, where it can.

    Args:
        seconds: from now; 0 for no end any more.
    """
    if hasattr(signal, "setitimer") and math.isfinite(seconds):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGALRM])
        signal.setitimer(signal.ITIMER_REAL, min(seconds, _LONGEST))


def _limit_memory(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    with suppress(ValueError, OSError):  # some systems have the limit and do not let it be set
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


@dataclass(slots=True)
class _Child:
    """A child at work: where its answer goes, and what it says on standard error."""

    socket: socket.socket
    said: BinaryIO


def serve() -> None:
    """Fork a child for each request that comes, until the process that asks is gone."""
    _Server(socket.socket(fileno=int(sys.argv[2]))).run()


class _Server:
    def __init__(self, asked: socket.socket) -> None:
        self._asked = asked
        self._children: dict[int, _Child] = {}
        self._poll = select.poll()
        self._forked = 0

    def run(self) -> None:
        """Serve; whoever lets go of a child's socket ends the child."""
        ended, wakes = socket.socketpair()
        wakes.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wakes.fileno(), warn_on_full_buffer=False)
        self._poll.register(self._asked, select.POLLIN)
        self._poll.register(ended, select.POLLIN)
        _load()
        while True:
            for place, events in self._poll.poll():
                if place == self._asked.fileno():
                    if not self._take():
                        self._leave()
                        return
                elif place == ended.fileno():
                    ended.recv(1 << 12)
                    self._reap()
                elif events & (select.POLLHUP | select.POLLERR):
                    self._end(place)

    def _take(self) -> bool:
        """Take a request, and say whether there may be more."""
        try:
            asked, places, _, _ = socket.recv_fds(self._asked, 1, 2)
        except OSError:
            return False
        if not asked or not places:
            return False
        if self._forked == 1:  # a command reads a single document, and is not to wait for this
            _warm()
        self._forked += 1
        said: BinaryIO = TemporaryFile()  # noqa: SIM115 - closed where the child is reaped
        child = _Child(socket.socket(fileno=places[0]), said)
        server = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._be(child, places[1:], server)
        for place in places[1:]:
            os.close(place)
        self._children[pid] = child
        self._poll.register(child.socket, 0)  # POLLHUP is always told
        return True

    def _be(self, child: _Child, requests: list[int], server: int) -> None:
        """In the child: read what is asked for, or all that will be where nothing is yet; answer, end."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _die_with(server)
            self._asked.close()
            for other in self._children.values():
                other.socket.close()
            os.dup2(child.said.fileno(), 2)
            for request in requests:
                with os.fdopen(request, "rb") as file:
                    child.socket.sendall(_answer(file))
            if not requests:
                answer_each(child.socket)
            status = 0
        finally:
            os._exit(status)

    def _reap(self) -> None:
        """Tell how children came to their ends."""
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            child = self._children.pop(pid)
            with suppress(KeyError):  # nobody waited for it any more
                self._poll.unregister(child.socket)
            size = child.said.seek(0, os.SEEK_END)
            child.said.seek(max(size - _LAST, 0))
            told = {
                "status": os.waitstatus_to_exitcode(status),
                "said": child.said.read().decode(errors="replace"),
            }
            with child.socket, child.said, suppress(OSError):
                child.socket.sendall(b"\n" + json.dumps(told).encode())

    def _end(self, place: int) -> None:
        """Kill the child whose answer nobody waits for."""
        for pid, child in self._children.items():
            if child.socket.fileno() == place:
                self._poll.unregister(place)
                os.kill(pid, signal.SIGKILL)

    def _leave(self) -> None:
        for pid in self._children:
            os.kill(pid, signal.SIGKILL)


def _load() -> None:
    """Load the parser and the engine for most files, which has no thread before it reads one."""
    import undocparse.pipeline  # noqa: PLC0415
    import undocparse.readers.pdf  # noqa: F401, PLC0415
    from undocparse.readers.pdf_engine import load_engine  # noqa: PLC0415

    load_engine()
    gc.freeze()  # objects that live for ever stay shared with the children


def _warm() -> None:
    """Read a sample in each language, so that children find words and patterns made: they take longest."""
    from undocparse.pipeline import parse  # noqa: PLC0415

    for sample in sorted((files("undocparse") / "samples").iterdir(), key=lambda each: each.name):
        parse(sample.read_bytes())
    gc.freeze()


def _die_with(server: int) -> None:
    """Where the system can: die when the server does, however that comes."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PARENT_DIES, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)
