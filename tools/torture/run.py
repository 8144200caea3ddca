"""Reads many mutants in processes that may die, hang or grow, and are replaced."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Stopped
from contextlib import suppress
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessPool

import undocparse
from undocparse.errors import UndocparseError

from .mutants import make
from .outcome import How, Outcome, attempt
from .seeds import Seed

SLOW = 5.0  # seconds of the processor's time
LARGE = 500_000_000  # bytes
_STOP = 2 * SLOW  # after so much of the processor's time a process is ended
_WAIT = 120.0  # seconds by the clock, for a process that waits for something; the machine may do other things
_MEMORY = 4_000_000_000  # bytes of address space that a process may take, so that the machine lives on
_LIFE = 1_000  # mutants that a process reads
_READY: list[tuple[Sequence[Seed], int]] = []


@dataclass(frozen=True)
class Plan:
    """What to read.

    Attributes:
        seeds: sound files that mutants are made from.
        run: seed of the run.
        numbers: of the mutants.
        jobs: processes.
    """

    seeds: Sequence[Seed]
    run: int
    numbers: Sequence[int]
    jobs: int


def outcomes(plan: Plan) -> Iterator[Outcome]:
    """What came of each mutant, in the order of their numbers."""
    waiting: deque[tuple[int, Future[Outcome]]] = deque()
    pool = ProcessPool(
        max_workers=plan.jobs,
        max_tasks=_LIFE,
        initializer=_prepare,
        initargs=(plan.seeds, plan.run),
        context=multiprocessing.get_context("spawn"),
    )
    try:
        for number in plan.numbers:
            waiting.append((number, pool.schedule(_one, args=[number], timeout=_WAIT)))
            if len(waiting) > 20 * plan.jobs:
                yield _result(*waiting.popleft(), plan)
        while waiting:
            yield _result(*waiting.popleft(), plan)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _prepare(seeds: Sequence[Seed], run: int) -> None:
    _READY.append((seeds, run))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent's to obey
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # engines say a lot about damaged files
    for kind in {seed.kind for seed in seeds}:  # engines load with the first document of a kind
        with suppress(UndocparseError):
            undocparse.parse(next(seed.data for seed in seeds if seed.kind == kind))
    gc.freeze()


def _one(number: int) -> Outcome:
    """Read a mutant; the system ends this process where it takes too long, whatever an engine does."""
    seeds, run = _READY[-1]
    mutant = make(seeds, run, number)
    signal.setitimer(signal.ITIMER_PROF, _STOP)
    try:
        return attempt(mutant, run)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _result(number: int, future: Future[Outcome], plan: Plan) -> Outcome:
    try:
        return future.result()
    except Stopped:
        return _outside(number, plan, "stopped", f"waits after {_WAIT:.0f} s", _WAIT)
    except ProcessExpired as error:
        if error.exitcode == -signal.SIGPROF:
            return _outside(number, plan, "stopped", f"still at work after {_STOP:.0f} s", _STOP)
        return _outside(number, plan, "dead", f"exit code {error.exitcode}")


def _outside(number: int, plan: Plan, how: How, what: str, seconds: float = 0.0) -> Outcome:
    """What a process that is no more cannot tell."""
    mutant = make(plan.seeds, plan.run, number)
    return Outcome(number, mutant.kind, mutant.changes, how, what, seconds=seconds)
