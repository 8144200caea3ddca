"""Finds the agenda: the list of items, or the contents table or the headings that stand in for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.layout.blocks import Block
from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Model, Where
from undocparse.sections.item_labels import ItemLabel, item_label
from undocparse.sections.outline import Node, Outline

_CLOSING = " .;:,*–—-"
_GLUED_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
_SENTENCE_BREAK = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+[A-ZÀ-Ý]")
_LONG_TITLE = 420  # characters; longer ones are paragraphs
_USUAL_TITLE = 110  # characters on average; a list without a heading above it may not have longer ones
_LONG_GROUP = 160  # characters
_TITLE_REACH = 3  # blocks: how far above the list its heading may stand


class AgendaWords(Model):
    """How a language heads the list of items.

    Attributes:
        list_heading: words that a heading of the list begins with or is.
        contents: headings of a table of contents.
        columns: column heads of a contents table ("Item", "Page").
    """

    list_heading: tuple[str, ...]
    contents: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(slots=True)
class AgendaList:
    """The list of items as found.

    Attributes:
        nodes: the tree.
        blocks: all blocks that the list takes, its heading and group headings included.
        first: index of the first of them among the blocks that were searched.
        last: index after the last one.
        from_headings: there was no list; the annotated headings stood in for it.
    """

    nodes: list[Node]
    blocks: list[Block] = field(default_factory=list)
    first: int = 0
    last: int = 0
    from_headings: bool = False

    def agenda(self) -> Agenda:
        """The list as part of the object model."""
        return Agenda(tuple(_item(node) for node in self.nodes))

    def walk(self) -> Iterator[Node]:
        """All nodes, parents before their children."""
        stack = list(reversed(self.nodes))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.items))


def find_agenda(blocks: Sequence[Block], language: str) -> tuple[AgendaList | None, list[Diagnostic]]:
    """The list of agenda items among these blocks.

    Every place where a numbered list begins is tried; the one that is headed as an agenda, or else the
    longest that reads like titles, is taken.

    Args:
        blocks: of the whole document below the masthead, timetable left out.
        language: BCP 47 subtag.

    Returns:
        The list, or null where there is none; and what had to be deduced.
    """
    found = [c for c in _candidates(blocks, language) if _reads_like_titles(c, _rank(c, blocks, language))]
    if found:
        best = max(found, key=lambda c: (_rank(c, blocks, language), sum(1 for _ in c.walk())))
        return best, list(_gaps(best))
    headings = _from_headings(blocks, language)
    if headings is None:
        return None, []
    message = "The document has no list of items: its headings were taken as the agenda."
    return headings, [Diagnostic(code="agenda-from-headings", severity="info", message=message)]


def clean_title(text: str) -> str:
    """A title without closing punctuation, trailing asterisks and glued footnote marks."""
    text = text.strip()
    if text[-1:].isdigit():
        text = _GLUED_MARK.sub("", text)
    return text.rstrip(_CLOSING).strip()


def _item(node: Node) -> AgendaItem:
    return AgendaItem(
        key=node.key,
        label=node.label,
        title=clean_title(node.title),
        group=node.group,
        items=tuple(_item(child) for child in node.items),
        place=node.blocks[0].place,
    )


def _candidates(blocks: Sequence[Block], language: str) -> Iterator[AgendaList]:
    labels = [item_label(block, language) for block in blocks]
    taken = -1
    for index, label in enumerate(labels):
        if index < taken or label is None or not _may_start(label, index, blocks, language):
            continue
        candidate = _grow(blocks, labels, index, language)
        if len(candidate.nodes) > 1 or (candidate.nodes and candidate.nodes[0].items):
            taken = candidate.last
            yield candidate


def _may_start(label: ItemLabel, index: int, blocks: Sequence[Block], language: str) -> bool:
    if label.level != "top":
        return False
    return label.value == 1 or (index > 0 and _is_list_heading(blocks[index - 1], language))


def _grow(blocks: Sequence[Block], labels: list[ItemLabel | None], start: int, language: str) -> AgendaList:
    """Take blocks from the start as long as they go on with the list."""
    outline = Outline()
    last, group = start, None
    pending: list[Block] = []
    for index in range(start, len(blocks)):
        block, label = blocks[index], labels[index]
        if label is not None and outline.fits(label) and not _is_paragraph(block):
            outline.add(label, block, group)
            pending, last = [], index + 1
        elif not pending and _continues_title(block, label, outline):
            _extend(outline.last, block)
            last = index + 1
        elif len(pending) < 3 and _may_stand_between(blocks, labels, index, outline):
            pending.append(block)
            group = _group_title(block) if _is_group(block, label) else group
        else:
            break
    first, last = _heading_start(blocks, start, language), _contents_end(blocks, last)
    taken = [b for i, b in enumerate(blocks[first:last], first)]
    return AgendaList(outline.nodes, taken, first, last)


def _contents_end(blocks: Sequence[Block], last: int) -> int:
    """Behind the last item a table of contents may go on with entries that are no items (the annex)."""
    while any(block.leads_to for block in blocks[last : last + 2]):
        last += 1
    return last


def _is_paragraph(block: Block) -> bool:
    return len(block.text) > _LONG_TITLE or len(_SENTENCE_BREAK.findall(block.body)) > 1


def _continues_title(block: Block, label: ItemLabel | None, outline: Outline) -> bool:
    """A title that goes on after a page or column begins in lower case where the last one was left open."""
    if label is not None or outline.last is None:
        return False
    return block.text[:1].islower() and not outline.last.blocks[-1].ends_sentence


def _extend(node: Node | None, block: Block) -> None:
    if node is not None:
        node.title = f"{node.title} {block.text}"
        node.blocks.append(block)


def _may_stand_between(
    blocks: Sequence[Block], labels: list[ItemLabel | None], index: int, outline: Outline
) -> bool:
    """Group headings and unnumbered entries: short, and the list goes on behind them."""
    block, label = blocks[index], labels[index]
    if label is not None and label.level not in {"group", "bullet"}:
        return False
    if len(block.text) > _LONG_GROUP or (block.ends_sentence and block.leads_to is None):
        return False
    for following in range(index + 1, min(index + 4, len(blocks))):
        after = labels[following]
        if after is not None and outline.fits(after):
            return not _is_paragraph(blocks[following]) and blocks[following].bold <= block.bold
        if after is not None and after.level not in {"group", "bullet"}:
            return False
        if len(blocks[following].text) > _LONG_GROUP:
            return False
    return False


def _is_group(block: Block, label: ItemLabel | None) -> bool:
    """Group headings are bold, italic, centred, in capitals or lettered "A."."""
    if label is not None:
        return label.level == "group"
    first = block.first
    return block.bold or first.italic or first.centred or block.text.isupper()


def _group_title(block: Block) -> str:
    return clean_title(block.body)


def _heading_start(blocks: Sequence[Block], start: int, language: str) -> int:
    """Index of the list's heading, or of the first item where it has none."""
    for index in range(start - 1, max(start - 1 - _TITLE_REACH, -1), -1):
        if _is_list_heading(blocks[index], language) or _is_contents_heading(blocks[index], language):
            return index
    return start


