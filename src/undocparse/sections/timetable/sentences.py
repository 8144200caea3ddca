"""Finds timetables told in bullets or sentences: "Monday, 9 June, from 10 a.m. to 1 p.m.: panel 1"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.endings import OTHER_MARKS, begins_anew
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Layout, Line
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.evidence import ENOUGH, Setting, days_evidence
from undocparse.sections.timetable.slots import Slot, may_begin_with_when, split_when

_FEWEST = 2  # sentences
_TIMES = 1.5  # what times beside most of the days weigh


def sentences_of(
    free: Sequence[Line], layout: Layout, reader: CellReader, above: Callable[[int], Setting]
) -> list[Line]:
    """The lines of the paragraphs that each begin with a day or time and say what is done then.

    Args:
        free: lines that no section has claimed, in reading order.
        layout: where they come from.
        reader: of the document's language and year.
        above: tells the setting at a line.
    """
    if sum(_may_tell(line, reader) for line in free) < _FEWEST:
        return []
    told = [(block, slot) for block in blocks_of(free, layout) if (slot := _when(block, reader)) is not None]
    days = [day for _, slot in told for day in slot.days]
    if len(told) < _FEWEST or not days:
        return []
    setting = above(told[0][0].first.number)
    if not (setting.work or setting.titled):
        return []
    timed = 2 * sum(bool(slot.times) for _, slot in told) > len(told)
    weight = setting.weight + days_evidence(days, setting) + _TIMES * timed
    return [line for block, _ in told for line in block.lines] if weight >= ENOUGH else []


def _may_tell(line: Line, reader: CellReader) -> bool:
    """Whether a line, behind its label, can begin with a day or time."""
    label = enumerator(line.text)
    text = line.text[label.width :] if label else line.text
    return may_begin_with_when(text, reader.language) or may_begin_with_when(line.text, reader.language)


def _when(block: Block, reader: CellReader) -> Slot | None:
    """When a paragraph begins with a day or time, and a colon, dash or capital says what is done then."""
    slot, rest = split_when(block.body.strip(), reader.language, reader.year)
    behind = rest.lstrip()
    if not (slot.days or slot.times) or not any(map(str.isalpha, behind)):
        return None
    return slot if behind[:1] in ":–—-,." + OTHER_MARKS or begins_anew(behind) else None
