"""Reads mutants of sound files and prints what came of them as a table.

python -m tools.torture [--number 100000] [--seed 1] [--first 0] [--jobs 2] [--keep FOLDER] [FILE...]
python -m tools.torture --again 4711 [--seed 1] [--keep FOLDER] [FILE...]

The interrupt key ends it early, with the figures of what was read.
Exit codes: 0 no faults; 1 there are crashes, dead processes, or mutants over 5 s or 500 MB.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from .mutants import Mutant, make
from .outcome import Outcome, attempt
from .run import Plan, outcomes
from .seeds import file_seeds, fixture_seeds
from .table import faults, figures, is_faulty

_SUFFIXES = {"markdown": "md", "text": "txt"}
_EVERY = 30.0  # seconds between two lines that say how far it is


def main() -> int:
    """Read mutants, or one again."""
    given = _arguments()
    seeds = file_seeds(given.files) if given.files else fixture_seeds()
    seeds = [seed for seed in seeds if not given.formats or seed.kind in given.formats]
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    if given.again is not None:
        mutant = make(seeds, given.seed, given.again)
        _keep(mutant, given.keep or Path())
        print(attempt(mutant, given.seed))
        return 0
    plan = Plan(seeds, given.seed, range(given.first, given.first + given.number), given.jobs)
    found: list[Outcome] = []
    with suppress(KeyboardInterrupt):  # what was read until then has figures too
        for outcome in _told(outcomes(plan)):
            found.append(outcome)
            if given.keep and is_faulty(outcome):
                _keep(make(seeds, given.seed, outcome.number), given.keep)
                with (given.keep / "faults.jsonl").open("a") as log:
                    log.write(json.dumps(asdict(outcome)) + "\n")
    print("\n".join([*figures(found), "", *faults(found)]))
    return int(any(map(is_faulty, found)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="the fixtures where none is given"
    )
    parser.add_argument("--number", type=int, default=100_000, help="how many mutants")
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--seed", type=int, default=1, help="of the run")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument(
        "--formats", nargs="+", default=[], choices=("pdf", "docx", "html", "markdown", "text")
    )
    parser.add_argument("--again", type=int, metavar="NUMBER", help="make and read this mutant again")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to keep mutants that show a fault")
    return parser.parse_args()


def _told(found: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same, with a line on standard error now and then."""
    began = last = time.monotonic()
    faulty = 0
    for count, outcome in enumerate(found, start=1):
        faulty += is_faulty(outcome)
        now = time.monotonic()
        if now - last > _EVERY:
            last, speed = now, count / (now - began)
            print(f"{count} read, {faulty} with faults, {speed:.0f} a second", file=sys.stderr, flush=True)
        yield outcome


def _keep(mutant: Mutant, folder: Path) -> None:
    path = folder / f"{mutant.number}.{_SUFFIXES.get(mutant.kind, mutant.kind)}"
    path.write_bytes(mutant.data)


if __name__ == "__main__":
    sys.exit(main())
