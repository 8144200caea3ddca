"""Finds the headings of the annotations by aligning the agenda's items with the blocks that follow it.

Number, title, weight and the word for "item" are evidence; dynamic programming takes the best sequence
in the agenda's order, so that a numbered paragraph that looks like a heading does not lead astray.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.layout.endings import ends_in
from undocparse.sections.agenda import clean_title
from undocparse.sections.annotations.headings import Candidate, Cut, Heading, Style, candidates_of
from undocparse.sections.item_labels import ItemLabel
from undocparse.sections.outline import Node

_NUMBER, _TITLE, _BOLD, _WORD = 1.5, 3.0, 0.6, 0.6  # weights of the evidence
_FOLLOWED = 0.3  # a heading has running text below it, an entry of a second list has none
_ALIKE = 0.9  # set as the other headings of the document are
_RUN_IN = 0.4  # less for a heading that only a stop parts from the text behind it
_ENOUGH = 2.9  # a number with half a title, or a whole title, or a bold number with a third of one
_SHORT_TITLE = 12  # characters that a shortened title must share with the agenda's at the least
_EDGE = 4  # characters; a heading without a number begins or ends with these as its item's title does
_UNNUMBERED = 0.88  # similarity that a heading without a number needs
_OTHER_NUMBER = 0.95  # similarity that a heading with another number needs
_REWORDED = 0.55  # similarity that a heading without a number needs that is set as the others are
_CUT_TITLE = 0.75  # similarity that the beginning of a paragraph needs
_STRONG = 0.8  # similarity of a heading that shows how headings are set
_OWN_STYLE = 0.5  # of the blocks set so are headings: the style tells them from the rest
_SENTENCE = 0.6  # less for what ends as a sentence and is longer than the title


@dataclass(slots=True)
class _Match:
    """How well a candidate serves as the heading of an item."""

    item: int
    score: float
    needed: float
    similarity: float
    cut: Cut


def align(nodes: Sequence[Node], blocks: Sequence[Block], language: str) -> list[Heading]:
    """The headings of the annotations, in document order.

    The first alignment shows how the document sets its headings; in the second one that is evidence too, so
    that reworded titles and headings without a number are found too.

    Args:
        nodes: all items, parents before their children.
        blocks: what follows the list of items, timetable and footnotes left out.
        language: BCP 47 subtag.
    """
    candidates = list(candidates_of(blocks, language))
    items = _Items(nodes)
    matches = [items.matches(candidate) for candidate in candidates]
    pairs = _aligned(matches, len(nodes))
    if styles := _heading_styles(candidates, pairs, len(nodes)):
        for candidate, row in zip(candidates, matches, strict=True):
            if candidate.style in styles:
                items.weigh_style(candidate, row)
        pairs = _aligned(matches, len(nodes))
    known = {node.key for node in nodes}
    return [_heading(candidates[c], nodes[match.item], items, match, known) for c, match in pairs]


def _aligned(matches: Sequence[Sequence[_Match]], items: int) -> list[tuple[int, _Match]]:
    good = [{match.item: match for match in row if match.score >= match.needed} for row in matches]
    scores = [[(item, row[item].score) for item in sorted(row)] for row in good]
    return [(candidate, good[candidate][item]) for candidate, item in best_path(scores, items)]


def _heading_styles(
    candidates: Sequence[Candidate], pairs: Sequence[tuple[int, _Match]], items: int
) -> frozenset[Style]:
    """How headings are set, where little else is set so.

    Where few items have a heading so far, any style that stands out and that some lines have may be theirs.
    """
    usual = Counter(candidate.style for candidate in candidates)
    strong = Counter(
        candidates[c].style for c, match in pairs if match.similarity >= _STRONG and match.cut.end is None
    )
    styles = {
        style
        for style, times in strong.items()
        if times > (0 if style.stands_out else 1) and times >= _OWN_STYLE * usual[style]
    }
    if len(pairs) <= items // 2:
        some = range(2, 2 * items + 1)
        styles |= {style for style, times in usual.items() if style.stands_out and times in some}
    return frozenset(styles)


_MOST_ALIKE = 100  # items; no agenda has so many whose titles begin alike
_MOST_PAIRS = 50_000  # of a heading and a title that begin alike; 250 of each, or all of the corpus times 400
_MOST_TRIES = 500_000  # titles; agendas of 200 items with 2,500 headings stay below


class _Items:
    """The agenda's items, so kept that a heading meets only those that it can be of."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.titles = [folded(clean_title(node.title)) for node in nodes]
        self._longest = max(map(len, self.titles), default=0)
        self._nodes = nodes
        self._pairs, self._tries = _MOST_PAIRS, _MOST_TRIES
        self._by_number: dict[str, list[int]] = defaultdict(list)
        self._by_start: dict[str, list[int]] = defaultdict(list)
        self._by_end: dict[str, list[int]] = defaultdict(list)
        for place, (node, title) in enumerate(zip(nodes, self.titles, strict=True)):
            for number in {node.key, node.key.rpartition(".")[2]}:
                self._by_number[number].append(place)
            if title:
                self._by_start[title[:_EDGE]].append(place)
                self._by_end[title[-_EDGE:]].append(place)

    def matches(self, candidate: Candidate) -> list[_Match]:
        """Items that a block may be the heading of, and how well it serves."""
        likely = self._numbered(candidate.label.names) if candidate.label else set()
        settled = self._pairs < 0 or self._says_all(candidate, likely)
        alike = set() if settled else self._alike(candidate) - likely
        self._pairs -= len(alike)
        found = (self._match(candidate, n) for n in (*likely, *alike))
        return [match for match in found if match is not None]

    def _says_all(self, candidate: Candidate, places: Iterable[int]) -> bool:
        """Whether a text is number and title of one item, so that it is the heading of no other."""
        whole = candidate.cuts[0].title if candidate.cuts else ""
        return any(
            self.titles[place] == whole and _names(candidate.label, self._nodes[place]) for place in places
        )

    def _numbered(self, names: Iterable[str]) -> set[int]:
        return {place for name in names for place in self._by_number.get(name, ())}

    def _alike(self, candidate: Candidate) -> set[int]:
        """Items whose title begins or ends as the text does, without regard to its number."""
        start = self._by_start.get(folded(candidate.body[:_EDGE]), ())[:_MOST_ALIKE]
        if len(candidate.body) > _longer(self._longest):
            return set(start) if candidate.label is None or candidate.label.word else set()
        end = folded(clean_title(candidate.body[-2 * _EDGE :]))[-_EDGE:]
        return {*start, *self._by_end.get(end, ())[:_MOST_ALIKE]}

    def _match(self, candidate: Candidate, item: int) -> _Match | None:
        numbered = _names(candidate.label, self._nodes[item])
        title = self.titles[item]
        best: _Match | None = None
        cuts = candidate.cuts if numbered else candidate.cuts[:2]
        exact = candidate.cut_behind(title)
        for cut in (*cuts, exact) if exact else cuts:
            match = _rated(candidate, cut, item, title, numbered=numbered)
            if match and (best is None or match.score - match.needed > best.score - best.needed):
                best = match
        return best

    def weigh_style(self, candidate: Candidate, row: list[_Match]) -> None:
        """Count that a candidate is set as headings are; where it has no number, try all titles."""
        for match in row:
            match.score += _ALIKE
        if candidate.label is not None or len(candidate.body) > _longer(self._longest):
            return
        cut = candidate.cuts[0] if candidate.cuts else None
        if cut is None or cut.end is not None or not cut.title or self._tries < len(self.titles):
            return
        self._tries -= len(self.titles)
        rated = {match.item for match in row}
        for item, title in enumerate(self.titles):
            if item not in rated and (similarity := _reworded(cut.title, title)) >= _REWORDED:
                score = _TITLE * similarity + _ALIKE
                row.append(_Match(item, score, _TITLE * _REWORDED, similarity, cut))