@cache
def _heads(language: str) -> re.Pattern[str]:
    found = words(language, "agenda", AgendaWords)
    return re.compile(rf"(?:[IVXA-D]+\.\s+)?(?:{alternatives(found.list_heading)})\b", re.IGNORECASE)


@cache
def _contents(language: str) -> frozenset[str]:
    return frozenset(folded(word) for word in words(language, "agenda", AgendaWords).contents)


def _is_list_heading(block: Block, language: str) -> bool:
    return (
        len(block.text) < _LONG_GROUP
        and not block.text.endswith(".")
        and bool(_heads(language).match(block.text))
    )


def _is_contents_heading(block: Block, language: str) -> bool:
    return folded(block.text.strip(" :.")) in _contents(language)


def _rank(candidate: AgendaList, blocks: Sequence[Block], language: str) -> int:
    head = blocks[candidate.first]
    if _is_list_heading(head, language):
        return 2
    return 1 if _is_contents_heading(head, language) else 0


def _reads_like_titles(candidate: AgendaList, rank: int) -> bool:
    """Numbered paragraphs are no agenda: titles are short, and hold no two sentences."""
    titles = [node.title.strip() for node in candidate.walk()]
    odd = sum(1 for title in titles if len(title) > 300 or _SENTENCE_BREAK.search(title))
    if rank == 0 and sum(map(len, titles)) > _USUAL_TITLE * len(titles):
        return False
    return 4 * odd <= len(titles) and 3 * titles.count("") <= len(titles)


def _gaps(found: AgendaList) -> Iterator[Diagnostic]:
    """Numbers that the list skips."""
    numbers = [int(node.key) for node in found.nodes if node.key.isdigit()]
    for before, after in pairwise(numbers):
        if after != before + 1:
            message = f"The agenda goes from item {before} to item {after}."
            where = Where(section="agenda", items=(str(before), str(after)))
            yield Diagnostic(code="agenda-number-skipped", severity="warning", message=message, where=where)


def _from_headings(blocks: Sequence[Block], language: str) -> AgendaList | None:
    """Without a list: numbered headings that run on through the document are the agenda."""
    outline = Outline()
    for block in blocks:
        label = item_label(block, language)
        if label is None or not label.title or _is_paragraph(block) or not _looks_like_heading(block, label):
            continue
        if outline.fits(label) and (outline.nodes or label.value == 1):
            outline.add(label, block)
    if len(outline.nodes) < 2:
        return None
    return AgendaList(outline.nodes, from_headings=True)


def _looks_like_heading(block: Block, label: ItemLabel) -> bool:
    return block.bold or label.word or label.title.isupper()
