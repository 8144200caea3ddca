"""Parts lines of a masthead that hold two fields, side by side: by gaps, tabs, and by what the parts say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from undocparse.layout.endings import breaks_off
from undocparse.layout.pages import Line

_GAP = 12.0  # points; a gap as wide as three blanks parts two fields
_LONG = 200  # characters; a line of text is no row of fields
_UPPER = 14  # lines; further down no field of the margin stands beside another
_BLANK = re.compile(r"\s+")
_MAY_HOLD = re.compile(r"[/:]|Distr", re.IGNORECASE)

SaysField = Callable[[str], bool]
"""Whether a text is one field of a masthead's margin and nothing else: a symbol, "Distr.: General"."""


def parted(lines: Sequence[Line], says_margin: SaysField, says_meeting: SaysField) -> list[tuple[Line, Line]]:
    """Each line, or in place of it its parts, with the line of the layout that it comes from.

    Args:
        lines: of the first page, in reading order.
        says_margin: whether a text is a field of the margin; such a text parts a line anywhere.
        says_meeting: whether a text says when, where or what about the meeting is; that counts at a gap only.
    """
    found: list[tuple[Line, Line]] = []
    for index, line in enumerate(lines):
        if len(line.text) > _LONG or " " not in line.text.strip():
            found.append((line, line))
            continue
        parts = list(_at_gaps(line, lambda text: says_margin(text) or says_meeting(text)))
        if index < _UPPER:
            parts = [piece for part in parts for piece in _at_blanks(part, says_margin)]
        found += [(part, line) for part in parts]
    if len(found) == len(lines):
        return found
    return [(replace(part, number=number), line) for number, (part, line) in enumerate(found)]


def _at_gaps(line: Line, says_field: SaysField) -> Iterator[Line]:
    """The parts of a line between its gaps, where one of them is a field."""
    runs = line.runs
    for index in range(1, len(runs)):
        before, run = runs[index - 1], runs[index]
        known = before.x1 > before.x0
        if known and run.x0 - before.x1 < _GAP:
            continue
        left, right = (_text(runs[:index]), _text(runs[index:]))
        if left and right and (says_field(left) or says_field(right)):
            yield _part(line, left, 0, index)
            yield from _at_gaps(_part(line, right, index, len(runs)), says_field)
            return
    yield line


def _text(runs: Sequence[object]) -> str:
    return " ".join(str(getattr(run, "text", "")).strip() for run in runs).strip()


def _part(line: Line, text: str, first: int, last: int) -> Line:
    """The part of a line that some of its runs make."""
    runs = line.runs[first:last]
    box = line.box
    if box is not None and runs:
        box = (runs[0].x0, box[1], runs[-1].x1, box[3])
    bold = sum(len(run.text) for run in runs if run.bold) * 2 > sum(len(run.text) for run in runs)
    return replace(line, text=text, runs=runs, box=box, bold=bold, marks=(), indent=box[0] if box else 0.0)


def _at_blanks(line: Line, says_margin: SaysField) -> Iterator[Line]:
    """The parts of a line whose gaps are lost: fields of the margin behind a name, or behind each other."""
    text = line.text
    if not _MAY_HOLD.search(text) or says_margin(text) or text[:1].islower():
        yield line
        return
    start = 0
    for part in _names_and_fields(text, says_margin) or [text]:
        start = text.index(part, start)
        yield replace(line, text=part, runs=(), marks=(), box=_share(line, start, start + len(part)))
        start += len(part)


def _names_and_fields(text: str, says_margin: SaysField) -> list[str] | None:
    """A name, if one comes first, and the fields behind it; null where the text is not made of these."""
    if fields := _fields(text, says_margin):
        return fields
    for blank in _BLANK.finditer(text):
        name = text[: blank.start()]
        if (
            name[-1] not in ".;,:/-"
            and not breaks_off(name)
            and (fields := _fields(text[blank.end() :], says_margin))
        ):
            return [name, *fields]
    return None


def _fields(text: str, says_margin: SaysField) -> list[str] | None:
    """The fields that a text is made of, one behind the other; null where it holds anything else."""
    if says_margin(text):
        return [text]
    for blank in _BLANK.finditer(text):
        if says_margin(text[: blank.start()]) and (rest := _fields(text[blank.end() :], says_margin)):
            return [text[: blank.start()], *rest]
    return None


def _share(line: Line, first: int, last: int) -> tuple[float, float, float, float] | None:
    """The box of some characters of a line, as if all were equally wide."""
    if line.box is None:
        return None
    x0, top, x1, bottom = line.box
    width = (x1 - x0) / max(len(line.text), 1)
    return x0 + first * width, top, x0 + last * width, bottom
