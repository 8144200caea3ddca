"""Says where the last annotation ends: behind it may stand what is of the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.layout.blocks import Block
from undocparse.layout.endings import ends_in
from undocparse.sections.annotations.around import Around
from undocparse.sections.annotations.documentation import heads_list
from undocparse.sections.annotations.headings import Heading
from undocparse.sections.annotations.vocabulary import Lexicon, lexicon
from undocparse.sections.timetable.vocabulary import TimetableWords

_LONG_HEADING = 200  # characters
_HEADS = 4  # columns of a table
_NO_LEVEL = 9  # below all levels of headings that formats know


@dataclass(frozen=True, slots=True)
class _Ends:
    """Patterns of a language.

    Attributes:
        heading: an annex, or the heading of a timetable.
        dated: the head of a column with days on which something came out or was adopted.
    """

    heading: re.Pattern[str]
    dated: re.Pattern[str]


@cache
def _ends(language: str) -> _Ends:
    names = words(language, "timetable", TimetableWords)
    return _Ends(
        re.compile(
            rf"(?P<annex>(?:{alternatives(names.annex)})(?:\s+[IVXL\d]+)?\W*$)|.*\b(?:{alternatives(names.titles)})\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?:{alternatives(names.date)})\b.*\b(?:{alternatives(names.not_days)})\b", re.IGNORECASE
        ),
    )


def end_of_last(blocks: Sequence[Block], headings: Sequence[Heading], around: Around, language: str) -> int:
    """Index of the block behind the last annotation.

    It ends at an annex, at the heading of a timetable that nobody claimed, at a heading of a higher level
    than its own, at the heading of a table or list that is of the whole document, or behind the timetable,
    unless its text goes on there.

    Args:
        blocks: what follows the list of items.
        headings: of the annotations, at least one.
        around: tables and timetable.
        language: BCP 47 subtag.
    """
    last = headings[-1]
    known, ends = lexicon(language), _ends(language)
    level = _least_level(blocks, headings)
    heads = {folded(block.body) for block in blocks[: last.last] if heads_list(block, known)}
    passed = False
    for index in range(last.last, len(blocks)):
        block = blocks[index]
        if 0 < block.first.heading < level:
            return index
        if not passed and around.parted(blocks[last.first], block):
            if not block.ends_sentence or _is_note_below(block, around, ends):
                return index
            passed = True
        if len(block.text) > _LONG_HEADING:
            continue
        if ends.dated.match(block.text):
            start = _heading_over(blocks, last.last, index)
            if start is not None and not heads_list(blocks[start], known):
                return start
        if block.first.column:
            continue
        match = ends.heading.match(block.text)
        if match and (match["annex"] or is_sub_heading(block)):
            return index
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        if _heads_own_list(block, follows, heads, around, known):
            return index
    return len(blocks)


def _is_note_below(block: Block, around: Around, ends: _Ends) -> bool:
    """Whether text behind the timetable is a note on it: it has a heading of its own, the text no number."""
    return block.label is None and ends.heading.match(around.opening) is not None


def _least_level(blocks: Sequence[Block], headings: Sequence[Heading]) -> int:
    """The level that a heading of the last annotation has at the least, by those of the others."""
    own = blocks[headings[-1].first].first.heading
    if own or len(headings) == 1:
        return own
    inside = blocks[headings[0].last : headings[-1].first]
    return min((block.first.heading for block in inside if block.first.heading), default=_NO_LEVEL)


def _heading_over(blocks: Sequence[Block], first: int, index: int) -> int | None:
    """Index of the heading of the table that has this head of a column; None where it has none."""
    for above in range(index - 1, max(first - 1, index - 1 - _HEADS), -1):
        block = blocks[above]
        if block.ends_sentence or block.label is not None:
            return None
        if not _in_row(block, blocks[index]):
            return above
    return None


def _in_row(block: Block, head: Block) -> bool:
    """Whether two blocks are cells of one row."""
    if block.first.box is None or head.first.box is None:
        return block.first.gap is None
    return abs(block.first.base - head.first.base) < head.size


def _heads_own_list(
    block: Block, follows: Block | None, heads: Iterable[str], around: Around, known: Lexicon
) -> bool:
    """Whether a line heads a table or list that belongs to no item.

    A table below a heading that does not say "Documentation" is none of the item's; where other words head
    the documents of items, a "List of documents" at the end is that of the session.
    """
    if block.text[:1].islower() or ends_in(block.text, ".;,:") or follows is None:
        return False
    if block.label is not None and block.label.kind in {"decimal", "lower", "bullet"}:
        return False
    closing = known.closing.match(block.body) is not None and (is_sub_heading(block) or not block.size)
    if heads_list(block, known):
        return closing and bool(heads) and folded(block.body) not in heads
    table = around.table(follows)
    return closing or (table is not None and table is not around.table(block))


def is_sub_heading(block: Block) -> bool:
    """Whether a line is set as a heading below that of the item."""
    emphatic = block.bold or block.first.italic
    return emphatic and len(block.text) < _LONG_HEADING and not ends_in(block.text, ".;,")
