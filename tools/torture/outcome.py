"""Reads one mutant and tells what came of it."""

from __future__ import annotations

import re
import resource
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

import undocparse
from undocparse.errors import UndocparseError
from undocparse.model import Document

from .mutants import Mutant

How = Literal["document", "typed error", "crash", "dead", "stopped"]
_PACKAGE = Path(undocparse.__file__).parent
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that one of `ru_maxrss` stands for
_STATUS = Path("/proc/self/status")
_BACK = 0.2  # share of documents that also go through every export and are read back
_SHOWN = 0.15  # share of documents whose summary is printed


@dataclass(frozen=True)
class Outcome:
    """What came of one mutant.

    Attributes:
        number: of the mutant in its run.
        kind: its format.
        changes: what was done to the file it was made from.
        how: a document, an error raised on purpose, any other exception, a process that ended, or one that
            was stopped as it took too long.
        what: type and message of the error or exception.
        where: file, line and function of ours in which it was raised.
        seconds: of the processor's time; what else the machine does has no part in it.
        memory: the most that the process has held, in bytes.
    """

    number: int
    kind: str
    changes: tuple[str, ...]
    how: How
    what: str = ""
    where: str = ""
    seconds: float = 0.0
    memory: int = 0


def attempt(mutant: Mutant, run: int) -> Outcome:
    """Read a mutant; some documents are exported in every way and read back too.

    Args:
        mutant: to read.
        run: seed of the run.
    """
    rng = Random(f"{run}:{mutant.number}:exports")
    _forget_peak()
    began = time.process_time()
    how, what, where = _read(mutant, rng)
    seconds = time.process_time() - began
    return Outcome(mutant.number, mutant.kind, mutant.changes, how, what, where, seconds, _peak())


def _read(mutant: Mutant, rng: Random) -> tuple[How, str, str]:
    try:
        document = undocparse.parse(mutant.data, name=mutant.seed)
        for use in _uses(rng):
            use(document)
    except UndocparseError as error:
        return "typed error", f"{type(error).__name__}: {error.reason}"[:200], ""
    except BaseException as error:
        said = f"{type(error).__name__}: {error}".encode("ascii", "backslashreplace").decode()
        return "crash", said[:200], _place(error)
    return "document", "", ""


def _uses(rng: Random) -> list[Callable[[Document], object]]:
    uses: list[Callable[[Document], object]] = []
    if rng.random() < _BACK:
        uses += [_back, _exported, _rows]
    if rng.random() < _SHOWN:
        uses.append(_shown)
    return uses


def _back(document: Document) -> None:
    """JSON reads back as the same document."""
    if Document.from_json(document.to_json()) != document:
        raise AssertionError("JSON reads back as another document")


def _exported(document: Document) -> None:
    from undocparse.exports.icalendar import to_ics  # noqa: PLC0415
    from undocparse.exports.markdown import to_markdown  # noqa: PLC0415

    to_markdown(document).encode()
    to_ics(document).encode()


def _rows(document: Document) -> None:
    from undocparse.archive.rows import rows_of, tables_of  # noqa: PLC0415
    from undocparse.exports.frames import timetable_frame  # noqa: PLC0415

    tables_of([rows_of(document, address="mutant", size=1)])
    timetable_frame(document.timetable)


def _shown(document: Document) -> None:
    import io  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415

    from undocparse.exports.summary import summary  # noqa: PLC0415

    console = Console(file=io.TextIOWrapper(io.BytesIO(), "utf-8"), width=100)
    for part in summary(document):
        console.print(part)


def _forget_peak() -> None:
    """Have Linux count the most that this process holds anew."""
    if _STATUS.exists():
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def _peak() -> int:
    """The most that this process has held, in bytes; since its birth where the system counts nothing else."""
    if _STATUS.exists() and (found := re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text("ascii", "replace"))):
        return int(found[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def _place(error: BaseException) -> str:
    """The innermost place of ours that an exception came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not ours:
        return ""
    last = ours[-1]
    return f"{Path(last.filename).relative_to(_PACKAGE)}:{last.lineno} {last.name}"
