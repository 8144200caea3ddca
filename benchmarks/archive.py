"""What a batch costs: workers side by side, the parent's share, memory over many documents, going on."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil

from benchmarks.inputs import corpus_pdfs, fixture_pdfs
from benchmarks.timing import bar, table
from undocparse import batch, parse
from undocparse.archive.report import Progress, Report


def _copies(folder: Path, count: int) -> Path:
    """Copies of PDFs, each with content of its own: what stands behind a PDF's end is not read."""
    folder.mkdir()
    originals = [path.read_bytes() for path in corpus_pdfs() or fixture_pdfs()]
    for number in range(count):
        data = originals[number % len(originals)] + f"\n%{number}\n".encode()
        (folder / f"{number:06}.pdf").write_bytes(data)
    return folder


def _timed(job: Callable[[], Report]) -> tuple[float, float, Report]:
    """Seconds by the clock, seconds of the parent's processor time, and the report."""
    wall, own = time.perf_counter(), time.process_time()
    report = job()
    return time.perf_counter() - wall, time.process_time() - own, report


class _Watch:
    """Notes the largest memory of any child process, again and again."""

    def __init__(self) -> None:
        self.marks: list[tuple[int, float]] = []
        self._peak = 0.0
        self._on = True
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        own = psutil.Process(os.getpid())
        while self._on:
            for child in own.children(recursive=True):
                try:
                    self._peak = max(self._peak, child.memory_info().rss / 2**20)
                except psutil.Error:
                    continue
            time.sleep(0.05)

    def mark(self, done: int) -> None:
        """Note the peak since the last mark."""
        self.marks.append((done, self._peak))
        self._peak = 0.0

    def stop(self) -> None:
        """Look no more."""
        self._on = False
        self._thread.join()


def _throughput(folder: Path, count: int) -> str:
    source = _copies(folder / "in", count)
    files = sorted(source.iterdir())
    parse(files[0])
    began = time.perf_counter()
    for path in files:
        parse(path)
    speeds = {"bare parse": count / (time.perf_counter() - began)}
    rows = [["bare parse, one process", f"{speeds['bare parse']:.1f}", ""]]
    for jobs in (1, 2):
        out = folder / f"out{jobs}"
        wall, own, report = _timed(partial(batch, [source], out, jobs=jobs))
        assert report.progress.read == count
        speeds[f"{jobs}"] = count / wall
        rows.append([f"batch, {jobs} workers", f"{count / wall:.1f}", f"{1e3 * own / count:.2f}"])
    text = table(["what", "documents a second", "parent's processor time a document, ms"], rows) + "\n"
    double, over = speeds["2"] / speeds["1"], speeds["bare parse"] / speeds["1"] - 1
    text += bar(f"two workers at least 1.8 times one: {double:.2f}", met=double >= 1.8)
    return text + bar(
        f"batch with one worker at most 10 % over bare parse: {100 * over:.1f} %", met=over <= 0.1
    )


def _memory(folder: Path, count: int) -> str:
    source = _copies(folder / "many", count)
    watch = _Watch()
    marks = [mark for mark in (100, 500, 1000, 2000, 3000, 4000, 5000) if mark <= count]

    def tell(progress: Progress) -> None:
        while marks and progress.done >= marks[0]:
            watch.mark(marks.pop(0))

    report = batch([source], folder / "out", jobs=2, progress=tell)
    watch.stop()
    rows = [[str(done), f"{peak:.0f}"] for done, peak in watch.marks]
    text = table(["documents so far", "largest worker since the last mark, MB"], rows) + "\n"
    first, last = watch.marks[0][1], watch.marks[-1][1]
    text += f"{count} documents in {report.progress.seconds:.0f} s, published.\n\n"
    return text + bar(f"a worker does not grow: {first:.0f} MB, then {last:.0f} MB", met=last <= 1.1 * first)


def _going_on(folder: Path, count: int) -> str:
    """Small texts: what going on costs does not depend on what is in the documents."""
    source = folder / "small"
    source.mkdir()
    for number in range(count):
        (source / f"{number:06}.txt").write_text(
            f"Provisional agenda\n\n1. Opening of session {number}.\n", "utf-8"
        )
    batch([source], folder / "out", jobs=2)
    wall, _, report = _timed(partial(batch, [source], folder / "out", jobs=2))
    assert report.progress.unchanged == count
    return bar(
        f"going on with {count} finished documents at most 1 s per 10,000: {wall:.2f} s",
        met=wall <= count / 1e4,
    )


def run(*, quick: bool) -> str:
    """The section of the results."""
    sizes = (60, 200, 500) if quick else (1000, 5000, 10000)
    text = "Copies of the corpus' PDFs with content of their own, files in the system's cache.\n\n"
    for measure, size in zip((_throughput, _memory, _going_on), sizes, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            text += measure(Path(folder), size)
    return text


if __name__ == "__main__":
    sys.stdout.write(run(quick="--quick" in sys.argv))
