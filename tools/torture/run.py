"""Reads many mutants in processes that may die, hang or grow, and are replaced."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Stopped
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessPool

from .mutants import make
from .outcome import How, Outcome, attempt
from .seeds import Seed

SLOW = 5.0  # seconds of the processor's time
LARGE = 500_000_000  # bytes
_STOP = 4  # times as long as `SLOW` by the clock: the machine may do other things
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
            waiting.append((number, pool.schedule(_one, args=[number], timeout=SLOW * _STOP)))
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
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # engines say a lot about damaged files
    gc.freeze()


def _one(number: int) -> Outcome:
    seeds, run = _READY[-1]
    return attempt(make(seeds, run, number), run)


def _result(number: int, future: Future[Outcome], plan: Plan) -> Outcome:
    try:
        return future.result()
    except Stopped:
        limit = SLOW * _STOP
        return _outside(number, plan, "stopped", f"still at work after {limit:.0f} s", limit)
    except ProcessExpired as error:
        return _outside(number, plan, "dead", f"exit code {error.exitcode}")


def _outside(number: int, plan: Plan, how: How, what: str, seconds: float = 0.0) -> Outcome:
    """What a process that is no more cannot tell."""
    mutant = make(plan.seeds, plan.run, number)
    return Outcome(number, mutant.kind, mutant.changes, how, what, seconds=seconds)
