"""Puts styled stretches of a paragraph together to a line: its text, its runs, its footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line, Run
from undocparse.readers.characters import printed
from undocparse.readers.raised import is_mark

_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FULL = 100  # characters; a line as long was broken because it was full, unless a stop ends it
_STOPS = (".", ";", ":", "!", "?", ")", "]", "”", "»", "*")
_LONG = 100_000  # characters
_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_END = 100  # characters; no word that raised letters end is as long
_OPEN = (",", "-", "–", "—", "/", "(")


class Style(NamedTuple):
    """How a stretch is set; size in points, 0 where unknown."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    raised: bool = False


PLAIN = Style()


@dataclass(slots=True)
class Piece:
    """A stretch of text in one style.

    Attributes:
        text: with all its blanks.
        style: how it is set.
        gap: a tab or a like gap stands before it.
        x0: left edge in points; 0 where unknown.
        mark: it is the mark of a footnote, whatever it looks like.
    """

    text: str
    style: Style = PLAIN
    gap: bool = False
    x0: float = 0.0
    mark: bool = False


@dataclass(slots=True)
class _Composed:
    """A line so far, in pieces that are joined once: a paragraph may have as many runs as letters.

    Attributes:
        texts: what it says.
        length: of all texts.
        end: the last characters, which tell what raised type behind them is.
        blank: a blank comes next.
        runs: all but what `attached` adds to the last one.
        attached: raised ends of words, which belong to the last run.
        marks: footnote marks and where they stand.
    """

    texts: list[str] = field(default_factory=list)
    length: int = 0
    end: str = ""
    blank: bool = False
    runs: list[Run] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    marks: list[tuple[str, int]] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Add to the text."""
        self.texts.append(text)
        self.length += len(text)
        self.end = (self.end + text[-_END:])[-_END:]

    def add_run(self, run: Run) -> None:
        """Add a run, the last one being whole."""
        self.settle()
        self.runs.append(run)

    def settle(self) -> None:
        """Make the last run whole."""
        if self.attached:
            last = self.runs[-1]
            text = "".join((last.text, *self.attached))
            self.runs[-1] = Run(text, last.x0, last.x1, last.size, last.bold, last.italic)
            self.attached = []


def compose(pieces: Iterable[Piece]) -> Line:
    """One line of these pieces; number and page are the caller's to set.

    Blanks of any kind become single ones. Raised type counts as a mark only where it can be one: ordinals and
    units keep their raised ends in the text.
    """
    done = _Composed()
    for piece in _without_brackets(list(_joined(_without_superscripts(pieces)))):
        _add(done, piece)
    return _line(done)


def visible(text: str) -> str:
    """The text of a paragraph as `printed`, without hyphens that are only for line ends."""
    return printed(text) if text.isascii() else printed(text).replace("\u00ad", "")


def _without_superscripts(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Raised figures that are characters of their own become raised type."""
    for piece in pieces:
        text = visible(piece.text)
        if text.isascii() and text == piece.text:
            yield piece
            continue
        place = 0
        for match in _SUPERSCRIPT.finditer(text):
            yield Piece(
                text[place : match.start()], piece.style, piece.gap and place == 0, piece.x0, piece.mark
            )
            yield Piece(match[0].translate(_FIGURES), piece.style._replace(raised=True))
            place = match.end()
        if place < len(text) or (piece.gap and not text):
            yield replace(piece, text=text[place:], gap=piece.gap and place == 0)


def _without_brackets(pieces: list[Piece]) -> list[Piece]:
    """A mark without the brackets around it, which Arabic versions set: "جدول الأعمال(¹)"."""
    for place in range(1, len(pieces) - 1):
        before, piece, after = pieces[place - 1 : place + 2]
        raised = piece.mark or piece.style.raised
        if raised and before.text.endswith("(") and after.text.startswith(")"):
            pieces[place - 1] = replace(before, text=before.text[:-1])
            pieces[place + 1] = replace(after, text=after.text[1:])
    return pieces


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one style as one piece."""
    last: Piece | None = None
    texts: list[str] = []
    for piece in pieces:
        if not piece.text and not piece.gap:
            continue
        if last is not None and not piece.gap:
            if piece.style == last.style and piece.mark == last.mark:
                texts.append(piece.text)
                continue
            if not last.style.raised and not piece.text.strip():
                texts.append(" ")  # a blank has no style
                continue
        if last is not None:
            yield _whole(last, texts)
        last, texts = piece, [piece.text]
    if last is not None:
        yield _whole(last, texts)


def _whole(first: Piece, texts: Sequence[str]) -> Piece:
    if len(texts) == 1:
        return first
    return Piece("".join(texts), first.style, first.gap, first.x0, first.mark)


def _add(done: _Composed, piece: Piece) -> None:
    text = _single_blanks(piece.text)
    if not text:
        done.blank = True
        return
    style = piece.style
    raised = piece.mark or (style.raised and is_mark(text, done.end))
    if raised and done.length:
        done.add_run(_run(text, piece, raised=True))
        done.marks.append((text, done.length))
        done.blank = done.blank or piece.text[-1].isspace()
        return
    blank = bool(done.length) and (done.blank or piece.gap or piece.text[0].isspace())
    attached = style.raised and not raised and not blank and bool(done.runs) and not done.runs[-1].raised
    done.say(f" {text}" if blank else text)
    if attached:
        done.attached.append(text)
    else:
        done.add_run(_run(text, piece, raised=raised))
    done.blank = piece.text[-1].isspace() or raised


def _single_blanks(text: str) -> str:
    """The text with single blanks, and none at its ends."""
    if len(text) < _LONG:
        return " ".join(text.split())
    return _BLANKS.sub(" ", text).strip()  # a list of a million words would take ten times the text's memory


def _run(text: str, piece: Piece, *, raised: bool) -> Run:
    style = piece.style
    x1 = piece.x0 + width(text, style.size) if piece.x0 else 0.0
    return Run(text, piece.x0, x1, style.size, style.bold, style.italic, raised)


def parts_lines(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether a break set by hand parts lines that mean different things ("Fifth session" / "Geneva, 3 May").

    It does not where it falls into a sentence: what follows goes on in lower case, or the line above is full.

    Args:
        above: the pieces from the break before, or the start.
        below: the pieces up to the next break, or the end.
    """
    before, after = text_of(above), text_of(below)
    if enumerator(after) and before.endswith(_STOPS):
        return True
    if not after or after[0].islower() or before.endswith(_OPEN):
        return False
    return len(before) <= _FULL or before.endswith(_STOPS) or _weight(above) != _weight(below)


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of pieces, without blanks at its ends."""
    return "".join(piece.text for piece in pieces).strip()


def _weight(pieces: Sequence[Piece]) -> set[tuple[bool, float]]:
    return {(piece.style.bold, piece.style.size) for piece in pieces if piece.text.strip()}


def width(text: str, size: float) -> float:
    """About how wide a text is in points: on average, letters are half as wide as their size."""
    return 0.47 * (size or 10.0) * len(text)


def _line(done: _Composed) -> Line:
    done.settle()
    plain: Sequence[Run] = [run for run in done.runs if not run.raised] or done.runs
    letters = sum(len(run.text) for run in plain)
    return Line(
        number=0,
        page=1,
        text="".join(done.texts),
        runs=tuple(done.runs),
        marks=tuple(done.marks),
        size=max(plain, key=lambda run: len(run.text)).size if plain else 0.0,
        bold=2 * sum(len(run.text) for run in plain if run.bold) > letters,
        italic=2 * sum(len(run.text) for run in plain if run.italic) > letters,
    )
