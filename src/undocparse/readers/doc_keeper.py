"""Keeps a program that converts documents: a process between it and the worker, which may die at any time.

It is a program of its own (`python doc_keeper.py PARENT SECONDS FOLDER COMMAND ...`) and imports nothing of
the package. It ends the program with all that this started when the time is up, when the worker is gone, and
when it is asked to; it removes the folder where the worker no longer can. Where the system lets it, the
program runs in a namespace without network, and its processes die with the first of them.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

TIME_IS_UP = 3
"""The exit code where the program was ended for the time that it took."""
NOT_FOUND = 127
"""The exit code where the program could not be started."""
_DEATH_SIGNAL, _SUBREAPER = 1, 36  # options of prctl, Linux
_NAMESPACES = 0x10000000 | 0x20000000 | 0x40000000  # CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET
_LOOK = 0.05  # seconds between two looks; a conversion takes one at least
_PATIENCE = 5.0  # seconds until what was killed must be gone


def main(arguments: list[str]) -> int:
    """Run the program; its exit code, or `TIME_IS_UP`, or `NOT_FOUND`."""
    parent, seconds, folder, command = int(arguments[0]), float(arguments[1]), arguments[2], arguments[3:]
    end = time.monotonic() + seconds
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TIME_IS_UP))
    _prctl(_SUBREAPER, 1)  # orphans come here, where they can be found and ended
    _leave_the_network(command[0])
    child = os.fork()
    if child == 0:
        _first(command)
    try:
        while os.getppid() == parent and time.monotonic() < end:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(_LOOK)
        return TIME_IS_UP
    finally:
        _end_all(child)
        if os.getppid() != parent:
            shutil.rmtree(folder, ignore_errors=True)


def _first(command: list[str]) -> NoReturn:
    """The first process of the namespace: starts the program and buries what dies."""
    os.setsid()
    _prctl(_DEATH_SIGNAL, signal.SIGKILL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    program = os.fork()
    if program == 0:
        _prctl(_DEATH_SIGNAL, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.execvp(command[0], command)
        os._exit(NOT_FOUND)
    while True:
        done, status = os.wait()
        if done == program:
            os._exit(max(os.waitstatus_to_exitcode(status), 0))


def _end_all(child: int) -> None:
    """Kill the program's processes: those of its session, and those that left it and came back as orphans."""
    with contextlib.suppress(OSError):
        os.killpg(child, signal.SIGKILL)
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        for orphan in _children():
            with contextlib.suppress(OSError):
                os.kill(orphan, signal.SIGKILL)
        try:
            done, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not done:
            time.sleep(_LOOK)


def _children() -> list[int]:
    try:
        return list(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))
    except (OSError, ValueError):
        return []


def _leave_the_network(program: str) -> None:
    """Go where there is no network, if a child may; programs from a snap need the rights of the outside."""
    if Path(program).resolve().name == "snap":
        return
    probe = os.fork()
    if probe == 0:
        os._exit(0 if _unshared() else 1)
    if os.waitpid(probe, 0)[1] == 0:
        _unshared()


def _unshared() -> bool:
    """Whether this process now has users, processes and network of its own."""
    user, group = os.getuid(), os.getgid()
    try:
        if _library().unshare(_NAMESPACES) != 0:
            return False
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    except (AttributeError, OSError):
        return False
    return True


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        _library().prctl(option, value, 0, 0, 0)


def _library() -> Any:
    return ctypes.CDLL(None, use_errno=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
