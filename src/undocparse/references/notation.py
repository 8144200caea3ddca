"""The forms that numbers of resolutions and decisions take; the same in every language.

Source: United Nations Editorial Manual, identification of resolutions and decisions; the bodies' own records.
"""

from __future__ import annotations

import re

_HYPHEN = "[-\u2010\u2011]"
_SESSION_LETTERS = r"(?:[A-Z](?:(?:,\s|\s\w{1,3}\s|[-\u2013])[A-Z])*)"

SHAPES: tuple[tuple[str, str], ...] = (
    ("point", r"Conf\.\s?\d{1,2}\.\d{1,3}(?:\s\(Rev\.\sCoP\d{1,2}\))?"),
    ("point", r"\d{1,2}\.\d{1,3}(?:\s\(Rev\.\sCoP\d{1,2}\))?"),
    ("point", r"(?:WHA|EB|[A-Z]{2}/RC)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\))"),
    ("symbol", r"[A-Z]{1,5}\.\d{1,4}\(\d{1,3}\)"),
    ("code", r"(?:\d{1,3}|-)\s?/\s?[A-Z]{2,5}\.\d{1,3}"),
    ("special", rf"E?S{_HYPHEN}\d{{1,2}}\s?/\s?\d{{1,4}}"),
    ("symbol", r"(?:IDB|PBC|GC)\.\d{1,3}/(?:Dec|Res)\.\d{1,3}"),
    ("prefix", rf"[A-Z]{{2,6}}(?:{_HYPHEN}|\.)(?:[IVXLC]+|\d{{1,3}})\s?/\s?\d{{1,3}}"),
    ("roman", r"[IVXLC]{1,7}\s?/\s?\d{1,3}"),
    ("council", r"\d{1,4}\s?\((?:19|20)\d\d\)"),
    ("old", rf"\d{{1,4}}(?:\s{_SESSION_LETTERS})?\s?\((?:E?S{_HYPHEN})?[IVXLC]+\)"),
    ("year", r"(?:19|20)\d\d\s?/\s?\d{1,4}"),
    ("slash", r"\d{1,3}\s?/\s?\d{1,4}"),
    ("letter", r"[A-Z]\s\(\d{2,3}\)"),
    ("bare", r"\d{1,4}"),
)
"""Name and form, more special ones first."""

_ORDERED = tuple(name for name, _ in SHAPES)
_WORD = r"[^\W\u3400-\u9fff]"
"""A sign of a word; in Chinese the next word stands right behind a number."""
LETTER = re.compile(rf"\s?([A-Z])(?!{_WORD}|[.’'/-]|\s\()")
"""A lettered part: the "A" of "79/93 A"."""
_LETTERS_INSIDE = re.compile(rf"^(\d+)\s({_SESSION_LETTERS})\s?(\(.*)$")
_SINGLE_LETTER = re.compile(r"(?<![A-Z])[A-Z](?![A-Z])")
_DASHES = re.compile("[\u2010\u2011\u2012\u2013]")


def match_number(text: str, position: int) -> tuple[str, str, int] | None:
    """Number, shape and end of the number that begins at a position; null where none does."""
    found = _NUMBER.match(text, position)
    return (canonical(found[0]), _ORDERED[(found.lastindex or 1) - 1], found.end()) if found else None


_BLANK_AT_SLASH = re.compile(r"\s*/\s*")
_YEAR_IN_BRACKETS = re.compile(r"(?<=\d)\((?=(?:19|20)\d\d\))")
_LAST_NUMBER = re.compile(r"\d+$")
_NUMBER = re.compile("|".join(rf"((?>{form}))(?!{_WORD}|/|\.\d)" for _, form in SHAPES))
"""One group a shape; what a shape took it keeps, so that no part of a number is taken for a number."""


def canonical(number: str) -> str:
    """The spelling of a number: no blanks at the slash, one before the year in brackets.

    >>> canonical("60 /251"), canonical("1373(2001)")
    ('60/251', '1373 (2001)')
    """
    text = _DASHES.sub("-", _BLANK_AT_SLASH.sub("/", " ".join(number.split())))
    return _YEAR_IN_BRACKETS.sub(" (", text)


def spread_letters(number: str, to: re.Pattern[str]) -> list[str]:
    """Takes lettered parts apart: "3411 A and B (XXX)" is two, "3419 A to D (XXX)" four.

    Args:
        number: a number with its session in brackets.
        to: what joins the ends of a range, in words or as a dash.
    """
    found = _LETTERS_INSIDE.match(number)
    if not found:
        return [number]
    letters = _SINGLE_LETTER.findall(found[2])
    if len(letters) == 2 and to.search(found[2]):
        letters = letter_range(letters[0], letters[1])
    return [f"{found[1]} {letter} {found[3]}" for letter in letters]


def letter_range(first: str, last: str) -> list[str]:
    """The capital letters from one to another."""
    return [chr(code) for code in range(ord(first), ord(last) + 1)] if first < last else [first, last]


def number_range(first: str, last: str) -> list[str]:
    """What lies between two numbers, without them: "4/1", "4/4" gives 4/2 and 4/3; empty where not clear."""
    head, low = _split_last(first)
    other, high = _split_last(last)
    if head != other or not low or not high or not 0 < int(high) - int(low) <= 60:
        return []
    return [f"{head}{value}" for value in range(int(low) + 1, int(high))]


def _split_last(number: str) -> tuple[str, str]:
    found = _LAST_NUMBER.search(number)
    return (number[: found.start()], found[0]) if found else (number, "")
