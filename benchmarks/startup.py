"""What a start costs, and what is loaded by it."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.inputs import fixture_pdfs
from benchmarks.timing import bar, spread, table

_HEAVY = {
    *("spacy", "pandas", "polars", "dask", "pyarrow", "duckdb"),
    *("pdf_oxide", "pdfplumber", "pypdfium2", "pydantic"),
}
_LOADED = "print(*sorted({heavy} & set(__import__('sys').modules)))"
HELP = "import sys; sys.argv = ['undocparse', '--help']; from undocparse.cli import main; main()"


def loaded_by(code: str) -> list[str]:
    """Heavy modules that a fresh process has loaded after some code; the code may end it."""
    told = f"import atexit; atexit.register(lambda: {_LOADED.format(heavy=_HEAVY)}); {code}"
    found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return found.stdout.splitlines()[-1].split()  # the probe's line, blank where nothing is loaded


def _seconds(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def run(*, quick: bool) -> str:
    """The section of the results."""
    rounds = 5 if quick else 25
    first = f"import undocparse; undocparse.parse({str(fixture_pdfs()[0])!r})"
    codes = {
        "python -c pass": "pass",
        "import undocparse": "import undocparse",
        "undocparse --help": HELP,
        "first parse": first,
    }
    taken: dict[str, list[float]] = {name: [] for name in codes}
    for turn in range(rounds + 1):
        for name, code in codes.items():
            seconds = _seconds(code)
            if turn:
                taken[name].append(1e3 * seconds)
    bare = spread(taken["python -c pass"]).median
    over = {name: spread(found).median - bare for name, found in taken.items()}
    rows = [[name, str(spread(found)), f"{over[name]:.0f}"] for name, found in taken.items()]
    text = table(["what", "ms (wall)", "over bare Python"], rows) + "\n"
    text += bar(f"import at most 60 ms: {over['import undocparse']:.0f}", met=over["import undocparse"] <= 60)
    text += bar(
        f"--help at most 150 ms: {over['undocparse --help']:.0f}", met=over["undocparse --help"] <= 150
    )
    heavy = sorted({*loaded_by("import undocparse"), *loaded_by(HELP)})
    return text + bar(f"neither loads a heavy module: {', '.join(heavy) or 'none'}", met=not heavy)
