#!/usr/bin/env bash
# pdf-oxide measures a document with the widths of one that was read before it.
#
# Two documents have a font of the same name, each with its own table of widths as an object of its own, as Word writes
# it. In one process pdf-oxide 0.3.78 gives the second the widths of the first: boxes are wrong, and blanks between words
# come and go with the order of reading. With a subset's tag before the name (six capitals and a plus sign) it does not.
# Seen: 21 points, 21 points; with tags 21 and 63.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet pdf-oxide==0.3.78
cat > "$folder/try.py" <<'PY'
import pdf_oxide


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


def width(name, of_a_character):
    data = pdf(
        "BT /F1 10 Tf 72 700 Td (harbour) Tj ET",
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 32 /LastChar 122 "
        "/Encoding /WinAnsiEncoding /Widths 7 0 R /FontDescriptor 6 0 R >>",
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 0 1000 1000] /ItalicAngle 0 "
        "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
        f"[{' '.join([str(of_a_character)] * 91)}]",
    )
    return round(pdf_oxide.PdfDocument.from_bytes(data).extract_spans(0)[0].bbox[2])


plain = [width("Plain", 300), width("Plain", 900)]
tagged = [width("ABCDEF+Plain", 300), width("ABCDEF+Plain", 900)]
print("seven characters of 300 and of 900 thousandths at 10 points:", plain, "with tags:", tagged)
assert plain == [21, 21], "63 is right for the second"
assert tagged == [21, 63]
PY
"$folder/venv/bin/python" "$folder/try.py"
