"""Where the last annotation ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from undocparse.languages import words
from undocparse.languages.matching import alternatives
from undocparse.layout.blocks import Block
from undocparse.sections.annotations.documentation import heads_list
from undocparse.sections.annotations.headings import Heading
from undocparse.sections.annotations.vocabulary import lexicon
from undocparse.sections.timetable.vocabulary import TimetableWords

_LONG_HEADING = 200  # characters
_HEADS = 4  # columns of a table


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


def end_of_last(blocks: Sequence[Block], last: Heading, language: str, sittings: int | None) -> int:
    """Index of the block behind the last annotation.

    It ends at an annex, at the heading of a timetable that nobody claimed, at one of a higher level than its
    own, at a closing table of resolutions or documents with their dates, or behind the timetable, unless its
    text goes on there.

    Args:
        blocks: what follows the list of items.
        last: the last annotated heading.
        language: BCP 47 subtag.
        sittings: number of the line that the timetable begins with; null where there is none.
    """
    level = blocks[last.first].first.heading
    ends = _ends(language)
    for index in range(last.last, len(blocks)):
        block = blocks[index]
        if 0 < block.first.heading < level:
            return index
        if sittings is not None and block.first.number > sittings:
            if not block.ends_sentence:
                return index
            sittings = None
        if len(block.text) > _LONG_HEADING:
            continue
        match = ends.heading.match(block.text)
        if match and (match["annex"] or is_sub_heading(block)):
            return index
        if ends.dated.match(block.text):
            start = _heading_over(blocks, last.last, index)
            if start is not None and not heads_list(blocks[start], lexicon(language)):
                return start
    return len(blocks)


def _heading_over(blocks: Sequence[Block], first: int, index: int) -> int | None:
    """Index of the heading of the table that has this head of a column; null where it has none."""
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


def is_sub_heading(block: Block) -> bool:
    """Whether a block is a heading by its type: bold or italic, short, no sentence."""
    emphatic = block.bold or block.first.italic
    return emphatic and len(block.text) < _LONG_HEADING and not block.text.endswith((".", ";", ","))
