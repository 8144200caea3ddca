"""Scores the parser on drawn documents, by component and by value of each axis."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.components import COMPONENTS
from evaluation.scoring import Tally, _said

import undocparse

from .axes import AXES, PART, Spec
from .compose import compose
from .write import set_document, write

SHOWN = ("header", "agenda", "annotations", "documents", "timetable")


@dataclass
class Result:
    """One document: a tally and the misses for each component that has gold."""

    spec: Spec
    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    codes: tuple[str, ...] = ()
    error: str = ""

    @property
    def worst(self) -> float:
        """The lowest F1 of its components."""
        return min((tally.f1 for tally in self.tallies.values()), default=1.0)


def score_one(spec: Spec) -> Result:
    """Set, parse and compare one document, in memory."""
    doc, gold = compose(spec)
    name, content = set_document(spec, doc)
    result = Result(spec)
    try:
        found = json.loads(undocparse.parse(content, name=name).to_json())
    except Exception as error:  # whatever is raised, the others are scored
        result.error, found = f"{type(error).__name__}: {error}"[:200], {}
        result.misses.append(f"  error: {result.error}")
    result.codes = tuple(sorted({d["code"] for d in found.get("diagnostics", [])}))
    for component in SHOWN:
        part, count = COMPONENTS[component]
        if part not in gold:
            continue
        want, have = count(gold, found, False)
        result.tallies[component] = Tally()
        result.tallies[component].add(want, have)
        for sign, values in (("missed", want - have), ("extra ", have - want)):
            result.misses += [f"  {component}: {sign} {_said(key)}" for key in values.elements()]
    return result


def score_all(specs: list[Spec], jobs: int = 1) -> list[Result]:
    """All documents, in their order."""
    if jobs == 1:
        return [score_one(spec) for spec in specs]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(score_one, specs, chunksize=8))


def pooled(results: Iterable[Result], component: str) -> tuple[float, float, int]:
    """F1 of all values together, mean of the documents' own F1, and how many documents have that part."""
    total, own = Tally(), []
    for result in results:
        if tally := result.tallies.get(component):
            total.right += tally.right
            total.extra += tally.extra
            total.missed += tally.missed
            own.append(tally.f1)
    return total.f1, sum(own) / len(own) if own else 1.0, len(own)


def print_scores(specs: list[Spec], wanted: str | None, show: int, keep: Path | None, jobs: int) -> None:
    """The tables, and the misses of the worst documents."""
    results = score_all(specs, jobs)
    out = sys.stdout.write
    out(f"{len(results)} documents, {sum(bool(r.error) for r in results)} failed, ")
    out(f"{sum(r.worst == 1.0 for r in results)} perfect\n\n")
    out(f"{'component':<14}{'F1':>7}{'per doc':>9}{'documents':>11}\n")
    for component in SHOWN:
        f1, mean, count = pooled(results, component)
        out(f"{component:<14}{f1:7.3f}{mean:9.3f}{count:11}\n")
    for component in SHOWN:
        if wanted in SHOWN and component != wanted:
            continue
        out(f"\n{component}, by axis value, worst first (the lower of pooled and per document)\n")
        for line in by_value(results, component, wanted):
            out(line + "\n")
    _show(results, wanted, show, keep)


def by_value(results: list[Result], component: str, wanted: str | None = None) -> list[str]:
    """One line for each value of the axes that may matter to the component."""
    others = set(AXES) - {axis for axes in PART.values() for axis in axes}
    axes = [axis for axis in AXES if axis in PART[component] or axis in others]
    if wanted in AXES:
        axes = [wanted]
    rows = []
    for axis in axes:
        for value in dict.fromkeys(AXES[axis]):
            some = [r for r in results if r.spec[axis] == value]
            f1, mean, count = pooled(some, component)
            if count:
                rows.append((min(f1, mean), f1, mean, count, f"{axis}={value}"))
    return [f"  {name:<40}{f1:7.3f}{mean:9.3f}{count:6}" for _, f1, mean, count, name in sorted(rows)]


def _show(results: list[Result], wanted: str | None, show: int, keep: Path | None) -> None:
    component = wanted if wanted in SHOWN else None

    def rank(result: Result) -> float:
        if component:
            return result.tallies[component].f1 if component in result.tallies else 2.0
        return result.worst

    for result in sorted(results, key=rank)[:show]:
        if rank(result) >= 1.0:
            break
        tallies = {name: round(tally.f1, 3) for name, tally in result.tallies.items()}
        sys.stdout.write(f"\n{result.spec.name} {tallies} {list(result.codes)}\n")
        axes = PART.get(component or "", tuple(AXES))
        sys.stdout.write(
            "  " + " ".join(f"{a}={result.spec[a]}" for a in ("format", "language", "parts", *axes)) + "\n"
        )
        misses = [m for m in result.misses if not component or m.strip().startswith((component, "error"))]
        sys.stdout.write("\n".join(misses[:40]) + "\n")
        if keep:
            write(result.spec, keep)
