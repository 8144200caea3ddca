"""Finds where the title of a document begins, among the lines below its margin and organ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from undocparse.languages.script import extent
from undocparse.layout.endings import ends_in
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.sections.document_type import AgendaTitles
from undocparse.sections.masthead.meeting import kind_of, names_year
from undocparse.sections.masthead.page_one import left_of
from undocparse.sections.masthead.vocabulary import Vocabulary, plain

if TYPE_CHECKING:
    from undocparse.sections.masthead.zones import Zones

_LARGE = 1.19  # of the text's size: the organ's type
_SAME = 0.7  # points between type sizes that count as one
_APART = 0.72  # of the type size: a wider gap parts paragraphs
_INDENT = 24.0  # points; a line set further in is not the meeting's
_NEAR = 4.0  # points between left edges that count as one
_ROW = 4.0  # points between tops of lines that stand in one row
_LONGEST_PLAIN = 60  # characters; a title that is not bold is no longer in one line
_LONG = 160  # characters; a paragraph given whole that is longer is text


@dataclass(frozen=True, slots=True)
class _Edges:
    """Where lines begin: those on the meeting, and those of a second column beside them.

    Attributes:
        left: left edge of the lines on the meeting.
        columns: left edges of a second column.
        sized: whether the format knows type sizes.
        typed: whether the document has no bold type.
    """

    left: float
    columns: list[float]
    sized: bool
    typed: bool

    def is_set_in(self, line: Line) -> bool:
        """Whether the line begins further in than lines on the meeting do."""
        edge = left_of(line)
        return edge > self.left + _INDENT and not any(abs(edge - each) < _NEAR for each in self.columns)


def title_start(
    rest: Sequence[Line], zones: Zones, known: Vocabulary, titles: AgendaTitles
) -> tuple[int, int]:
    """Index after the last line on the meeting, and index of the title's first line.

    The words decide where they name an agenda, unless the type says that a title above them is the
    document's own; between the two there may be text ("Under agenda item 121, the Committee …").

    Args:
        rest: the lines below margin and organ.
        zones: margin, organ and type sizes are asked.
        known: the words of the document's language.
        titles: what titles of agendas are made of.
    """
    by_type = _by_type(rest, zones, known)
    by_words = _by_words(rest, known, titles)
    if by_words is None:
        if by_type == len(rest) or _is_text(rest[by_type], known):
            by_type = min(_after_meeting(rest[:by_type], known), by_type)
        return by_type, by_type
    if by_words <= by_type or any(_on_meeting(line, known) for line in rest[by_type:by_words]):
        return by_words, by_words
    if _is_one_title(rest[by_type : by_words + 1]) or _outranks(rest[by_type], rest[by_words], known):
        return by_type, by_type
    return (by_words if _is_name(rest[by_type], known) else by_type), by_words


def _by_type(rest: Sequence[Line], zones: Zones, known: Vocabulary) -> int:
    """Where type and place say that the title begins; the number of lines where they say nothing."""
    if not rest or not _has_meeting(rest, zones, known):
        return 0
    left = min(left_of(line) for line in rest[:4])
    edges = _Edges(left, column_edges(rest), zones.size > 0, zones.typed)
    starts = (index for index in range(len(rest)) if _begins_title(rest, index, edges, known))
    return next(starts, len(rest))


def _by_words(rest: Sequence[Line], known: Vocabulary, titles: AgendaTitles) -> int | None:
    """The first line that begins as an agenda's title does, and is not the title of an item."""
    for index, line in enumerate(rest):
        text = line.text.strip()
        if text[:1].islower():
            continue
        if any(plain(text).startswith(plain(letter)) for letter in known.words.letters):
            return index
        if titles.names_agenda(text) and not _is_running_text(rest, index):
            over = _item_title_end(rest, index, known)
            if over is None or all(known.author.match(other.text) for other in rest[over:]):
                return index
    return None


def _is_running_text(rest: Sequence[Line], index: int) -> bool:
    """Whether a line begins a paragraph on the agenda ("The provisional agenda … is reproduced below.")."""
    last = index
    while last + 1 < len(rest) and _goes_on(rest[last], rest[last + 1]):
        last += 1
    length = sum(extent(line.text) for line in rest[index : last + 1])
    ended = ends_in(rest[last].text.rstrip(), ".:")
    return ended and length > _LONG and not rest[index].bold


def _item_title_end(rest: Sequence[Line], index: int, known: Vocabulary) -> int | None:
    """Where the title of an agenda item ends that a line belongs to; null where it belongs to none.

    It stands right below the item's number, in one type.
    """
    first = index
    while first and _goes_on(rest[first - 1], rest[first]) and not known.item_line(rest[first].text):
        first -= 1
    if first and not known.item_line(rest[first].text) and _is_close(rest[first - 1], rest[first]):
        first -= 1
    if first == index or not known.item_line(rest[first].text.strip()):
        return None
    last = index
    while last + 1 < len(rest) and _goes_on(rest[last], rest[last + 1]):
        last += 1
    return last + 1


