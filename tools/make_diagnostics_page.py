"""Writes docs/diagnostics.md: what each diagnostic means and when it is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from undocparse.checks.catalogue import DiagnosticKind, catalogue

PAGE = Path(__file__).parent.parent / "docs" / "diagnostics.md"
INTRODUCTION = """\
# Diagnostics

Nothing is mended, deduced or left out in silence: whatever may be wrong in a document as it was read is in
`document.diagnostics`. Each has a stable `code`, a sentence for a person, and `where`, the part that it is
about: `where.section` is `header`, `agenda`, `annotations`, `documents`, `timetable`, …; without `where` the
whole document is meant.

- `info`: something was deduced, and it is certain; or something is left over that says nothing.
- `warning`: a value may be wrong or missing.
- `error`: a part of the document, or all of it, was not read.

`undocparse.checks.catalogue.catalogue()` gives this table as objects; the page is made by
`tools/make_diagnostics_page.py`.
How well the diagnostics find what is wrong, and keep quiet where nothing is, is measured by
`python -m evaluation.doubt`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *_rows()]) + "\n"


def _rows() -> Iterator[str]:
    yield "| code | severity | section | when | example |"
    yield "| --- | --- | --- | --- | --- |"
    yield from map(_row, catalogue())


def _row(kind: DiagnosticKind) -> str:
    severity, section = ", ".join(kind.severity), ", ".join(kind.section)
    return f"| `{kind.code}` | {severity} | {section} | {kind.when} | {kind.example} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
