"""How cost grows with pages and with documents."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.inputs import fixture_pdfs, long_agenda
from benchmarks.timing import bar, fresh, table

_PAGES = (1, 10, 50, 100, 250, 500)
_DOCUMENTS = (100, 500, 1000, 2500, 5000)
_READ = """
import resource, sys, time
from pathlib import Path
import undocparse
undocparse.parse(sys.argv[1])
data = Path(sys.argv[2]).read_bytes()
times = []
for _ in range(3):
    began = time.process_time()
    document = undocparse.parse(data)
    times.append(time.process_time() - began)
    counts = (document.source.pages, sum(1 for _ in document.agenda.walk()), len(document.references))
    del document
print(min(times), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *counts)
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


def _by_pages(most: int) -> str:
    rows, each, memory = [], {}, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for pages in (one for one in _PAGES if one <= most):
            path = Path(folder) / f"{pages}.pdf"
            long_agenda(pages, path)
            seconds, peak, found, items, references = fresh(_READ, str(fixture_pdfs()[0]), str(path))
            each[pages] = 1e3 * seconds / found
            memory = max(memory, peak)
            figures = [f"{found:.0f}", f"{items:.0f}", f"{references:.0f}", f"{1e3 * seconds:.0f}"]
            rows.append([*figures, f"{each[pages]:.2f}", f"{peak:.0f}"])
    text = table(["pages", "items", "references", "ms", "ms a page", "peak memory, MB"], rows) + "\n"
    ratio = each[most] / each[10]
    text += bar(f"{most} pages at most 1.2 times the cost a page of 10: {ratio:.2f}", met=ratio <= 1.2)
    return text + bar(f"peak memory at most 250 MB: {memory:.0f}", met=memory <= 250)


def _by_documents(most: int) -> str:
    marks = [one for one in _DOCUMENTS if one <= most]
    found = fresh(_MANY, ",".join(map(str, marks)), "|".join(map(str, fixture_pdfs())))
    figures = zip(marks, found[::2], found[1::2], strict=True)
    rows = [[str(mark), f"{ms:.1f}", f"{rss:.0f}"] for mark, ms, rss in figures]
    return table(["documents so far", "ms a document since the last mark", "memory, MB"], rows)


def run(*, quick: bool) -> str:
    """The section of the results."""
    text = "An invented annotated agenda; items, annotations, timetable grow together; a process a size.\n\n"
    text += _by_pages(100 if quick else 500)
    return f"{text}\nFixtures with changing content, one process:\n\n{_by_documents(500 if quick else 5000)}"
