"""Cuts a paragraph that sets several entries down: "Title [1]; Title [2] (continued) Title [3]"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.layout.endings import ends_in
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.model.agenda import Agenda
from undocparse.sections.timetable.vocabulary import LONGEST_LIST, Patterns

_WORD = re.compile(r"\w+")
_STOPS = ";.,: "
_QUOTES = '“«"„'
_LEAST = 3  # words; a title that begins inside a paragraph has more than two, or it is part of another title
_JOINT = 4  # letters; a shorter word in lower case before a title makes it part of a longer one
_LONGEST = 80  # words; no title is longer


class ItemTitles:
    """The titles of an agenda, to be met in running text.

    Args:
        titles: as printed.
        keys: of the same items.
    """

    def __init__(self, titles: Iterable[str] = (), keys: Iterable[str] = ()) -> None:
        self.keys = frozenset(keys)
        self._titles = {words for title in titles if (words := tuple(_WORD.findall(folded(title))))}
        lengths: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for words in self._titles:
            lengths[words[:2]].add(len(words))
        self._lengths = {start: sorted(each, reverse=True) for start, each in lengths.items()}

    def __bool__(self) -> bool:
        return bool(self._titles)

    def length(self, words: Sequence[str]) -> int:
        """How many of these folded words the longest title takes up that they begin with; 0 for none."""
        for start in (tuple(words[:2]), tuple(words[:1])):
            for length in self._lengths.get(start, ()):
                if length <= len(words) and tuple(words[:length]) in self._titles:
                    return length
        return 0


def titles_of(agenda: Agenda | None) -> ItemTitles:
    """The titles of all items; none where there is no agenda."""
    items = list(agenda.walk()) if agenda else []
    titles = (title for item in items for title in _printed(item.title))
    return ItemTitles(titles, (item.key for item in items))


def _printed(title: str) -> tuple[str, ...]:
    """A title, and how it may be printed outside the agenda: without the mandate in brackets at its end."""
    head, bracket, _ = title.rpartition(" (")
    return (title, head) if bracket and title.endswith(")") else (title,)


@dataclass(slots=True)
class Part(Block):
    """A part of a paragraph that says more than one thing; not its first."""


class Cutter:
    """Cuts paragraphs into what each sets down.

    Args:
        known: a language's patterns.
        titles: of the agenda's items.
    """

    def __init__(self, known: Patterns, titles: ItemTitles) -> None:
        self._known = known
        self._titles = titles

    def cut(self, block: Block) -> list[Block]:
        """The paragraph, or its parts where it says more than one thing."""
        starts = self._starts(block.text)
        if len(starts) < 2:
            return [block]
        ends = [*starts[1:], len(block.text)]
        return [_part(block, start, end) for start, end in zip(starts, ends, strict=True)]

    def is_title(self, text: str) -> bool:
        """Whether a text begins with the title of an item, and says no more but its marks."""
        words = _WORD.findall(folded(text))
        length = self._titles.length(words)
        return bool(length) and length >= len(words) - 2

    def _starts(self, text: str) -> list[int]:
        """Where the parts begin."""
        if not text or not (self._titles or ";" in text or "]" in text or ")" in text):
            return [0]
        running = _Words(text)
        starts, first, ended = [0], 0, self._titled_end(running, 0)
        for place in range(1, len(running.spans)):
            start = _with_quote(text, running.spans[place][0])
            if start <= starts[-1] or not text[start - 1 : start].isspace():
                continue
            before = text[starts[-1] : start].rstrip()
            full = ended is not None and ended == starts[-1] + len(before.rstrip(_STOPS))
            ends = self._begins(text, start) and (full or self._ends(before))
            if ends or (place - first > 1 and self._is_inner(running, place, before)):
                starts.append(start)
                first, ended = place, self._titled_end(running, place)
        return starts

    def _begins(self, text: str, start: int) -> bool:
        """Whether what begins here can be an entry: a capital, a quotation or a number of an item."""
        character = text[start]
        if character in "[(" and text[:1] != character:
            return False  # a number behind the title
        if character in _QUOTES or character.isupper():
            return True
        return bool(self._known.listed.match(text, start, start + LONGEST_LIST))

    def _ends(self, before: str) -> bool:
        """Whether an entry can end here: with a semicolon, its number, or "(continued)"."""
        if not any(map(str.isalpha, before)):
            return False
        if ends_in(before, ";"):
            return True
        plain = before.rstrip(_STOPS)
        if not plain.endswith((")", "]")):
            return False
        return bool(self._known.tail.search(plain) or self._known.ends_continued.search(plain))

    def _titled_end(self, running: _Words, place: int) -> int | None:
        """Where the item's title ends that a part begins with, behind its number."""
        if place == len(running.spans):
            return None
        start = running.spans[place][0]
        label = self._known.listed.match(running.text, start, start + LONGEST_LIST)
        while label and place < len(running.spans) and running.spans[place][0] < label.end():
            place += 1
        length = self._titles.length(running.words[place : place + _LONGEST])
        return running.spans[place + length - 1][1] if length else None

    def _is_inner(self, running: _Words, place: int, before: str) -> bool:
        """Whether an item's title begins behind business that has none."""
        if not running.text[running.spans[place][0]].isupper():
            return False
        if self._titles.length(running.words[place : place + _LONGEST]) < _LEAST:
            return False
        last = running.text[slice(*running.spans[place - 1])]
        return before[-1:].isalpha() and not (last.islower() and len(last) < _JOINT)


class _Words:
    """A text with its words: where they stand, and what they are, folded."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [folded(text[start:end]) for start, end in self.spans]


def _with_quote(text: str, start: int) -> int:
    """Where a word begins, its bracket or quotation mark included."""
    while (start and text[start - 1] in '“«"„([') or text[start - 2 : start] in ("« ", "«\xa0"):
        start -= 1
    return start


def _part(block: Block, start: int, end: int) -> Block:
    """One part of a paragraph, with the lines that it stands in."""
    text = block.text[start:end].strip().rstrip(";；؛").strip()
    if start == 0:
        return replace(block, text=text, lines=_lines(block, start, end))
    lines = _lines(block, start, end)
    return Part(lines, text, enumerator(text))


def _lines(block: Block, start: int, end: int) -> list[Line]:
    """The lines that hold these characters; off by the few that undone hyphens took away."""
    kept, offset = [], 0
    for line in block.lines:
        length = len(line.text.strip())
        if offset < end - 1 and start < offset + length:
            kept.append(line)
        offset += length + 1
    return kept or block.lines[-1:]
