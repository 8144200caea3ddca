"""What may head an annotation: a line, a number over a title, or the beginning of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.layout.pages import Line, Run
from undocparse.sections.agenda import clean_title
from undocparse.sections.annotations.documentation import heads_list
from undocparse.sections.annotations.vocabulary import lexicon
from undocparse.sections.item_labels import ItemLabel, item_label

LONG_HEADING = 420  # characters
_CUTS = 4  # places in a paragraph where a heading at its beginning may end
_CUT = re.compile(r"[.:;]\s?[–—-]\s|[.:]\s+(?=[A-ZÀ-Ý«“\"(])|\s[–—-]\s")
_CLOSING = re.compile(r"[\s.:;–—-]*")
_BARE_NUMBER = re.compile(r"\d{1,3}$")


@dataclass(slots=True)
class Heading:
    """A heading of the annotations.

    Attributes:
        keys: items that it covers.
        title_similarity: against the agenda's own title, 0 to 1.
        first: index of its first block.
        last: index after its last block; "Item 1" and its title may be two.
        text: as printed.
        rest: the running text that goes on behind it in the same paragraph; at most one block.
    """

    keys: tuple[str, ...]
    title_similarity: float
    first: int
    last: int
    text: str
    rest: tuple[Block, ...] = ()


class Style(NamedTuple):
    """How a line is set; the headings of a document are set alike."""

    bold: bool
    italic: bool
    capitals: bool
    centred: bool
    size: int
    level: str | None
    word: bool

    @property
    def stands_out(self) -> bool:
        """Whether the type itself shows a heading."""
        return self.bold or self.capitals or self.centred


class Cut(NamedTuple):
    """One reading of where the heading ends.

    Attributes:
        title: folded.
        end: offset in the last block's body where running text begins; null where all of it is heading.
        shown: whether the type changes there.
    """

    title: str
    end: int | None = None
    shown: bool = False


@dataclass
class Candidate:
    """A block, or two, that may be a heading.

    Attributes:
        label: the number, letter or word for "item"; null where there is none.
        block: the block that holds the title.
        first: index of its first block.
        last: index after its last block.
        label_text: what is printed before the title.
        followed: whether running text or documents follow it.
    """

    label: ItemLabel | None
    block: Block
    body: str
    first: int
    last: int
    label_text: str
    followed: bool
    emphatic: bool
    style: Style

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """The whole text, if it is short enough, and the places where a run-in heading may end."""
        whole = (Cut(folded(clean_title(self.body))),) if len(self.body) <= LONG_HEADING else ()
        return (*whole, *_cuts(self.block, self.body))

    def cut_behind(self, title: str) -> Cut | None:
        """Where running text begins right behind this folded title; null where it does not."""
        head = self.body[: len(title)]
        behind = self.body[len(title) :]
        if len(title) < 3 or not behind.strip() or folded(head) != title:
            return None
        closing = _CLOSING.match(behind)
        rest = behind[closing.end() :] if closing else behind
        if not rest or rest[0].islower() or (behind[0].isalnum()):
            return None
        return Cut(title, len(self.body) - len(rest))

    def heading_text(self, cut: Cut) -> str:
        """The heading as printed."""
        title = self.body if cut.end is None else self.body[: cut.end].strip()
        return f"{self.label_text} {title}".strip()

    def rest(self, cut: Cut) -> tuple[Block, ...]:
        """The running text behind the heading."""
        if cut.end is None:
            return ()
        text = self.body[cut.end :].strip()
        return (Block(_lines_behind(self.block, text), text),) if text else ()


def candidates_of(blocks: Sequence[Block], language: str) -> Iterator[Candidate]:
    """Every block that may be a heading, with the block behind it where it is only a number.

    Args:
        blocks: what follows the list of items.
        language: BCP 47 subtag.
    """
    known = lexicon(language)
    for index, block in enumerate(blocks):
        label = _label(block, language)
        if label.level == "bullet" if label else (block.first.column > 0 or heads_list(block, known)):
            continue  # a heading has nothing to its left, as the second cell of a row has
        last, holder, body = index + 1, block, label.title if label else block.text
        if label is not None and not body:
            if last == len(blocks) or blocks[last].label is not None:
                continue
            holder, body, last = blocks[last], blocks[last].text, last + 1
        yield Candidate(
            label,
            holder,
            body.strip(),
            index,
            last,
            _printed_label(block, label),
            _followed(blocks, last, language),
            _emphatic(block) or _emphatic(holder),
            style_of(holder, label),
        )


def _label(block: Block, language: str) -> ItemLabel | None:
    label = item_label(block, language)
    if label is None and _BARE_NUMBER.match(block.text):
        return ItemLabel(block.text, "top", (block.text,), int(block.text), "")
    return label


def _printed_label(block: Block, label: ItemLabel | None) -> str:
    if block.first.label:
        return block.first.label
    return label.printed if label else ""


def _followed(blocks: Sequence[Block], index: int, language: str) -> bool:
    """Whether the next block is running text: a list of items has none between its entries."""
    if index >= len(blocks):
        return False
    block = blocks[index]
    return block.ends_sentence and len(block.text) > 60 and not block.bold


def _emphatic(block: Block) -> bool:
    return block.bold or (block.text.isupper() and len(block.text) > 3)


def style_of(block: Block, label: ItemLabel | None) -> Style:
    """How the title's first line is set, and what stands before it."""
    first = block.first
    return Style(
        block.bold,
        first.italic,
        block.text.isupper(),
        first.centred,
        round(first.size),
        label.level if label else None,
        bool(label and label.word),
    )


def _cuts(block: Block, body: str) -> Iterator[Cut]:
    shown = _shown_cut(block, body)
    if shown is not None:
        yield shown
    for n, match in enumerate(_CUT.finditer(body, 3, LONG_HEADING)):
        if n == _CUTS:
            return
        yield Cut(folded(clean_title(body[: match.start()])), match.end())


def _shown_cut(block: Block, body: str) -> Cut | None:
    """Where bold, italic or underlined type ends inside the first line."""
    runs = [run for run in block.first.runs if not run.raised]
    if len(runs) < 2:
        return None
    start = 1 if len(runs) > 2 and not _set_apart(runs[0]) and len(runs[0].text) < 12 else 0
    if not _set_apart(runs[start]):
        return None
    kept = []
    for run in runs[start:]:
        if not _set_apart(run):
            break
        kept.append(run.text)
    if len(kept) == len(runs) - start:
        return None
    title = " ".join(kept)
    place = body.find(kept[-1])
    if place < 0 or place > LONG_HEADING:
        return None
    end = place + len(kept[-1])
    behind = _CLOSING.match(body, end)
    end = behind.end() if behind else end
    return Cut(folded(clean_title(body[:end] if title in body else title)), end, True)


def _set_apart(run: Run) -> bool:
    return run.bold or run.italic


def _lines_behind(block: Block, text: str) -> list[Line]:
    """The lines that hold the end of a block's text: at least its last one."""
    left = len(text)
    kept = []
    for line in reversed(block.lines):
        kept.append(line)
        left -= len(line.text) + 1
        if left <= 0:
            break
    return kept[::-1]
