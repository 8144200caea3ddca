"""How cost grows with pages and with documents."""

from __future__ import annotations

import math
import statistics
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.inputs import fixture_pdfs, long_agenda
from benchmarks.speed import forget
from benchmarks.timing import bar, fresh, in_turns, spread, table
from undocparse import Document, parse

_PAGES = (1, 10, 50, 100, 250, 500)
_DOCUMENTS = (100, 500, 1000, 2500, 5000)
_PEAK = """
import re, resource, sys
from pathlib import Path
import undocparse
undocparse.parse(sys.argv[1])
status = Path("/proc/self/status")  # getrusage also counts what the parent had when it started this process
marked = status.exists() and re.search(r"VmHWM:\\s*(\\d+)", status.read_text())
print(int(marked[1]) / 1024 if marked else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_MANY = """
import sys, time
from pathlib import Path
import psutil, undocparse
files = [Path(path).read_bytes() for path in sys.argv[2].split("|")]
marks = [int(word) for word in sys.argv[1].split(",")]
for data in files:
    undocparse.parse(data)
began, last = time.process_time(), 0
for number in range(1, marks[-1] + 1):
    undocparse.parse(files[number % len(files)] + b"%d" % number)
    if number in marks:
        now = time.process_time()
        print((now - began) / (number - last) * 1e3, psutil.Process().memory_info().rss / 2**20)
        began, last = now, number
"""


def _read(data: bytes) -> Document:
    forget()
    return parse(data)


def _row(path: Path, milliseconds: list[float], peak: float) -> list[str]:
    document = parse(path)
    each = spread([one / (document.source.pages or 1) for one in milliseconds])
    counts = [document.source.pages, sum(1 for _ in document.agenda.walk()), len(document.references)]
    return [*map(str, counts), f"{each.median * (document.source.pages or 1):.0f}", str(each), f"{peak:.0f}"]


def _by_pages(most: int, rounds: int) -> str:
    sizes = [one for one in _PAGES if one <= most]
    with tempfile.TemporaryDirectory() as folder:
        paths = {str(pages): Path(folder) / f"{pages}.pdf" for pages in sizes}
        for pages in sizes:
            long_agenda(pages, paths[str(pages)])
        jobs = {name: partial(_read, path.read_bytes()) for name, path in paths.items()}
        taken = {name: [1e3 * one for one in found] for name, found in in_turns(jobs, rounds).items()}
        peaks = {name: fresh(_PEAK, str(path))[0] for name, path in paths.items()}
        rows = [_row(paths[name], taken[name], peaks[name]) for name in jobs]
    pages = {name: int(row[0]) for name, row in zip(jobs, rows, strict=True)}
    each = {name: [one / pages[name] for one in found] for name, found in taken.items()}
    heads = ["pages", "items", "references", "ms", "ms a page", "peak memory, MB"]
    return f"{table(heads, rows)}\n{_bars(pages, each, max(peaks.values()))}"


def _bars(pages: dict[str, int], each: dict[str, list[float]], memory: float) -> str:
    """What the figures say; each round is held against itself, since the machine drifts between rounds."""
    few, many = "10", list(each)[-1]
    ratio = spread([one / other for one, other in zip(each[many], each[few], strict=True)])
    ten_up = list(each)[list(each).index(few) :]
    points = [(math.log(pages[name]), math.log(pages[name] * spread(each[name]).median)) for name in ten_up]
    slope = statistics.linear_regression(*zip(*points, strict=True)).slope
    text = f"Time grows as pages to the power of {slope:.3f} (a line fitted from {pages[few]} pages on).\n\n"
    text += bar(
        f"{pages[many]} pages at most 1.2 times the cost a page of {pages[few]}: {ratio}",
        met=ratio.median <= 1.2,
    )
    return text + bar(f"peak memory at most 250 MB: {memory:.0f}", met=memory <= 250)


def _by_documents(most: int) -> str:
    marks = [one for one in _DOCUMENTS if one <= most]
    found = fresh(_MANY, ",".join(map(str, marks)), "|".join(map(str, fixture_pdfs())))
    figures = zip(marks, found[::2], found[1::2], strict=True)
    rows = [[str(mark), f"{ms:.1f}", f"{rss:.0f}"] for mark, ms, rss in figures]
    return table(["documents so far", "ms a document since the last mark", "memory, MB"], rows)


def run(*, quick: bool) -> str:
    """The section of the results."""
    text = "An invented annotated agenda; items, annotations and timetable grow together. "
    text += "Sizes in turns, nothing remembered; memory in a fresh process a size; median (least–most).\n\n"
    text += _by_pages(100 if quick else 500, 3 if quick else 7)
    return f"{text}\nFixtures with changing content, one process:\n\n{_by_documents(500 if quick else 5000)}"
