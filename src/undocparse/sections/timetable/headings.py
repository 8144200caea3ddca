"""The short lines right above a timetable: "Annex", its title, its dates, a day over a table of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.endings import begins_anew, ends_in
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.evidence import Setting
from undocparse.sections.timetable.signs import sign_of
from undocparse.sections.timetable.slots import Day, read_slot
from undocparse.sections.timetable.vocabulary import Patterns, patterns
from undocparse.symbols import find

_LONG = 100  # characters
_MOST = 6  # blocks
_HEADINGS = 8  # lines of heading above a timetable
_PROSE = 75  # characters; a line as long is no heading
_TITLE = 12  # lines; a timetable's title stands no higher, an introduction below it or not
DATED = frozenset({"date", "when", "week"})
_DAY = 3  # lines; the same for the day that heads a table of its own


def settings_above(free: Sequence[Line], reader: CellReader, setting: Setting) -> Callable[[int], Setting]:
    """Tells, for the number of a line, the document's setting with what stands above that line added."""
    numbers = [line.number for line in free]

    def above(number: int) -> Setting:
        place = bisect_left(numbers, number)
        before = free[max(place - _TITLE, 0) : place]
        titled = any(is_title(line, reader) for line in before)
        return replace(setting, titled=titled, days_above=_days_of(before[-_DAY:], reader))

    return above


def _days_of(lines: Sequence[Line], reader: CellReader) -> tuple[Day, ...]:
    """The days of the lines that only say when."""
    texts = [line.text.strip() for line in lines]
    dated = [text for text in texts if sign_of(text, reader.language, reader.year) in DATED]
    return tuple(day for text in dated for day in read_slot(text, reader.language, reader.year).days)


def day_over(before: Sequence[Line], reader: CellReader) -> list[Line]:
    """The line right above a table that only says on which day it is; empty where there is none."""
    last = before[-1:]
    if last and sign_of(last[0].text.strip(), reader.language, reader.year) in DATED:
        return list(last)
    return []


def is_title(line: Line, reader: CellReader) -> bool:
    """Whether a line names a timetable and is set as a heading, or is all that stands in its paragraph."""
    text = line.text.strip()
    if len(text) > _LONG:
        return False
    set_apart = line.bold or line.heading or line.centred
    by_itself = line.whole or (begins_anew(text) and len(text) < _PROSE)
    if not set_apart and (not by_itself or ends_in(text, ".,;")):
        return False
    return reader.known.titles.search(text) is not None


def headings_above(before: Sequence[Line], reader: CellReader) -> list[Line]:
    """Annex heading and title above a timetable: short lines on its page, none of them running text.

    Args:
        before: lines that no section has claimed, down to the timetable.
        reader: knows the words of titles.
    """
    known = reader.known
    heads: list[Line] = []
    for line in reversed(before[-_HEADINGS:]):
        plain = not (line.bold or line.centred or line.heading or known.titles.search(line.text))
        if heads and heads[0].page != line.page:
            break
        if len(line.text) > _PROSE or (plain and not known.annex.fullmatch(line.text.strip())):
            break
        heads.insert(0, line)
    while heads and not _opens(heads[0].text, known):
        heads.pop(0)
    if heads and heads[0].page == 1 and not known.annex.fullmatch(heads[0].text.strip()):
        return []  # the title of the whole document, which the masthead has
    return heads


def claim_headings(layout: Layout, ledger: Ledger, language: str) -> None:
    """Claim, as `timetable`, the headings that stand between the text and the first line of the timetable.

    A heading has no label, no symbol and no stop at its end; in formats with pages it stands on the
    timetable's own page. The first of them is "Annex" or the title, where there is one: what is short above
    it ends the text before (a document listed, a contact).
    """
    first = next(iter(ledger.of("timetable")), None)
    if first is None:
        return
    known = patterns(language)
    above = [line for line in ledger.free() if line.number < first.number and _near(line, first)]
    if _opens(first.text, known):
        opening = blocks_of([*above, first], layout)[-1]  # its title may have begun a line higher
        ledger.claim(opening.lines, "timetable")
        return
    heads = list(takewhile(_is_heading, reversed(blocks_of(above, layout)[-_MOST:])))
    annexes = (n for n, block in enumerate(heads, 1) if known.annex.fullmatch(block.text.strip()))
    titles = (n for n, block in enumerate(heads, 1) if known.titles.search(block.text))
    for block in heads[: next(annexes, next(titles, len(heads)))]:
        ledger.claim(block.lines, "timetable")


def _opens(text: str, known: Patterns) -> bool:
    """Whether a line is "Annex" or the title of a timetable."""
    return known.annex.fullmatch(text.strip()) is not None or known.titles.search(text) is not None


def _near(line: Line, first: Line) -> bool:
    return line.page == first.page and first.number - line.number < 4 * _MOST


def _is_heading(block: Block) -> bool:
    if block.label is not None or len(block.text) > _LONG or block.ends_sentence:
        return False
    return next(iter(find(block.text)), None) is None
