#!/usr/bin/env bash
# pdf-oxide reads a mark that text rise lifts as part of the number before it.
#
# UN documents print footnote marks behind numbers: "decision 2/6" with a raised 1. Where a file lifts the mark
# by text rise (ISO 32000-1, 9.3.7) and keeps the type size, pdf-oxide 0.3.78 gives one span, "decision 2/61", with
# no sign of the rise in its boxes: another decision is cited. pdfplumber 0.11.10 and PDFium (pypdfium2 5.15.2)
# give the mark a place four points higher. Seen: "decision 2/61 was taken"; bottoms 144.5 and 140.5; baselines 700 and 704.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet pdf-oxide==0.3.78 pdfplumber==0.11.10 pypdfium2==5.15.2
cat > "$folder/try.py" <<'PY'
import ctypes
import io

import pdf_oxide
import pdfplumber
import pypdfium2
from pypdfium2 import raw


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


font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
data = pdf("BT /F1 12 Tf 72 700 Td (decision 2/6) Tj 4 Ts (1) Tj 0 Ts ( was taken) Tj ET", font)

(span,) = pdf_oxide.PdfDocument.from_bytes(data).extract_spans(0)
print("pdf-oxide:", span.text, span.bbox == span.page_bbox)
assert span.text == "decision 2/61 was taken"
assert span.bbox == span.page_bbox and span.bbox[1] == 700

characters = pdfplumber.open(io.BytesIO(data)).pages[0].chars
bottoms = [round(c["bottom"], 1) for c in characters if c["text"] in "61"]
print("pdfplumber, bottoms of 6 and 1:", bottoms)
assert bottoms[0] - bottoms[1] == 4.0

text = pypdfium2.PdfDocument(data)[0].get_textpage()
x, y = ctypes.c_double(), ctypes.c_double()
heights = {}
for place in range(text.count_chars()):
    raw.FPDFText_GetCharOrigin(text, place, x, y)
    heights[chr(raw.FPDFText_GetUnicode(text, place))] = y.value
print("PDFium, baselines of 6 and 1:", heights["6"], heights["1"])
assert heights["1"] - heights["6"] == 4.0
PY
"$folder/venv/bin/python" "$folder/try.py"
