"""Finds the headings of the annotations by aligning the agenda's items with the blocks that follow it.

Number, title, weight and the word for "item" are evidence; dynamic programming takes the best sequence
in the agenda's order, so that a numbered paragraph that looks like a heading does not lead astray.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.sections.agenda import clean_title
from undocparse.sections.item_labels import ItemLabel, item_label
from undocparse.sections.outline import Node

_NUMBER, _TITLE, _BOLD, _WORD = 1.5, 3.0, 0.6, 0.6  # weights of the evidence
_ENOUGH = 2.9  # a number with half a title, or a whole title, or a bold number with a third of one
_SHORT_TITLE = 12  # characters that a shortened title must share with the agenda's at the least
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
    titles = [folded(clean_title(node.title)) for node in nodes]
    scores = [[_score(c, node, title) for node, title in zip(nodes, titles, strict=True)] for c in candidates]
    return [_heading(candidates[c], nodes[n], titles[n], nodes) for c, n in _best_path(scores)]


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


def _score(candidate: _Candidate, node: Node, title: str) -> float:
    """How well a block serves as the heading of an item; 0 where it cannot be."""
    if not candidate.title:
        return 0.0
    numbered = _names(candidate.label, node)
    if candidate.label is not None and not numbered:
        return 0.0
    similarity = title_similarity(candidate.title, title)
    if not numbered and (similarity < _UNNUMBERED or len(candidate.title) > 1.4 * len(title) + 10):
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


def _best_path(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (candidate, item), both rising, with the highest sum."""
    if not scores:
        return []
    width = len(scores[0])
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for c, row in enumerate(scores, 1):
        above, here = best[c - 1], best[c]
        for n, score in enumerate(row, 1):
            taken = above[n - 1] + score if score else 0.0
            here[n] = max(above[n], here[n - 1], taken)
    return _trace(best, scores)


def _trace(best: list[list[float]], scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    pairs = []
    c, n = len(scores), len(scores[0])
    while c and n:
        if best[c][n] == best[c - 1][n]:
            c -= 1
        elif best[c][n] == best[c][n - 1]:
            n -= 1
        else:
            c, n = c - 1, n - 1
            pairs.append((c, n))
    return pairs[::-1]


def _heading(found: _Candidate, node: Node, title: str, nodes: Sequence[Node]) -> Heading:
    keys: tuple[str, ...] = (node.key,)
    if found.label is not None and found.label.word and len(found.label.names) > 1:
        known = {other.key for other in nodes}
        keys = tuple(key for key in found.label.names if key in known) or keys
    similarity = round(fuzz.ratio(found.title, title) / 100, 3)
    return Heading(keys, similarity, found.first, found.last, found.text)
