"""Footnotes of HTML: parts that call themselves so, and what begins with a raised mark at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from undocparse.layout.pages import Line, Page

_NAMED = re.compile(r"(?:foot|end)notes?\b|\bftn|\bfn\d|doc-(?:foot|end)note", re.IGNORECASE)
_MARK = re.compile(r"\[?(\d{1,3}|[a-z]|\*{1,4}|[†‡§])[\].)]*\s+(?=\S)")
_BEHIND_NOTES = 3  # lines: job number, copyright, a link back
_BACK = " ↩↑^\ufe0e"


def is_of_notes(element: etree._Element) -> bool:
    """Whether an element holds notes: by its class, role or name."""
    if element.tag not in {"section", "div", "aside", "ol", "footer", "p"}:
        return False
    names = " ".join(element.get(name, "") for name in ("class", "role", "id", "epub:type"))
    return bool(names.strip()) and _NAMED.search(names) is not None


def to_notes(lines: Sequence[Line]) -> None:
    """Give lines the region of notes, each that begins with a mark that mark; others go on with the last."""
    mark: str | None = None
    for line in lines:
        if line.region == "note":
            mark = line.mark
            continue
        first = line.runs[0].text if line.runs and line.runs[0].raised and len(line.runs) > 1 else None
        match = None if first else _MARK.match(line.text)
        if first is None and match is None and mark is None:
            continue  # "Notes", over them
        if first is not None:
            mark, line.text = first, line.text.removeprefix(first).lstrip()
        elif match is not None:
            mark, line.text = match[1], line.text[match.end() :]
        line.text = line.text.rstrip(_BACK)
        line.region, line.mark = "note", mark


def closing_notes(page: Page) -> None:
    """Make notes of the lines behind the text that each begin with a raised mark that the text has, too.

    A few lines that are none (a job number, the name of the file) may stand behind them.
    """
    in_tables = {id(line) for grid in page.grids for line in grid.lines}
    marks = {mark for line in page.lines if line.region == "body" for mark, offset in line.marks if offset}
    found: list[Line] = []
    passed = 0
    for line in reversed(page.lines) if marks else ():
        if line.region == "note":
            continue
        begins = len(line.runs) > 1 and line.runs[0].raised and line.runs[0].text in marks
        if begins and id(line) not in in_tables:
            found.append(line)
        elif found or passed == _BEHIND_NOTES:
            break
        else:
            passed += 1
    to_notes(found[::-1])
