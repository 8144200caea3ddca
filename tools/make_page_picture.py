"""Writes docs/page.png and docs/page-timetable.png: pages of a fixture, lines in colours of their parts."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

import undocparse

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "fixtures" / "docs" / "bridges.fr.pdf"
PICTURES = {"page.png": 0, "page-timetable.png": 3}
_SCALE = 1.4  # pixels a point: text can be read, and the file stays small
_COLOURS = {
    "header": (0, 90, 181), "agenda": (0, 130, 80), "annotations": (200, 90, 0), "timetable": (150, 40, 150),
    "footnotes": (110, 110, 110), "furniture": (160, 160, 160),
}  # fmt: skip
_FREE = (220, 0, 0)


def picture(page: int) -> Image.Image:
    """A page, counted from 0, with a box around each line."""
    kept = undocparse.parse(DOCUMENT, keep_layout=True).layout
    drawn: Image.Image = pypdfium2.PdfDocument(DOCUMENT)[page].render(scale=_SCALE).to_pil().convert("RGB")
    pencil = ImageDraw.Draw(drawn, "RGBA")
    for line in kept.layout.pages[page].lines:
        if line.box:
            colour = _COLOURS.get(kept.ledger.owner(line) or "", _FREE)
            box = [edge * _SCALE for edge in line.box]
            pencil.rectangle(box, fill=(*colour, 40), outline=(*colour, 255))
    return drawn.quantize(64)


if __name__ == "__main__":
    for name, page in PICTURES.items():
        picture(page).save(ROOT / "docs" / name, optimize=True)
