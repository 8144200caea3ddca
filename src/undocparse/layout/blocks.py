"""Rebuilds paragraphs from lines: over line ends, pages and hyphens, whatever the format.

Sections read blocks and never ask what the file was. A block is a paragraph, a heading, or one entry
of a list; a table's cells come as blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from undocparse.layout.endings import awaits_number, ends_sentence, is_open
from undocparse.layout.enumerators import Enumerator, enumerator
from undocparse.layout.pages import Layout, Line, place_of
from undocparse.layout.pitch import Measure, pitch_of
from undocparse.layout.words import Vocabulary, join
from undocparse.model.place import Place

_WIDER_GAP = 1.22  # of the usual distance between lines: from here on a new paragraph begins
_INDENT = 4.0  # points; smaller shifts are unevenness
_HANGING = 72.0  # points; a hanging indent is no deeper than an inch
_WIDEST = 1.5  # of the other gaps in a line: the one behind a label is wider
_LONG_LABEL = 14  # characters
_FULL = 5.0  # type sizes; a line that ends nearer to the edge had no room for the next word
_SIZE_STEP = 0.6  # points
_LEADERS = re.compile(r"\s*(?:\.\s?){2,}$")
_TYPED_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*(\d{1,4})$")
_PAGE_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")


@dataclass(slots=True)
class Block:
    """A paragraph, heading or list entry.

    Attributes:
        lines: where it is printed.
        text: one line, single blanks, hyphenation undone, raised marks left out.
        label: the number, letter or bullet that it begins with.
        marks: footnote marks with their offsets in `text`.
        gap: distance to the line above, in usual line distances; null at a page's top.
        leads_to: the page number behind dot leaders, in a table of contents.
    """

    lines: list[Line]
    text: str
    label: Enumerator | None = None
    marks: list[tuple[str, int]] = field(default_factory=list)
    gap: float | None = None
    leads_to: str | None = None

    @property
    def body(self) -> str:
        """The text without its label."""
        if self.label is None or self.lines[0].label:
            return self.text
        return self.text[self.label.width :]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def page(self) -> int:
        """Where it begins, counted from 1."""
        return self.lines[0].page

    @property
    def bold(self) -> bool:
        """Whether its first line is bold."""
        return self.lines[0].bold or bool(self.lines[0].heading)

    @property
    def size(self) -> float:
        """Type size of its first line, in points."""
        return self.lines[0].size

    @property
    def place(self) -> Place | None:
        """Page and boxes."""
        return place_of(self.lines)

    @property
    def ends_sentence(self) -> bool:
        """Whether its text ends as a sentence or list entry does."""
        return ends_sentence(self.text)


def blocks_of(lines: Iterable[Line], layout: Layout, vocabulary: Vocabulary | None = None) -> list[Block]:
    """The blocks that these lines make, in reading order.

    Args:
        lines: in reading order, without furniture and footnotes.
        layout: where the lines come from; its pages tell how wide the text is.
        vocabulary: words of the document, for hyphens at line ends; made from the layout where not given.
    """
    found = [line for line in lines if line.text.strip() or line.label]
    words = vocabulary or Vocabulary(line.text for line in found)
    measure = Measure(found)
    blocks: list[Block] = []
    before: Line | None = None
    for line in found:
        if before is not None and _ends_leaders(blocks[-1], before, line):
            blocks[-1].leads_to = line.text
            blocks[-1].lines.append(line)
            continue
        if before is not None and _stands_behind_label(blocks[-1], before, line):
            _append(blocks[-1], line, words)
            blocks[-1].label = enumerator(blocks[-1].text) or blocks[-1].label
            before = line
            continue
        label = _label(line)
        if before is not None and _goes_on(blocks[-1], before, line, label, measure):
            _append(blocks[-1], line, words)
        else:
            blocks.append(_start(line, before, label, measure))
        if line.text[-1:].isdigit():
            _cut_leaders(blocks[-1])
        before = line
    return blocks


def _cut_leaders(block: Block) -> None:
    """Text files print the page number of a table of contents in the line itself, behind dot leaders."""
    if match := _TYPED_LEADERS.search(block.text):
        block.leads_to = match[1]
        block.text = block.text[: match.start()].rstrip()


def _ends_leaders(block: Block, before: Line, line: Line) -> bool:
    """Whether a line is the page number behind the dot leaders of a table of contents."""
    if not block.text.endswith((".", ". ")) or not _PAGE_NUMBER.fullmatch(line.text):
        return False
    match = _LEADERS.search(block.text)
    if not match or before.page != line.page:
        return False
    block.text = block.text[: match.start()].rstrip()
    return True


def _stands_behind_label(block: Block, before: Line, line: Line) -> bool:
    """Whether a line is the text to the number or bullet that stands far to its left on the same baseline."""
    if block.label is None or len(block.lines) > 1 or block.body.strip() or before.label:
        return False
    pitch = pitch_of(before, line)
    return pitch is not None and abs(pitch) < 0.3 * line.size and line.indent > before.indent


def _within_sentence(block: Block, before: Line, line: Line) -> bool:
    """Whether "(b)" at a line's start only enumerates inside a running sentence."""
    if before.box is None or line.box is None or not line.text.startswith("(") or block.label:
        return False
    return abs(line.indent - _text_left(block)) < _INDENT and not ends_sentence(before.text)


