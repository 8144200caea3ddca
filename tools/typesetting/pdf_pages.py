"""Puts strips on PDF pages: footnotes at the foot, running heads, page numbers, job number, bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from .inline import SOFT_HYPHEN, Notes, Piece, Rich, read_rich
from .pdf_text import RAISED, SetLine, wrap
from .source import Source

SIZES = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}
LEFT, TEXT, WIDTH = 58.0, 121.0, 370.0
"""Outer margin, left edge of the text, width of the text, in points."""
HEAD_ROOM, FOOT_ROOM = 84.0, 92.0
TOP_OF_FIRST = -36.0
"""The masthead begins above the text of other pages."""
NOTE_SIZE, NOTE_LEADING = 8.5, 10.0


@dataclass(frozen=True)
class Text:
    """A line at a place in its strip; `width` is the measure to justify to."""

    x: float
    line: SetLine
    down: float = 0.0
    width: float | None = None
    right: bool = False


@dataclass(frozen=True)
class Rule:
    """A horizontal line in its strip."""

    x0: float
    x1: float
    down: float
    weight: float = 0.5


@dataclass(frozen=True)
class Strip:
    """A band across the page that is never broken.

    Attributes:
        height: in points.
        marks: what is drawn.
        before: blank space above, left out at the top of a page.
        keep: stands on one page with the next strip.
        repeat: strips that are set again above this one where it begins a page.
        fresh: begins a page.
    """

    height: float
    marks: tuple[Text | Rule, ...] = ()
    before: float = 0.0
    keep: bool = False
    repeat: tuple[Strip, ...] = ()
    fresh: bool = False

    @property
    def notes(self) -> tuple[int, ...]:
        """Footnotes marked in it."""
        return tuple(note for mark in self.marks if isinstance(mark, Text) for note in mark.line.notes)


@dataclass
class Sheet:
    """One page: strips with their distance from the top, and its footnotes."""

    placed: list[tuple[float, Strip]] = field(default_factory=list)
    notes: list[list[SetLine]] = field(default_factory=list)
    used: float = 0.0


def paginate(strips: list[Strip], source: Source) -> list[Sheet]:
    """Strips on pages, with room for the footnotes of each."""
    room = SIZES[source.style("page", "letter")][1] - HEAD_ROOM - FOOT_ROOM
    sheet = Sheet(notes=[_note(*note) for note in source.masthead.get("notes", [])], used=TOP_OF_FIRST)
    sheets = [sheet]
    for group in _kept_together(strips):
        added = [_note(str(note), source.notes.texts[note - 1]) for strip in group for note in strip.notes]
        need = sum(strip.height + strip.before for strip in group)
        full = sheet.used + need + _notes_height([*sheet.notes, *added]) > room
        if sheet.placed and (full or group[0].fresh):
            sheet = Sheet()
            sheets.append(sheet)
            _place(sheet, group[0].repeat)
        _place(sheet, group)
        sheet.notes += added
    return sheets


def _kept_together(strips: list[Strip]) -> list[list[Strip]]:
    groups: list[list[Strip]] = []
    for strip in strips:
        if groups and groups[-1][-1].keep and not strip.fresh:
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return groups


def _place(sheet: Sheet, strips: Sequence[Strip]) -> None:
    for strip in strips:
        sheet.used += strip.before if sheet.placed else 0.0
        sheet.placed.append((sheet.used, strip))
        sheet.used += strip.height


def _note(mark: str, text: Rich | str) -> list[SetLine]:
    rich = text if isinstance(text, Rich) else read_rich(text, Notes([]))
    raised = Piece(mark + "\N{NO-BREAK SPACE}") if mark == "*" else Piece(mark, note=0)
    lines = wrap(Rich((raised, Piece(" "), *rich.pieces)), WIDTH, NOTE_SIZE)
    return [SetLine(line.words, line.size, line.last) for line in lines]


def _notes_height(notes: list[list[SetLine]]) -> float:
    return sum(len(note) * NOTE_LEADING for note in notes) + (12.0 if notes else 0.0)


def draw(sheets: list[Sheet], source: Source, path: Path) -> None:
    """Write the pages; the same pages give the same bytes."""
    size = SIZES[source.style("page", "letter")]
    canvas = Canvas(str(path), pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(source.masthead["title"])
    for number, sheet in enumerate(sheets, 1):
        _furniture(canvas, source, number, len(sheets), size)
        for used, strip in sheet.placed:
            for mark in strip.marks:
                _mark(canvas, mark, size[1] - HEAD_ROOM - used)
        _draw_notes(canvas, sheet, size)
        canvas.showPage()
    canvas.save()


def _mark(canvas: Canvas, mark: Text | Rule, top: float) -> None:
    y = top - mark.down
    if isinstance(mark, Rule):
        canvas.setLineWidth(mark.weight)
        canvas.line(mark.x0, y, mark.x1, y)
    else:
        x = mark.x - mark.line.width() if mark.right else mark.x
        _set(canvas, mark.line, x, y - mark.line.size, mark.width)


def _set(canvas: Canvas, line: SetLine, x: float, y: float, measure: float | None) -> None:
    """Set one line, its blanks stretched to the measure where one is given."""
    gaps = len(line.words) - 1
    stretch = (measure - line.width()) / gaps if measure and gaps and not line.last else 0.0
    text = canvas.beginText(x, y)
    text.setWordSpace(stretch)
    for count, word in enumerate(line.words):
        for at, bit in enumerate(word):
            text.setFont(bit.font, line.size * (RAISED if bit.raised else 1))
            text.setRise(line.size * 0.35 if bit.raised else 0)
            tail = " " if at == len(word) - 1 and count < gaps else ""
            text.textOut(bit.text.replace(SOFT_HYPHEN, "") + tail)
    canvas.drawText(text)


def _draw_notes(canvas: Canvas, sheet: Sheet, size: tuple[float, float]) -> None:
    y = FOOT_ROOM + _notes_height(sheet.notes) - 12.0
    if sheet.notes:
        canvas.setLineWidth(0.5)
        canvas.line(TEXT, y + 7, TEXT + 72, y + 7)
    for note in sheet.notes:
        for line in note:
            y -= NOTE_LEADING
            _set(canvas, line, TEXT, y + 2, None)


def _furniture(canvas: Canvas, source: Source, number: int, pages: int, size: tuple[float, float]) -> None:
    """Running head and foot; the first page has the masthead instead of a head."""
    job = source.masthead.get("job", "")
    if number == 1:
        canvas.setFont("Times-Roman", 8.5)
        canvas.drawString(LEFT, 56, source.masthead.get("foot", job))
        canvas.setFont("Courier", 7)
        canvas.drawString(LEFT, 46, source.masthead.get("bars", ""))
        return
    outer_left = number % 2 == 0
    edges = (LEFT, size[0] - LEFT)
    canvas.setLineWidth(0.25)
    canvas.line(edges[0], size[1] - 62, edges[1], size[1] - 62)
    count = f"{number}/{pages}" if source.style("count") == "of" else str(number)
    symbol = source.masthead["symbol"]
    for text, y, left in ((symbol, size[1] - 57, outer_left), (count, 46, outer_left)):
        canvas.setFont("Times-Bold", 9)
        _at_edge(canvas, text, y, left, edges)
    canvas.setFont("Times-Roman", 7.5)
    _at_edge(canvas, job, 46, not outer_left, edges)


def _at_edge(canvas: Canvas, text: str, y: float, left: bool, edges: tuple[float, float]) -> None:
    if left:
        canvas.drawString(edges[0], y, text)
    else:
        canvas.drawRightString(edges[1], y, text)
