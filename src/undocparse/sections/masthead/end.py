"""Finds where a masthead ends: before the list, its heading, the annotations or a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from undocparse.languages import words
from undocparse.languages.calendar import find_dates
from undocparse.layout.enumerators import Enumerator, enumerator, roman_value
from undocparse.layout.pages import Layout, Line
from undocparse.sections.document_type import AgendaTitles
from undocparse.sections.item_labels import ItemWords
from undocparse.sections.masthead.paragraphs import is_open
from undocparse.sections.masthead.timetable_start import timetable_start
from undocparse.sections.masthead.vocabulary import Vocabulary, plain

_FIRST = 3  # lines; nothing of a list stands among the first ones
_COMMAS = ",،，"
_ARTICLE = 4  # letters before the name of a body: "The ", "L’", "إن "
_CLOSED = re.compile(r"\[(\d{1,3})\]$")
_GROUP = 3  # lines; names of groups reach two and a half
_AHEAD = 40  # lines in which the second item of a list must follow the first
_ROWS = 3  # of a grid; masthead tables that are smaller have no list
_HEADING = 110  # characters; no heading is longer
_EDGE = 6.0  # points between left edges of two items of one list
_LARGE = 12.5  # points; text and its headings have up to 12
_CLOSE = 1.45  # type sizes from line to line of one title
_DATE = 40  # characters; dates are shorter
_BARE = re.compile(r"(\d{1,3})(?:\s+(?=[^\W\d_a-z])|$)")


def end_of(lines: Sequence[Line], layout: Layout, known: Vocabulary, titles: AgendaTitles) -> int:
    """How many of these lines the masthead may have, from the first on.

    The list begins with a number that a later line of the same form follows; a heading of the list or of a
    group above it belongs to the list, where another title stands higher up. A timetable ends it as well, and
    items that have their numbers behind.

    Args:
        lines: of the first page, in reading order.
        layout: its tables are asked.
        known: the words of the document's language.
        titles: what titles of agendas are made of.
    """
    starts = (
        index
        for index in range(_FIRST, len(lines))
        if _begins_list(lines, index, known) or _begins_annotations(lines, index, known, titles)
    )
    end = next(starts, len(lines))
    end = next((index for index in range(_FIRST, end) if _enacts(lines, index, known)), end)
    end = min(end, _table(lines, layout, known))
    end = min(end, timetable_start(lines, end, known, titles))
    if end == len(lines):
        return end
    while end > _FIRST and (above := _heading_above(lines, end, known, titles)):
        end -= above
    return end


def _enacts(lines: Sequence[Line], index: int, known: Vocabulary) -> bool:
    """Whether a line begins the text of a resolution: the body that adopts it, and a comma."""
    text = lines[index].text.strip()
    if text[-1:] not in _COMMAS or len(text) > _HEADING or is_open(lines[index - 1].text):
        return False
    found = plain(text.strip(_COMMAS))
    names = (plain(name) for name in (*known.words.organs, *known.words.bodies))
    return any(found.endswith(name) and len(found) - len(name) <= _ARTICLE for name in names)


def _heading_above(lines: Sequence[Line], end: int, known: Vocabulary, titles: AgendaTitles) -> int:
    """How many lines right above the end head the list: its heading, a group's, or a group's and its own."""
    if _heads_list(lines, end - 1, known, titles):
        return 1
    for place in range(end - 2, max(end - 2 - _GROUP, _FIRST - 1), -1):
        if titles.names_agenda(lines[place].text):
            group = lines[place + 1 : end]
            short = all(len(one.text) <= _HEADING and not known.author.match(one.text) for one in group)
            return end - place if short and _heads_list(lines, place, known, titles) else 0
    return 0


def _mark(line: Line, known: Vocabulary) -> Enumerator | None:
    """The number of an item that a line begins with, printed or given by the format."""
    text = (line.label or line.text).strip()
    if (mark := enumerator(text)) is not None:
        return mark
    if (bare := _BARE.match(text)) is not None and not _begins_with_day(text, known):
        return Enumerator(bare[0], "decimal", int(bare[1]), bare[1], bare.end())
    if text.endswith("]") and (closed := _CLOSED.search(text)) is not None:
        return Enumerator(closed[0], "decimal", int(closed[1]), closed[1], 0)
    if (match := known.headed_item.match(text)) and not known.item_line(text):
        return _headed(match)
    return None


def _begins_with_day(text: str, known: Vocabulary) -> bool:
    """Whether a number begins a date ("1 July 2012"), so that it is none of a list."""
    return any(date.start == 0 for date in find_dates(text[:_DATE], known.language))


def _begins_annotations(lines: Sequence[Line], index: int, known: Vocabulary, titles: AgendaTitles) -> bool:
    """Whether "Item 1" alone on its line heads a title: below the document's own, with "Item 2" further down.

    A masthead has such a line too, for the item that the document is about; it stands above the title.
    """
    mark = _bare_item(lines[index], known)
    if mark is None or not any(titles.names_agenda(line.text) for line in lines[:index]):
        return False
    later = ((line, _bare_item(line, known)) for line in lines[index + 2 : index + _AHEAD])
    return any(other and _follows(mark, lines[index], line, other) for line, other in later)


def _bare_item(line: Line, known: Vocabulary) -> Enumerator | None:
    """The number of a line that says no more than "Item 1"."""
    text = line.text.strip(" .:")
    match = known.headed_item.fullmatch(text) if len(text) < _DATE else None
    return _headed(match) if match else None


def _headed(match: re.Match[str]) -> Enumerator:
    number = match["number"]
    value = int(number) if number.isdecimal() else roman_value(number) or 0
    return Enumerator(match[0], "decimal", value, number, match.end())


def _may_be_date(mark: Enumerator, line: Line) -> bool:
    """Whether a number without a stop is a day's: only the first item of a list is beyond doubt."""
    return not line.label and mark.printed.strip().isdigit() and mark.value != 1


