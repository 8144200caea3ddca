"""Kills batches with signal 9, lets them go on, and compares what they leave with an undisturbed run.

python -m tools.torture.kills [--number 1000] [--seed 1]

A child works on an archive of small texts, of which some change from round to round. It is killed at a
random call of the file system (most fall into the writing of parts and publishing), after a random time, or
one of its workers is. After each kill a reader looks whether the tables hold together.
Exit codes: 0 nothing lost, different, half published or left behind; 1 something was.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil

from undocparse.archive.faults import ArchiveError
from undocparse.archive.pool import without_main
from undocparse.archive.schemas import TABLES
from undocparse.archive.states import current_state
from undocparse.archive.streams import read_table

from .victim import disturbed, run

_SOURCES = 12
_CALLS = 260  # of the file system in a run; a moment beyond its end is no kill
_SECONDS = 0.6
_WITH_WORKERS = 5.0  # seconds; processes of their own begin late
_PATIENCE = 120.0
_WORKERS_EVERY = 10  # kills; processes of their own take ten times as long as threads
_LEFT_AFTER = 10.0  # seconds in which workers notice that the one who began them is gone
_LOADED = ["tools.torture.victim", "undocparse.pipeline", "undocparse.archive.rows"]
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(_LOADED)
_TEXT = """A/AC.900/2025/{number}

Provisional agenda

1. Opening.
2. Rivers, version {version}.
3. Other matters.
"""
Outcome = Counter[str]


def main() -> int:
    """Kill, resume, compare, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--number", type=int, default=1000, help="how many kills")
    parser.add_argument("--seed", type=int, default=1, help="of the run")
    parser.add_argument("--format", default="parquet", choices=("parquet", "jsonl"))
    given = parser.parse_args()
    found = torture(given.number, given.seed, format=given.format)
    print("\n".join(table(found)))
    return int(any(found[fault] for fault in FAULTS))


FAULTS = ("lost", "different", "half published", "stray files", "left processes", "failed runs")


def torture(number: int, seed: int, *, format: str = "parquet", workers: bool = True) -> Outcome:
    """Kill batches.

    Args:
        number: of kills.
        seed: of the moments.
        format: of the archives' tables.
        workers: whether some of the runs have workers in processes of their own.

    Returns:
        How many kills there were of each kind, resumed runs, and how many faults of each kind.
    """
    moments = random.Random(seed)
    found: Outcome = Counter()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        place = _Place(Path(folder), moments, format)
        while _kills(found) < number:
            place.change()
            _round(place, moments, found, number, workers=workers)
    return found


def table(found: Outcome) -> list[str]:
    """The figures as a table in Markdown."""
    kinds = [kind for kind in found if kind not in FAULTS] + list(FAULTS)
    return ["| what | times |", "| --- | --- |", *(f"| {kind} | {found[kind]} |" for kind in kinds)]


class _Place:
    """Sources that change, an archive that is disturbed, and one that is not."""

    def __init__(self, folder: Path, moments: random.Random, format: str) -> None:
        self.sources, self.out, self.calm = folder / "in", folder / "out", folder / "calm"
        self.format = format
        self._moments = moments
        self._version = 0
        self._published = False
        self.sources.mkdir()
        for number in range(_SOURCES):
            self._write(number)

    def _write(self, number: int) -> None:
        text = _TEXT.format(number=number, version=self._version)
        (self.sources / f"{number:02}.txt").write_text(text, "utf-8")

    def change(self) -> None:
        """Other content for some sources, and an undisturbed run over them; now and then all begins anew."""
        self._version += 1
        for number in self._moments.sample(range(_SOURCES), self._moments.randint(1, 5)):
            self._write(number)
        if self._version % 20 == 1:
            shutil.rmtree(self.out, ignore_errors=True)
            shutil.rmtree(self.calm, ignore_errors=True)
            self._published = False
        run(self.sources, self.calm, self.format)

    def holds_together(self) -> bool:
        """Whether a reader finds one state: every table has rows of the same documents."""
        try:
            state = current_state(self.out)
            if state is None:
                return not self._published
            self._published = True
            there = _documents(state.folder, "documents")
            return all(
                _documents(state.folder, name) == there for name in ("json", "manifest", "items")
            ) and all((self.out / name).resolve() == state.folder / name for name in TABLES)
        except (OSError, ValueError, ArchiveError):
            return False

    def compared(self) -> Outcome:
        """What an archive lacks, has otherwise, or has left over, beside the undisturbed one."""
        lost = _documents(self.calm, "documents") - _documents(self.out, "documents")
        different = [name for name in TABLES if _rows(self.calm, name) != _rows(self.out, name)]
        stray = [*self.out.rglob("*.tmp"), *self.out.glob(".next"), *self.out.glob(".parts/*")]
        stray += sorted(self.out.glob(".states/*"))[2:]
        return Counter(
            {"lost": len(lost), "different": len(different), "stray files": len(stray), "compared": 1}
        )