def _after_meeting(rest: Sequence[Line], known: Vocabulary) -> int:
    """Behind the last line on the meeting, where nothing sets the title apart from these."""
    last = max((index for index, line in enumerate(rest) if _on_meeting(line, known)), default=-1)
    if last < 0:
        return len(rest)
    of_item = known.item_line(rest[last].text.strip()) is not None and last + 2 < len(rest)
    named = of_item and not known.author.match(rest[last + 2].text)  # the item's title is not the document's
    return last + 2 if named else last + 1


def _is_one_title(lines: Sequence[Line]) -> bool:
    """Whether lines of one type follow each other without a gap."""
    return all(_goes_on(one, two) for one, two in pairwise(lines))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line stands right below one of the same type."""
    same = before.bold == line.bold and abs(before.size - line.size) < _SAME
    return same and _is_close(before, line) and not (before.whole or line.whole)


def _is_close(before: Line, line: Line) -> bool:
    """Whether no gap parts two lines; unknown without geometry, and then taken for granted."""
    if before.box is None or line.box is None:
        near = line.gap is None or line.gap < _APART or not line.size
        return near and before.centred == line.centred
    return line.box[1] - before.box[3] < _APART * line.size


def _outranks(line: Line, other: Line, known: Vocabulary) -> bool:
    """Whether a line is set as strongly as a later one, so that it is the title of the two."""
    if _is_name(line, known) or (line.box and not line.bold and extent(line.text) > _LONGEST_PLAIN):
        return False
    return (round(line.size), line.bold) >= (round(other.size), other.bold)


def _is_name(line: Line, known: Vocabulary) -> bool:
    return known.names.match(line.text) is not None or plain(line.text) in known.organs


def _begins_title(rest: Sequence[Line], index: int, edges: _Edges, known: Vocabulary) -> bool:
    """Whether the title, or where there is none the text, begins with this line."""
    line = rest[index]
    if edges.is_set_in(line):
        return True
    if not index:
        return False
    if (line.heading and not edges.sized) or _is_text(line, known):
        return True
    more = (_on_meeting(one, known) for one in rest[index : index + 7])
    return _is_title_type(rest[index - 1], line, typed=edges.typed) and not any(more)


def column_edges(rest: Sequence[Line]) -> list[float]:
    """Left edges of lines that stand in one row with a line to their left."""
    edges = []
    for before, line in pairwise(rest[:40]):
        if (
            before.box
            and line.box
            and abs(before.box[1] - line.box[1]) < _ROW
            and before.box[2] < line.box[0]
        ):
            edges.append(line.box[0])
    return edges


def _has_meeting(rest: Sequence[Line], zones: Zones, known: Vocabulary) -> bool:
    """Whether lines on the meeting stand above the title: they begin to the left of the organ."""
    first = rest[0]
    if not zones.margin.lines:
        return False
    if zones.organ and left_of(first) < min(left_of(line) for line in zones.organ) - 10:
        return True
    if zones.organ and first.bold and first.size > _LARGE * zones.size > 0:
        return False
    if not zones.organ and first.box is not None:
        return not first.centred
    if any(_is_set_in(first, line) for line in rest[1:8]):
        return True
    return any(_on_meeting(line, known) for line in rest[:8] if left_of(line) < left_of(first) + _INDENT)


def _is_set_in(first: Line, line: Line) -> bool:
    """Whether a line is a title to a first line that is none: bold, no smaller, and set further in."""
    return line.bold and line.size >= first.size and left_of(line) > left_of(first) + _INDENT


def _on_meeting(line: Line, known: Vocabulary) -> bool:
    """Whether a short line names a session, agenda items, or the days of a meeting."""
    text = line.text.strip()
    if extent(text) > _LONGEST_PLAIN + 20 or line.label or ends_in(text, ".;"):
        return False
    return kind_of(text, known) is not None or names_year(text, known)


def _is_title_type(before: Line, line: Line, *, typed: bool) -> bool:
    """Whether a line at the meeting's own edge is set as a title is: larger, bold, apart; if typed, apart."""
    if line.box is None or before.box is None:
        return line.size > 1.15 * before.size > 0 and line.bold
    apart = line.box[1] - before.box[3] > 0.8 * line.size
    return apart and (typed or (line.bold and line.size > 1.15 * before.size))


def _is_text(line: Line, known: Vocabulary) -> bool:
    """Whether a line begins the document's text: a numbered paragraph or a heading that only text has."""
    mark = enumerator(line.text)
    numbered = mark is not None and mark.kind == "decimal" and len(line.text) > 30
    return bool(line.label) or numbered or plain(line.text) in known.ends or extent(line.text) > _LONG
