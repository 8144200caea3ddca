"""Files that no parser can read, or not wholly: each small, and the same bytes every time."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]


def make_bad(into: Path, whole: Path) -> None:
    """Write all of them; `whole` is a sound PDF."""
    data = whole.read_bytes()
    (into / "truncated.pdf").write_bytes(data[: len(data) // 3])
    (into / "empty.pdf").write_bytes(b"")
    (into / "not-a-zip.docx").write_bytes(b"PK\x03\x04 this was a Word file once")
    (into / "not-a-document.bin").write_bytes(bytes(range(256)) * 4)
    _encrypted(into / "encrypted.pdf")
    _picture(into / "picture-only.pdf")


def _encrypted(path: Path) -> None:
    canvas = Canvas(str(path), invariant=1, encrypt=StandardEncryption("reader", "owner", strength=128))
    canvas.drawString(121, 700, "CPP/COP/WG.2/2014/1")
    canvas.save()


def _picture(path: Path) -> None:
    """A page that holds one bitmap: grey bars where lines of text would be."""
    wide, high = 60, 80
    grey = bytearray(b"\xff" * wide * high)
    for row in range(10, 70, 4):
        grey[row * wide + 8 : row * wide + 52] = b"\x60" * 44
    canvas = Canvas(str(path), invariant=1)
    canvas.saveState()
    canvas.translate(50, 100)
    canvas.scale(500, 660)
    canvas._code.append(f"BI /W {wide} /H {high} /CS /G /BPC 8 /F /AHx ID {bytes(grey).hex()}> EI")
    canvas.restoreState()
    canvas.save()
