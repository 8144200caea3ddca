"""Cuts blocks of lines that are several entries of a list of documents, set without space between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from undocparse.layout.blocks import Block
from undocparse.layout.endings import begins_anew, breaks_off
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.sections.annotations.entries import symbol_first, symbol_last, symbols_in
from undocparse.sections.annotations.vocabulary import Lexicon

_START = 24  # characters of a line by which it is sought in its block; its end may have lost a hyphen


def entries_apart(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Block]:
    """The blocks, each with the lines of one entry.

    A line begins an entry where it begins as a document does, and the line before it ends in a symbol or has
    room for its first word.

    Args:
        blocks: of a list of documents, in reading order.
        lexicon: words of the document's language.
    """
    right = max((line.box[2] for block in blocks for line in block.lines if line.box), default=0.0)
    for block in _rejoined(blocks):
        starts = [
            at
            for at, (before, line) in enumerate(pairwise(block.lines), 1)
            if _begins_document(line, lexicon) and _is_complete(before, line, right)
        ]
        yield from _cut(block, starts) if starts else (block,)


def _rejoined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, whole where the end of a page or column cut an entry inside its title."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _is_cut(before, block):
            text = f"{before.text} {block.text}"
            before = Block([*before.lines, *block.lines], text, before.label, gap=before.gap)
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _is_cut(before: Block, block: Block) -> bool:
    last, first = before.lines[-1], block.first
    apart = last.page != first.page or last.reach != first.reach
    return apart and block.text[:1].islower() and before.text[-1:].isalpha()


def _begins_document(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line begins with a kind of document, or with a symbol and a title behind it."""
    if not begins_anew(line.text):
        return False
    if lexicon.entry.match(line.text):
        return True
    symbols = symbols_in(line.text)
    return symbol_first(line.text, symbols) and not symbol_last(line.text, symbols)


def _is_complete(before: Line, line: Line, right: float) -> bool:
    if before.box is None or line.box is None:
        return False
    symbols = symbols_in(before.text)
    if symbols and symbol_last(before.text, symbols):
        return True
    if breaks_off(before.text) or not before.text[-1].isalpha():  # behind a bracket a title may go on
        return False
    word = len(line.text.split(" ", 1)[0]) + 1
    return before.box[2] + word * (line.box[2] - line.box[0]) / len(line.text) < right


def _cut(block: Block, starts: Sequence[int]) -> Iterator[Block]:
    """The block in parts that begin with these lines."""
    text = block.text
    places = [0]
    for at in starts:
        place = text.find(block.lines[at].text[:_START], places[-1] + 1)
        places.append(place if place > 0 else len(text))
    edges = [0, *starts, len(block.lines)]
    for (first, last), (start, end) in zip(pairwise(edges), pairwise([*places, len(text)]), strict=True):
        part = text[start:end].strip()
        label = block.label if start == 0 else enumerator(part)
        yield Block(block.lines[first:last], part, label, gap=block.gap)
