"""Parts the first page's head into margin, organ, meeting and title, whatever the format.

The margin (symbol, distribution, date, languages) stands in the right column of an unruled table, the
organ in large type to its left, the meeting below at the page's left edge, the title below that, indented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from undocparse.languages.calendar import find_dates
from undocparse.layout.enumerators import enumerator
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, usual_size
from undocparse.sections.masthead.margin import Margin, read_margin
from undocparse.sections.masthead.meeting import names_session, names_year
from undocparse.sections.masthead.page_one import candidates, left_of
from undocparse.sections.masthead.vocabulary import MastheadWords, Vocabulary, plain

_DEPTH = 0.42  # of the page's height: the margin does not reach further down
_UPPER = 45  # lines; the margin stands among these
_LARGE = 1.19  # of the text's size: the organ's type
_SAME = 0.7  # points between type sizes that count as one
_INDENT = 24.0  # points; a line set further in is not the meeting's
_NEAR = 4.0  # points between left edges that count as one
_ROW = 4.0  # points between tops of lines that stand in one row
_LONG = 160  # characters; a paragraph given whole that is longer is text


@dataclass(slots=True)
class Zones:
    """The lines of a masthead.

    Attributes:
        lines: all lines that it may have, in reading order.
        margin: what the right column says.
        organ: lines in large type.
        meeting: columns of lines below; joint documents have two.
        title: the lines from the title on.
        noise: lines among these that say nothing.
        typed: whether the document sets no line in bold or large type.
        size: the size that most of the text is set in, in points; 0 where the format knows none.
    """

    lines: list[Line]
    margin: Margin
    organ: list[Line] = field(default_factory=list)
    meeting: list[list[Line]] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    noise: list[Line] = field(default_factory=list)
    typed: bool = False
    size: float = 0.0


def zones_of(layout: Layout, ledger: Ledger, known: Vocabulary, language: str) -> Zones:
    """The first page's masthead, parted."""
    lines = candidates(layout, ledger)
    height = next((page.height for page in layout.pages if page.lines), 0.0)
    upper = [line for line in lines if not height or (line.box and line.box[1] < _DEPTH * height)][:_UPPER]
    margin = read_margin(upper, known, language)
    zones = Zones(lines, margin)
    zones.typed = not any(line.bold or line.heading for line in lines)
    zones.size = usual_size(line for page in layout.pages[:3] for line in page.lines)
    zones.organ = _organ(upper, margin, zones.size, known)
    rest = _below(zones)
    start = _title_start(rest, zones, known, language)
    zones.meeting = _columns(rest[:start])
    zones.title = rest[start:]
    return zones


def _organ(upper: Sequence[Line], margin: Margin, size: float, known: Vocabulary) -> list[Line]:
    """The lines in large type beside the margin, and what goes on below it in the same type."""
    if not margin.lines or (margin.lines[0].box and not margin.strong):
        return []
    taken = {line.number for line in margin.lines}
    free = [line for line in upper if line.number not in taken]
    beside = [line for line in free if _beside(line, margin)]
    large = [line for line in beside if _is_large(line, size, known)]
    if not large:
        return _intext_size(beside, known)
    organ = [large[0]]
    for line in free[free.index(large[0]) + 1 :]:
        if line in large or _follows(organ[-1], line):
            organ.append(line)
    return organ


def _intext_size(beside: Sequence[Line], known: Vocabulary) -> list[Line]:
    """The organ in a document of one type size: in bold, or where nothing is bold, whatever stands there."""
    lettered = [line for line in beside if sum(map(str.isalpha, line.text)) > 1]
    bold = [line for line in lettered if line.bold or plain(line.text) in known.organs]
    return bold or ([] if any(line.bold for line in beside) else lettered)


def _is_large(line: Line, size: float, known: Vocabulary) -> bool:
    return (
        line.heading == 1
        if size == 0
        else (line.size >= _LARGE * size and len(line.text) > 2 and any(c.isalpha() for c in line.text))
    ) and plain(line.text) not in known.words.ends


def _beside(line: Line, margin: Margin) -> bool:
    """Whether the line stands no lower than the margin's last line and to its left."""
    if line.box is None:
        return line.number < margin.lines[-1].number or not margin.strong
    if margin.left and line.box[0] > margin.left - _NEAR:
        return False
    return line.box[1] < margin.bottom + 2 or not margin.strong


