"""Marks inside a line of a fixture source: references, footnotes, italics, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(
    r"\[(?P<surface>[^\[\]]*)\]\{(?P<targets>[^}]*)\}"
    r"|\^\[(?P<note>(?:[^\[\]]|\[[^\]]*\])*)\]"
    r"|\$(?P<symbol>[^$]+)\$"
    r"|__(?P<italic>.+?)__"
    r"|\*\*(?P<bold>.+?)\*\*"
)
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Mention:
    """What a mention points at, as the gold file says it."""

    kind: str
    number: str
    body: str | None = None
    pinpoint: str | None = None


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one style; a piece with `note` is the raised mark of that footnote."""

    text: str
    bold: bool = False
    italic: bool = False
    note: int | None = None


@dataclass(frozen=True)
class Rich:
    """Text with styles, and what it mentions."""

    pieces: tuple[Piece, ...]
    mentions: tuple[Mention, ...] = ()

    @property
    def plain(self) -> str:
        """The words alone: no footnote marks, no soft hyphens."""
        text = "".join(piece.text for piece in self.pieces if piece.note is None)
        return text.replace(SOFT_HYPHEN, "").strip()

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes marked in it."""
        return tuple(piece.note for piece in self.pieces if piece.note is not None)


@dataclass
class Notes:
    """Footnotes of a document, in the order of their marks; the first one is number 1."""

    texts: list[Rich]

    def add(self, text: str) -> int:
        """Keep a footnote and give its number."""
        self.texts.append(read_rich(text, self))
        return len(self.texts)


def read_mention(text: str) -> Mention:
    """`kind:number@body#pinpoint`; body and pinpoint may be left out."""
    kind, _, rest = text.strip().partition(":")
    rest, _, pinpoint = rest.partition("#")
    number, _, body = rest.partition("@")
    return Mention(kind, number.strip(), body.strip() or None, pinpoint.strip() or None)


def read_rich(text: str, notes: Notes, *, bold: bool = False) -> Rich:
    """The text with its marks taken for what they mean."""
    pieces: list[Piece] = []
    mentions: list[Mention] = []
    at = 0
    for mark in MARK.finditer(text):
        if mark.start() > at:
            pieces.append(Piece(text[at : mark.start()], bold=bold))
        at = mark.end()
        if (surface := mark["surface"]) is not None:
            pieces.append(Piece(surface, bold=bold))
            mentions += [read_mention(target) for target in mark["targets"].split(";")]
        elif (note := mark["note"]) is not None:
            pieces.append(Piece(str(len(notes.texts) + 1), note=notes.add(note)))
        elif (symbol := mark["symbol"]) is not None:
            pieces.append(Piece(symbol, bold=bold))
            mentions.append(Mention("document", symbol))
        else:
            pieces.append(
                Piece(mark["italic"] or mark["bold"], bool(mark["bold"]) or bold, bool(mark["italic"]))
            )
    if at < len(text):
        pieces.append(Piece(text[at:], bold=bold))
    return Rich(tuple(pieces), tuple(mentions))
