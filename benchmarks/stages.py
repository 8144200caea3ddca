"""Where the time of `parse` goes, and how fast its grammars are."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any
from unittest import mock

from benchmarks.inputs import corpus_pdfs, fixture_pdfs
from benchmarks.speed import forget
from benchmarks.timing import table
from undocparse import pipeline
from undocparse.readers import pdf
from undocparse.references import find_in
from undocparse.symbols import find

_STAGES: dict[str, tuple[Any, str]] = {
    "the engine: spans": (pdf.OxidePages, "read"),
    "rows, runs and lines": (pdf, "page_lines"),
    "the file opened": (pdf, "opened"),
    "language": (pipeline, "detect"),
    "furniture": (pipeline, "claim_furniture"),
    "footnotes": (pipeline, "take_footnotes"),
    "masthead": (pipeline, "read_masthead"),
    "timetable found": (pipeline, "find_timetable"),
    "timetable read": (pipeline, "read_timetable"),
    "paragraphs": (pipeline, "blocks_of"),
    "agenda": (pipeline, "find_agenda"),
    "headings aligned": (pipeline, "align"),
    "annotations": (pipeline, "read_annotations"),
    "references": (pipeline, "read_references"),
}


class _Clock:
    """Adds up the processor time of each stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def timed(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def stage(*arguments: Any, **options: Any) -> Any:
            began = time.process_time()
            try:
                return real(*arguments, **options)
            finally:
                self.spent[name] += time.process_time() - began  # type: ignore[assignment]

        return stage


def _patches(clock: _Clock) -> list[Any]:
    homes: dict[str, tuple[ModuleType | type, str]] = dict(_STAGES)
    return [
        mock.patch.object(home, attribute, clock.timed(name, getattr(home, attribute)))
        for name, (home, attribute) in homes.items()
    ]


def _shares(rounds: int) -> str:
    files = [path.read_bytes() for path in corpus_pdfs() or fixture_pdfs()]
    pages = sum(pipeline.parse(data).source.pages for data in files) * rounds
    clock = _Clock()
    patches = _patches(clock)
    for patch in patches:
        patch.start()
    began = time.process_time()
    for _ in range(rounds):
        for data in files:
            forget()
            pipeline.parse(data)
    total = time.process_time() - began
    for patch in patches:
        patch.stop()
    rows = [
        [name, f"{1e3 * s / pages:.3f}", f"{100 * s / total:.0f} %"] for name, s in clock.spent.most_common()
    ]
    rest = total - sum(clock.spent.values())
    rows += [["all else", f"{1e3 * rest / pages:.3f}", f"{100 * rest / total:.0f} %"]]
    return table(["stage", "ms a page", "share"], [*rows, ["in all", f"{1e3 * total / pages:.2f}", ""]])


def _grammars() -> str:
    documents = [pipeline.parse(path) for path in corpus_pdfs() or fixture_pdfs()]
    texts = [p.text for d in documents for a in d.annotations for p in a.paragraphs]
    size = sum(map(len, texts)) / 1e6
    rows = []
    jobs: dict[str, Callable[[str], object]] = {
        "references": lambda text: find_in(text, "en"),
        "symbols": lambda text: list(find(text)),
    }
    for name, job in jobs.items():
        best = 9e9
        for _ in range(5):
            forget()
            began = time.process_time()
            for text in texts:
                job(text)
            best = min(best, time.process_time() - began)
        rows.append([name, f"{size / best:.1f}"])
    return table(["grammar", "million characters a second"], rows)


def run(*, quick: bool) -> str:
    """The section of the results."""
    return f"{_shares(2 if quick else 10)}\n{_grammars()}"
