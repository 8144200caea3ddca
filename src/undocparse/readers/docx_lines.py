"""Sets a Word paragraph as lines: its label, where its tabs lead, and which of its breaks part lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.readers.docx_format import Format
from undocparse.readers.docx_text import Event, Token
from undocparse.readers.inline import Piece, Style, compose, parts_lines, width

_DOTS = " ....."
_ENDING = frozenset({"right", "end", "decimal"})
_PAGE_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_SHORT = 10  # characters; a page number has fewer
_BLANKS = re.compile(r"\s+")
_BREAKS = frozenset({"break", "page"})
_LABEL_GAP = 4.0  # points between a list's number and its text, at least


@dataclass(slots=True)
class Set:
    """A line with the page breaks before it.

    Attributes:
        line: page and number are still to be set.
        pages: page breaks that the author set.
        rendered: page breaks that Word found when it last set the file.
        inside: page breaks that Word found inside the line.
        after: page breaks that the author set at its end.
    """

    line: Line
    pages: int = 0
    rendered: int = 0
    inside: int = 0
    after: int = 0


def set_lines(
    tokens: Sequence[Token], form: Format, label: str | None, heading: int, default_tab: float
) -> list[Set]:
    """The lines of a paragraph; an empty one for a number without text, none for nothing at all.

    Args:
        tokens: of the paragraph.
        form: its format.
        label: its automatic number.
        heading: its level as a heading, 0 for none.
        default_tab: distance of the tab stops that no one set, in points.
    """
    parts = _parted(_spread(tokens, form, label, default_tab))
    while len(parts) > 1 and not parts[-1].said:
        last = parts.pop()
        parts[-1].inside += last.rendered + last.inside
        parts[-1].after += last.pages + last.after
    found = [_set(part, form, heading, first=place == 0) for place, part in enumerate(parts)]
    if label:
        _label(found[0].line, label, form)
    return [each for each in found if each.line.text or each.line.label or each.pages or each.rendered]


@dataclass(slots=True)
class _Part:
    """The pieces between two breaks that part lines."""

    pieces: list[Piece]
    pages: int = 0
    rendered: int = 0
    inside: int = 0
    after: int = 0
    column: int = 0
    said: bool = False  # there is more than blanks in it


def _spread(tokens: Sequence[Token], form: Format, label: str | None, default_tab: float) -> list[Token]:
    """The tokens again, each piece with its place and without the tabs."""
    x = form.start
    if label and not _begins_with_tab(tokens):
        x = _after_label(label, form, default_tab)
    found: list[Token] = []
    gap = said = ends = False
    for token in tokens:
        if isinstance(token, Piece):
            wide = width(token.text, token.style.size)
            start = max(x - wide, 0.0) if ends else x  # text at a right tab stop ends there
            blank = not token.text.strip()
            found.append(Piece(token.text, token.style, gap, 0.0 if blank else start, token.mark))
            x = x if ends else x + wide
            gap, ends, said = False, False, said or not blank
        elif token.kind == "tab":
            stop = form.next_stop(x, default_tab)
            x, gap, ends = stop.place, True, stop.kind in _ENDING
            if stop.led and said:
                found += [Piece(_DOTS), Event("column")]
        else:
            found.append(token)
            if token.kind in _BREAKS:
                x, gap, ends = form.left, False, False
    return found


def _begins_with_tab(tokens: Sequence[Token]) -> bool:
    """Whether a tab stands before all text."""
    first = next((token for token in tokens if isinstance(token, Event) or token.text.strip()), None)
    return isinstance(first, Event) and first.kind == "tab"


def _after_label(label: str, form: Format, default_tab: float) -> float:
    """Where text begins after an automatic number: at the next tab stop."""
    return form.next_stop(form.start + width(label, 0.0) + _LABEL_GAP, default_tab)[0]


def _parted(tokens: Sequence[Token]) -> list[_Part]:
    parts = [_Part([])]
    above: list[Piece] = []
    below = _Below(tokens)
    for place, token in enumerate(tokens):
        last = parts[-1]
        if isinstance(token, Piece):
            last.pieces.append(token)
            last.said = last.said or bool(token.text.strip())
            above.append(token)
        elif token.kind == "rendered":
            last.inside += last.said
            last.rendered += not last.said
        elif token.kind == "page":
            if last.said:
                parts.append(_Part([]))
            parts[-1].pages += 1
            above = []
        elif token.kind == "column":
            if _PAGE_NUMBER.fullmatch(below.short(place)):  # of a table of contents
                parts.append(_Part([], column=1))
        elif token.kind == "break":
            if last.said and parts_lines(above, below.pieces(place)):
                parts.append(_Part([]))
            else:
                last.pieces.append(Piece(" "))
            above = []
    return parts


class _Below:
    """What stands between a place and the next break."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._short: dict[int, str] | None = None

    def pieces(self, place: int) -> list[Piece]:
        """The pieces, for a place that is a break: each piece is asked for once."""
        found = []
        for at in range(place + 1, len(self._tokens)):
            token = self._tokens[at]
            if isinstance(token, Piece):
                found.append(token)
            elif token.kind in _BREAKS:
                break
        return found

    def short(self, place: int) -> str:
        """The text without blanks at its ends; where it is longer than a page number, only its beginning."""
        if self._short is None:
            self._short = self._all_short()
        return self._short[place].strip()

    def _all_short(self) -> dict[int, str]:
        """The short texts behind all columns, found from the end on: there may be as many as letters."""
        found: dict[int, str] = {}
        text = ""
        for place in range(len(self._tokens) - 1, -1, -1):
            token = self._tokens[place]
            if isinstance(token, Piece):
                text = _BLANKS.sub(" ", token.text + text)[:_SHORT]
            elif token.kind in _BREAKS:
                text = ""
            elif token.kind == "column":
                found[place] = text
        return found


def _set(part: _Part, form: Format, heading: int, *, first: bool) -> Set:
    line = compose(part.pieces)
    said = next((piece for piece in part.pieces if piece.text.strip()), None)
    line.indent = round(said.x0 if said else (form.start if first else form.left), 2)
    line.whole = True
    line.heading = heading
    line.centred = form.centred
    line.gap = None if first else 0.0
    line.column = part.column
    return Set(line, part.pages, part.rendered, part.inside, part.after)


def _label(line: Line, label: str, form: Format) -> None:
    """Give a line its number: apart where it is an enumerator, else as the words that Word prints."""
    line.indent = round(form.start, 2)
    if enumerator(label) or enumerator(f"{label}."):
        line.label = label
        return
    head = compose([Piece(label, Style(line.size, line.bold, line.italic), x0=form.start)])
    shift = len(label) + 1
    line.text = f"{label} {line.text}".rstrip()
    line.runs = (*head.runs, *line.runs)
    line.marks = tuple((mark, place + shift) for mark, place in line.marks)
