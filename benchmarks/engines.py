"""The fast engine against pdfplumber: page by page, and in what the scorer says of the whole."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from unittest import mock

from evaluation.floors import figures
from evaluation.gate import parse_in_process, suites
from rapidfuzz import fuzz

from benchmarks.inputs import all_corpus_pdfs, corpus_pdfs, fixture_pdfs
from benchmarks.timing import bar, table
from undocparse.readers import pdf
from undocparse.readers.pdf_lines import page_lines
from undocparse.readers.pdf_plumber import plumber_page
from undocparse.readers.pdf_spans import OxidePages, PdfPage

_ALIKE = 0.98  # of the characters without blanks, in whatever order
_SHOWN = 40  # characters of a difference


def _text(page: PdfPage | None) -> str:
    return "\n".join(line.text for line in page_lines(page.spans, 1)) if page else ""


def _letters(text: str) -> str:
    return "".join(sorted(character for character in text if not character.isspace()))


def _pages(path: Path) -> list[tuple[str, str]]:
    data = path.read_bytes()
    engine, _ = pdf.opened(data, path.name)
    return [(_text(engine.read(n)), _text(plumber_page(data, n))) for n in range(len(engine))]


def _difference(one: str, other: str) -> str:
    """The first stretch in which two texts differ."""
    blocks = SequenceMatcher(None, one[:4000], other[:4000], autojunk=False).get_opcodes()
    for kind, a, b, c, d in blocks:
        if kind != "equal":
            return f"{one[a:b][:_SHOWN]!r} / {other[c:d][:_SHOWN]!r}".replace("|", "¦").replace("\n", " ")
    return "beyond the first 4,000 characters"


def _page_by_page(paths: list[Path]) -> str:
    rows: list[list[str]] = []
    likeness: list[float] = []
    same = alike = total = 0
    for path in paths:
        for number, (fast, plumber) in enumerate(_pages(path), 1):
            total += 1
            letters = _letters(fast), _letters(plumber)
            characters = fuzz.ratio(*letters) / 100 if fast or plumber else 1.0
            same += letters[0] == letters[1]
            likeness.append(fuzz.ratio(fast.split(), plumber.split()) / 100)
            alike += characters >= _ALIKE
            if characters < _ALIKE:
                shown = _difference(fast, plumber)
                rows.append([f"{path.stem}, {number}", f"{characters:.3f}", f"{likeness[-1]:.3f}", shown])
    mean = sum(likeness) / len(likeness)
    text = "Characters without blanks, in whatever order; words in their order.\n\n"
    text += f"Of {total} pages {same} have exactly the same characters, {alike} to within 2 %; "
    near = sum(one >= 0.95 for one in likeness)
    text += f"words alike: {mean:.3f} in the mean, at least 0.95 in {near} pages.\n\n"
    heads = ["page", "characters", "words", "first difference: fast / pdfplumber"]
    return text + (table(heads, rows) if rows else "")


def _plumber_only(_: Any, index: int) -> PdfPage:
    raise RuntimeError("the second engine is asked for every page")


def _scores() -> str:
    scored = [suite for suite in suites() if suite.gold is not None]
    fast = {suite.name: figures(suite.score(parse_in_process)) for suite in scored}
    with mock.patch.object(OxidePages, "read", _plumber_only):
        slow = {suite.name: figures(suite.score(parse_in_process)) for suite in scored}
    rows = [
        [suite, name.removesuffix(".f1"), f"{one:.3f}", f"{slow[suite][name]:.3f}"]
        for suite in fast
        for name, one in fast[suite].items()
        if name.endswith(".f1")
    ]
    text = table(["suite", "component", "F1, fast engine", "F1, pdfplumber alone"], rows) + "\n"
    met = all(float(one) >= float(other) for *_, one, other in rows)
    return text + bar("the fast engine's figures are nowhere lower than pdfplumber's", met=met)


def run(*, quick: bool) -> str:
    """The section of the results; quick: only the files with gold."""
    paths = (corpus_pdfs() if quick else all_corpus_pdfs()) or fixture_pdfs()
    return f"{_page_by_page(paths)}\n{_scores()}"
