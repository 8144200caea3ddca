#!/usr/bin/env bash
# Three engines give the text of a layer that is off, and none of them says so.
#
# A layer (optional content group, ISO 32000-1, 8.11) that the file switches off is neither shown nor printed; offices
# keep remarks and older versions there. pdf-oxide 0.3.78, pdfplumber 0.11.10 and the text page of PDFium (pypdfium2
# 5.15.2) give its text like any other. Only painting the page tells: PDFium leaves no ink where the text would be.
# Seen: both lines from all three; ink in the rows of the first line only (133 to 141 of 842).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet pdf-oxide==0.3.78 pdfplumber==0.11.10 pypdfium2==5.15.2
cat > "$folder/try.py" <<'PY'
import io

import pdf_oxide
import pdfplumber
import pypdfium2


def pdf(content, *objects, resources="", catalog=""):
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> {resources} >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        *objects,
    ]
    out, places = b"%PDF-1.5\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode() + table
    return out + f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


data = pdf(
    "BT /F1 12 Tf 72 700 Td (1. Harbours) Tj ET /OC /L1 BDC BT /F1 12 Tf 72 600 Td (2. Left out) Tj ET EMC",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /OCG /Name (Old) >>",
    resources="/Properties << /L1 6 0 R >>",
    catalog="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] /Order [6 0 R] >> >>",
)
page = pypdfium2.PdfDocument(data)[0]
texts = {
    "pdf-oxide": pdf_oxide.PdfDocument.from_bytes(data).extract_text(0),
    "pdfplumber": pdfplumber.open(io.BytesIO(data)).pages[0].extract_text(),
    "PDFium": page.get_textpage().get_text_range(),
}
for engine, text in texts.items():
    print(f"{engine}:", text.split())
    assert text.split() == ["1.", "Harbours", "2.", "Left", "out"]

picture = page.render(grayscale=True)
rows = [picture.buffer[y * picture.stride : y * picture.stride + picture.width] for y in range(picture.height)]
inked = [y for y, row in enumerate(rows) if min(row) < 128]
print("rows with ink:", inked[0], "to", inked[-1])
assert 842 - 712 <= inked[0] and inked[-1] <= 842 - 696, "only the first line, whose baseline is 842 - 700"
PY
"$folder/venv/bin/python" "$folder/try.py"
