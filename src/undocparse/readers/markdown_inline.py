"""The inside of a Markdown paragraph: emphasis, breaks, footnote marks, HTML tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocparse.layout.enumerators import enumerator
from undocparse.readers.inline import Piece, Style
from undocparse.readers.marked import BREAK

if TYPE_CHECKING:
    from markdown_it.token import Token

_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_STYLES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "sup": "raised"}
_NARROW = 50  # characters; nobody breaks running text into lines as short
_STOPS = (".", ";", ":", "!", "?")


@dataclass(slots=True)
class _Open:
    """How many tags of each kind are open."""

    bold: int = 0
    italic: int = 0
    raised: int = 0

    def change(self, tag: str, by: int) -> None:
        """Open or close a tag; what sets no style, or closes what is not open, changes nothing."""
        if name := _STYLES.get(tag.lower()):
            setattr(self, name, max(getattr(self, name) + by, 0))

    @property
    def style(self) -> Style:
        return Style(0.0, self.bold > 0, self.italic > 0, self.raised > 0)


def pieces_of(token: Token, rows: Sequence[str], skip: int = 0) -> Iterator[Piece]:
    """The pieces of a paragraph, with `BREAK` for the breaks that may part lines.

    A line end is a break where running text would not be broken: in a paragraph of short lines only, and
    before a number or letter that a list entry begins with.

    Args:
        token: the paragraph's `inline` token.
        rows: its source.
        skip: characters at its start that are left out.
    """
    narrow = max((len(row.strip()) for row in rows), default=_NARROW) < _NARROW
    children = token.children or []
    texts = [child.content for child in children if child.type in {"text", "softbreak"}]
    open_, said, seen = _Open(), "", 0
    for child in children:
        kind = child.type
        if kind in {"text", "code_inline"}:
            text, skip = child.content[skip:], max(skip - len(child.content), 0)
            yield from _text(text, open_.style)
            said, seen = text if text.strip() else said, seen + (kind == "text")
        elif kind == "hardbreak" or (kind == "html_inline" and _tag(child.content) == "br"):
            yield BREAK
            said = ""
        elif kind == "softbreak":
            seen += 1
            yield _line_end(said, "".join(texts[seen : seen + 1]), narrow=narrow)
        elif kind == "html_inline":
            open_.change(_tag(child.content), -1 if child.content.startswith("</") else 1)
        elif kind.endswith(("_open", "_close")):
            open_.change(child.tag, child.nesting)


def _text(text: str, style: Style) -> Iterator[Piece]:
    place = 0
    for match in _REFERENCE.finditer(text):
        yield Piece(text[place : match.start()], style)
        yield Piece(match[1], style._replace(raised=True), mark=True)
        place = match.end()
    if place < len(text):
        yield Piece(text[place:], style)


def _tag(html: str) -> str:
    match = _TAG.match(html)
    return match[2].lower() if match else ""


def _line_end(before: str, after: str, *, narrow: bool) -> Piece:
    entry = bool(enumerator(after.lstrip())) and before.rstrip().endswith(_STOPS)
    return BREAK if entry or narrow else Piece(" ")
