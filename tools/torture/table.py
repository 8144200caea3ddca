"""Figures of a run as a table, and its faults by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from .outcome import Outcome
from .run import LARGE, SLOW

COLUMNS = (
    "format", "mutants", "documents", "typed errors", "crashes", "dead", "over 2 s", "over 5 s",
    "over 500 MB", "longest", "largest",
)  # fmt: skip


def figures(found: Iterable[Outcome]) -> list[str]:
    """Lines of a table in Markdown: one for each format, one for all."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        by_kind[outcome.kind].append(outcome)
        by_kind["all"].append(outcome)
    rows = [_row(kind, by_kind[kind]) for kind in sorted(by_kind, key=lambda kind: (kind == "all", kind))]
    return [_line(COLUMNS), _line("---" for _ in COLUMNS), *map(_line, rows)]


def faults(found: Iterable[Outcome]) -> Iterator[str]:
    """Each kind of fault on a line: how often, what, where, and numbers of mutants that show it."""
    kinds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for outcome in found:
        for fault in _faults_of(outcome):
            kinds[fault].append(outcome.number)
    for fault, numbers in sorted(kinds.items(), key=lambda kind: -len(kind[1])):
        shown = " ".join(map(str, numbers[:8]))
        yield f"{len(numbers):6} {'  '.join(part for part in fault if part)}  [{shown}]"


def is_faulty(outcome: Outcome) -> bool:
    """Whether something is to be mended."""
    return any(_faults_of(outcome))


def _faults_of(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    if outcome.how == "crash":
        yield outcome.kind, outcome.how, outcome.what.partition(":")[0], outcome.where
    elif outcome.how in {"dead", "stopped"}:
        yield outcome.kind, outcome.how, outcome.what
    elif outcome.seconds > SLOW:
        yield outcome.kind, f"over {SLOW:.0f} s"
    if outcome.memory > LARGE:
        yield outcome.kind, f"over {LARGE / 1e6:.0f} MB"


def _row(kind: str, found: list[Outcome]) -> list[str]:
    hows = Counter(outcome.how for outcome in found)
    counts = [
        len(found),
        hows["document"],
        hows["typed error"],
        hows["crash"],
        hows["dead"],
        sum(outcome.seconds > 2 for outcome in found),
        sum(outcome.seconds > SLOW for outcome in found),
        sum(outcome.memory > LARGE for outcome in found),
    ]
    longest = max(outcome.seconds for outcome in found)
    largest = max(outcome.memory for outcome in found)
    return [kind, *(f"{count:,}" for count in counts), f"{longest:.1f} s", f"{largest / 1e6:.0f} MB"]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