def _started(place: _Place, calls: int | None = None, *, workers: bool = False) -> BaseProcess:
    arguments = (place.sources, place.out, place.format, calls, workers)
    process = _CONTEXT.Process(target=disturbed, args=arguments)
    with without_main():  # nothing of ours is run a second time in the child
        process.start()
    return process


def _killed_in_threads(place: _Place, moments: random.Random) -> str:
    """Kill a run at a call, or after a time; a run that came to its end before is no kill."""
    by_call = moments.random() < 0.7
    process = _started(place, moments.randrange(_CALLS) if by_call else None)
    if not by_call:
        process.join(moments.uniform(0, _SECONDS))
        process.kill()
    process.join(_PATIENCE)
    if process.exitcode != -signal.SIGKILL:
        process.kill()
        return "ended before" if process.exitcode == 0 else "failed runs"
    return "kills at a call" if by_call else "kills at a time"


def _killed_with_workers(place: _Place, moments: random.Random) -> Outcome:
    """Kill a run that has processes of its own, or one of these: then it has to come to its end."""
    process = _started(place, workers=True)
    process.join(moments.uniform(0, _WITH_WORKERS))
    if process.exitcode is not None:
        return Counter({"ended before" if process.exitcode == 0 else "failed runs": 1})
    workers: list[psutil.Process] = []
    with suppress(psutil.NoSuchProcess):
        workers = psutil.Process(process.pid).children(recursive=True)  # and the server that forks them
    victim = moments.choice([*workers, None])
    if victim is None:
        process.kill()
        process.join(_PATIENCE)
        _, left = psutil.wait_procs(workers, _LEFT_AFTER)
        for each in left:
            each.kill()
        return Counter({"kills with workers": 1, "left processes": len(left)})
    with suppress(psutil.NoSuchProcess):
        victim.kill()
    process.join(_PATIENCE)
    process.kill()
    return Counter({"kills of workers": 1, "failed runs": int(process.exitcode != 0)})


def _round(place: _Place, moments: random.Random, found: Outcome, number: int, *, workers: bool) -> None:
    """Kill runs over one state of the sources, let one come to its end, and compare."""
    for _ in range(min(moments.randint(1, 4), number - _kills(found))):
        if workers and moments.random() < 1 / _WORKERS_EVERY:
            found.update(_killed_with_workers(place, moments))
        else:
            found[_killed_in_threads(place, moments)] += 1
        found["half published"] += not place.holds_together()
    process = _started(place)
    process.join(_PATIENCE)
    process.kill()
    found["resumed"] += 1
    found["failed runs"] += process.exitcode != 0
    if process.exitcode == 0:
        found.update(place.compared())


def _kills(found: Outcome) -> int:
    return sum(count for kind, count in found.items() if kind.startswith("kills"))


def _rows(folder: Path, name: str) -> list[str]:
    files = sorted((folder / name).glob("part-*"))
    return sorted(repr(row) for path in files for row in read_table(path, TABLES[name]).to_pylist())


def _documents(folder: Path, name: str) -> set[str]:
    files = sorted((folder / name).glob("part-*"))
    return {
        row["document"]
        for path in files
        for row in read_table(path, TABLES[name]).to_pylist()
        if name != "manifest" or row["status"] == "read"
    }


if __name__ == "__main__":
    sys.exit(main())
