"""Reads ordinal numbers: "Thirty-ninth", "79th", "Soixante-dix-neuvième", "5e"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from undocparse.languages.loader import words
from undocparse.languages.matching import alternatives, folded
from undocparse.model.place import Model

_TEN = 10  # tens and hundreds are the first halves of ordinals
_JOINTS = re.compile(r"[\s‐‑–-]+")
_ALIKE = 70  # of 100: how alike a garbled part of an ordinal must be, and more so than any other
_LEAD = 5  # of 100: with two parts nearly as alike ("sixty", "sixth") it is not known which was meant
_PLAIN = str.maketrans("éèêÉÈÊ", "eeeEEE")  # capitals are often set without their accents


class OrdinalWords(Model):
    """How a language writes ordinal numbers.

    Attributes:
        words: ordinals that end a number, with their values ("ninth" is 9, "vingtième" is 20).
        parts: what may stand before them and is added ("thirty" is 30, "quatre-vingt" is 80).
        and_: what may join the two ("and", "et").
        suffixes: what follows digits ("th", "e").
        before: what stands before a number that is an ordinal ("第").
        multiplied: whether words in a row make one number, units before tens and hundreds ("七十七" is 77).
    """

    words: dict[str, int]
    parts: dict[str, int]
    and_: tuple[str, ...]
    suffixes: tuple[str, ...]
    before: tuple[str, ...]
    multiplied: bool


class OrdinalMention(NamedTuple):
    """An ordinal number and the characters that it takes in the text."""

    value: int
    start: int
    end: int


def ordinal(text: str, language: str) -> int | None:
    """The first ordinal number of a text; null where there is none."""
    return next((mention.value for mention in find_ordinals(text, language)), None)


def find_ordinals(text: str, language: str) -> Iterator[OrdinalMention]:
    """All ordinal numbers of a text, in order.

    Args:
        text: any text.
        language: BCP 47 primary subtag; one of `LANGUAGES`.
    """
    found = _plain(language)
    for match in _pattern(language).finditer(text if text.isascii() else text.translate(_PLAIN)):
        value = int(match["digits"] or 0)
        if match["word"] and found.multiplied:
            value = _product(match["word"], found.words)
        elif match["word"]:
            value = found.words[_key(match["word"])]
            value += sum(
                found.parts[_key(part[0])] for part in _part(language).finditer(match["parts"] or "")
            )
        yield OrdinalMention(value, match.start(), match.end())


def cardinal(text: str, language: str) -> int | None:
    """The value of a number that an ending makes an ordinal ("fifty-seven", "57"); null where none does."""
    found = _plain(language)
    forms = [
        *(f"{text}{suffix}" for suffix in found.suffixes),
        *(f"{before}{text}" for before in found.before),
    ]
    for form in forms if text else ():
        for mention in find_ordinals(form, language):
            if mention.start == 0:
                return mention.value
    return None


def _product(text: str, worth: dict[str, int]) -> int:
    """The value of signs in a row: a unit multiplies the ten or hundred behind it."""
    total = unit = 0
    for sign in text:
        if worth[sign] < _TEN:
            unit = worth[sign]
        else:
            total, unit = total + (unit or 1) * worth[sign], 0
    return total + unit


def number_signs(language: str) -> str:
    """The signs that numbers are written with beside digits, in a language that multiplies them."""
    found = _plain(language)
    return "".join(found.words) if found.multiplied else ""


def torn_part(text: str, language: str) -> int | None:
    """The value of the first half of an ordinal that a poor text layer garbled ("rrwenty" is 20)."""
    parts = {part: value for part, value in _plain(language).parts.items() if value >= _TEN}
    best = process.extract(folded(text), parts.keys(), scorer=fuzz.ratio, limit=2)
    clear = len(best) < 2 or best[0][1] - best[1][1] > _LEAD
    return parts[best[0][0]] if best and best[0][1] >= _ALIKE and clear else None


@cache
def _plain(language: str) -> OrdinalWords:
    found = words(language, "ordinals", OrdinalWords)
    plain = {word.translate(_PLAIN): value for word, value in found.words.items()}
    parts = {part.translate(_PLAIN): value for part, value in found.parts.items()}
    return OrdinalWords.model_validate({**found.model_dump(), "words": plain, "parts": parts})


def _key(text: str) -> str:
    """The form that a word has in the data file, whatever joins its parts."""
    return _JOINTS.sub("-", folded(text))


@cache
def _part(language: str) -> re.Pattern[str]:
    return re.compile(_joined(_plain(language).parts), re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    found = _plain(language)
    if found.multiplied:
        before = alternatives(found.before)
        return re.compile(
            rf"(?:{before})\s?(?:(?P<word>[{number_signs(language)}]+)|(?P<digits>\d{{1,3}})(?!\d))"
        )
    joint = rf"(?:[\s‐‑–-]+(?:(?:{alternatives(found.and_)})[\s‐‑–-]+)?)"
    return re.compile(
        rf"(?<!\w)(?:(?P<parts>(?>{_joined(found.parts)}{joint})*)(?P<word>{_joined(found.words)})"
        rf"|(?P<digits>\d{{1,3}})\s?(?:{alternatives(found.suffixes)}))(?!\w)",
        re.IGNORECASE,
    )


def _joined(known: dict[str, int]) -> str:
    if not known:
        return "(?!)"
    return "(?:" + alternatives(known).replace("[-‐‑–]", r"[\s‐‑–-]+") + ")"
