"""Blocks as candidates: what each shows of being an item, a heading, a document, a remark or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from undocparse.layout.blocks import Block
from undocparse.layout.enumerators import enumerator
from undocparse.sections.agenda.readings import Reading, readings_of
from undocparse.sections.agenda.titles import sentence_breaks
from undocparse.sections.agenda.words import ListWords

Kind = Literal[
    "item", "bullet", "documentation", "document", "prose", "remark", "furniture", "behind", "plain"
]

_PROSE = 100  # characters; a sentence of that length is no heading
_LINE = 60  # characters; an unlabelled text with a stop that is longer than a line is a paragraph
_SHORT = 40  # characters; a sentence that says something is longer
SYMBOL = re.compile(r"/(?<=[A-Z]/)[\w.()-]+")  # a slash is sought first: it is rare
"""What the name of a listed document has in it."""
_FURNITURE = re.compile(r"english|french|page|français|[-—–/.\d]+|[a-z]{1,5}(?:/[\w.()*-]+)+", re.IGNORECASE)
_FURNITURE_LENGTH = 30  # characters
_RUN_ON = re.compile(r"(?<=[.;:,])\s+(?=\(?[a-z]{1,2}\)\s+[A-ZÀ-Ý“\"«])|\s+(?=\d{1,3}\.\s+[A-ZÀ-Ý“\"«])")


@dataclass(slots=True)
class Entry:
    """One or two blocks that would be one entry of a list, or a part of one block.

    Attributes:
        block: the first block.
        blocks: all of them; a number in a column of its own and its title are two.
        first: index of the first block.
        last: index after the last one.
        readings: what its label may mean; empty where it has none.
        kind: what it is if it is no item.
        emphatic: bold, italic, centred, in capitals or a heading by the format.
        text: all of its text, the label left out where there is one.
        breaks: sentences that end inside it.
        sentence: it is a whole sentence, with a finite verb.
    """

    block: Block
    blocks: tuple[Block, ...]
    first: int
    last: int
    readings: tuple[Reading, ...]
    kind: Kind
    emphatic: bool
    text: str
    breaks: int
    sentence: bool

    @property
    def indent(self) -> float:
        """Left edge in points."""
        return self.block.first.indent

    def at(self, first: int, last: int) -> Entry:
        """The same at another place."""
        self.first, self.last = first, last
        return self

    @property
    def is_text(self) -> bool:
        """Whether it is running text, be it numbered as paragraphs are."""
        if self.kind == "plain":
            return self.ends_sentence and len(self.text) > _LINE
        return self.kind == "prose" or (self.kind == "item" and (self.sentence or self.breaks > 0))

    @property
    def ends_sentence(self) -> bool:
        """Whether its text ends as a sentence or list entry does."""
        return self.blocks[-1].ends_sentence


def entries_of(blocks: Sequence[Block], known: ListWords) -> list[Entry]:
    """The blocks as candidates, in order."""
    found: list[Entry] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        readings = () if known.heads_section(block) else readings_of(block, known.language)
        last = index + 1
        if (
            readings
            and not readings[0].title
            and last < len(blocks)
            and _is_title_of(block, blocks[last], known)
        ):
            title = blocks[last].text
            readings = tuple(reading._replace(title=title) for reading in readings)
            last += 1
        found.extend(_parts(_entry(blocks, index, last, readings, known), known))
        index = last
    return found


def _is_title_of(label: Block, after: Block, known: ListWords) -> bool:
    """Whether a block is the title of the number before it, which stands in a column or line of its own."""
    if after.label is not None or after.text.isdigit():
        return False
    if known.heads_list(after) and (after.bold or after.first.centred):
        return False
    return not (label.bold and not after.bold)


def _entry(
    blocks: Sequence[Block], first: int, last: int, readings: tuple[Reading, ...], known: ListWords
) -> Entry:
    block = blocks[first]
    text = readings[0].title if readings else block.body
    line = block.first
    emphatic = block.bold or line.italic or line.centred or (text.isupper() and len(text) > 3)
    breaks = sentence_breaks(text)
    kind: Kind = "item" if readings and readings[0].style != "bare" else _kind(block, breaks, known)
    if not readings and known.heads_section(block):
        kind = "behind"  # no list goes on past the heading of a part, not even of the one that holds it
    sentence = bool(readings) and len(text) > _SHORT and known.verb.search(text.lower()) is not None
    parts = tuple(blocks[first:last])
    return Entry(block, parts, first, last, readings, kind, emphatic, text, breaks, sentence and _ends(text))


def _ends(text: str) -> bool:
    """Whether a text ends as a sentence, the number of a footnote aside."""
    return text.rstrip("0123456789*")[-1:] in {".", ";", ":"}


def _kind(block: Block, breaks: int, known: ListWords) -> Kind:
    """What a block without the label of an item is; the first kind that it shows decides."""
    text = block.text
    name = text.strip(" :.").casefold().replace("’", "'")
    shown: tuple[tuple[Kind, bool], ...] = (
        ("furniture", len(text) <= _FURNITURE_LENGTH and all(map(_FURNITURE.fullmatch, text.split()))),
        ("documentation", name in known.documentation),
        ("furniture", name in known.columns),
        ("document", bool(known.document.match(block.body) or (not breaks and SYMBOL.search(text)))),
        ("bullet", block.label is not None),
        ("remark", text.startswith(("(", "[")) and text[-1] in ")].;"),
        ("behind", len(text) < _PROSE and text[-1:] not in ("", ".", ";") and bool(known.behind.match(text))),
        ("prose", breaks > 0 or (block.ends_sentence and len(text) > _PROSE)),
    )
    return next((kind for kind, holds in shown if holds), "plain")


def _parts(entry: Entry, known: ListWords) -> list[Entry]:
    """The entry, or the entries that the text layer ran together in it ("(a) One; (b) Two.")."""
    block = entry.block
    if len(entry.blocks) > 1 or not entry.readings or block.first.label or not _RUN_ON.search(block.text):
        return [entry]
    found: list[Entry] = []
    start, readings = 0, entry.readings
    for match in _RUN_ON.finditer(block.text):
        text = block.text[match.end() :]
        after = readings_of(Block(block.lines, text, enumerator(text)), known.language)
        if _goes_on(readings, after, block.text[match.start() - 1]):
            found.append(_part(entry, block.text[start : match.start()], known))
            start, readings = match.end(), after
    return [*found, _part(entry, block.text[start:], known)] if found else [entry]


def _part(entry: Entry, text: str, known: ListWords) -> Entry:
    block = Block(entry.block.lines, text, enumerator(text), gap=entry.block.gap)
    return _entry([block], 0, 1, readings_of(block, known.language), known).at(entry.first, entry.last)


def _goes_on(before: Sequence[Reading], after: Sequence[Reading], stop: str) -> bool:
    """Whether a label inside a text is the next of the list: the next letter, the first, or a number."""
    if any(b.style == a.style and a.value == b.value + 1 for b in before for a in after):
        return True
    first, number = after and after[0].value == 1, after and after[0].style == "number"
    if number and not after[0].noisy:
        return stop == "." and before[0].style != "number"
    return bool(first and stop == ":" and before[0].style != after[0].style)
