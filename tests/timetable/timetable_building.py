"""Sets timetables for tests: as grids with merged or empty cells, and as printed lines with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Cell, Grid, Layout, Line, Page, Run
from undocparse.model.agenda import Agenda
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header
from undocparse.model.timetable import Timetable
from undocparse.sections.timetable import find_timetable, read_timetable

HEADER = Header(starts="2025-05-12", ends="2025-05-16", place="Vienna")
Row = Sequence[str | Sequence[str]]


def grid_layout(rows: Sequence[Row], before: Sequence[str] = ("Annex", "Proposed timetable")) -> Layout:
    """A Word or Markdown document: headings, then one table; a cell may hold several paragraphs."""
    lines = [Line(n, 1, text, whole=True, heading=1) for n, text in enumerate(before)]
    cells = []
    for r, row in enumerate(rows):
        for c, content in enumerate(row):
            found = []
            for text in [content] if isinstance(content, str) else content:
                found.append(_paragraph(len(lines), text))
                lines.append(found[-1])
            cells.append(Cell(r, c, tuple(found)))
    return Layout("docx", "application/x", [Page(1, lines=lines, grids=[Grid(1, tuple(cells))])])


def _paragraph(number: int, text: str) -> Line:
    bold, italic = text.startswith("**"), text.startswith("_")
    plain = text.strip("*_")
    return Line(
        number, 1, plain, (Run(plain, bold=bold, italic=italic),), bold=bold, italic=italic, whole=True
    )


def lines_layout(texts: Sequence[tuple[float, str]], size: float = 10.0) -> Layout:
    """A printed page: (left edge, text) from top to bottom; an empty text is a blank line."""
    lines = []
    for place, (x0, text) in enumerate(texts):
        if text:
            top = 60.0 + 14.0 * place
            run = Run(text, x0, x0 + 0.45 * size * len(text), size)
            box = (run.x0, top, run.x1, top + 0.97 * size)
            lines.append(Line(len(lines), 1, text, (run,), box=box, size=size, indent=x0))
    return Layout("pdf", "application/pdf", [Page(1, 612.0, 792.0, lines)])


@dataclass
class Printed:
    """Puts the cells of a table on pages, wrapping their text as a typesetter does.

    Attributes:
        edges: left edges of the columns, in points.
        right: where the last column ends.
        depth: how far down a page goes.
    """

    edges: Sequence[float]
    right: float = 540.0
    depth: float = 700.0
    size: float = 10.0
    pages: list[Page] = field(default_factory=lambda: [Page(1, 612.0, 792.0)])
    y: float = 80.0

    def row(self, texts: Sequence[str]) -> None:
        """One row; a row that does not fit begins a page."""
        wrapped = [self._wrap(text, column) for column, text in enumerate(texts)]
        if self.y + 12 * max(map(len, wrapped)) > self.depth:
            self.pages.append(Page(len(self.pages) + 1, 612.0, 792.0))
            self.y = 80.0
        for step in range(max(map(len, wrapped))):
            for column, found in enumerate(wrapped):
                if step < len(found):
                    self._put(found[step], self.edges[column])
            self.y += 12.0
        self.y += 6.0

    def layout(self) -> Layout:
        """What was printed."""
        return Layout("pdf", "application/pdf", self.pages)

    def _width(self, text: str) -> float:
        return 0.45 * self.size * len(text)

    def _wrap(self, text: str, column: int) -> list[str]:
        right = [*self.edges, self.right][column + 1] - 10.0
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.edges[column] + self._width(longer) <= right:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _put(self, text: str, x0: float) -> None:
        run = Run(text, x0, x0 + self._width(text), self.size)
        box = (run.x0, self.y, run.x1, self.y + 0.97 * self.size)
        number = sum(len(page.lines) for page in self.pages)
        page = self.pages[-1]
        page.lines.append(Line(number, page.number, text, (run,), box=box, size=self.size, indent=x0))


def read(
    layout: Layout, language: str = "en", header: Header = HEADER, agenda: Agenda | None = None
) -> tuple[Timetable, list[Diagnostic]]:
    """The timetable of a layout; empty where there is none."""
    found = find_timetable(layout, Ledger(layout), header, language)
    if found is None:
        return Timetable(), []
    timetable, _, diagnostics = read_timetable(found, agenda, header, language)
    return timetable, diagnostics


Told = tuple[str | None, str | None, str | None, list[tuple[tuple[str, ...], str, bool]]]


def told(timetable: Timetable) -> list[Told]:
    """Date, start, end and entries of each sitting."""
    return [
        (s.date, s.starts, s.ends, [(e.items, e.title, e.continued) for e in s.entries]) for s in timetable
    ]


def printed_day(day: date, language: str, *, year: bool = True) -> str:
    """A day as UN documents print it."""
    weekdays, months = _NAMES[language]
    comma = "," if language == "en" else ""
    tail = f" {day.year}" if year else ""
    return f"{weekdays[day.weekday()]}{comma} {day.day} {months[day.month - 1]}{tail}"


_NAMES = {
    language: (days.split(), months.split())
    for language, days, months in (
        (
            "en",
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
            "January February March April May June July August September October November December",
        ),
        (
            "fr",
            "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        ),
    )
}
