"""The accuracy gate: `python -m evaluation`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.floors import check, entry, pin, read_floors
from evaluation.gold import GoldError, Json, load_all
from evaluation.known import Known, KnownError, as_toml, check_known, read_known
from evaluation.negatives import score_others
from evaluation.report import rows, table
from evaluation.scoring import Parser, Score, score

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
CORPUS = HERE.parent.parent / "shared" / "corpus"
WAVES = {
    "1-real-pdf": ("", ("",)),
    "2-assembly": ("", ("",)),
    "3-six-languages": ("docs", ("gold-txt", "gold-html", "gold-docx")),
    "4-french-twins": ("", ("",)),
    "5-mastheads": ("", ("",)),
    "6-layouts": ("", ("",)),
}
"""Folders of further documents below `waves`: the one of documents in each, and those of gold."""
ALL_KNOWN = {"fixtures", "others"}
"""Suites in which every miss must be a known one; the others are held by their floors."""


@dataclass(frozen=True)
class Suite:
    """Documents that are scored together; without a gold folder the file names are the gold."""

    name: str
    documents: Path
    gold: Path | None

    def files(self) -> Iterator[Path]:
        """All files that the figures depend on."""
        for folder in (self.documents, self.gold):
            yield from (path for path in (folder.iterdir() if folder else ()) if path.is_file())

    def score(self, parser: Parser) -> Score:
        """The suite's result."""
        if self.gold is None:
            return score_others(self.documents, parser)
        return score(load_all(self.gold, self.documents), parser)


def suites(fixtures: Path = FIXTURES, corpus: Path = CORPUS) -> list[Suite]:
    """Those whose documents are there."""
    every = [
        Suite("fixtures", fixtures / "docs", fixtures / "gold"),
        Suite("corpus", corpus / "docs", corpus / "gold"),
        Suite("mastheads", corpus / "mastheads" / "docs", corpus / "mastheads" / "gold"),
        Suite("others", corpus / "others", None),
        Suite("scans", corpus / "scans", corpus / "scans"),
        *_waves(corpus / "waves"),
    ]
    return [suite for suite in every if suite.documents.is_dir()]


def _waves(folder: Path) -> Iterator[Suite]:
    for name, (documents, golds) in WAVES.items():
        for gold in golds:
            suite = f"waves/{name}/{gold}".rstrip("/")
            yield Suite(suite, folder / name / documents, folder / name / gold)


def parse_in_process(path: Path) -> Json:
    """What the library makes of a file, as its JSON says it."""
    import undocparse  # noqa: PLC0415 - the gate's own tests do without the library

    return dict(json.loads(undocparse.parse(path).to_json()))


@dataclass(frozen=True)
class Options:
    """What a run does beside scoring.

    Attributes:
        floors: the file of pinned floors.
        known: expected misses.
        pin: write the measured figures as floors.
        allow_regression: let `pin` lower a floor.
        verbose: list every miss by document.
        list_misses: print every miss as an entry for the known ones.
    """

    floors: Path
    known: Sequence[Known] = ()
    pin: bool = False
    allow_regression: bool = False
    verbose: bool = False
    list_misses: bool = False


def run(chosen: Sequence[Suite], parser: Parser, options: Options) -> int:
    """Score, print, and compare with the floors or pin them; 0 where all is well, else 1."""
    pinned, measured = read_floors(options.floors), {}
    faults: list[str] = []
    for suite in chosen:
        result = suite.score(parser)
        measured[suite.name] = entry(result, suite.files())
        _print(table(suite.name, result))
        _print(rows(result) if options.verbose else ())
        _print(as_toml(suite.name, result.misses) if options.list_misses else ())
        all_known = suite.name in ALL_KNOWN
        why = [*check_known(suite.name, result.misses, options.known, all_known=all_known)]
        if not options.pin:
            why += check(pinned.get(suite.name), measured[suite.name])
        faults += [f"{suite.name}: {text}" for text in why]
    if options.pin:
        fallen = pin(options.floors, measured, allow_regression=options.allow_regression)
        faults += [] if options.allow_regression else [f"not pinned: {text}" for text in fallen]
    _print(f"FAIL {fault}" for fault in faults)
    return 1 if faults else 0


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: 0 passed, 1 failed, 2 the gold files or the list of known failures cannot be trusted."""
    ask = argparse.ArgumentParser(prog="evaluation", description="Hold the parser to its pinned accuracy.")
    ask.add_argument(
        "suite", nargs="*", help="fixtures, corpus, mastheads, others, scans, waves/…; all by default"
    )
    ask.add_argument("--verbose", "-v", action="store_true", help="list every miss by document")
    ask.add_argument("--pin", action="store_true", help="write the measured figures as floors")
    ask.add_argument("--allow-regression", action="store_true", help="let --pin lower a floor")
    ask.add_argument(
        "--list-misses", action="store_true", help="print every miss as an entry for the known ones"
    )
    ask.add_argument("--corpus", type=Path, default=CORPUS, help="folder of the shared corpus")
    given = ask.parse_args(arguments)
    chosen = [suite for suite in suites(corpus=given.corpus) if not given.suite or suite.name in given.suite]
    try:
        options = Options(
            HERE / "floors.json",
            read_known(HERE / "known_failures.toml"),
            given.pin,
            given.allow_regression,
            given.verbose,
            given.list_misses,
        )
        return run(chosen, parse_in_process, options)
    except (GoldError, KnownError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
