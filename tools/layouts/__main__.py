"""Draws documents, or scores the parser on them.

python -m tools.layouts --n 200 --seed 1 --out DIR [--formats all] [--set axis=value]
python -m tools.layouts score --n 400 --seed 1 [--axis timetable] [--set axis=value] [--show 20] [--keep DIR]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .axes import AXES, draw
from .report import print_scores
from .write import write


def main() -> int:
    """Draw or score."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", nargs="?", choices=("draw", "score"), default="draw")
    parser.add_argument("--n", type=int, default=200, help="how many documents")
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="folder for documents, *.gold.json and *.axes.json")
    parser.add_argument("--formats", default="drawn", help="`all` writes each document in every format")
    parser.add_argument(
        "--set", action="append", default=[], metavar="AXIS=VALUE", help="hold an axis at a value"
    )
    parser.add_argument("--axis", help="a component or an axis; prints only what belongs to it")
    parser.add_argument(
        "--show", type=int, default=0, help="print the misses of so many of the worst documents"
    )
    parser.add_argument("--keep", type=Path, help="folder for the documents that are shown")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    given = parser.parse_args()
    fixed = dict(pair.split("=", 1) for pair in given.set)
    for axis, value in fixed.items():
        if value not in AXES.get(axis, ()):
            parser.error(f"{axis}={value}: the axes and values are {AXES}")
    specs = [draw(given.seed, number, fixed) for number in range(given.first, given.first + given.n)]
    if given.command == "score":
        print_scores(specs, given.axis, given.show, given.keep, given.jobs)
        return 0
    if not given.out:
        parser.error("--out is needed")
    for spec in specs:
        write(spec, given.out, every=given.formats == "all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
