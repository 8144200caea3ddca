"""Reads a timetable that is a plain list: days, times and business, each in lines of its own or in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from undocparse.layout.blocks import Block
from undocparse.layout.endings import begins_anew, ends_sentence
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.sections.timetable.business import Business
from undocparse.sections.timetable.remarks import remark_alone
from undocparse.sections.timetable.signs import WHEN, sign_of
from undocparse.sections.timetable.slots import Slot, lead_of, split_when

_NEAR = 8.0  # points; lines of one paragraph are indented alike to within this
_APART = 0.7  # of the type size: a wider gap parts paragraphs
_CLOSE = 1.25  # usual line distances; the lines of a paragraph are no further apart
_OPEN_END = re.compile(r"(?<!\w)[a-zà-ÿ]{1,4}$")  # a line that ends in "to", "from", "du" goes on
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
    """A paragraph outside any table, or across one: a day, a time, an entry, or all of these."""
    known = business.known
    sign = sign_of(block.text.strip(), business.language, business.year)
    text = block.text.strip()
    if known.deadline.search(text) or known.is_overleaf(text):
        return
    if all(known.column_roles(line.text.strip()) for line in block.lines):
        return
    if sign == "week":
        business.begin_week(business.slot(block.text), block.lines)
    elif sign in WHEN and not _tells(block, business):
        _read_when(business.slot(block.text), block, business)
    elif sign == "meeting":
        business.settle()
        business.programme.scopes.ahead(business.remark(text))
    elif known.after.match(block.text):
        business.begin_time(Slot(), block.lines)
    elif (alone := remark_alone(text, business.language)).meeting:
        business.settle()
        business.programme.scopes.ahead(alone)
    elif not _read_sentence(block, business):
        if alone.room and not business.programme.is_begun:  # else it may be that of either sitting
            business.programme.scopes.ahead(alone)
        if business.programme.has_slot:
            business.read_listed(block)


def _tells(block: Block, business: Business) -> bool:
    """Whether a colon behind days and times says that what follows is done then."""
    _, rest = split_when(block.body.strip(), business.language, business.year)
    behind = rest.lstrip()
    return behind[:1] == ":" and any(map(str.isalpha, behind))


def _read_when(slot: Slot, block: Block, business: Business) -> None:
    if slot.days or slot.undetermined:
        business.begin_day(slot, block.lines)
    else:
        business.begin_time(slot, block.lines)
    if business.known.is_idle(slot.rest):
        business.programme.cancel()


def _read_sentence(block: Block, business: Business) -> bool:
    """A paragraph that says when and what: "9 June, 3 p.m.: items 3 and 4; 10 June, 10 a.m.: item 5"."""
    begun = False
    for text in _clauses(block.body.strip() if block.label else block.text.strip(), business):
        slot, rest = split_when(text, business.language, business.year)
        behind = rest.lstrip()
        if not (slot.days or slot.times):
            if begun:
                _add(text, block, business)
            elif not begun:
                return False
            continue
        told = behind.lstrip(" ,;:.–—-)")
        if not told or not (behind[:1] in ":.–—-,;" or begins_anew(behind) or behind[:1].isdigit()):
            return begun
        begun = True
        _read_when(slot, block, business)
        business.programme.scopes.beside(business.remark(lead_of(text, business.language)))
        if not business.known.is_idle(told):
            _add(told, block, business)
        else:
            business.programme.cancel()
    return begun


def _add(text: str, block: Block, business: Business) -> None:
    """What a sentence sets down for its day: as it says behind the colon, or the items that it names."""
    if quoted := business.entries.quoted(text, block, inside=True):
        for draft in quoted:
            business.add(draft, None)
    elif not _is_titled(text, business) and (items := business.entries.named_items(text)):
        business.add(business.entries.draft(items, text, [block]), None)
    else:
        business.read_listed(replace(block, text=text, label=enumerator(text)))


def _is_titled(text: str, business: Business) -> bool:
    """Whether a text begins with the number of an item and goes on with its title."""
    known = business.known
    return bool(known.item.match(text)) and not known.labels.fullmatch(text.rstrip("."))


def _clauses(text: str, business: Business) -> Iterator[str]:
    """The parts of a paragraph, cut at semicolons and stops behind which another day or time begins.

    The stop of "Mon. 9 June" ends nothing: what stands before it says no more than when.
    """
    start = 0
    for place, character in enumerate(text):
        if character in ";." and text[place + 1 : place + 2] == " ":
            slot, _ = split_when(text[place + 2 :], business.language, business.year)
            when = sign_of(text[start : place + 1].strip(), business.language, business.year) in WHEN
            if (slot.days or slot.times) and not when:
                yield text[start:place].strip()
                start = place + 2
    yield text[start:].strip()


def _paragraphs(lines: Sequence[Line], business: Business) -> Iterator[Block]:
    """What the paragraphs set down, parted also where a line begins an item or says when."""
    found: list[Block | list[Line]] = []
    for block in (each for part in business.ruled(lines) for each in business.paragraphs(part)):
        own = block.lines
        cuts = [n for n in range(1, len(own)) if _begins(own[n].text, own[n - 1].text, business)]
        before = found[-1] if found else None
        if isinstance(before, list) and not cuts and _carries_on(before[-1], block.first):
            before.extend(own)
        elif cuts:
            found.extend(own[start:end] for start, end in pairwise([0, *cuts, len(own)]))
        else:
            found.append(block)
    for one in found:
        yield from business.cutter.cut(one) if isinstance(one, Block) else business.blocks(one)


def _carries_on(above: Line, line: Line) -> bool:
    """Whether a line goes on with the item just above it, which was parted from what stood before it."""
    if above.box is None or line.box is None or above.page != line.page:
        return False
    close = line.box[1] - above.box[3] < _APART * line.size
    return close and line.text[:1].islower() and not ends_sentence(above.text)


def _begins(text: str, above: str, business: Business) -> bool:
    """Whether a line begins a paragraph of its own: an item, or a day or time that ends no sentence."""
    if business.known.labels.fullmatch(text) and not text.isdigit():
        return True
    if business.known.item.match(text) and begins_anew(text):
        return True
    if len(text) > _SHORT or not any(map(str.isalnum, text)):
        return False
    if sign_of(text.strip(), business.language, business.year) not in WHEN:
        return False
    days = business.slot(text).days
    inside = text[:1].islower() or _OPEN_END.search(above)
    return not (inside and days and days[0].weekday is None)


def _goes_on_with(deadline: Block, block: Block) -> bool:
    """Whether a paragraph goes on with a deadline, broken before a letter ("sub-items (a) to / (d)")."""
    if block.label is None or block.gap is None or block.gap > _CLOSE:
        return False
    return abs(block.first.indent - deadline.first.indent) < _NEAR
