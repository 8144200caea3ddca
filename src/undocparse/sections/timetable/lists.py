"""Reads a timetable that is a plain list: days, times and business, each in lines of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Line
from undocparse.sections.timetable.business import Business
from undocparse.sections.timetable.slots import Slot, leading_slot

_NEAR = 8.0  # points; lines of one paragraph are indented alike to within this
_CLOSE = 1.25  # usual line distances; the lines of a paragraph are no further apart
_SHORT = 80  # characters; a line that only says when is shorter


def read_lines(lines: Sequence[Line], business: Business) -> None:
    """Read lines that stand in no table into sittings."""
    deadline: Block | None = None
    for block in _paragraphs(lines, business):
        if deadline and _goes_on_with(deadline, block):
            continue
        is_deadline = bool(business.known.deadline.search(block.text))
        deadline = block if is_deadline else None
        if not is_deadline:
            read_block(block, business)


def read_block(block: Block, business: Business) -> None:
    """A paragraph outside any table, or across one: a day, a time, or an entry."""
    slot, known = business.slot(block.text), business.known
    if known.deadline.search(slot.rest):
        return
    if known.is_week(slot.rest or block.text):
        business.settle()
        business.note_year(slot)
    elif slot.at_start and _is_when(slot, business):
        _read_when(slot, block, business)
    elif known.after.match(block.text):
        business.begin_time(Slot(), block.lines)
    elif business.programme.has_slot:
        business.read_listed(block)


def _paragraphs(lines: Sequence[Line], business: Business) -> Iterator[Block]:
    """The blocks, parted where a line begins an item or says when, which no paragraph goes on with."""
    for block in business.blocks(lines):
        cuts = [n for n, line in enumerate(block.lines) if n and _begins(line.text, business)]
        if not cuts:
            yield block
            continue
        for start, end in pairwise([0, *cuts, len(block.lines)]):
            yield from business.blocks(block.lines[start:end])


def _begins(text: str, business: Business) -> bool:
    if business.known.item.match(text) and text[:1].isupper():
        return True
    if len(text) > _SHORT or not any(map(str.isalnum, text)):
        return False
    slot = leading_slot(text, business.language, business.year)
    return slot.at_start and _is_when(slot, business)


def _goes_on_with(deadline: Block, block: Block) -> bool:
    """Whether a paragraph goes on with a deadline, broken before a letter ("sub-items (a) to / (d)")."""
    if block.label is None or block.gap is None or block.gap > _CLOSE:
        return False
    return abs(block.first.indent - deadline.first.indent) < _NEAR


def _is_when(slot: Slot, business: Business) -> bool:
    """Whether a line only says when: what else it says is short, in brackets, or what is done at a time."""
    if not (slot.days or slot.times):
        return False
    rest = slot.rest
    bracketed = rest.startswith(("(", "[")) and rest.endswith((")", "]"))
    known = business.known
    named = bool(known.meeting.fullmatch(rest)) or bool(known.no_sitting.search(rest))
    return not rest or bracketed or named or (bool(slot.times) and slot.times[0].start <= 2)


def _read_when(slot: Slot, block: Block, business: Business) -> None:
    known, rest = business.known, slot.rest.strip("()[] ")
    if slot.days:
        business.begin_day(slot, block.lines)
    if slot.times:
        business.begin_time(slot, block.lines)
    if known.no_sitting.search(rest):
        business.programme.cancel()
    elif slot.times and rest and not slot.rest.startswith("(") and not known.meeting.fullmatch(rest):
        business.add(business.entries.draft((), rest, [block]), None)
