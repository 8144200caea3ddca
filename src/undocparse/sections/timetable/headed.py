"""Days and times listed under a heading that says what is done then: "A. Plenary meetings"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from undocparse.languages.clock import TimeMention, find_times
from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.endings import ends_in
from undocparse.layout.pages import Cell, Layout, Line
from undocparse.sections.agenda import clean_title
from undocparse.sections.timetable.business import Business
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.slots import Moment, Slot, may_begin_with_when, split_when
from undocparse.sections.timetable.vocabulary import patterns

_FEWEST = 2  # days below one heading; a single one is a remark
_ABOVE = 4  # paragraphs; the heading stands no farther above its days, with what leads in to them between
_SHORT = 90  # characters; a heading is shorter
_PARTING = " ,;:/–—-"


@dataclass(slots=True)
class HeadedDays:
    """Paragraphs of days and times below a heading that says what they are for.

    Attributes:
        heading: names the business, and the track where the times have names of their own.
        days: one paragraph a day.
    """

    heading: Block
    days: list[Block]

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [line for block in (self.heading, *self.days) for line in block.lines]


def headed_days(free: Sequence[Line], layout: Layout, reader: CellReader) -> list[HeadedDays]:
    """The lists of days and times below headings.

    Args:
        free: lines that no section has claimed, in reading order.
        layout: where they come from.
        reader: of the document's language and year.
    """
    say_when = [_may_say_when(line.text, reader) for line in free]
    if sum(say_when) < _FEWEST:
        return []
    # days in small letters, as Russian and French write them, go on with no sentence above
    cuts = [place for place, says in enumerate(say_when) if says and free[place].text[:1].islower()]
    parted = [free[start:end] for start, end in pairwise([0, *cuts, len(free)])]
    blocks = [block for part in parted for block in blocks_of(part, layout)]
    shared = _shared(layout)
    said = [
        _says_when(block, reader) and not (block.first.number in shared or _has_mates(blocks, place))
        for place, block in enumerate(blocks)
    ]
    parts: list[HeadedDays] = []
    for only_when, run in groupby(range(len(blocks)), key=lambda place: said[place]):
        places = list(run)
        if only_when and len(places) >= _FEWEST and (heading := _heading(blocks, said, places[0])):
            parts.append(HeadedDays(heading, [blocks[place] for place in places]))
    return parts


def _may_say_when(text: str, reader: CellReader) -> bool:
    """Whether a line begins with a day, has a time, and says nothing behind both.

    It is asked of all lines, before they are blocks; in the rows of most tables it says what is done then.
    """
    if not (may_begin_with_when(text, reader.language) and find_times(text, reader.language)):
        return False
    slot, rest = split_when(text, reader.language, reader.year)
    goes_on = not any(map(str.isalpha, rest)) or reader.known.only_joints.fullmatch(rest)
    return bool(slot.days) and bool(goes_on or not slot.times)


def _shared(layout: Layout) -> set[int]:
    """The lines in rows of several cells: what a column of days is for stands beside it."""
    rows: dict[tuple[int, int], list[Cell]] = {}
    for number, grid in enumerate(grid for page in layout.pages for grid in page.grids):
        for cell in grid.cells:
            if cell.text.strip():
                rows.setdefault((number, cell.row), []).append(cell)
    return {line.number for cells in rows.values() if len(cells) > 1 for cell in cells for line in cell.lines}


def _has_mates(blocks: Sequence[Block], place: int) -> bool:
    """Whether another paragraph stands in the row of this one."""
    first = blocks[place].first
    around = (*blocks[max(place - _ABOVE, 0) : place], *blocks[place + 1 : place + 1 + _ABOVE])
    return any(
        first.box
        and line.box
        and line.page == first.page
        and abs(line.box[1] - first.box[1]) < first.size / 2
        for block in around
        for line in block.lines
    )


def _says_when(block: Block, reader: CellReader) -> bool:
    slot, named = _split(block.body.strip(), reader.language, reader.year)
    return bool(slot.days) and bool(named)


def _heading(blocks: Sequence[Block], said: Sequence[bool], first: int) -> Block | None:
    """The heading above these days: a short line that is no sentence and leads in to nothing."""
    for place in range(first - 1, max(first - 1 - _ABOVE, -1), -1):
        text = blocks[place].text.strip()
        if said[place]:
            return None
        if len(text) < _SHORT and not ends_in(text, ".:;,") and text[:1].isalnum():
            return blocks[place]
    return None


def read_headed(part: HeadedDays, business: Business) -> None:
    """Read the days below a heading into sittings."""
    title = clean_title(part.heading.body.strip())
    for block in part.days:
        slot, named = _split(block.body.strip(), business.language, business.year)
        business.begin_day(Slot(slot.days, moments=(Moment(slot.days, ()),), at_start=True), block.lines)
        for name, time in named:
            business.begin_time(Slot(times=(time,), at_start=True), block.lines)
            entry = business.entries.draft((), name or title, [part.heading, block])
            entry.unlinked = True
            business.add(entry, title if name else None)


def _split(text: str, language: str, year: int | None) -> tuple[Slot, list[tuple[str, TimeMention]]]:
    """The day that a text begins with, and its times with their names; no times where it says more."""
    slot, rest = split_when(text, language, year)
    if not slot.days:
        return slot, []
    if slot.times:
        told = any(map(str.isalpha, rest))
        return slot, [] if told else [("", time) for time in slot.times if time.starts]
    return slot, list(_named(rest, language))


def _named(rest: str, language: str) -> Iterator[tuple[str, TimeMention]]:
    """The names that stand before the times: "panel 1 from 10 a.m. to 1 p.m., panel 2 from 3 to 6 p.m.".

    The times may stand in brackets (A/RES/78/128, Spanish).
    """
    joint = patterns(language).joint
    found, start = [], 0
    for time in find_times(rest, language):
        name = joint.sub("", rest[start : time.start].lstrip(_PARTING + ")]").rstrip(_PARTING + "(["))
        found.append((name, time))
        start = time.end
    if any(map(str.isalpha, rest[start:])):
        return
    yield from found
