"""Turns the blocks of a source into a Word document."""

from __future__ import annotations

from pathlib import Path

from .docx_numbers import HEADINGS, LIST, Numbers
from .docx_parts import edges, footnotes, masthead_note, package, section, styles
from .docx_tables import timetable
from .docx_xml import R, W, cell, indent, numbered, paragraph, row, runs, said, table
from .inline import Notes, Rich, read_rich
from .labels import entry_label, heading_label
from .source import Block, Source


def set_docx(source: Source, path: Path) -> None:
    """Write the document as a Word file."""
    numbers = Numbers(source)
    masthead = _masthead(source)
    in_head = bool(source.style("masthead_in_header"))
    body = "" if in_head else masthead
    body += _below(source)
    body += "".join(_block(source, block, numbers) for block in source.blocks)
    document = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section(source)}</w:body></w:document>'
    )
    parts = {"styles": styles(), "numbering": numbers.part(), "footnotes": footnotes(source)}
    package(path, document, {**parts, **edges(source, masthead if in_head else "")})


def _masthead(source: Source) -> str:
    head = source.masthead
    symbol = _starred(source, head["symbol"] + head.get("star", ""))
    nations = paragraph(said(head["nations"]), "Masthead")
    organ = paragraph(said(head["organ"], bold=True), "Masthead")
    right = "".join(paragraph(runs(read_rich(text, Notes([]))), "Masthead") for text in head["right"])
    widths = [310.0, 180.0]
    top = row(cell(nations, widths[0]) + cell(paragraph(symbol, "Masthead"), widths[1]))
    return table(top + row(cell(organ, widths[0]) + cell(right, widths[1])), widths)


def _starred(source: Source, text: str) -> str:
    """Runs of a line; the mark of a masthead note at its end becomes a real reference."""
    for at, (mark, _) in enumerate(source.masthead.get("notes", [])):
        if text.endswith(mark) and not text.endswith("**"):
            line = runs(read_rich(text.removesuffix(mark), Notes([])))
            return line + masthead_note(len(source.notes.texts) + 2 + at, mark)
    return runs(read_rich(text, Notes([])))


def _below(source: Source) -> str:
    head = source.masthead
    lines = "".join(paragraph(_starred(source, text), "Masthead") for text in head.get("below", []))
    lines += paragraph(runs(read_rich(head["title"], source.notes)), "HCh", indent(54))
    if author := head.get("author"):
        lines += paragraph(runs(Rich(read_rich(author, source.notes).pieces)), "H1", indent(54))
    return lines


def _block(source: Source, block: Block, numbers: Numbers) -> str:  # noqa: PLR0911 - one return a kind
    match block.kind:
        case "heading":
            style = {1: "H1", 2: "H23", 3: "HCh"}[block.level]
            fresh = "<w:pageBreakBefore/>" if block.level == 3 else ""
            return paragraph(runs(block.rich, plain=True), style, fresh + indent(0 if fresh else 54))
        case "group":
            return paragraph(runs(block.rich, plain=True), "H1", indent(54))
        case "entry":
            return _entry(source, block, numbers)
        case "item":
            return _item(source, block, numbers)
        case "paragraph":
            return _paragraph(source, block)
        case "tag":
            return paragraph(
                "".join(said(p.text, italic=True) for p in block.rich.pieces), "SingleTxt", indent(54)
            )
        case "document" | "contact" | "outside":
            return paragraph(runs(block.rich), "SingleTxt", indent(54))
        case "table" if block.table:
            return timetable(source, block.table)
    return ""


def _automatic(source: Source, block: Block) -> bool:
    """Whether Word is to number it; "2.1" is no level of the list, and a label of its own is typed."""
    wanted = source.style("numbering") == "automatic" and len(block.keys) == 1 and block.label is None
    return (wanted and not block.keys[0].replace(".", "").isdigit()) or (wanted and "." not in block.keys[0])


def _entry(source: Source, block: Block, numbers: Numbers) -> str:
    inside = runs(block.rich)
    if block.page is not None:
        inside += said("\t" + block.page)
        stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9500"/></w:tabs>'
    else:
        stop = ""
    if not block.keys:
        return paragraph(inside, "SingleTxt", stop + indent(81))
    key = block.keys[0]
    if _automatic(source, block):
        number, level = numbers.of(key, LIST)
        text = numbered(inside, "SingleTxt", number, level)
        return text.replace("</w:numPr>", "</w:numPr>" + stop)
    left = 81 + 27 * key.count(".")
    return paragraph(said(entry_label(source, key) + "\t") + inside, "SingleTxt", stop + indent(left, 27))


def _item(source: Source, block: Block, numbers: Numbers) -> str:
    style = "H23" if any("." in key for key in block.keys) else "H1"
    inside = runs(block.rich, plain=True)
    label = heading_label(source, block)
    if source.style("two_lines"):
        return paragraph(said(label), style, indent(54)) + paragraph(inside, style, indent(54))
    if source.style("run_in"):
        return paragraph(said(label + " ") + inside, style, indent(54))
    if _automatic(source, block):
        return numbered(inside, style, *numbers.of(block.keys[0], HEADINGS))
    return paragraph(said(label + "\t") + inside, style, indent(54, 27))


def _paragraph(source: Source, block: Block) -> str:
    inside = runs(block.rich)
    if block.label is None:
        return paragraph(inside, "SingleTxt", indent(54, first=27 if source.style("indent") else 0))
    first = 0 if block.label[0].isdigit() else 27
    return paragraph(said(block.label + "\t") + inside, "SingleTxt", indent(54, first=first))
