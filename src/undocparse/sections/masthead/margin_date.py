"""Reads the date of a document in its masthead's margin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from undocparse.languages.calendar import find_dates
from undocparse.layout.pages import Line
from undocparse.sections.masthead.vocabulary import Vocabulary

_BESIDE = 60.0  # points below the symbol; a date that belongs to it stands no lower


class DateOfIssue(NamedTuple):
    """A date that fills a line: ISO 8601, as printed without its label, and the line."""

    iso: str
    text: str
    line: Line


def date_of_issue(
    upper: Sequence[Line],
    free: Sequence[Line],
    inside: Sequence[Line],
    symbols: Sequence[Line],
    known: Vocabulary,
) -> DateOfIssue | None:
    """The date that fills a line of the column, or has a label; without geometry, the first that fills one.

    Where the column has no date, one that stands alone in the right half beside the symbol: circulars have
    no distribution (ST/IC/2025/1).

    Args:
        upper: lines of the upper part of the first page, in reading order.
        free: those that no other field has.
        inside: those of the margin's column.
        symbols: the lines of the symbol.
        known: the words of the document's language.
    """
    labelled = [line for line in free if known.date_label.match(line.text.strip())]
    for line in (*labelled, *inside, *_right_half(upper, free, symbols)):
        text = known.date_label.sub("", line.text.strip("[]*., "))
        if (iso := _day_alone(text, known)) is not None:
            return DateOfIssue(iso, text, line)
    return None


def _right_half(upper: Sequence[Line], free: Sequence[Line], symbols: Sequence[Line]) -> list[Line]:
    """The lines right of the middle, down to a little below the symbol."""
    boxes = [line.box for line in upper if line.box]
    floor = max((line.box[3] for line in symbols if line.box), default=None)
    if not boxes or floor is None:
        return []
    middle = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
    return [one for one in free if one.box and one.box[0] > middle and one.box[1] < floor + _BESIDE]


def _day_alone(text: str, known: Vocabulary) -> str | None:
    """The date that is all of a text, ISO 8601."""
    found = find_dates(text, known.language, torn=True)
    if len(found) != 1 or found[0].first is None or found[0].first != found[0].last:
        return None
    return found[0].first.isoformat() if len(text) - (found[0].end - found[0].start) <= 2 else None
