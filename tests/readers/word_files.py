"""Builds small Word files part by part, so that tests say exactly what stands in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from undocparse.layout.pages import Layout
from undocparse.readers import load, read

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}


def para(content: str = "", properties: str = "") -> str:
    """A paragraph; content without a tag is one run of text."""
    if content and not content.startswith("<"):
        content = run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run; "\t" is a tab and "\n" a soft break."""
    inside = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part, f'<w:t xml:space="preserve">{part}</w:t>')
        for part in re.split(r"([\t\n])", text)
        if part
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def listed(text: str, number: int | None = None, level: int | None = None, style: str = "") -> str:
    """A paragraph of a list."""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    numid = "" if number is None else f'<w:numId w:val="{number}"/>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return para(text, f"{named}<w:numPr>{ilvl}{numid}</w:numPr>" if ilvl or numid else named)


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A `w:lvl`."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (index + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def cell(text: str = "", properties: str = "") -> str:
    """A table cell."""
    content = text if text.startswith("<w:") else para(text)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    grid = '<w:gridCol w:w="2000"/>' * max(each.count("<w:tc>") for each in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def word_file(body: str, *, parts: Mapping[str, str] | None = None, section: str = "") -> bytes:
    """A Word file.

    Args:
        body: of the main part.
        parts: the inside of other parts by name ("numbering", "header1", …).
        section: the inside of the last `w:sectPr`.
    """
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{re.sub("[0-9]", "", name)}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{re.sub("[0-9]", "", name)}+xml"/>'
            for name in parts
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>"
        f"{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>",
    }
    for name, inside in parts.items():
        root = ROOTS.get(
            name, {"h": "hdr", "f": "ftr", "s": "settings"}[name[0]] if name not in ROOTS else ""
        )
        files[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{inside}</w:{root}>"
    return zipped(files)


def unzipped(data: bytes) -> dict[str, str | bytes]:
    """The files of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read_word(body: str, *, parts: Mapping[str, str] | None = None, section: str = "") -> Layout:
    """The layout of a Word file made of these parts."""
    return read(load(word_file(body, parts=parts, section=section), name="made.docx"))


def printed(layout: Layout) -> list[str]:
    """The lines of the body with their numbers before them."""
    return [f"{line.label or ''} {line.text}".strip() for line in layout.lines if line.region == "body"]
