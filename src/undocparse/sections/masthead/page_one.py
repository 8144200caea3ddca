"""The lines of the first page that a masthead may have, mended where letters were raised by mistake."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, Page

_MARK = re.compile(r"[*†‡]+|\d|[a-z]")
_MOST = 90  # lines; no masthead has more


def left_of(line: Line) -> float:
    """The line's left edge in points; the indent where the format has no geometry."""
    return line.box[0] if line.box else line.indent


def candidates(layout: Layout, ledger: Ledger) -> list[Line]:
    """The lines above the first page's foot, without footnotes."""
    page = next((page for page in layout.pages if page.lines), None)
    return _of_page(page, ledger) if page else []


def overleaf(layout: Layout, ledger: Ledger) -> list[Line]:
    """Those of the second page, where a long list of items has pushed the title (E/CN.18/2025/2)."""
    page = next(islice((page for page in layout.pages if page.lines), 1, None), None)
    lines = _of_page(page, ledger) if page else []
    return [line for line in lines if ledger.owner(line) != "furniture"]


def _of_page(page: Page, ledger: Ledger) -> list[Line]:
    low = 0.93 * page.height
    return [
        _with_raised(line)
        for line in page.lines
        if line.text.strip()
        and line.region == "body"
        and ledger.owner(line) != "footnotes"
        and (not low or line.box is None or line.box[1] < low)
    ][:_MOST]


def _with_raised(line: Line) -> Line:
    """The line with raised letters back in its text: poor text layers raise parts of words and years."""
    if all(_MARK.fullmatch(mark.strip()) for mark, _ in line.marks):
        return line
    text = ""
    for before, run in zip((None, *line.runs), line.runs, strict=False):
        apart = before is None or run.x0 - before.x1 > 0.15 * line.size
        text += f" {run.text}" if apart else run.text
    return replace(line, text=text.strip(), marks=())