def _follows(before: Line, line: Line) -> bool:
    if before.box is None or line.box is None:
        return False
    close = -_ROW < line.box[1] - before.box[3] < 0.6 * line.size
    return close and abs(before.size - line.size) < _SAME and before.bold == line.bold


def _below(zones: Zones) -> list[Line]:
    """The lines after margin and organ; what stands among these and is neither is noise."""
    taken = {line.number for line in (*zones.margin.lines, *zones.organ)}
    ends = [*zones.margin.lines, *zones.organ]
    if not ends:
        return list(zones.lines)
    free = [line for line in zones.lines if line.number not in taken]
    if ends[0].box is None:
        last = max(line.number for line in ends)
        below = [line for line in free if line.number > last]
    else:
        floor = max(line.box[3] for line in ends if line.box) - 3
        below = [line for line in free if line.box and line.box[1] >= floor and line.size > 3]
    kept = {line.number for line in below}
    first = below[0].number if below else 0
    zones.noise = [line for line in free if line.number not in kept and line.number < first]
    return below


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


def _title_start(rest: Sequence[Line], zones: Zones, known: Vocabulary, language: str) -> int:
    """Index of the title's first line among the lines below margin and organ."""
    if not rest or not _has_meeting(rest, zones, known, language):
        return 0
    left = min(left_of(line) for line in rest[:4])
    edges = _Edges(left, _column_edges(rest), zones.size > 0, zones.typed)
    starts = (index for index in range(len(rest)) if _begins_title(rest, index, edges, known, language))
    return next(starts, len(rest))


def _begins_title(rest: Sequence[Line], index: int, edges: _Edges, known: Vocabulary, language: str) -> bool:
    """Whether the title, or where there is none the text, begins with this line."""
    line = rest[index]
    if edges.is_set_in(line):
        return True
    if not index:
        return False
    if (line.heading and not edges.sized) or _is_text(line, known.words):
        return True
    more = (_on_meeting(one, known, language) for one in rest[index : index + 7])
    return _is_title_type(rest[index - 1], line, typed=edges.typed) and not any(more)


def _column_edges(rest: Sequence[Line]) -> list[float]:
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


def _has_meeting(rest: Sequence[Line], zones: Zones, known: Vocabulary, language: str) -> bool:
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
    return any(
        _on_meeting(line, known, language) for line in rest[:8] if left_of(line) < left_of(first) + _INDENT
    )


def _is_set_in(first: Line, line: Line) -> bool:
    """Whether a line is a title to a first line that is none: bold, no smaller, and set further in."""
    return line.bold and line.size >= first.size and left_of(line) > left_of(first) + _INDENT


def _on_meeting(line: Line, known: Vocabulary, language: str) -> bool:
    """Whether a short line names a session, agenda items, or the days of a meeting."""
    if len(line.text) > 60:
        return False
    if line.label or line.text[-1] in ".;":
        return False
    if names_session(line.text, known, language) or known.item.fullmatch(line.text):
        return True
    if names_year(line.text, known):
        return True
    return bool(dates := find_dates(line.text, language)) and dates[0].first != dates[0].last


def _is_title_type(before: Line, line: Line, *, typed: bool) -> bool:
    """Whether a line at the meeting's own edge is set as a title is: larger, bold, apart; if typed, apart."""
    if line.box is None or before.box is None:
        return line.size > 1.15 * before.size > 0 and line.bold
    apart = line.box[1] - before.box[3] > 0.8 * line.size
    return apart and (typed or (line.bold and line.size > 1.15 * before.size))


def _is_text(line: Line, found: MastheadWords) -> bool:
    """Whether a line begins the document's text: a numbered paragraph or a heading that only text has."""
    mark = enumerator(line.text)
    numbered = mark is not None and mark.kind == "decimal" and len(line.text) > 30
    return bool(line.label) or numbered or plain(line.text) in found.ends or len(line.text) > _LONG


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines column by column."""
    if not lines:
        return []
    edges = _column_edges(lines)
    if not edges:
        return [list(lines)]
    edge = min(edges) - _NEAR
    sides = [
        [line for line in lines if left_of(line) < edge],
        [line for line in lines if left_of(line) >= edge],
    ]
    return [side for side in sides if side]
