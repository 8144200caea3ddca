"""What the benchmarks read: the fixtures, the shared corpus where it is there, and agendas of any length."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
sys.path.insert(0, str(ROOT / "tools"))

_MODEL = ROOT / "fixtures" / "sources" / "pollinators.en.src"
_ITEMS_A_PAGE = 1.92  # fewer than 1,000 items in 500 pages: a number of an item has three digits at most
_WORDS = (
    "In its [decision 2/3]{decision:2/3@CPP/COP}, the Conference of the Parties asked that reports on meadow "
    "number %d be gathered from every State party by the end of the summer, be compared with the counts of "
    "the two years before, and be laid before the Working Group in all official languages. The Secretariat "
    "has prepared a table of what was sent to it, with remarks on gaps, on late replies and on figures that "
    "cannot be right."
)
_ASKED = (
    "The Working Group may wish to take note of the table for meadow %d and to give its advice on what "
    "should be counted next, taking into account "
    "[article 12, paragraph 2 (b), of the Convention]{article:12#2.b}."
)


def corpus_pdfs() -> list[Path]:
    """PDFs of the corpus with gold; none where it is not there."""
    return sorted((CORPUS / "docs").glob("*.pdf"))


def all_corpus_pdfs() -> list[Path]:
    """Every PDF of the corpus."""
    return sorted(CORPUS.rglob("*.pdf"))


def fixture_pdfs() -> list[Path]:
    """PDFs of the fixtures."""
    return sorted((ROOT / "fixtures" / "docs").glob("*.pdf"))


def long_agenda(pages: int, path: Path) -> None:
    """Set an annotated agenda of about this many pages: items, annotations and timetable grow together."""
    from typesetting.pdf_strips import set_pdf  # noqa: PLC0415 - the setter is a tool, not a part of the package
    from typesetting.source import read_source  # noqa: PLC0415

    source = path.with_suffix(".src")
    source.write_text(_source(max(1, round(_ITEMS_A_PAGE * pages) - 1)), "utf-8")
    set_pdf(read_source(source), path)


def _source(items: int) -> str:
    head, _, _ = _MODEL.read_text("utf-8").partition("= Provisional agenda\n")
    numbers = range(1, items + 1)
    agenda = [f"* {n} | Report on the state of meadow number {n} and of its neighbours." for n in numbers]
    notes = [line for n in numbers for line in _annotation(n)]
    table = re.search(r"^\[timetable.*$", _MODEL.read_text("utf-8"), re.MULTILINE)
    sittings = [line for n in range(1, items + 1, 3) for line in _day(n, min(n + 2, items))]
    heads = ["= Provisional agenda", *agenda, "= Annotations", *notes]
    annex = ["=! Annex", "= Proposed organization of work", table[0] if table else "", *sittings, "[end]"]
    return head + "\n".join([*heads, *annex, ""])


def _annotation(n: int) -> list[str]:
    return [
        f"# {n} | Report on the state of meadow number {n} and of its neighbours",
        _WORDS % n,
        _WORDS % (n + 1),
        _WORDS % (n + 2),
        _ASKED % n,
        f"> Note by the Secretariat on meadow {n} ($CPP/COP/WG.2/2014/{n + 1}$).",
    ]


def _day(first: int, last: int) -> list[str]:
    from datetime import date, timedelta  # noqa: PLC0415

    day = date(2014, 10, 6) + timedelta(days=first // 3)
    printed = f"{day:%A}, {day.day} {day:%B} {day.year}"
    rows = [
        f"{n} | Report on the state of meadow number {n} and of its neighbours"
        for n in range(first, last + 1)
    ]
    return [f"day {day.isoformat()} | {printed}", "sit 10:00-13:00 | 10 a.m.-1 p.m.", *rows]
