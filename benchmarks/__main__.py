"""`python -m benchmarks [--quick] [--only NAME...]`: measures, and writes benchmarks/RESULTS.md."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

_RESULTS = Path(__file__).with_name("RESULTS.md")
_SECTIONS = {
    "speed": "Against what a user would write by hand",
    "startup": "Start",
    "growth": "Growth",
    "stages": "Stages",
    "archive": "Archives",
    "engines": "Two engines",
}
_PACKAGES = ("pdf-oxide", "pdfplumber", "pdfminer.six", "pypdfium2", "pydantic", "rapidfuzz", "pyarrow")


def main() -> int:
    """Run the sections asked for; only a whole run writes the file of results."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds, smaller inputs; nothing is written"
    )
    parser.add_argument("--only", action="append", choices=list(_SECTIONS), help="nothing is written")
    given = parser.parse_args()
    parts = [_machine()]
    for name in given.only or _SECTIONS:
        run: Callable[..., str] = import_module(f"benchmarks.{name}").run
        parts.append(f"## {_SECTIONS[name]}\n\n{run(quick=given.quick)}")
        sys.stdout.write(f"{parts[-1]}\n")
        sys.stdout.flush()
    if not given.quick and not given.only:
        _RESULTS.write_text("\n".join(parts), "utf-8")
    return 0


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    system = f"{platform.system()}, Python {platform.python_version()}"
    return (
        f"# Results\n\nWritten by `make bench` on {day}: {_processor()}, {os.cpu_count()} processors, "
        f"{system}; {packages}.\n\n"
        "Ratios of one run can be compared; the absolute figures drift with the machine.\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


if __name__ == "__main__":
    sys.exit(main())