def _start(line: Line, before: Line | None, label: Enumerator | None, measure: Measure) -> Block:
    block = Block([line], line.text, label, list(line.marks), line.gap)
    if before is not None and (pitch := pitch_of(before, line)) is not None:
        block.gap = pitch / measure.pitch(line)
    return block


def _label(line: Line) -> Enumerator | None:
    if line.label:
        return enumerator(line.label) or enumerator(f"{line.label}.") or None
    split = len(line.runs[0].text) if len(line.runs) > 1 and not line.runs[1].raised else None
    return enumerator(line.text, gap_after=split)


def _append(block: Block, line: Line, words: Vocabulary) -> None:
    joined = join(block.text, line.text, words)
    offset = len(joined) - len(line.text)
    block.marks.extend((mark, place + offset) for mark, place in line.marks)
    block.lines.append(line)
    block.text = joined


def _goes_on(block: Block, before: Line, line: Line, label: Enumerator | None, measure: Measure) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if _begins_anew(block, before, line, label):
        return False
    if before.whole or line.whole or before.box is None or line.box is None:
        return _whole_goes_on(block, before, line)
    if _weight_changes(before, line) or abs(before.size - line.size) > _SIZE_STEP:
        return False
    if before.page != line.page or before.reach != line.reach:
        return _goes_on_overleaf(block, before, line, measure)
    pitch = pitch_of(before, line)
    if pitch is None or pitch <= 0 or pitch > _WIDER_GAP * measure.pitch(line):
        return False
    return _fits(block, before, line, measure) or _centred_on(before, line)


def _weight_changes(before: Line, line: Line) -> bool:
    """Whether bold type begins or ends between two lines; in a run-in heading it ends inside the line."""
    if before.bold == line.bold:
        return False
    last = next((run.bold for run in reversed(before.runs) if not run.raised), before.bold)
    first = next((run.bold for run in line.runs if not run.raised), line.bold)
    return last != first


def _begins_anew(block: Block, before: Line, line: Line, label: Enumerator | None) -> bool:
    """Whether a line shows by itself that it begins a block."""
    if line.text[:1].isdigit() and not line.label and before.bold == line.bold and awaits_number(before.text):
        return False
    if line.label or _hangs(line) or before.heading != line.heading or block.leads_to:
        return True
    return label is not None and not _within_sentence(block, before, line)


