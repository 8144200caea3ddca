"""Sets a drawn document as PDF."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.sax.saxutils import escape

from reportlab.lib import pagesizes
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as SetTable

from .elements import Break, Cell, Doc, Element, Para, Rule, Run, Style, Tabbed, Table, fit
from .pdf_furniture import BOTTOM, TOP, Leader, Paper, furniture

FONTS = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
}
PAPERS = {"a4": pagesizes.A4, "letter": pagesizes.LETTER}
ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
NOTES = 46.0
"""Room for footnotes at the foot of each page of a document that has any, in points."""


def set_pdf(doc: Doc) -> bytes:
    """The document as PDF; the same document gives the same bytes."""
    target = io.BytesIO()
    build = _Template(target, doc)
    build.build([flow for element in doc.elements for flow in _flow(element, doc)])
    return target.getvalue()


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """Pages with furniture and footnotes."""

    def __init__(self, target: io.BytesIO, doc: Doc) -> None:
        self.drawn, self.on_page = doc, []  # type: ignore[var-annotated]
        style = doc.style
        width, height = PAPERS[style.paper]
        super().__init__(target, pagesize=(width, height), invariant=1, title=doc.title)
        foot = BOTTOM + (NOTES if doc.notes else 0)
        room = width - sum(style.margins), height - TOP - foot
        wide = height - 2 * TOP, width - TOP - foot
        frames = {
            "odd": Frame(style.margins[0], foot, *room, 0, 0, 0, 0),
            "even": Frame(style.margins[1 if style.mirrored else 0], foot, *room, 0, 0, 0, 0),
        }
        self.addPageTemplates(
            [
                PageTemplate(name, [frame], onPage=self.start, onPageEnd=self.end)
                for name, frame in frames.items()
            ]
        )
        for name in ("landscape", "turned", "sideways"):
            size = (height, width) if name == "landscape" else (width, height)
            frame = Frame(TOP, foot, *wide, 0, 0, 0, 0)
            self.addPageTemplates(
                PageTemplate(name, [frame], pagesize=size, onPage=self.start, onPageEnd=self.end)
            )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - the name is reportlab's
        """Keep the footnotes of what was set."""
        self.on_page += getattr(flowable, "notes", [])

    def start(self, canvas: object, _: object) -> None:
        """Furniture, and the turn of a turned page."""
        style, number = self.drawn.style, self.page
        width, height = self.pageTemplate.pagesize or self.pagesize
        plain = FONTS[style.font][0]
        canvas.saveState()  # type: ignore[attr-defined]
        upright = self.pageTemplate.id in ("odd", "even")
        if upright:  # reportlab's own turn from one template to the next ends with the second page
            self.handle_nextPageTemplate("even" if self.pageTemplate.id == "odd" else "odd")
        paper = Paper(width, height, self.pageTemplate.frames[0]._x1)
        furniture(canvas, style, number, paper, plain, counted=upright)
        canvas.restoreState()  # type: ignore[attr-defined]
        if self.pageTemplate.id in ("turned", "sideways"):
            canvas.translate(width, 0)  # type: ignore[attr-defined]
            canvas.rotate(90)  # type: ignore[attr-defined]
            canvas.setPageRotation(90 if self.pageTemplate.id == "turned" else 0)  # type: ignore[attr-defined]
        else:
            canvas.setPageRotation(0)  # type: ignore[attr-defined]

    def end(self, canvas: object, _: object) -> None:
        """The footnotes of the page."""
        if not self.on_page:
            return
        style, x = self.drawn.style, self.frame._x1
        y = BOTTOM + NOTES - 10
        canvas.setLineWidth(0.5)  # type: ignore[attr-defined]
        canvas.line(x, y + 6, x + 72, y + 6)  # type: ignore[attr-defined]
        for note in self.on_page:
            shape = ParagraphStyle("note", fontName=FONTS[style.font][0], fontSize=8, leading=9.5)
            text = Paragraph(f"<super>{note}</super> {escape(self.drawn.notes[note - 1])}", shape)
            _, high = text.wrap(self.frame._width, 100)
            y -= high
            text.drawOn(canvas, x, y + 4)
        self.on_page = []


def _flow(element: Element, doc: Doc) -> list[Flowable]:
    match element:
        case Para():
            return [_leader(element, doc) if element.page is not None else _paragraph(element, doc.style)]
        case Tabbed():
            return [_tabbed(element, doc)]
        case Table():
            return [Spacer(1, element.before), _table(element, doc)]
        case Rule(weight=weight, share=share):
            return [
                HRFlowable(f"{share * 100}%", weight, color=black, spaceBefore=3, spaceAfter=3, hAlign="LEFT")
            ]
        case Break(turn=turn):
            name = {None: None, "portrait": "odd"}.get(turn, turn)
            return [*([NextPageTemplate(name)] if name else []), PageBreak()]
    return []


def _xml(runs: tuple[Run, ...]) -> str:
    text = ""
    for run in runs:
        inside = escape(run.text).replace("\n", "<br/>").replace("\t", "&nbsp;&nbsp;&nbsp; ")
        for wanted, tag in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
            inside = f"<{tag}>{inside}</{tag}>" if wanted else inside
        text += f"<super>{inside}</super>" if run.note else inside
    return text


def _paragraph(para: Para, style: Style, scale: float = 1.0) -> Paragraph:
    size = style.size * para.size * scale
    default = TA_JUSTIFY if style.justified and not para.level else TA_LEFT
    indent = para.indent
    shape = {"leftIndent": indent, "firstLineIndent": 0.0}
    if para.label:
        shape["leftIndent"] = indent + (para.hang if para.hanging else 0)
        shape["firstLineIndent"] = 0.0 if para.hanging else para.hang
    look = ParagraphStyle(
        "text",
        fontName=FONTS[style.font][0],
        fontSize=size,
        leading=size * style.leading,
        alignment=ALIGN[para.align] if para.align else default,
        spaceBefore=para.before,
        keepWithNext=para.keep or bool(para.level),
        bulletIndent=indent,
        bulletFontName=FONTS[style.font][bool(para.runs and para.runs[0].bold)],
        bulletFontSize=size,
        splitLongWords=0,
        **shape,
    )
    text = Paragraph(_xml(para.runs) or "&nbsp;", look, bulletText=para.label or None)
    text.notes = [run.note for run in para.runs if run.note]
    return text


def _leader(para: Para, doc: Doc) -> Flowable:
    text = _paragraph(replace(para, align="left"), doc.style)
    return Leader(text, para.page or "", FONTS[doc.style.font][0], doc.style.size)


def _tabbed(row: Tabbed, doc: Doc) -> Flowable:
    """A line of cells at their stops; without lines, so that only the places tell them apart."""
    room = _measure(doc)
    stops = [0.0, *row.stops]
    widths = [b - a for a, b in zip(stops, [*stops[1:], room], strict=True)]
    cells = [_paragraph(Para(runs, align="left", before=0), doc.style) for runs in row.cells]
    flow = SetTable([cells], colWidths=widths[: len(cells)], hAlign="LEFT", spaceBefore=row.before)
    flow.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                   ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                   ("VALIGN", (0, 0), (-1, -1), "TOP")])  # fmt: skip
    return flow


def _measure(doc: Doc) -> float:
    return float(PAPERS[doc.style.paper][0] - sum(doc.style.margins))


def _table(table: Table, doc: Doc) -> Flowable:
    room = _turned_measure(table, doc)
    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *(
            (f"{side}PADDING", (0, 0), (-1, -1), 4 if table.rules == "grid" else 2)
            for side in ("LEFT", "RIGHT")
        ),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    if table.rules == "grid":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, black))
    scale = _scale(table, doc.style, room)
    least = [20.0] * len(table.widths)
    grid: list[list[object]] = [[""] * len(table.widths) for _ in table.rows]
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(table.rows):
        x = 0
        for one in row:
            while (x, y) in taken:
                x += 1
            area = {(x + dx, y + dy) for dx in range(one.columns) for dy in range(one.rows)}
            taken |= area
            if len(area) > 1:
                end = (x + one.columns - 1, y + one.rows - 1)
                style.append(("SPAN", (x, y), end))
                if table.middle and one.rows > 1:
                    style.append(("VALIGN", (x, y), end, "MIDDLE"))
            if table.rules == "lines":
                style.append(("LINEABOVE", (x, y), (x + one.columns - 1, y), 0.4, black))
            grid[y][x] = _cell(one, doc, scale)
            if one.columns == 1:
                least[x] = max(least[x], _longest(one, doc.style, scale))
    if table.rules == "lines":
        style.append(("LINEBELOW", (0, -1), (-1, -1), 0.8, black))
    flow = SetTable(
        grid,
        colWidths=fit(table.widths, least, room),
        repeatRows=table.head if table.repeat else 0,
        style=style,
        hAlign="LEFT",
    )
    flow.notes = [run.note for row in table.rows for c in row for p in c.paras for run in p.runs if run.note]
    return flow


def _scale(table: Table, style: Style, room: float) -> float:
    """Of the type size, so that all columns have room for their longest words: people set wide tables so."""
    least = [20.0] * len(table.widths)
    for row in table.rows:
        for x, one in enumerate(row):
            if len(row) == len(least):
                least[x] = max(least[x], _longest(one, style, 0.95))
    gaps = 9 * len(least)
    return min(0.95, max(0.95 * (room - gaps) / max(sum(least) - gaps, 1.0), 0.5))


def _longest(one: Cell, style: Style, scale: float) -> float:
    """Room that the longest word of a cell needs; hard blanks part no words."""
    font = FONTS[style.font][1]
    paras = [(para.hang if para.label and para.hanging else 0.0, para.text) for para in one.paras]
    parts = [(hang, part) for hang, text in paras for part in re.split(r"[ \t\n]+", text)]
    return max((hang + stringWidth(part, font, style.size * scale) + 9 for hang, part in parts), default=0.0)


def _turned_measure(table: Table, doc: Doc) -> float:
    """Room across; a turned page has more of it."""
    turn = None
    for element in doc.elements:
        if isinstance(element, Break) and element.turn:
            turn = element.turn
        if element is table:
            break
    if turn in (None, "portrait"):
        return _measure(doc)
    return float(PAPERS[doc.style.paper][1] - 2 * TOP)


def _cell(one: Cell, doc: Doc, scale: float) -> list[Paragraph]:
    return [_paragraph(replace(p, align=p.align or "left"), doc.style, scale) for p in one.paras]
