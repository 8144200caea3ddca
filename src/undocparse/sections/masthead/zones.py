"""Parts the first page's head into margin, organ, meeting and title, whatever the format.

The margin (symbol, distribution, date, languages) stands in the right column of an unruled table, the
organ in large type to its left, the meeting below at the page's left edge, the title below that, indented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, usual_size
from undocparse.sections.document_type import agenda_titles
from undocparse.sections.masthead.end import end_of
from undocparse.sections.masthead.margin import Margin, read_margin, says_margin
from undocparse.sections.masthead.meeting import is_place, kind_of
from undocparse.sections.masthead.organ_lines import name_goes_on, organ_lines
from undocparse.sections.masthead.page_one import candidates, left_of
from undocparse.sections.masthead.pieces import parted
from undocparse.sections.masthead.title_start import column_edges, title_start
from undocparse.sections.masthead.vocabulary import Vocabulary

_DEPTH = 0.42  # of the page's height: the margin does not reach further down
_CODE = 8  # letters; "UNFCCC", "UNCTAD"
_UPPER = 45  # lines; the margin stands among these
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
    named = [line for line in upper if not _is_code(line, margin) or margin.has(line)]
    zones.organ = organ_lines(named, margin, zones.size, known, titles)
    rest = _below(zones)
    over, start = title_start(rest, zones, known, titles)
    zones.meeting = [*_above(zones, known), *_columns(rest[:over])]
    zones.title = rest[start:]
    return zones


def _is_code(line: Line, margin: Margin) -> bool:
    """Whether a line is the letters that head the symbol, printed large above or beside it ("TD", "CBD")."""
    text = line.text.strip()
    return 1 < len(text) <= _CODE and any(text in symbol.text.split("/") for symbol in margin.symbols)


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
    """Lines on the meeting that stand between those of the margin, or beside it below the organ."""
    left = zones.margin.left
    above: list[Line] = []
    for line in zones.noise:
        beside = line.box is not None and left is not None and line.box[0] <= left - _COLUMN
        named = known.names_body(line.text.strip()) if beside else _is_of_meeting(line.text, known)
        if named or (above and name_goes_on(above[-1:], line, known)):
            above.append(line)
    taken = {line.number for line in above}
    zones.noise = [line for line in zones.noise if line.number not in taken]
    return [above] if above else []


def _is_of_meeting(text: str, known: Vocabulary) -> bool:
    return (
        kind_of(text, known) is not None
        or known.names.search(text) is not None
        or known.conferences.match(text) is not None
        or is_place(text.strip(), known)
    )


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
