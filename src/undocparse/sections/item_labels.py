"""Reads what a line calls an agenda item: "3.", "(a)", "Item 3", "Point IV de l'ordre du jour.", "1 (a)"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from undocparse.languages import words
from undocparse.languages.matching import alternatives
from undocparse.languages.script import plain_signs, script
from undocparse.layout.blocks import Block
from undocparse.layout.enumerators import Enumerator, roman_value
from undocparse.layout.foreign_labels import as_latin
from undocparse.model.place import Model

Level = Literal["top", "letter", "roman", "dotted", "group", "bullet"]


class ItemWords(Model):
    """How a language names agenda items.

    Attributes:
        item: the word before a number ("item", "agenda item").
        items: its plural.
        of_the_agenda: what may follow the number ("of the provisional agenda").
        and_: what joins two numbers ("and").
        to: what joins the ends of a range ("to").
    """

    item: tuple[str, ...]
    items: tuple[str, ...]
    of_the_agenda: tuple[str, ...]
    and_: tuple[str, ...]
    to: tuple[str, ...]


class ItemLabel(NamedTuple):
    """A label that may stand for one or more agenda items.

    Attributes:
        printed: as it stands.
        level: `top` for numbers; `letter`, `roman`, `dotted` for sub-items; `group` for what heads a group.
        names: key parts; for a sub-item only its own part ("a"), for "Items 3 and 4 (b)" whole keys.
        value: ordinal of the first name; 0 where it has none.
        title: the text behind the label.
        word: whether the word for "item" is printed.
    """

    printed: str
    level: Level
    names: tuple[str, ...]
    value: int
    title: str
    word: bool = False


_SUB = r"(?>\s?\(?\s?[a-z]{1,2}\s?\))"  # atomic: a blank before a letter without bracket has two places
_NUMBER = rf"\d{{1,3}}(?:\.\d{{1,2}}(?![\d/]))*{_SUB}*"
_ROMAN = r"(?-i:[IVXL]{1,7})(?![^\W_])"
_COMBINED = re.compile(r"(?P<number>\d{1,3})\s?(?P<sub>\(?[a-z]\)(?:\s?\(?[ivx]+\))?)[.:]?\s+(?=\S)")
_PART = re.compile(r"[a-z]+")


def item_label(block: Block, language: str) -> ItemLabel | None:
    """What the block calls an item; null where it does not begin like one."""
    return _word_label(block.text, language) or _plain_label(block)


@cache
def _word_pattern(language: str) -> re.Pattern[str]:
    found = words(language, "item_labels", ItemWords)
    item = alternatives((*found.item, *found.items))
    joint = alternatives((*found.and_, *found.to, ",", "-"))
    tail = alternatives(found.of_the_agenda)
    return re.compile(
        rf"(?:{item})\s+(?:(?P<roman>{_ROMAN})(?P<sub>{_SUB}*)"
        rf"|(?P<numbers>{_NUMBER}(?>\s?(?:(?:{joint})\s?)+(?:{_NUMBER}|{_SUB}))*))"
        rf"(?:\s+(?:{tail}))?\s*\*?(?P<stop>[.:–—-]?)(?:\s+|$)",
        re.IGNORECASE,
    )


def _word_label(text: str, language: str) -> ItemLabel | None:
    match = _word_pattern(language).match(latin_items(text, language))
    if match is None:
        return None
    printed, title = text[: match.end()].strip(), text[match.end() :].strip()
    if roman := match["roman"]:
        value = roman_value(roman)
        key = ".".join([roman, *_PART.findall(match["sub"].lower())])
        return ItemLabel(printed, "top", (key,), value, title, word=True) if value else None
    keys = item_keys(match["numbers"], language)
    if not keys:
        return None
    return ItemLabel(printed, "top", keys, int(keys[0].split(".")[0]), title, word=True)


def _plain_label(block: Block) -> ItemLabel | None:
    if match := _COMBINED.match(block.text):
        key = ".".join([match["number"], *_PART.findall(match["sub"])])
        return ItemLabel(match[0].strip(), "top", (key,), int(match["number"]), block.text[match.end() :])
    mark = block.label
    if mark is None:
        return None
    return ItemLabel(mark.printed, _level(mark), (mark.name,), mark.value, block.body)


def _level(mark: Enumerator) -> Level:
    match mark.kind:
        case "decimal":
            return "top"
        case "dotted":
            return "dotted"
        case "lower":
            return "letter"
        case "roman":
            return "roman"
        case "bullet":
            return "bullet"
        case _:
            return "group"


@cache
def _range_words(language: str) -> tuple[str, ...]:
    found = words(language, "item_labels", ItemWords)
    return tuple(word.casefold() for word in found.to)


def latin_items(text: str, language: str) -> str:
    """Numbers of items as Latin versions print them: "19 (أ)" is "19 (a)", "13和75(a)" is "13,75(a)".

    Places in it are places in the text.

    Args:
        text: a line that may name items.
        language: BCP 47 primary subtag, for "and".
    """
    if script(language).cased:
        return text
    lettered = _BRACKETED.sub(lambda found: _latin(found[0]), plain_signs(text, language))
    return _and_pattern(language).sub(lambda found: ",".center(len(found[0])), lettered)


def _latin(label: str) -> str:
    found = as_latin(label)
    return found[0].ljust(len(label)) if found and len(found[0]) <= len(label) else label


@cache
def _and_pattern(language: str) -> re.Pattern[str]:
    joints = alternatives(words(language, "item_labels", ItemWords).and_)
    return re.compile(rf"(?<=[\d)])\s*(?:{joints})\s*(?=\d)")


_BRACKETED = re.compile(r"\([^()\s]{1,4}\)")
_TOKEN = re.compile(r"\d{1,3}(?:\.\d{1,2})+|\d{1,3}|\(?\s?[a-z]{1,4}\s?\)|[^\W\d_]+|[–-]")


def item_keys(text: str, language: str) -> tuple[str, ...]:
    """The keys that a list of item numbers names.

    "3 (b)" is 3.b; "1, 2 and 4" is three keys; "5 (a) to (c)" and "3 to 5" are spread.

    Args:
        text: numbers and letters, without the word for "item".
        language: BCP 47 subtag, for "and" and "to".
    """
    keys: list[str] = []
    spread = False
    for token in _TOKEN.findall(text):
        part = token.strip("() ").lower()
        if "." in token:
            _add(keys, ".".join(str(int(number)) for number in token.split(".")), spread=False)
        elif token.isdecimal():
            _add(keys, str(int(token)), spread=spread)
        elif token.endswith(")") and keys:
            _add_sub(keys, part, spread=spread)
        else:
            spread = token in "–-" or part in _range_words(language)
            continue
        spread = False
    return tuple(dict.fromkeys(keys))


def _add(keys: list[str], number: str, *, spread: bool) -> None:
    if spread and keys and keys[-1].isdecimal() and int(keys[-1]) < int(number) <= int(keys[-1]) + 200:
        keys.extend(str(value) for value in range(int(keys[-1]) + 1, int(number)))
    keys.append(number)


def _add_sub(keys: list[str], part: str, *, spread: bool) -> None:
    """A letter belongs to the number before it, a Roman number to the letter."""
    parts = keys[-1].split(".")
    if parts[-1].isdigit():
        keys[-1] = f"{keys[-1]}.{part}"
    elif spread and len(part) == len(parts[-1]) == 1:
        stem = ".".join(parts[:-1])
        keys.extend(f"{stem}.{chr(code)}" for code in range(ord(parts[-1]) + 1, ord(part) + 1))
    elif len(parts) == 2 and roman_value(part) and part != chr(ord(parts[-1][0]) + 1):
        keys[-1] = f"{keys[-1]}.{part}"
    else:
        keys.append(f"{parts[0]}.{part}")