def _whole_goes_on(block: Block, before: Line, line: Line) -> bool:
    """Without geometry: a paragraph that a page cut in two goes on in lower case, with no stop before."""
    if before.whole and line.whole:
        plain = not (before.heading or before.bold or line.bold or before.centred)
        if line.text[:1].isdigit():
            return plain and awaits_number(block.text)
        cut = is_open(block.text) and line.text[:1].islower()
        return plain and cut and len(block.text) > 60
    if line.gap is None or line.gap >= 1 or before.page != line.page:
        overleaf = is_open(block.text) and line.text[:1].islower() and before.bold == line.bold
        return overleaf and (before.page != line.page) and len(block.text) > 60
    return _typed_goes_on(block, before, line)


def _typed_goes_on(block: Block, before: Line, line: Line) -> bool:
    """Plain text: the lines of a paragraph stand under each other, with or without a hanging indent."""
    if len(block.lines) > 1:
        return abs(line.indent - before.indent) < 2 * _INDENT
    hanging = block.label.width * 5.0 if block.label else 0.0
    if abs(line.indent - before.indent - hanging) < 3 * _INDENT:
        return True
    return line.indent <= before.indent and (block.label is None or not line.text[:1].isupper())


def _goes_on_overleaf(block: Block, before: Line, line: Line, measure: Measure) -> bool:
    if before.centred or line.centred:
        return False
    if line.text[:1].islower():
        return block.text[-1] not in ".;:" or (block.text[-1] == "." and _abbreviated(block.text))
    if block.ends_sentence or not is_open(block.text) or block.bold:
        return False
    return len(block.lines) > 1 or measure.room(before) < _FULL * before.size


def _abbreviated(text: str) -> bool:
    """Whether the last word looks like an abbreviation ("para.", "art.")."""
    return len(text.rsplit(" ", 1)[-1]) <= 6


def _fits(block: Block, before: Line, line: Line, measure: Measure) -> bool:
    """Whether indent and line end agree that the paragraph goes on."""
    if before.box is None or line.box is None:
        return False
    left = _text_left(block)
    room = measure.room(before)
    first_word = line.text.split(" ", 1)[0]
    width = (line.box[2] - line.box[0]) * (len(first_word) + 1) / max(len(line.text), 1)
    full = room < width + 0.5 * line.size
    if line.indent > left + _INDENT:
        hanging = len(block.lines) == 1 and not ends_sentence(before.text)
        return hanging and (full or line.text[:1].islower()) and line.indent < left + _HANGING
    if full:
        return True
    closed = ends_sentence(before.text) or before.text.rstrip("*").endswith(")")  # an entry and its symbol
    if closed and line.text[:1].isupper():
        return room < 2 * width
    if line.text[:1].islower() or (line.text[:1] in "([" and not ends_sentence(before.text)):
        return True
    return block.bold or room < 0.35 * ((line.reach or measure.right(line.page)) - left)


def _centred_on(before: Line, line: Line) -> bool:
    """Whether a line goes on below the middle of a longer one, as in a centred heading of two lines."""
    if before.box is None or line.box is None or before.italic != line.italic or ends_sentence(before.text):
        return False
    shorter = line.indent > before.indent + _INDENT and line.box[2] < before.box[2] - _INDENT
    return shorter and abs(sum(before.box[::2]) - sum(line.box[::2])) < _INDENT


def _text_left(block: Block) -> float:
    """Where the text of the block's continuing lines begins."""
    if len(block.lines) > 1:
        return min(line.indent for line in block.lines[1:])
    line = block.first
    return line.runs[1].x0 if _hangs(line) else line.indent


def _hangs(line: Line) -> bool:
    """Whether a short first run stands apart from its text, as a label does ("Item 12.     Title").

    In a line whose words are spread over its whole width the first gap is as wide as the others, and only a
    number or letter is a label.
    """
    if len(line.runs) < 2 or line.runs[1].raised or len(line.runs[0].text) > _LONG_LABEL:
        return False
    first, *others = (after.x0 - before.x1 for before, after in pairwise(line.runs))
    spread = first <= _WIDEST * max(others, default=0.0)
    return first > line.size and not (spread and enumerator(line.runs[0].text) is None)
