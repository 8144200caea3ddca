"""Tells entries from what only stands below them, by the typography of the timetable itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from undocparse.sections.timetable.entries import Draft

_MOST = 0.6
_STACKED = 2  # items below others in one cell; a single one may be a slip
_LABEL = 12  # characters; the number of an item, with its word, is shorter
_NEAR = 8.0  # points; entries of one level are indented alike to within this


class Question(NamedTuple):
    """What is asked of a paragraph without a number.

    Attributes:
        draft: what the paragraph says.
        last: the entry above it in the sitting; null where it is the first.
        below: it stands in one cell with that entry.
    """

    draft: Draft
    last: Draft | None
    below: bool


@dataclass(frozen=True, slots=True)
class Ranks:
    """How a timetable sets its entries.

    Attributes:
        bold_items: the titles of numbered items are bold.
        bold_free: so is business without a number, where it stands first in its sitting.
        italic_free: business without a number is italic and the titles of items are not.
        stacked: entries stand one below the other in a cell.
    """

    bold_items: bool = False
    bold_free: bool = False
    italic_free: bool = False
    stacked: bool = False

    def is_entry(self, asked: Question) -> bool:
        """Whether a paragraph without a number is an entry of its own.

        Below an item it may as well be a part of that item's business. Where titles are bold, an entry is
        bold; where business without a number is italic, an entry is italic; where nothing is set apart, a
        row of its own is an entry.
        """
        draft, last, below = asked
        if last is None:
            return draft.bold or not (self.bold_items and self.bold_free)
        if self.bold_items:
            return draft.bold or (
                not last.keys and not last.bold and draft.italic == last.italic and not below
            )
        if draft.bold and not last.bold:
            return False
        if self.italic_free:
            return draft.italic
        return not below or ((self.stacked or draft.continued) and _alike(draft, last))

    def is_level(self, draft: Draft, before: Sequence[Draft]) -> bool:
        """Whether a line without a number, outside any table, stands at the level of the entries above it."""
        tops = (entry for entry in reversed(before) if all("." not in key for key in entry.keys))
        nearest = next(tops, None)  # mostly it decides; a sitting may have thousands
        if nearest is None:
            return True
        return any(draft.indent <= _title_edge(entry) + _NEAR for entry in chain((nearest,), tops))


def ranks_of(items: Iterable[Draft], free: Iterable[Draft], stacked: int) -> Ranks:
    """The typography of a timetable.

    Args:
        items: entries with a number.
        free: entries without one that stand first in their sitting.
        stacked: how many items stand below other entries in one cell.
    """
    numbered, unnumbered = list(items), list(free)
    bold = _share(draft.bold for draft in numbered)
    slanted = _share(draft.italic for draft in numbered)
    return Ranks(
        bold_items=bold > _MOST,
        bold_free=_share(draft.bold for draft in unnumbered) > _MOST,
        italic_free=_share(draft.italic for draft in unnumbered) > _MOST and slanted < 1 - _MOST,
        stacked=stacked >= _STACKED or not numbered,  # without items nothing is a part of an item's business
    )


def _title_edge(entry: Draft) -> float:
    """Where the title of an entry begins, behind its number if that stands apart; in points."""
    runs = entry.lines[0].runs if entry.lines and entry.keys else ()
    return max(entry.indent, runs[1].x0) if len(runs) > 1 and len(runs[0].text) < _LABEL else entry.indent


def _alike(draft: Draft, last: Draft) -> bool:
    """Whether a paragraph is set as the entry above it."""
    same = (draft.bold, draft.italic) == (last.bold, last.italic)
    return same and abs(draft.indent - last.indent) < _NEAR


def _share(marks: Iterable[bool]) -> float:
    found = list(marks)
    return sum(found) / len(found) if found else 0.0
