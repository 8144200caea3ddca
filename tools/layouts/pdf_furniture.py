"""Running heads, page numbers, line numbers, watermark and rows of dots on PDF pages."""

from __future__ import annotations

from typing import NamedTuple

from reportlab.lib.colors import lightgrey
from reportlab.platypus import Flowable, Paragraph

from .elements import Style

TOP, BOTTOM = 62.0, 58.0


class Paper(NamedTuple):
    """Width and height of a page, and the left edge of its text, in points."""

    width: float
    height: float
    left: float


def furniture(canvas: object, style: Style, number: int, paper: Paper, font: str, *, counted: bool) -> None:
    """What stands outside the text of a page; `counted`: its lines may be, as they run along its width."""
    width, height, left = paper
    right = left + width - sum(style.margins)
    if style.watermark:
        canvas.saveState()  # type: ignore[attr-defined]
        canvas.setFillColor(lightgrey)  # type: ignore[attr-defined]
        canvas.setFont("Helvetica-Bold", 54)  # type: ignore[attr-defined]
        canvas.translate(width / 2, height / 2)  # type: ignore[attr-defined]
        canvas.rotate(50)  # type: ignore[attr-defined]
        canvas.drawCentredString(0, 0, style.watermark)  # type: ignore[attr-defined]
        canvas.restoreState()  # type: ignore[attr-defined]
    if style.line_numbers and counted:
        canvas.setFont(font, 7)  # type: ignore[attr-defined]
        step = style.size * style.leading
        for count in range(1, int((height - TOP - BOTTOM) / step) + 1):
            canvas.drawRightString(left - 14, height - TOP - step * count + 2, str(count))  # type: ignore[attr-defined]
    canvas.setFont(font, 8.5)  # type: ignore[attr-defined]
    if number == 1:
        canvas.drawString(left, 34, style.foot)  # type: ignore[attr-defined]
        return
    count = style.count.format(n=number)
    if style.head_side == "center":
        canvas.drawCentredString(width / 2, height - 40, style.head)  # type: ignore[attr-defined]
        canvas.drawCentredString(width / 2, 34, count)  # type: ignore[attr-defined]
    elif number % 2:
        canvas.drawRightString(right, height - 40, style.head)  # type: ignore[attr-defined]
        canvas.drawRightString(right, 34, count)  # type: ignore[attr-defined]
        canvas.drawString(left, 34, style.foot.split("  ")[0])  # type: ignore[attr-defined]
    else:
        canvas.drawString(left, height - 40, style.head)  # type: ignore[attr-defined]
        canvas.drawString(left, 34, count)  # type: ignore[attr-defined]
        canvas.drawRightString(right, 34, style.foot.split("  ")[0])  # type: ignore[attr-defined]


class Leader(Flowable):  # type: ignore[misc]
    """A line of a table of contents: text, dots, page number."""

    def __init__(self, text: Paragraph, page: str, font: str, size: float) -> None:
        super().__init__()
        self.text, self.page, self.font, self.size = text, page, font, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As the text, but narrower."""
        self.measure = width
        _, high = self.text.wrap(width - 44, height)
        return width, high

    def getSpaceBefore(self) -> float:  # noqa: N802 - the name is reportlab's
        """As the text."""
        return float(self.text.style.spaceBefore)

    def draw(self) -> None:
        """Text, then dots behind its last line."""
        self.text.drawOn(self.canv, 0, 0)
        last = self.text.blPara.lines[-1]
        extra = last[0] if isinstance(last, tuple) else last.extraSpace
        style = self.text.style
        begin = style.leftIndent + (self.measure - 44 - style.leftIndent) - extra
        if len(self.text.blPara.lines) == 1:
            begin += style.firstLineIndent
        y = style.leading - self.size
        self.canv.setFont(self.font, self.size)
        dot = self.canv.stringWidth(" .", self.font, self.size)
        count = max(3, int((self.measure - 26 - begin) / dot))
        self.canv.drawRightString(self.measure - 24, y, " ." * count)
        self.canv.drawRightString(self.measure, y, self.page)
