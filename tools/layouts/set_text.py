"""Sets a drawn document as plain text, HTML or Word."""

from __future__ import annotations

import io
import textwrap
from html import escape

from .elements import Break, Cell, Doc, Element, Para, Rule, Run, Tabbed, Table, fit

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
POINTS_A_LETTER = 5.4


def set_text(doc: Doc) -> bytes:
    """The document as text in UTF-8."""
    lines: list[str] = []
    for element in doc.elements:
        if isinstance(element, Para) and element.before > 4 and lines and lines[-1]:
            lines.append("")
        lines += _lines(element, doc.style.measure)
    if doc.notes:
        lines += ["", "_" * 20]
        lines += [
            part
            for at, note in enumerate(doc.notes, 1)
            for part in textwrap.wrap(f"{str(at).translate(RAISED)} {note}", doc.style.measure)
        ]
    if doc.style.foot:
        lines += ["", doc.style.foot]
    return ("\n".join(row.rstrip() for row in lines) + "\n").encode()


def _lines(element: Element, measure: int) -> list[str]:
    match element:
        case Para():
            return _para_lines(element, measure)
        case Tabbed(blanks=True):
            return [_blanks(element, measure)]
        case Tabbed():
            return ["\t".join(_words(cell) for cell in element.cells)]
        case Table():
            return ["", *_table_lines(element, measure), ""]
        case Rule():
            return [""]
    return [""]


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text.translate(RAISED) if run.note else run.text for run in runs)


def _para_lines(para: Para, measure: int) -> list[str]:
    lines: list[str] = []
    margin = " " * round(para.indent / POINTS_A_LETTER)
    for at, text in enumerate(_words(para.runs).split("\n")):
        label = (
            f"{para.label:<{max(len(para.label) + 1, round(para.hang / POINTS_A_LETTER))}}"
            if para.label
            else ""
        )
        first = margin + (label if at == 0 else "")
        rest = margin + (" " * len(label) if para.hanging else "")
        lines += textwrap.wrap(text, measure, initial_indent=first, subsequent_indent=rest,
                               break_on_hyphens=False, break_long_words=False) or [first]  # fmt: skip
    if para.page is not None:
        lines[-1] = f"{lines[-1]} ".ljust(measure - 3, ".") + f" {para.page}"
    if para.align == "center":
        lines = [row.strip().center(measure) for row in lines]
    if para.align == "right":
        lines = [row.strip().rjust(measure) for row in lines]
    return lines


def _blanks(row: Tabbed, measure: int) -> str:
    text = ""
    for at, cell in enumerate(row.cells):
        stop = 0 if at == 0 else round(row.stops[at - 1] / 470 * measure)
        text = text.ljust(max(stop, len(text) + 2 if at else 0)) + _words(cell)
    return text


def _table_lines(table: Table, measure: int) -> list[str]:
    """Cells in columns of blanks; merged cells stand in the first row and column that they cover."""
    wide = measure if len(table.widths) < 4 else max(measure, 100)
    least = [6.0] * len(table.widths)
    for row in placed(table):
        for x, cell in row:
            if cell.columns == 1:
                # hard blanks part no words
                parts = [p for para in cell.paras for p in para.text.replace("\u00a0", "_").split()]
                least[x] = max([least[x], *(len(part) + 2.0 for part in parts)])
    widths = [round(width) for width in fit(table.widths, least, wide)]
    lines: list[str] = []
    for row in placed(table):
        cells = []
        for x, cell in row:
            width = sum(widths[x : x + cell.columns]) - 2
            texts = [part for para in cell.paras for part in _para_lines(para, max(4, width))]
            cells.append((sum(widths[:x]), texts))
        for at in range(max((len(texts) for _, texts in cells), default=0)):
            text = ""
            for begin, texts in cells:
                if at < len(texts):
                    text = text.ljust(begin) + texts[at].rstrip()
            lines.append(text)
        if table.rules != "none" or any(len(texts) > 1 for _, texts in cells):
            lines.append("")
    return lines


