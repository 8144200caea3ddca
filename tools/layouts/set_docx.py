"""Sets a drawn document in Word's format, and as PDF by LibreOffice where that is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from .elements import Break, Doc, Element, Para, Rule, Run, Tabbed, Table
from .set_text import placed

FONTS = {"Times": "Times New Roman", "Helvetica": "Arial", "Courier": "Courier New"}
PAPERS = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def set_docx(doc: Doc) -> bytes:
    """The document as a Word file."""
    file = docx.Document()
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONTS[doc.style.font], Pt(doc.style.size)
    _pages(file, doc)
    for element in doc.elements:
        _add(file, element, doc)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def office() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def set_office_pdf(doc: Doc) -> bytes:
    """The document as PDF set by LibreOffice from the Word file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(set_docx(doc))
        command = [office() or "soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return path.with_suffix(".pdf").read_bytes()


def _pages(file: Any, doc: Doc) -> None:
    style, section = doc.style, file.sections[0]
    section.page_width, section.page_height = (Pt(x) for x in PAPERS[style.paper])
    section.left_margin, section.right_margin = (Pt(x) for x in style.margins)
    section.different_first_page_header_footer = True
    section.first_page_footer.paragraphs[0].add_run(style.foot)
    section.header.paragraphs[0].add_run(style.head)
    number = section.footer.paragraphs[0]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)


def _add(file: Any, element: Element, doc: Doc) -> None:
    match element:
        case Para():
            _fill(file.add_paragraph(), element, doc)
        case Tabbed():
            paragraph = file.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            for stop in element.stops:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(stop))
            for at, runs in enumerate(element.cells):
                if at:
                    paragraph.add_run("      " if element.blanks else "\t")
                _runs(paragraph, runs)
        case Table():
            _table(file, element, doc)
        case Rule():
            _border(file.add_paragraph())
        case Break(turn=None):
            file.add_page_break()
        case Break(turn=turn):
            section = file.add_section(WD_SECTION.NEW_PAGE)
            wide, high = PAPERS[doc.style.paper]
            section.orientation = WD_ORIENT.PORTRAIT if turn == "portrait" else WD_ORIENT.LANDSCAPE
            size = (wide, high) if turn == "portrait" else (high, wide)
            section.page_width, section.page_height = (Pt(x) for x in size)
            section.different_first_page_header_footer = False


def _border(paragraph: Any) -> None:
    """A line across the page."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _runs(paragraph: Any, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.note:
            continue
        made = paragraph.add_run(run.text)
        made.bold, made.italic, made.underline = run.bold or None, run.italic or None, run.underline or None


def _fill(paragraph: Any, para: Para, doc: Doc) -> None:
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(para.before), Pt(0)
    shape.line_spacing = doc.style.leading
    if para.align:
        paragraph.alignment = ALIGN[para.align]
    elif doc.style.justified and not para.level:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    shape.left_indent = Pt(para.indent + (para.hang if para.label and para.hanging else 0))
    if para.label:
        shape.first_line_indent = Pt(-para.hang if para.hanging else 0)
        label = paragraph.add_run(f"{para.label}\t")
        label.bold = bool(para.runs and para.runs[0].bold) or None
    _runs(paragraph, para.runs)
    if para.page is not None:
        room = PAPERS[doc.style.paper][0] - sum(doc.style.margins)
        shape.tab_stops.add_tab_stop(Pt(room), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run(f"\t{para.page}")
    if para.size != 1.0:
        for run in paragraph.runs:
            run.font.size = Pt(round(doc.style.size * para.size * 2) / 2)


def _table(file: Any, table: Table, doc: Doc) -> None:
    made = file.add_table(len(table.rows), len(table.widths))
    if table.rules == "grid":
        made.style = "Table Grid"
    room = PAPERS[doc.style.paper][0] - sum(doc.style.margins)
    made.autofit = False
    for column, width in zip(made.columns, table.widths, strict=True):
        column.width = Pt(room * width)
    for y, row in enumerate(placed(table)):
        for x, cell in row:
            target = made.cell(y, x)
            if cell.columns > 1 or cell.rows > 1:
                target = target.merge(made.cell(y + cell.rows - 1, x + cell.columns - 1))
            for at, para in enumerate(cell.paras):
                paragraph = target.paragraphs[0] if at == 0 else target.add_paragraph()
                _fill(paragraph, para, doc)
    if table.head and table.repeat:
        for row in made.rows[: table.head]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
