"""Finds the headings of the annotations by aligning the agenda's items with the blocks that follow it.

Number, title, weight and the word for "item" are evidence; dynamic programming takes the best sequence
in the agenda's order, so that a numbered paragraph that looks like a heading does not lead astray.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.sections.agenda import clean_title
from undocparse.sections.item_labels import ItemLabel, item_label
from undocparse.sections.outline import Node

_NUMBER, _TITLE, _BOLD, _WORD = 1.5, 3.0, 0.6, 0.6  # weights of the evidence
_ENOUGH = 2.9  # a number with half a title, or a whole title, or a bold number with a third of one
_SHORT_TITLE = 12  # characters that a shortened title must share with the agenda's at the least
_EDGE = 4  # characters; a heading without a number begins or ends with these as its item's title does
_LONG_HEADING = 420  # characters
_UNNUMBERED = 0.88  # similarity that a heading without a number needs


@dataclass(slots=True)
class Heading:
    """A heading of the annotations.

    Attributes:
        keys: items that it covers.
        title_similarity: against the agenda's own title, 0 to 1.
        first: index of its first block.
        last: index after its last block; "Item 1" and its title may be two.
        text: as printed.
    """

    keys: tuple[str, ...]
    title_similarity: float
    first: int
    last: int
    text: str


@dataclass(slots=True)
class _Candidate:
    label: ItemLabel | None
    title: str
    bold: bool
    first: int
    last: int
    text: str


def align(nodes: Sequence[Node], blocks: Sequence[Block], language: str) -> list[Heading]:
    """The headings of the annotations, in document order.

    Args:
        nodes: all items, parents before their children.
        blocks: what follows the list of items, timetable and footnotes left out.
        language: BCP 47 subtag.
    """
    candidates = [c for i, _ in enumerate(blocks) if (c := _candidate(blocks, i, language)) is not None]
    items = _Items(nodes)
    scores = [items.scores(candidate) for candidate in candidates]
    known = {node.key for node in nodes}
    return [
        _heading(candidates[c], nodes[n], items.titles[n], known) for c, n in best_path(scores, len(nodes))
    ]


def _candidate(blocks: Sequence[Block], index: int, language: str) -> _Candidate | None:
    block = blocks[index]
    if len(block.text) > _LONG_HEADING:
        return None
    label = item_label(block, language)
    if label is not None and label.level == "bullet":
        return None
    title, last, text = (label.title if label else block.text), index + 1, block.text
    if block.first.label:
        text = f"{block.first.label} {block.text}"
    if (
        label is not None
        and not title
        and index + 1 < len(blocks)
        and _carries_title(block, blocks[index + 1])
    ):
        title, last = blocks[index + 1].text, index + 2
        text = f"{text} {title}"
    return _Candidate(label, folded(clean_title(title)), block.bold, index, last, text)


def _carries_title(block: Block, after: Block) -> bool:
    """Whether the next block is the title of a heading that is only "Item 1"."""
    return after.label is None and len(after.text) < _LONG_HEADING and after.bold == block.bold


class _Items:
    """The agenda's items, so kept that a heading meets only those that it can be of."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.titles = [folded(clean_title(node.title)) for node in nodes]
        self._longest = max(map(len, self.titles), default=0)
        self._nodes = nodes
        self._by_number: dict[str, list[int]] = defaultdict(list)
        self._by_start: dict[str, list[int]] = defaultdict(list)
        self._by_end: dict[str, list[int]] = defaultdict(list)
        for place, (node, title) in enumerate(zip(nodes, self.titles, strict=True)):
            for number in {node.key, node.key.rpartition(".")[2]}:
                self._by_number[number].append(place)
            self._by_start[title[:_EDGE]].append(place)
            self._by_end[title[-_EDGE:]].append(place)

    def scores(self, candidate: _Candidate) -> list[tuple[int, float]]:
        """Items that a block may be the heading of, in order, and how well it serves."""
        if not candidate.title:
            return []
        label = candidate.label
        likely = self._numbered(label.names) if label else self._alike(candidate.title)
        found = ((n, _score(candidate, self._nodes[n], self.titles[n])) for n in sorted(likely))
        return [(n, score) for n, score in found if score]

    def _numbered(self, names: Iterable[str]) -> set[int]:
        return {place for name in names for place in self._by_number.get(name, ())}

    def _alike(self, title: str) -> set[int]:
        if len(title) > _longer(self._longest):
            return set()
        return {*self._by_start.get(title[:_EDGE], ()), *self._by_end.get(title[-_EDGE:], ())}


