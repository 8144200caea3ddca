"""What a printed label may mean: "(i)" is a letter or a Roman number, "Title [76]" is item 76."""

from __future__ import annotations

import re
from typing import NamedTuple

from undocparse.layout.blocks import Block
from undocparse.layout.enumerators import Enumerator, roman_value
from undocparse.sections.item_labels import ItemLabel, item_label

TOP_STYLES = frozenset({"number", "(number)", "item", "I", "dotted", "bracket"})
"""Styles that the first level of a list may have without a heading that says that it is one."""
GROUP_STYLES = frozenset({"A", "I"})
"""Styles of the labels that group headings have."""

_BARE = re.compile(r"\d{1,3}")
_BARE_TITLE = re.compile(r"(\d{1,3})(?:\s?[-–—:])?\s+(?=[A-ZÀ-Ý\"“«])")
_PART = re.compile(r"[a-z]+")
_BRACKET = re.compile(
    r"\s*(?:\[(?P<square>\d{1,3}(?:\.\d{1,2}){0,2})(?:\s?\(?(?P<sub>[a-z])\))?\]"
    r"|\((?:agenda )?(?:item|point|tema) (?P<round>\d{1,3})(?:\s?\(?(?P<part>[a-z])\))?\))\W{0,2}$",
    re.IGNORECASE,
)
_NOISY_NUMBER = re.compile(r"(?P<digits>\d \d(?: \d)?|[0-9OoQlIi|SB]{1,3})\s?[.,:;)]\s*(?=[A-ZÀ-Ý\"“«(])")
_NOISY_LETTER = re.compile(r"(?P<open>[(\[{lJ!]\s?)?(?P<letter>[a-z0]{1,2})\s?[)\]}J]\s*(?=[A-ZÀ-Ý\"“«])")
_GLUED = re.compile(r"(?:(?P<digits>\d{1,3})\.|\((?P<letter>[a-z]{1,2})\))(?=[A-ZÀ-Ý\"“«])")
_DIGITS = str.maketrans("OoQlIi|SB", "000111158")


class Reading(NamedTuple):
    """One meaning of a label.

    Attributes:
        style: how the label is set, which all labels of a level share: "number" (1.), "(number)", "item"
            (Item 1), "I", "A", "letter", "small" (a.), "roman", "dotted", "bracket" ([1] behind the title),
            "bare" (1, with nothing but a blank, a dash or a colon behind it).
        value: its ordinal.
        name: the part of the key that it gives ("3", "b"); the whole key for "dotted".
        printed: as it stands.
        title: the text that it labels.
        stem: of "1 (b)", the number of the item that it is a part of; else None.
        noisy: read in spite of a fault of the text layer ("l." for "1.").
    """

    style: str
    value: int
    name: str
    printed: str
    title: str
    stem: str | None = None
    noisy: bool = False

    @property
    def begins(self) -> bool:
        """Whether it is the first of a list: "1.", "I." or "1 (a)", and not "25 (a)"."""
        return self.value == 1 if self.stem is None else self.stem_value == 1

    @property
    def stem_value(self) -> int:
        """Ordinal of the item that it is a part of; 0 where it is of none."""
        stem = self.stem or "0"
        return int(stem) if stem.isdecimal() else roman_value(stem) or 0


def readings_of(block: Block, language: str) -> tuple[Reading, ...]:
    """What the block's label may mean; empty where it has none or only a bullet."""
    label = item_label(block, language)
    if label is None:
        return _unlabelled(block)
    if label.level == "bullet":
        return ()
    if label.word or ("." in label.names[0] and label.level == "top"):
        return (_worded(label),)
    mark = block.label
    return tuple(_marked(mark, block)) if mark is not None else ()


def _worded(label: ItemLabel) -> Reading:
    """The meaning of "Item 3", "Item IV", "Item 3 (b)" or "1 (b)"."""
    stem, _, name = label.names[0].partition(".")
    style = "item" if label.word else "number"
    if not name:
        return Reading(style, label.value, stem, label.printed, label.title)
    return Reading(style, ord(name[0]) - 96, name, label.printed, label.title, stem)


