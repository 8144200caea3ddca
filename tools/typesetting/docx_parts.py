"""The parts of a Word file around its text: styles, footnotes, heads and feet, and the package."""

from __future__ import annotations

import zipfile
from pathlib import Path

from .docx_xml import R, W, indent, paragraph, runs, said
from .inline import Notes, read_rich
from .source import Source

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STAMP = (1980, 1, 1, 0, 0, 0)
"""Every part bears this time, so that the same source gives the same bytes."""
PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header": "header",
    "header_first": "header",
    "footer": "footer",
    "footer_first": "footer",
}


def styles() -> str:
    """Paragraph styles after those of UN templates: headings are bold by style, not by run."""
    found = ""
    for name, size, bold, before in (
        ("SingleTxt", 10, False, 6),
        ("HCh", 14, True, 18),
        ("H1", 12, True, 14),
        ("H23", 10, True, 9),
        ("Cell", 9, False, 0),
        ("FootnoteText", 8.5, False, 0),
        ("Masthead", 10, False, 0),
    ):
        weight = "<w:b/>" if bold else ""
        found += (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:pPr><w:spacing w:before="{before * 20}"/></w:pPr>'
            f'<w:rPr>{weight}<w:sz w:val="{int(size * 2)}"/></w:rPr></w:style>'
        )
    found += (
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="20"/></w:rPr>'
        f"</w:rPrDefault></w:docDefaults>{found}</w:styles>"
    )


def footnotes(source: Source) -> str:
    """The footnotes; 0 and 1 are the rules that Word wants, the masthead's notes come last."""
    text = ""
    for number, kind, mark in (
        (0, "separator", "separator"),
        (1, "continuationSeparator", "continuationSeparator"),
    ):
        inside = f"<w:p><w:r><w:{mark}/></w:r></w:p>"
        text += f'<w:footnote w:type="{kind}" w:id="{number}">{inside}</w:footnote>'
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    for number, note in enumerate(source.notes.texts, 2):
        inside = paragraph(reference + said(" ") + runs(note), "FootnoteText")
        text += f'<w:footnote w:id="{number}">{inside}</w:footnote>'
    for number, (mark, words) in enumerate(source.masthead.get("notes", []), 2 + len(source.notes.texts)):
        inside = paragraph(said(f"{mark} ") + runs(read_rich(words, Notes([]))), "FootnoteText")
        text += f'<w:footnote w:id="{number}">{inside}</w:footnote>'
    return f'<w:footnotes xmlns:w="{W}">{text}</w:footnotes>'


def _edge(kind: str, text: str) -> str:
    return f'<w:{kind} xmlns:w="{W}" xmlns:r="{R}">{text}</w:{kind}>'


def edges(source: Source, masthead: str) -> dict[str, str]:
    """Headers and footers; the first page's header holds the masthead where it is not in the text."""
    head = source.masthead
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    foot = paragraph(said(head.get("foot", "")), "Masthead") + paragraph(
        said(head.get("bars", "")), "Masthead"
    )
    running = said(head.get("job", "") + "\t") + field
    return {
        "header": _edge("hdr", paragraph(said(head["symbol"], bold=True), "Masthead")),
        "header_first": _edge("hdr", masthead or paragraph("", "Masthead")),
        "footer": _edge("ftr", paragraph(running, "Masthead", indent(0))),
        "footer_first": _edge("ftr", foot),
    }


def section(source: Source) -> str:
    """Page size and the heads and feet of the only section."""
    wide, high = ("11906", "16838") if source.style("page") == "a4" else ("12240", "15840")
    kinds = (
        ("header", "default"),
        ("header_first", "first"),
        ("footer", "default"),
        ("footer_first", "first"),
    )
    links = "".join(f'<w:{p.split("_")[0]}Reference w:type="{kind}" r:id="{p}"/>' for p, kind in kinds)
    margins = (
        '<w:pgMar w:top="1440" w:right="1160" w:bottom="1440" w:left="1160" w:header="720" w:footer="720"/>'
    )
    return f'<w:sectPr>{links}<w:pgSz w:w="{wide}" w:h="{high}"/>{margins}<w:titlePg/></w:sectPr>'


def masthead_note(number: int, mark: str) -> str:
    """The reference to a note with a mark of its own."""
    reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
    return f"<w:r>{reference}<w:t>{mark}</w:t></w:r>"


def package(path: Path, document: str, parts: dict[str, str]) -> None:
    """Write the zip file."""
    kinds = f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    links = ""
    for name in parts:
        kinds += f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{PARTS[name]}+xml"/>'
        links += f'<Relationship Id="{name}" Type="{OFFICE}/{PARTS[name]}" Target="{name}.xml"/>'
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )
    opened = f'<Relationships xmlns="{PACKAGE}/relationships">'
    root = f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": types,
        "_rels/.rels": f"{opened}{root}</Relationships>",
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"{opened}{links}</Relationships>",
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
