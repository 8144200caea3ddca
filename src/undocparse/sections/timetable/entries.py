"""Tells what a paragraph of a timetable is: an entry, or something that only stands beside entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from undocparse.layout.blocks import Block
from undocparse.layout.endings import begins_anew, ends_in
from undocparse.layout.enumerators import enumerator, roman_numeral, roman_value
from undocparse.layout.pages import Line
from undocparse.sections.agenda import clean_title
from undocparse.sections.item_labels import ItemLabel, item_keys, item_label
from undocparse.sections.timetable.pieces import ItemTitles
from undocparse.sections.timetable.remarks import NOTHING, Remark
from undocparse.sections.timetable.vocabulary import Patterns, patterns

Aside = Literal["detail", "lead-in", "no-sitting", "deadline", "segment", "note"]
"""Bulleted and bracketed lines, "Joint discussion on:", "No meeting", deadlines, headings, notes."""

BULLET = re.compile(r"[-•▪·●○◦‣–—*o\uf0b7\uf0a7\x7f]\s+\S")
_BRACKETED = re.compile(r"\(.*\)[.;]?$|\[(?:[^\s\]]+|[a-z].*)\][.;]?$")
"""A remark; business that is still open stands in square brackets too, with a capital and several words."""
_BARE = re.compile(r"(?P<numbers>(?:\d{1,3}|[IVXL]{1,7})(?:\s?\(?[a-z]{1,3}\))*)\s+(?=[^\W\d_])(?![a-zà-ÿ])")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_ROMAN = re.compile(r"(?<!\w)[IVXL]{1,7}(?!\w)")
_NOTE = re.compile(r"(?:\*+|[a-z]/|\d{1,2}/)\s*\S")
_SHORT = 30  # characters; the number of an item by itself is shorter
_SEGMENT_WORDS = 6  # the heading of a segment has no more
_TEXT_LENGTH = 320  # characters; a longer text without a number is a paragraph, not an entry


@dataclass(slots=True)
class Draft:
    """An entry in the making.

    Attributes:
        keys: keys of the agenda items as numbered; empty where no number is printed.
        title: without number and "(continued)".
        continued: whether it goes on from, or ends, an earlier sitting.
        lines: where it is printed.
        bold: whether its text is bold.
        italic: whether its text is italic.
        indent: left edge of its text, in points.
        unlinked: it is named by the heading over its days, which no item's title is meant by.
        said: what its row says of the sitting.
    """

    keys: tuple[str, ...]
    title: str
    continued: bool
    lines: list[Line] = field(default_factory=list)
    bold: bool = False
    italic: bool = False
    indent: float = 0.0
    unlinked: bool = False
    said: Remark = NOTHING

    def take_title(self, other: Draft) -> None:
        """Take over the title that stands in a paragraph of its own below the number."""
        self.title = other.title
        self.continued = self.continued or other.continued
        self.lines.extend(other.lines)


class EntryReader:
    """Reads paragraph after paragraph; knows the item that letters belong to."""

    def __init__(self, language: str, titles: ItemTitles) -> None:
        self._language = language
        self._titles = titles
        self._known: Patterns = patterns(language)
        self._parent: list[str] = []

    def read(self, block: Block, *, bulleted: bool = False) -> Draft | Aside:
        """The entry that a paragraph makes, or what it is instead.

        Args:
            block: the paragraph.
            bulleted: whether bullets stand before entries here, and not before what explains them.
        """
        text = block.text.strip()
        if (bullet := BULLET.match(text)) and not text.startswith("*"):
            if not bulleted:
                return "detail"
            text = text[bullet.end() - 1 :]
            block = replace(block, text=text, label=enumerator(text))
        return self._numbered(text, block) or self._aside(text) or self.draft((), text, [block])

    def _numbered(self, text: str, block: Block) -> Draft | Aside | None:
        """The entry of a paragraph that begins with its number; None for any other."""
        if quoted := self.quoted(text, block):
            return quoted[0]
        if len(text) < _SHORT and (alone := self._known.labels.fullmatch(text)):
            self._remember(keys := self._numbers(alone["numbers"]))
            return self.draft(keys, "", [block])
        label = item_label(block, self._language)
        if label is not None:
            if label.level == "group":
                return self._of_group(label, block)
            if keys := self._keys(label.level, label.names):
                return self.draft(keys, label.title, [block])
        numbers = self._known.several.match(text) or _BARE.match(text)
        if label is None and not numbers:
            numbers = self._known.listed.match(text)
        keys = self._numbers(numbers["numbers"] or numbers[0]) if numbers else ()
        if not numbers or not (numbers["numbers"] or len(keys) > 1):
            return None
        if numbers.re is _BARE:
            self._remember(keys)
        return self.draft(keys, text[numbers.end() :], [block])

    def _of_group(self, label: ItemLabel, block: Block) -> Draft | Aside:
        """What a Roman number or a capital begins: an item where the agenda numbers so, else a segment."""
        name = label.names[0]
        roman = roman_value(name.lower())
        if name in self._titles.keys or (roman and not self._titles.keys):
            return self.draft((name,), label.title, [block])
        return "segment"

    def labelled(self, label: str, blocks: list[Block]) -> Draft:
        """The entry whose number stands in a column of its own."""
        label = label.strip("[] ")
        match = self._known.labels.match(label)
        keys = self._numbers(match["numbers"] if match else label)
        self._remember(keys)
        title = " ".join(block.text for block in blocks)
        draft = self.draft(keys, title, blocks)
        draft.continued = draft.continued or bool(self._known.continued.search(f"({label})"))
        return draft

    def quoted(self, text: str, block: Block, *, inside: bool = False) -> list[Draft]:
        """The items that a text names with their titles in quotation marks: "item 3, “General debate”".

        Args:
            text: the whole text of the paragraph, or its end.
            block: the paragraph.
            inside: whether it may say something else before; if not, there is at most one.
        """
        if not any(mark in text for mark in '“«„"'):
            return []
        first = self._known.quoted.match(text)
        matches = self._known.quoted.finditer(text) if inside else [first] if first else []
        return [
            self.draft(
                self._numbers(match["numbers"] or match[0][: match.start("title") - match.start()]),
                match["title"] + (match["marks"] or ""),
                [block],
            )
            for match in matches
        ]

    def named_items(self, text: str) -> tuple[str, ...]:
        """The items that a sentence names: "the Board will consider items 3 and 4"; none of a title."""
        if begins_anew(text) and not self._known.item.match(text):
            return ()
        found = [match["numbers"] for match in self._known.mentioned.finditer(text)]
        return tuple(dict.fromkeys(key for numbers in found for key in self._numbers(numbers)))

    def draft(self, keys: tuple[str, ...], title: str, blocks: list[Block]) -> Draft:
        """An entry with this number, or else the one behind its title."""
        plain, behind, continued = self._without_marks(title)
        keys = keys or behind
        if len(keys) == 1 and (match := self._known.sub_items.search(plain)):
            keys = (*keys, *item_keys(f"{keys[0]} {match['letters']}", self._language))
        lines = [line for block in blocks for line in block.lines]
        bold, italic = _emphasis(lines)
        indent = lines[0].indent if lines else 0.0
        return Draft(tuple(dict.fromkeys(keys)), clean_title(plain), continued, lines, bold, italic, indent)

    def _without_marks(self, title: str) -> tuple[str, tuple[str, ...], bool]:
        """A title without "(continued)", "[76]" and "(to be determined)"; the numbers; whether it goes on."""
        keys: tuple[str, ...] = ()
        plain, continued = self._known.continued.subn("", title)
        while match := self._known.tail.search(plain):
            numbers = next(group for group in match.groups() if group)
            keys, plain = (*self._numbers(numbers), *keys), plain[: match.start()]
        plain = _without_brackets(plain, self._known)
        plain, again = self._known.continued.subn("", plain)
        return plain, keys, continued + again > 0

    def _numbers(self, text: str) -> tuple[str, ...]:
        """Keys of a list of numbers; "2.1" is the key of a sub-item as it stands."""
        if dotted := _DOTTED.findall(text):
            return tuple(dict.fromkeys(dotted))
        arabic = _ROMAN.sub(lambda match: str(roman_value(match[0].lower())), text)
        keys = item_keys(arabic, self._language)
        return keys if arabic == text else tuple(_with_roman(key) for key in keys)

    def _keys(self, level: str, names: tuple[str, ...]) -> tuple[str, ...]:
        if level in {"top", "dotted"}:
            self._remember(names)
            return names
        if level in {"letter", "roman"} and self._parent:
            depth = 1 if level == "letter" else 2
            if level == "letter" and len(self._parent) > 1 and _is_next_roman(self._parent, names[0]):
                depth = 2
            self._parent = [*self._parent[:depth], names[0]]
            return (".".join(self._parent),)
        return ()

    def _remember(self, keys: tuple[str, ...]) -> None:
        if keys:
            self._parent = keys[-1].split(".")[:1] if "." not in keys[-1] else keys[-1].split(".")

    def _aside(self, text: str) -> Aside | None:
        known = self._known
        kind: Aside | None = None
        if len(text) > _TEXT_LENGTH or _BRACKETED.fullmatch(text):
            kind = "detail"
        elif known.deadline.search(text):
            kind = "deadline"
        elif known.is_idle(text):
            kind = "no-sitting"
        elif _NOTE.match(text) and not known.labels.match(text):
            kind = "note"
        elif known.is_overleaf(text):
            kind = "segment"
        elif ends_in(text, ":"):
            kind = "lead-in"
        elif len(text.split()) <= _SEGMENT_WORDS and known.segment.search(text):
            kind = "segment"
        elif not any(map(str.isalpha, text)):
            kind = "detail"
        return kind


def _with_roman(key: str) -> str:
    """A key whose item has a Roman number: "4.a" is "IV.a"."""
    number, dot, rest = key.partition(".")
    return f"{roman_numeral(int(number)).upper()}{dot}{rest}"


def _is_next_roman(parent: list[str], name: str) -> bool:
    return len(parent) > 2 and name in {"i", "v", "x"} and parent[2] in {"iv", "ix", "h"}


def _emphasis(lines: list[Line]) -> tuple[bool, bool]:
    """Whether most of the text is bold, and whether it is italic; numbers have no say."""
    length = bold = italic = 0
    for run in (run for line in lines for run in line.runs):
        if not run.raised and sum(map(str.isalpha, run.text)) > 2:
            length += len(run.text)
            bold += len(run.text) * run.bold
            italic += len(run.text) * run.italic
    if not length:
        return any(line.bold for line in lines), any(line.italic for line in lines)
    return 2 * bold > length, 2 * italic > length


def _without_brackets(title: str, known: Patterns) -> str:
    """A title without "(to be determined)" at its end."""
    head, bracket, tail = title.rpartition("(")
    if bracket and head.strip() and known.undetermined.fullmatch(f"({tail}".strip()):
        return head.strip()
    return title
