"""How well the parser knows what it does not know: `python -m evaluation.doubt`.

For each document and component two facts are compared: whether the component is right in everything, and
whether a diagnostic of severity `warning` or `error` says that something there is doubtful. A diagnostic is
about the component that `where.section` names, and about what hangs on it: documents are listed in
annotations, annotations are of items of the agenda. One without a place is about the whole document. A right
component is noisy only where a diagnostic names it.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.gate import CORPUS, Suite, parse_in_process, suites
from evaluation.gold import Json, load_all
from evaluation.scoring import Parser, score_one

COMPONENTS = ("header", "agenda", "annotations", "documents", "timetable")
HANGS_ON = {"annotations": ("agenda",), "documents": ("agenda", "annotations")}
DOUBTFUL = {"warning", "error"}
LEAST = 0.9
"""Share of the wrong components that must be doubted, and of the right ones that must not."""


@dataclass(frozen=True)
class Case:
    """One component of one document: whether it is right, and the codes that doubt it.

    Attributes:
        hanging: whether it, or what it hangs on, is doubted.
        anywhere: whether any part of the document is doubted.
    """

    document: str
    component: str
    right: bool
    codes: frozenset[str]
    hanging: bool
    anywhere: bool


@dataclass
class Shares:
    """How many of how many."""

    count: int = 0
    of: int = 0

    def add(self, holds: bool) -> None:
        """Count one case."""
        self.count += holds
        self.of += 1

    @property
    def share(self) -> float:
        """1 where there is no case."""
        return self.count / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.share:6.3f} ({self.count}/{self.of})"


@dataclass
class Doubt:
    """The measure over some cases.

    Attributes:
        named: wrong components that a diagnostic names.
        doubted: wrong components that a diagnostic names, or what they hang on.
        doubted_anywhere: wrong components in a document that is doubted somewhere.
        quiet: right components that nothing doubts.
    """

    named: Shares = field(default_factory=Shares)
    doubted: Shares = field(default_factory=Shares)
    doubted_anywhere: Shares = field(default_factory=Shares)
    quiet: Shares = field(default_factory=Shares)

    def add(self, case: Case) -> None:
        """Count one case."""
        if case.right:
            self.quiet.add(not case.codes)
        else:
            self.named.add(bool(case.codes))
            self.doubted.add(case.hanging)
            self.doubted_anywhere.add(case.anywhere)


def cases(suite: Suite, parser: Parser) -> Iterator[Case]:
    """Every component of every gold document of a suite."""
    for gold in load_all(suite.gold, suite.documents) if suite.gold else ():
        kept: list[Json] = []
        row = score_one(gold, lambda path, kept=kept: _keep(parser(path), kept))  # type: ignore[misc]
        codes = codes_by_component(kept[0].get("diagnostics") or [] if kept else [])
        anywhere = any(codes.values())
        for name in COMPONENTS:
            if name in row.tallies:
                tally = row.tallies[name]
                hanging = any(codes[part] for part in (name, *HANGS_ON.get(name, ())))
                yield Case(row.document, name, tally.f1 == 1.0, frozenset(codes[name]), hanging, anywhere)


def _keep(found: Json, kept: list[Json]) -> Json:
    kept.append(found)
    return found


def codes_by_component(diagnostics: Iterable[Json]) -> dict[str, set[str]]:
    """The codes that doubt each component; what has no place doubts all of them."""
    found: dict[str, set[str]] = {name: set() for name in COMPONENTS}
    for one in diagnostics:
        if one["severity"] not in DOUBTFUL:
            continue
        section = (one.get("where") or {}).get("section")
        for name in COMPONENTS if section is None else (section,):
            if name in found:
                found[name].add(one["code"])
    return found


def by_code(every: Sequence[Case]) -> dict[tuple[str, str], tuple[Shares, Shares, int]]:
    """For each component and code: precision, recall, and how many wrong components it alone doubts."""
    found: dict[tuple[str, str], tuple[Shares, Shares, int]] = {}
    for component, code in sorted({(case.component, code) for case in every for code in case.codes}):
        here = [case for case in every if case.component == component]
        precision, recall = Shares(), Shares()
        for case in here:
            if code in case.codes:
                precision.add(not case.right)
            if not case.right:
                recall.add(code in case.codes)
        alone = sum(not case.right and case.codes == {code} for case in here)
        found[component, code] = precision, recall, alone
    return found


def report(every: Sequence[Case]) -> Iterator[str]:
    """The tables: by component, and by code."""
    measures: dict[str, Doubt] = defaultdict(Doubt)
    for case in every:
        measures[case.component].add(case)
        measures["all"].add(case)
    heads = ("wrong and named", "or what it hangs on", "or anything", "right and quiet")
    yield f"  {'component':<13}" + "".join(f"{head:>20}" for head in heads)
    for name in (*COMPONENTS, "all"):
        if name in measures:
            one = measures[name]
            shares = (one.named, one.doubted, one.doubted_anywhere, one.quiet)
            yield f"  {name:<13}" + "".join(f"{share!s:>20}" for share in shares)
    yield f"  {'component':<13}{'code':<36}{'precision':>18}{'recall':>18}{'alone':>7}"
    for (component, code), (precision, recall, alone) in by_code(every).items():
        yield f"  {component:<13}{code:<36}{precision!s:>18}{recall!s:>18}{alone:7}"


def faults(every: Iterable[Case]) -> Iterator[str]:
    """What the bars do not allow."""
    whole = Doubt()
    for case in every:
        whole.add(case)
    if whole.doubted.share < LEAST:
        yield f"of the wrong components {whole.doubted} are doubted; at least {LEAST} must be"
    if whole.quiet.share < LEAST:
        yield f"of the right components {whole.quiet} are not doubted; at least {LEAST} must be"


def unlike(every: Iterable[Case]) -> Iterator[str]:
    """The cases in which the diagnostics mislead."""
    for case in every:
        if case.right and case.codes:
            codes = " ".join(sorted(case.codes))
            yield f"  right but doubted   {case.component:<12} {case.document}  {codes}"
        if not case.right and not case.hanging:
            yield f"  wrong in silence    {case.component:<12} {case.document}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: 0 where both bars are reached, else 1."""
    ask = argparse.ArgumentParser(prog="evaluation.doubt", description=__doc__.splitlines()[0])
    ask.add_argument("suite", nargs="*", help="as for the gate; all that have gold by default")
    ask.add_argument("--verbose", "-v", action="store_true", help="list the cases that mislead")
    ask.add_argument("--corpus", type=Path, default=CORPUS, help="folder of the shared corpus")
    ask.add_argument("--folder", type=Path, help="score the documents of this folder, with their gold beside")
    given = ask.parse_args(arguments)
    chosen = [suite for suite in suites(corpus=given.corpus) if suite.name in given.suite or not given.suite]
    if given.folder:
        chosen = [Suite(given.folder.name, given.folder, given.folder)]
    every = [case for suite in chosen for case in cases(suite, parse_in_process)]
    said = [*(unlike(every) if given.verbose else ()), *report(every), *map("FAIL {}".format, faults(every))]
    sys.stdout.write("\n".join(said) + "\n")
    return 1 if any(faults(every)) else 0


if __name__ == "__main__":
    sys.exit(main())
