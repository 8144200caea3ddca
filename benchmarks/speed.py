"""`parse` from bytes to model beside what a user would otherwise run on the same files."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pdf_oxide
import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text

from benchmarks.inputs import all_corpus_pdfs, corpus_pdfs, fixture_pdfs
from benchmarks.timing import Spread, bar, in_turns, spread, table
from undocparse import parse

_REMEMBERING = (
    ("undocparse.languages.clock", "find_times"),
    ("undocparse.languages.matching", "folded"),
    ("undocparse.sections.timetable.slots", "read_slot"),
    ("undocparse.sections.timetable.signs", "sign_of"),
    ("undocparse.sections.timetable.remarks", "remark_of"),
    ("undocparse.sections.timetable.remarks", "remark_in_title"),
    ("undocparse.sections.masthead.vocabulary", "plain"),
    ("undocparse.symbols.find", "_kept"),
    ("undocparse.references.links", "link_of"),
)


def forget() -> None:
    """Clear what the parser remembers of texts that it has read, so that no round profits from the last."""
    for module, name in _REMEMBERING:
        getattr(sys.modules[module], name).cache_clear()


def _ours(files: list[bytes]) -> None:
    for data in files:
        forget()
        parse(data)


def _plumber(files: list[bytes]) -> None:
    for data in files:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_words()
                page.find_tables()
                page.close()


def _miner(files: list[bytes]) -> None:
    for data in files:
        extract_text(io.BytesIO(data))


def _poppler(paths: list[Path]) -> None:
    for path in paths:
        subprocess.run(["pdftotext", "-layout", str(path), "-"], stdout=subprocess.DEVNULL, check=True)


def _pdfium(files: list[bytes]) -> int:
    pages = 0
    for data in files:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
            pages += 1
        document.close()
    return pages


def _spans(files: list[bytes]) -> None:
    for data in files:
        document = pdf_oxide.PdfDocument.from_bytes(data)
        for index in range(document.page_count()):
            document.extract_spans(index)


def _compare(paths: list[Path], rounds: int, *, others: bool = True) -> tuple[str, float, float]:
    files = [path.read_bytes() for path in paths]
    jobs: dict[str, Callable[[], object]] = {
        "undocparse.parse, file to model": partial(_ours, files),
        "pdfplumber words + tables": partial(_plumber, files),
        "PDFium plain text": partial(_pdfium, files),
    }
    if others:
        jobs |= {
            "pdfminer text": partial(_miner, files),
            "pdf_oxide spans alone": partial(_spans, files),
        }
    if others and shutil.which("pdftotext"):
        jobs["poppler text (a process a file)"] = partial(_poppler, paths)
    pages = _pdfium(files)
    taken = {name: [1e3 * one / pages for one in found] for name, found in in_turns(jobs, rounds).items()}
    ours, plumber, floor = (taken[name] for name in list(jobs)[:3])
    rows = [
        [
            name,
            str(spread(found)),
            str(_ratio(plumber, found)),
            str(_ratio(found, floor)),
        ]
        for name, found in taken.items()
    ]
    heads = ["what", "ms a page", "faster than pdfplumber by", "times PDFium's plain text"]
    shown = f"{len(paths)} files, {pages} pages.\n\n{table(heads, rows)}\n"
    return shown, _ratio(plumber, ours).median, _ratio(ours, floor).median


def _ratio(one: list[float], other: list[float]) -> Spread:
    """How many times the one is the other, round by round."""
    return spread([first / second for first, second in zip(one, other, strict=True)])


def run(*, quick: bool) -> str:
    """The section of the results."""
    rounds = 2 if quick else 9
    text = "Processor time, one core, rounds in turns; median (least–most).\n\n### Fixtures\n\n"
    text += _compare(fixture_pdfs(), rounds)[0]
    if corpus := corpus_pdfs():
        text += _held("Agendas of the corpus", "its agendas", *_compare(corpus, rounds))
        if not quick:
            whole = _compare(all_corpus_pdfs(), 1, others=False)
            text += _held("All PDFs of the corpus, one round", "all its PDFs", *whole)
    return text


def _held(title: str, which: str, shown: str, faster: float, slower: float) -> str:
    """A comparison on the corpus, held against the bars."""
    fast = bar(
        f"{which}: at least 20 times as fast as pdfplumber words + tables: {faster:.1f}", met=faster >= 20
    )
    cheap = bar(f"{which}: at most 3 times PDFium's plain text: {slower:.2f}", met=slower <= 3)
    return f"### {title}\n\n{shown}{fast}{cheap}\n"