def placed(table: Table) -> list[list[tuple[int, Cell]]]:
    """Each row's cells with the column in which they begin."""
    taken: set[tuple[int, int]] = set()
    found = []
    for y, row in enumerate(table.rows):
        x, cells = 0, []
        for cell in row:
            while (x, y) in taken:
                x += 1
            taken |= {(x + dx, y + dy) for dx in range(cell.columns) for dy in range(cell.rows)}
            cells.append((x, cell))
        found.append(cells)
    return found


def set_html(doc: Doc) -> bytes:
    """The document as a page of HTML."""
    body = "\n".join(_html(element) for element in doc.elements)
    if doc.notes:
        notes = "".join(
            f'<p id="n{at}"><sup>{at}</sup> {escape(note)}</p>' for at, note in enumerate(doc.notes, 1)
        )
        body += f'\n<hr><div class="footnotes">{notes}</div>'
    if doc.style.foot:
        body += f'\n<p class="job">{escape(doc.style.foot)}</p>'
    head = f'<meta charset="utf-8"><title>{escape(doc.title)}</title>'
    head = f'<html lang="{doc.language}"><head>{head}</head>'
    return f"<!DOCTYPE html>\n{head}<body>\n{body}\n</body></html>\n".encode()


def _html(element: Element) -> str:
    match element:
        case Para():
            return _html_para(element)
        case Tabbed():
            blank = "&nbsp;&nbsp;&nbsp;&nbsp; " if element.blanks else '<span style="tab-size:8">&#9;</span>'
            return f'<p style="white-space:pre">{blank.join(_html_runs(cell) for cell in element.cells)}</p>'
        case Table():
            rows = "".join(
                "<tr>" + "".join(_html_cell(cell, at < element.head) for cell in row) + "</tr>\n"
                for at, row in enumerate(element.rows)
            )
            border = ' border="1"' if element.rules == "grid" else ""
            return f"<table{border}>\n{rows}</table>"
        case Rule():
            return "<hr>"
    return ""


def _html_runs(runs: tuple[Run, ...]) -> str:
    text = ""
    for run in runs:
        inside = escape(run.text).replace("\n", "<br>")
        if run.note:
            inside = f'<sup><a href="#n{run.note}">{inside}</a></sup>'
        for wanted, tag in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
            inside = f"<{tag}>{inside}</{tag}>" if wanted else inside
        text += inside
    return text


def _html_para(para: Para) -> str:
    tag = f"h{para.level}" if para.level else "p"
    hang = para.hang if para.label and para.hanging else 0.0  # as in the other formats, the text hangs
    shape = f"margin-left:{para.indent + hang:g}pt" if para.indent + hang else ""
    if hang:
        shape += f";text-indent:{-hang:g}pt"
    align = f"text-align:{para.align}" if para.align else ""
    css = ";".join(part for part in (shape, align) if part)
    label = f"{escape(para.label)} " if para.label else ""
    if label and para.runs and para.runs[0].bold:
        label = f"<b>{label}</b>"
    page = f" {'.' * 20} {escape(para.page)}" if para.page is not None else ""
    attributes = f' style="{css}"' if css else ""
    return f"<{tag}{attributes}>{label}{_html_runs(para.runs)}{page}</{tag}>"


def _html_cell(cell: Cell, head: bool) -> str:
    tag = "th" if head else "td"
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("colspan", cell.columns), ("rowspan", cell.rows))
        if count > 1
    )
    inside = "".join(_html_para(para) for para in cell.paras)
    if len(cell.paras) == 1 and not cell.paras[0].label:
        inside = _html_runs(cell.paras[0].runs)
    return f"<{tag}{spans}>{inside}</{tag}>"


def to_bytes(document: object) -> bytes:
    """A Word document saved in memory."""
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


__all__ = ["Break", "placed", "set_html", "set_text", "to_bytes"]
