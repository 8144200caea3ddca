"""Words, widths and lines for the PDF typesetter."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

from .inline import SOFT_HYPHEN, Piece, Rich

RAISED = 0.62
"""Size of a footnote mark, in parts of the size of the text."""


@dataclass(frozen=True)
class Bit:
    """Characters of one font; `raised` ones are footnote marks."""

    text: str
    font: str
    raised: bool = False

    def width(self, size: float) -> float:
        """In points."""
        return float(stringWidth(self.text, self.font, size * (RAISED if self.raised else 1)))


Word = tuple[Bit, ...]


@dataclass(frozen=True)
class SetLine:
    """A line that fits its measure; `last` lines of a paragraph are not justified."""

    words: tuple[Word, ...]
    size: float
    last: bool
    notes: tuple[int, ...] = ()

    def width(self) -> float:
        """Natural width in points."""
        space = float(stringWidth(" ", "Times-Roman", self.size))
        return sum(word_width(word, self.size) for word in self.words) + space * (len(self.words) - 1)


def font_of(piece: Piece) -> str:
    """The base font of a piece."""
    if piece.bold:
        return "Times-BoldItalic" if piece.italic else "Times-Bold"
    return "Times-Italic" if piece.italic else "Times-Roman"


def word_width(word: Word, size: float) -> float:
    """In points, soft hyphens left out."""
    return sum(Bit(bit.text.replace(SOFT_HYPHEN, ""), bit.font, bit.raised).width(size) for bit in word)


def words_of(rich: Rich) -> list[tuple[Word, tuple[int, ...]]]:
    """The words with the footnotes that are marked in each."""
    words: list[tuple[Word, tuple[int, ...]]] = []
    open_word: list[Bit] = []
    notes: list[int] = []
    for piece in rich.pieces:
        if piece.note is not None:
            open_word.append(Bit(piece.text, font_of(piece), raised=True))
            notes.append(piece.note)
            continue
        for count, part in enumerate(piece.text.split(" ")):
            if count and open_word:
                words.append((tuple(open_word), tuple(notes)))
                open_word, notes = [], []
            if part:
                open_word.append(Bit(part, font_of(piece)))
    if open_word:
        words.append((tuple(open_word), tuple(notes)))
    return words


def wrap(rich: Rich, width: float, size: float, first: float = 0.0) -> list[SetLine]:
    """Lines that fit into `width`; the first one is shorter by `first` points."""
    space = float(stringWidth(" ", "Times-Roman", size))
    lines: list[SetLine] = []
    line: list[Word] = []
    notes: list[int] = []
    used = first
    for whole, marks in words_of(rich):
        word = whole
        wide = word_width(word, size)
        if line and used + space + wide > width:
            head, tail = _hyphenate(word, width - used - space, size)
            lines.append(SetLine((*line, *([head] if head else [])), size, False, tuple(notes)))
            line, notes, used = [], [], 0.0
            word, wide = tail, word_width(tail, size)
        used += wide + (space if line else 0.0)
        line.append(word)
        notes += marks
    lines.append(SetLine(tuple(line), size, True, tuple(notes)))
    return lines


def _hyphenate(word: Word, room: float, size: float) -> tuple[Word | None, Word]:
    """What of a word fits before its last fitting soft hyphen, and the rest."""
    if len(word) != 1 or SOFT_HYPHEN not in word[0].text:
        return None, word
    parts = word[0].text.split(SOFT_HYPHEN)
    for count in range(len(parts) - 1, 0, -1):
        head = (Bit("".join(parts[:count]) + "-", word[0].font),)
        if word_width(head, size) <= room:
            return head, (Bit(SOFT_HYPHEN.join(parts[count:]), word[0].font),)
    return None, word
