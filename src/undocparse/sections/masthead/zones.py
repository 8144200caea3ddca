"""Parts the first page's head into margin, organ, meeting and title, whatever the format.

The margin (symbol, distribution, date, languages) stands in the right column of an unruled table, the
organ in large type to its left, the meeting below at the page's left edge, the title below that, indented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, usual_size
from undocparse.sections.document_type import AgendaTitles, agenda_titles
from undocparse.sections.masthead.end import end_of
from undocparse.sections.masthead.margin import Margin, read_margin, says_margin
from undocparse.sections.masthead.meeting import kind_of
from undocparse.sections.masthead.page_one import candidates, left_of
from undocparse.sections.masthead.pieces import parted
from undocparse.sections.masthead.title_start import column_edges, title_start
from undocparse.sections.masthead.vocabulary import Vocabulary, plain

_DEPTH = 0.42  # of the page's height: the margin does not reach further down
_UPPER = 45  # lines; the margin stands among these
_LARGE = 1.19  # of the text's size: the organ's type
_SAME = 0.7  # points between type sizes that count as one
_NEAR = 4.0  # points between left edges that count as one
_COLUMN = 40.0  # points; lines of one column begin this near to its left edge, or right of it
_ROW = 4.0  # points between tops of lines that stand in one row


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
        sources: by identity of a line that is a part of a printed one: that one.
    """

    lines: list[Line]
    margin: Margin
    organ: list[Line] = field(default_factory=list)
    meeting: list[list[Line]] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    noise: list[Line] = field(default_factory=list)
    typed: bool = False
    size: float = 0.0
    sources: dict[int, Line] = field(default_factory=dict)

    def printed(self, lines: Iterable[Line]) -> list[Line]:
        """The lines of the layout that these, some of them parts of lines, come from; each once."""
        found = {line.number: line for one in lines for line in (self.sources.get(id(one), one),)}
        return list(found.values())


def zones_of(layout: Layout, ledger: Ledger, known: Vocabulary) -> Zones:
    """The first page's masthead, parted."""
    titles = agenda_titles(known.language)
    whole = candidates(layout, ledger)
    whole = whole[: end_of(whole, layout, known, titles)]
    pairs = parted(
        whole,
        lambda text: says_margin(text, known),
        lambda text: kind_of(text, known) is not None,
    )
    lines = [line for line, _ in pairs]
    height = next((page.height for page in layout.pages if page.lines), 0.0)
    upper = [line for line in lines if not height or (line.box and line.box[1] < _DEPTH * height)][:_UPPER]
    margin = read_margin(upper, known)
    zones = Zones(lines, margin, sources={id(part): line for part, line in pairs})
    zones.typed = not any(line.bold or line.heading for line in lines)
    zones.size = usual_size(line for page in layout.pages[:3] for line in page.lines)
    zones.organ = _organ(upper, margin, zones.size, known, titles)
    rest = _below(zones)
    over, start = title_start(rest, zones, known, titles)
    zones.meeting = [*_above(zones, known), *_columns(rest[:over])]
    zones.title = rest[start:]
    return zones


def _is_below_organ(line: Line, known: Vocabulary, titles: AgendaTitles) -> bool:
    """Whether a line is one on the meeting, or a title: nothing of the organ stands below it."""
    text = line.text.strip()
    return kind_of(text, known) is not None or titles.names_agenda(text)


def _organ(
    upper: Sequence[Line], margin: Margin, size: float, known: Vocabulary, titles: AgendaTitles
) -> list[Line]:
    """The lines in large type beside the margin, and what goes on below it in the same type."""
    if not margin.lines or (margin.lines[0].box and not margin.strong):
        return []
    taken = {line.number for line in margin.lines}
    free = [line for line in upper if line.number not in taken]
    beside = [line for line in free if _beside(line, margin)]
    beside = list(takewhile(lambda line: not _is_below_organ(line, known, titles), beside))
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


def _above(zones: Zones, known: Vocabulary) -> list[list[Line]]:
    """Lines on the meeting that stand between those of the margin, in mastheads of one column."""
    left = zones.margin.left
    above = [
        line
        for line in zones.noise
        if (line.box is None or left is None or line.box[0] > left - _COLUMN)
        and (kind_of(line.text, known) or known.names.search(line.text) or known.conferences.match(line.text))
    ]
    taken = {line.number for line in above}
    zones.noise = [line for line in zones.noise if line.number not in taken]
    return [above] if above else []


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines column by column."""
    if not lines:
        return []
    edges = column_edges(lines)
    if not edges:
        return [list(lines)]
    edge = min(edges) - _NEAR
    sides = [
        [line for line in lines if left_of(line) < edge],
        [line for line in lines if left_of(line) >= edge],
    ]
    return [side for side in sides if side]
