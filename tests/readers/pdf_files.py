"""PDF files made by hand, object by object."""

from __future__ import annotations


def pdf_of(objects: list[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(content: bytes) -> bytes:
    """A stream that is not compressed."""
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def page_in_simple_font(name: bytes, width: int, text: bytes) -> bytes:
    """One line in 12 points; all characters have this width in thousandths, in a table of its own."""
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding" % name
    font += b" /FirstChar 32 /LastChar 126 /Widths 6 0 R /FontDescriptor 7 0 R >>"
    widths = b"[ %s ]" % b" ".join([b"%d" % width] * 95)
    return pdf_of([*_page(b"(%s)" % text), font, widths, _descriptor(name)])


def page_in_composite_font(name: bytes, width: int, text: bytes) -> bytes:
    """The same in a font of two bytes a character, whose descendant stands apart."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H" % name
    font += b" /DescendantFonts 6 0 R /ToUnicode 9 0 R >>"
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW %d" % (name, width)
    descendant += b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    descendant += b" /CIDToGIDMap /Identity /FontDescriptor 7 0 R >>"
    shown = b"<%s>" % b"".join(b"%04x" % character for character in text)
    unicodes = b"begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    unicodes += b"1 beginbfrange\n<0020> <007e> <0020>\nendbfrange\nendcmap"
    return pdf_of([*_page(shown), font, b"[ 8 0 R ]", _descriptor(name), descendant, stream(unicodes)])


def _page(shown: bytes) -> list[bytes]:
    """Catalogue, pages, page and content; the font is the fifth object."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(b"BT /F1 12 Tf 72 700 Td %s Tj ET" % shown),
    ]


def _descriptor(name: bytes) -> bytes:
    return (
        b"<< /Type /FontDescriptor /FontName /%s /Flags 32 /ItalicAngle 0 /Ascent 900 /Descent -200 >>" % name
    )
