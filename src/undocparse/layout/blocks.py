"""Rebuilds paragraphs from lines: over line ends, pages and hyphens, whatever the format.

Sections read blocks and never ask what the file was. A block is a paragraph, a heading, or one entry
of a list; a table's cells come as blocks of their own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from undocparse.layout.continuation import goes_on
from undocparse.layout.endings import ends_sentence
from undocparse.layout.enumerators import Enumerator, enumerator
from undocparse.layout.pages import Layout, Line, place_of
from undocparse.layout.pitch import Measure, pitch_of
from undocparse.layout.words import Vocabulary, join
from undocparse.model.place import Place

_MOST_LINES = 1000  # no paragraph is longer; without an end each line is joined to all before it
_LEADERS = re.compile(r"\s*(?:\.\s?){2,}$")
_TYPED_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*(?:\d{1,4}(?:\s?[-–−]\s?\d{1,4})?\s+)?(\d{1,4})$")
"""A page number behind dot leaders; the numbers of paragraphs may stand before it (A/HRC/27/1)."""
_LONG_NUMBER = 24  # characters: "12 – 14 5" and more
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
    _leftmost: tuple[int, float] = (1, math.inf)

    @property
    def left(self) -> float:
        """Where its lines behind the first begin, in points from the left; infinite where it has one line."""
        known, left = self._leftmost
        for place in range(known, len(self.lines)):
            left = min(left, self.lines[place].indent)
        self._leftmost = len(self.lines), left
        return left

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
        ends = before is None or len(blocks[-1].lines) >= _MOST_LINES
        if before is not None and not ends and goes_on(blocks[-1], before, line, label, measure):
            _append(blocks[-1], line, words)
        else:
            blocks.append(_start(line, before, label, measure))
        if line.text[-1:].isdigit():
            _cut_leaders(blocks[-1])
        before = line
    return blocks


def _cut_leaders(block: Block) -> None:
    """Text files print the page number of a table of contents in the line itself, behind dot leaders."""
    before = block.text[-_LONG_NUMBER:].rstrip("0123456789-–− ")
    if before and not before.endswith("."):
        return
    if match := _TYPED_LEADERS.search(block.text, _start_of_leaders(block.text.rstrip("0123456789-–− "))):
        block.leads_to = match[1]
        block.text = block.text[: match.start()].rstrip()


def _start_of_leaders(text: str) -> int:
    """Where the dots and blanks at a text's end begin: a search from the left would try all others."""
    return len(text.rstrip(". \t\u00a0"))


def _ends_leaders(block: Block, before: Line, line: Line) -> bool:
    """Whether a line is the page number behind the dot leaders of a table of contents."""
    if not block.text.endswith((".", ". ")) or not _PAGE_NUMBER.fullmatch(line.text):
        return False
    match = _LEADERS.search(block.text, _start_of_leaders(block.text))
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


def _start(line: Line, before: Line | None, label: Enumerator | None, measure: Measure) -> Block:
    block = Block([line], line.text, label, list(line.marks), line.gap)
    if before is not None and (pitch := pitch_of(before, line)) is not None:
        block.gap = pitch / measure.pitch(line)
    return block


def _label(line: Line) -> Enumerator | None:
    if line.label:
        return enumerator(line.label) or enumerator(f"{line.label}.") or None
    split = len(line.runs[0].text) if len(line.runs) > 1 and not line.runs[1].raised else None
    if split and line.text[split - 1].isdigit() and line.text[split : split + 1].islower():
        return None  # an ordinal whose end is raised ("103e")
    return enumerator(line.text, gap_after=split)


def _append(block: Block, line: Line, words: Vocabulary) -> None:
    joined = join(block.text, line.text, words)
    offset = len(joined) - len(line.text)
    block.marks.extend((mark, place + offset) for mark, place in line.marks)
    block.lines.append(line)
    block.text = joined