def _longer(length: int) -> float:
    """How long a heading without a number may be for a title of this length, in characters."""
    return 1.4 * length + 10


def _rated(candidate: Candidate, cut: Cut, item: int, title: str, *, numbered: bool) -> _Match | None:
    """How well one reading of a block serves as the heading of an item; null where it cannot be."""
    if not cut.title or not title:
        return None
    similarity = title_similarity(cut.title, title)
    needed = _ENOUGH
    if not numbered:
        least = _UNNUMBERED if candidate.label is None else _OTHER_NUMBER
        if similarity < least or len(cut.title) > _longer(len(title)):
            return None
        needed = _TITLE * least
    elif cut.end is not None and not cut.shown and similarity < _CUT_TITLE:
        return None
    word = candidate.label is not None and candidate.label.word
    score = _NUMBER * numbered + _TITLE * similarity + _BOLD * candidate.emphatic + _WORD * word
    score += _FOLLOWED * (candidate.followed or cut.end is not None)
    if cut.end is not None:
        score += _BOLD * cut.shown - _RUN_IN
    elif ends_in(candidate.block.text, ".") and len(cut.title) > _longer(len(title)):
        score -= _SENTENCE
    return _Match(item, score, needed, similarity, cut)


def _names(label: ItemLabel | None, node: Node) -> bool:
    """Whether the label is the item's own number, whole or its last part."""
    if label is None:
        return False
    if label.word or "." in label.names[0]:
        return node.key in label.names
    own = node.key if label.level in {"top", "dotted"} else node.key.rpartition(".")[2]
    outer = label.level in {"top", "group"}  # Roman numerals number whole items too
    return label.names[0] == own and (("." in node.key) != outer)


def title_similarity(heading: str, title: str) -> float:
    """Likeness of two folded titles, 0 to 1; a title cut short counts nearly as a whole one."""
    whole = fuzz.ratio(heading, title) / 100
    if len(heading) >= _SHORT_TITLE and (title.startswith(heading) or heading.startswith(title)):
        return max(whole, 0.9)
    return whole


def _reworded(heading: str, title: str) -> float:
    """Likeness of the words of two folded titles, 0 to 1, whatever their order."""
    return max(fuzz.ratio(heading, title), 0.9 * fuzz.token_set_ratio(heading, title)) / 100


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


def _heading(found: Candidate, node: Node, items: _Items, match: _Match, known: set[str]) -> Heading:
    keys: tuple[str, ...] = (node.key,)
    if found.label is not None and found.label.word and len(found.label.names) > 1:
        keys = tuple(key for key in found.label.names if key in known) or keys
    similarity = round(fuzz.ratio(match.cut.title, items.titles[match.item]) / 100, 3)
    text = found.heading_text(match.cut)
    return Heading(keys, similarity, found.first, found.last, text, found.rest(match.cut))