def _longer(length: int) -> float:
    """How long a heading without a number may be for a title of this length, in characters."""
    return 1.4 * length + 10


def _score(candidate: _Candidate, node: Node, title: str) -> float:
    """How well a block serves as the heading of an item; 0 where it cannot be."""
    numbered = _names(candidate.label, node)
    if candidate.label is not None and not numbered:
        return 0.0
    similarity = title_similarity(candidate.title, title)
    if not numbered and (similarity < _UNNUMBERED or len(candidate.title) > _longer(len(title))):
        return 0.0
    word = candidate.label is not None and candidate.label.word
    score = _NUMBER * numbered + _TITLE * similarity + _BOLD * candidate.bold + _WORD * word
    enough = _ENOUGH if numbered else _TITLE * _UNNUMBERED
    return score if score >= enough else 0.0


def _names(label: ItemLabel | None, node: Node) -> bool:
    """Whether the label is the item's own number, whole or its last part."""
    if label is None:
        return False
    if label.word or "." in label.names[0]:
        return node.key in label.names
    own = node.key if label.level in {"top", "dotted"} else node.key.rpartition(".")[2]
    return label.names[0] == own and (("." in node.key) == (label.level != "top"))


def title_similarity(heading: str, title: str) -> float:
    """Likeness of two folded titles, 0 to 1; a title cut short counts nearly as a whole one."""
    whole = fuzz.ratio(heading, title) / 100
    if len(heading) >= _SHORT_TITLE and (title.startswith(heading) or heading.startswith(title)):
        return max(whole, 0.9)
    return whole


class _Link(NamedTuple):
    """The last pair of the best path so far, its sum, and the path before it."""

    total: float
    candidate: int
    item: int
    before: _Link | None


def best_path(scores: Sequence[Sequence[tuple[int, float]]], items: int) -> list[tuple[int, int]]:
    """The pairs of candidate and item, both rising, that have the highest sum of scores.

    Dynamic programming over the pairs that there are, each asking a tree of prefix maxima for the best path
    that ends at an earlier item: n log n steps, not the product of both numbers.

    Args:
        scores: for each candidate the items that it may belong to, rising, with a score above 0.
        items: how many items there are.
    """
    tree: list[_Link | None] = [None] * (items + 1)
    for candidate, row in enumerate(scores):
        for item, score in reversed(row):  # from the last, so that a candidate follows no pair of its own
            before = _best_up_to(tree, item)
            total = score + (before.total if before else 0.0)
            _enter(tree, item + 1, _Link(total, candidate, item, before))
    pairs = []
    link = _best_up_to(tree, items)
    while link:
        pairs.append((link.candidate, link.item))
        link = link.before
    return pairs[::-1]


def _best_up_to(tree: Sequence[_Link | None], place: int) -> _Link | None:
    best = None
    while place:
        link = tree[place]
        if link and (best is None or link.total > best.total):
            best = link
        place -= place & -place
    return best


def _enter(tree: list[_Link | None], place: int, link: _Link) -> None:
    while place < len(tree):
        here = tree[place]
        if here is None or link.total > here.total:
            tree[place] = link
        place += place & -place


def _heading(found: _Candidate, node: Node, title: str, known: set[str]) -> Heading:
    keys: tuple[str, ...] = (node.key,)
    if found.label is not None and found.label.word and len(found.label.names) > 1:
        keys = tuple(key for key in found.label.names if key in known) or keys
    similarity = round(fuzz.ratio(found.title, title) / 100, 3)
    return Heading(keys, similarity, found.first, found.last, found.text)