def _begins_list(lines: Sequence[Line], index: int, known: Vocabulary) -> bool:
    line = lines[index]
    mark = _mark(line, known)
    if mark is None or mark.kind not in {"decimal", "upper_roman", "dotted"} or _may_be_date(mark, line):
        return False
    if mark.kind == "upper_roman" and not line.label and len(line.text) < mark.width + 3:
        return False  # some word processors leave bare numbers of an outline beside the margin
    if mark.kind == "dotted":
        return mark.name == "1.1" or mark.name.endswith(".1")
    return any(
        _follows(mark, line, other, other_mark)
        for other in lines[index + 1 : index + _AHEAD]
        if (other_mark := _mark(other, known)) is not None
    )


def _follows(mark: Enumerator, line: Line, other: Line, later: Enumerator) -> bool:
    """Whether a mark is the next one of the same list, or the first below it."""
    if later.kind == mark.kind and later.value == mark.value + 1:
        return (
            line.box is None
            or other.box is None
            or abs(line.box[0] - other.box[0]) < _EDGE
            or abs(line.box[2] - other.box[2]) < _EDGE
        )
    if mark.printed.strip().isdigit():
        return False
    return mark.kind == "decimal" and later.printed.strip("().") in {"a", "i"} and later.printed[-1] == ")"


def _heads_list(lines: Sequence[Line], index: int, known: Vocabulary, titles: AgendaTitles) -> bool:
    """Whether a line above the list heads it, or a group in it, and is not the document's title."""
    line = lines[index]
    text = line.text.strip()
    if len(text) > _HEADING or not text:
        return False
    mark = enumerator(line.label or text)
    if mark is not None and mark.kind in {"upper", "upper_roman", "lower", "roman"}:
        return True
    if plain(text) in known.ends or plain(text) in _columns(known.language):
        return True
    if not titles.names_agenda(text) or text[:1].islower() or known.open_end.search(lines[index - 1].text):
        return False
    if _is_set_on(lines[index - 1], line):
        return False
    return any(titles.names_agenda(other.text) for other in lines[:index])


def _is_set_on(before: Line, line: Line) -> bool:
    """Whether a line is the next of the same title: large, in the same type, and close to it."""
    if before.box is None or line.box is None or before.page != line.page:
        return False
    same = before.bold == line.bold and abs(before.size - line.size) < 0.1 and line.size > _LARGE
    return same and 0 < line.box[1] - before.box[1] < _CLOSE * line.size


@cache
def _columns(language: str) -> frozenset[str]:
    """Heads of the columns of a list ("Item", "Page")."""
    found = words(language, "item_labels", ItemWords)
    return frozenset(plain(word) for word in (*found.item, *found.items))


def _table(lines: Sequence[Line], layout: Layout, known: Vocabulary) -> int:
    """Index of the first line of the first table that is no masthead's."""
    page = next((page for page in layout.pages if page.lines), None)
    if page is None or not page.grids:
        return len(lines)
    for grid in page.grids:
        numbers = {line.number for line in grid.lines}
        rows = {cell.row for cell in grid.cells}
        if len(rows) < _ROWS or any(_says_masthead(cell.text, known) for cell in grid.cells):
            continue
        first = next((index for index, line in enumerate(lines) if line.number in numbers), 0)
        if first >= _FIRST:
            return first
    return len(lines)


def _says_masthead(text: str, known: Vocabulary) -> bool:
    found = plain(text)
    return known.labels.search(text) is not None or found in known.organs or found in known.own_names