def _marked(mark: Enumerator, block: Block) -> list[Reading]:
    name, printed, title = mark.name, mark.printed, block.body
    bracketed = printed.startswith("(")
    match mark.kind:
        case "decimal":
            return [Reading("(number)" if bracketed else "number", mark.value, name, printed, title)]
        case "dotted":
            return [Reading("dotted", int(name.rpartition(".")[2]), name, printed, title)]
        case "lower" | "roman":
            return [*_small_letters(mark, title), *_misread_digits(mark, title)]
        case _:
            return [*_capitals(mark, title), *_misread_digits(mark, title)]


def _misread_digits(mark: Enumerator, title: str) -> list[Reading]:
    """A text layer of poor quality has "l." or "I." for "1."."""
    digits = mark.name.translate(_DIGITS)
    if not mark.printed.endswith(".") or not digits.isdecimal() or set(mark.name) - {"l", "i", "I"}:
        return []
    return [Reading("number", int(digits), digits, mark.printed, title, noisy=True)]


def _small_letters(mark: Enumerator, title: str) -> list[Reading]:
    closed = mark.printed.endswith(")")
    found: list[Reading] = []
    name = mark.name
    if len(name) == 1 or (len(name) == 2 and name[0] == name[1]):
        value = ord(name[0]) - 96 + 26 * (len(name) - 1)
        found.append(Reading("letter" if closed else "small", value, name, mark.printed, title))
    if roman := roman_value(name):
        found.append(Reading("roman" if closed else "small roman", roman, name, mark.printed, title))
    return found


def _capitals(mark: Enumerator, title: str) -> list[Reading]:
    found: list[Reading] = []
    if len(mark.name) == 1:
        found.append(Reading("A", ord(mark.name.lower()) - 96, mark.name, mark.printed, title))
    if value := roman_value(mark.name):
        found.append(Reading("I", value, mark.name, mark.printed, title))
    return found


def _unlabelled(block: Block) -> tuple[Reading, ...]:
    """Bare numbers of a column, numbers in brackets behind the title, and labels that the text layer hurt."""
    text = block.text
    if _BARE.fullmatch(text):
        return (Reading("number", int(text), str(int(text)), text, ""),)
    if text[-1:] in ")]." and (match := _BRACKET.search(text, max(len(text) - 30, 0))):
        return (_bracketed(match, text),)
    if match := _BARE_TITLE.match(text):
        return (Reading("bare", int(match[1]), str(int(match[1])), match[1], text[match.end() :]),)
    return _noisy(text)


def _bracketed(match: re.Match[str], text: str) -> Reading:
    number, part = match["square"] or match["round"], match["sub"] or match["part"]
    title = text[: match.start()].rstrip()
    if "." in number:
        return Reading("dotted", int(number.rpartition(".")[2]), number, match[0].strip(), title)
    if part:
        return Reading("bracket", ord(part) - 96, part, match[0].strip(), title, number)
    return Reading("bracket", int(number), str(int(number)), match[0].strip(), title)


def _noisy(text: str) -> tuple[Reading, ...]:
    if match := _GLUED.match(text):
        if match["digits"]:
            return (_number(match, match["digits"], text),)
        return (_letter(match, match["letter"], text),)
    if match := _NOISY_NUMBER.match(text):
        digits = match["digits"].translate(_DIGITS).replace(" ", "")
        if digits.isdecimal() and int(digits):
            return (_number(match, digits, text),)
    if (match := _NOISY_LETTER.match(text)) and (match["open"] or len(match["letter"]) == 1):
        return (_letter(match, match["letter"].replace("0", "o"), text),)
    return ()


def _number(match: re.Match[str], digits: str, text: str) -> Reading:
    name = str(int(digits))
    return Reading("number", int(digits), name, match[0].strip(), text[match.end() :], noisy=True)


def _letter(match: re.Match[str], name: str, text: str) -> Reading:
    value = ord(name[0]) - 96 + 26 * (len(name) - 1)
    return Reading("letter", value, name, match[0].strip(), text[match.end() :], noisy=True)
