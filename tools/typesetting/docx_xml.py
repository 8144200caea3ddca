"""Small pieces of WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from .inline import SOFT_HYPHEN, Piece, Rich

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(piece: Piece) -> str:
    """One run; a piece with a note is the reference to that footnote."""
    if piece.note is not None:
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{piece.note + 1}"/></w:r>'
        )
    marks = ("<w:b/>" if piece.bold else "") + ("<w:i/>" if piece.italic else "")
    style = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    parts = piece.text.replace(SOFT_HYPHEN, "").split("\t")
    text = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts)
    return f"<w:r>{style}{text}</w:r>"


def runs(rich: Rich, *, plain: bool = False) -> str:
    """All runs; `plain` leaves weight to the paragraph's style."""
    return "".join(run(Piece(p.text, p.bold and not plain, p.italic, p.note)) for p in rich.pieces)


def said(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """A run of plain words."""
    return run(Piece(text, bold, italic))


def paragraph(inside: str, style: str, extra: str = "") -> str:
    """A paragraph in a style; `extra` are further paragraph properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inside}</w:p>'


def numbered(inside: str, style: str, number: int, level: int) -> str:
    """A paragraph whose number Word works out itself."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(inside, style, properties)


def indent(left: int, hanging: int = 0, first: int = 0) -> str:
    """Indents in points."""
    what = f'w:hanging="{hanging * 20}"' if hanging else f'w:firstLine="{first * 20}"'
    return f'<w:ind w:left="{left * 20}" {what}/>'


def cell(inside: str, width: float, *, span: int = 1, merge: str | None = None) -> str:
    """A table cell; `merge` is `restart` or `continue` for cells merged downwards."""
    properties = f'<w:tcW w:w="{int(width * 20)}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or paragraph('', 'Cell')}</w:tc>"


def row(cells: str, *, head: bool = False, skip: int = 0) -> str:
    """A table row; `skip` grid columns are left out before the first cell."""
    properties = (f'<w:gridBefore w:val="{skip}"/>' if skip else "") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def table(rows: str, widths: list[float], *, ruled: bool = True) -> str:
    """A table with horizontal rules, or none."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "bottom", "insideH")
    )
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{int(width * 20)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{int(sum(widths) * 20)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
