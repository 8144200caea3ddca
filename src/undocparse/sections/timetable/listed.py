"""Where a timetable ends that is a plain list: at what is set otherwise than the lines below its days."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.layout.endings import begins_anew, ends_in
from undocparse.layout.pages import Line
from undocparse.sections.timetable.anchors import Anchor

_NEAR = 3.0  # points
_RUNNING = 70  # characters; the first line of a paragraph is longer
_SENTENCE = 4  # lines that a remark below a list takes at most; words that it has at least in the first one


class Listed:
    """How a list sets what stands below its days: what is set otherwise behind the last day is no part of it.

    Args:
        free: lines that no section has claimed.
        anchors: the days and times of the list.
    """

    def __init__(self, free: Sequence[Line], anchors: Sequence[Anchor]) -> None:
        places = {anchor.place for anchor in anchors}
        days = [free[place] for place in places]
        self._free = free
        self._inner = [
            free[place] for place in range(anchors[0].place, anchors[-1].place) if place not in places
        ]
        self._bold = any(line.bold for line in self._inner)
        self._margin = min((line.indent for line in self._inner if line.box), default=0.0)
        self._left = min(line.indent for line in days)
        self._numbered = [line.indent for line in self._inner if line.text[:1].isdigit()]
        self._told = all(anchor.told for anchor in anchors)
        self._stopped = any(ends_in(line.text, ".") for line in (*self._inner, *days))

    def ends_at(self, place: int) -> bool:
        """Whether a line is none of those below a day."""
        line = self._free[place]
        if self._is_paragraph(line) or self._is_remark(place):
            return True
        if self._told and ends_in(self._free[place - 1].text, ".") and begins_anew(line.text):
            return True
        if not self._inner:
            return bool(line.whole) and not line.label and begins_anew(line.text)
        if line.bold and not self._bold:
            return True
        indented = self._margin > self._left + _NEAR
        return bool(line.box) and indented and line.indent < self._margin - _NEAR

    def _is_paragraph(self, line: Line) -> bool:
        """Whether a line begins a numbered paragraph of running text, and is no item like those above."""
        number, _, text = line.text.partition(". ")
        if not number.isdigit() or len(text) <= _RUNNING:
            return False
        return ends_in(text, ".") or all(abs(indent - line.indent) > _NEAR for indent in self._numbered)

    def _is_remark(self, place: int) -> bool:
        """Whether a sentence begins that ends in a stop, in a list of which no line does."""
        first = self._free[place]
        if self._stopped or not begins_anew(first.text) or first.label:
            return False
        for line in self._free[place : place + _SENTENCE]:
            if line is not first and not line.text[:1].islower():
                return False
            if ends_in(line.text, "."):
                return len(first.text.split()) > _SENTENCE
        return False
