"""Turns words of a data file into patterns that meet them however they are typeset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from unicodedata import combining, normalize

_TYPESET = {"'": "['’ʼ]", " ": r"\s+", "-": "[-‐‑–]"}
_VOWELS = "".join(map(chr, (0x640, *range(0x64B, 0x653), 0x670)))
"""Arabic signs that texts set or leave out at will: the stroke that lengthens a word, and vowels."""
_VOWELLED = "[\u0640\u064b-\u0652]*+\u0670?+"
"""Any of them; a set of more than two ranges would take eight times as long to compile, at each letter."""
_FOLDED = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "İ": "i", "ı": "i"})
_BARE = {ord(sign): "" for sign in _VOWELS}
_FOLDED |= _BARE
"""What `alternatives` meets for an apostrophe, a hyphen, or an i where case is ignored, back to these."""


def alternatives(phrases: Iterable[str], *, apart: bool = False) -> str:
    """A regular expression for any of these phrases, longest first.

    An apostrophe meets straight and curly ones, a blank any white space, a hyphen any short dash, a letter
    with an accent its bare capital: French capitals often have none ("ANNOTE", UNEP/CBD/BSWG/4/1/Add.1).

    Args:
        phrases: none of them empty.
        apart: whether a phrase counts only where no word goes on into it.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    forms = [[_typeset(character) for character in phrase] for phrase in ordered]
    return one_of([_apart(*form) for form in forms] if apart else forms)


@cache
def _typeset(character: str) -> str:
    """What meets a character of a phrase."""
    bare = "".join(c for c in normalize("NFD", character) if not combining(c)).replace("œ", "oe").upper()
    if bare.isascii() and bare.isalpha() and not character.isascii():
        return f"(?:{character}|(?-i:{bare}))"
    return _TYPESET.get(character, letter(character))


def letter(character: str) -> str:
    """What meets a letter, with the vowels that Arabic may set on it."""
    return f"{character}{_VOWELLED}" if "\u0621" <= character <= "\u064a" else re.escape(character)


def _apart(first: str, *rest: str) -> list[str]:
    """A form with its question for the character before asked behind its first one.

    A search for what begins with one of some characters jumps from one of them to the next; one that begins
    with that question asks it at every place.
    """
    sign, vowels = (first[0], first[1:]) if _VOWELLED in first else (first, "")
    return [rf"{sign}(?<!\w{sign}){vowels}", *rest]


def one_of(forms: Sequence[Sequence[str]]) -> str:
    """A regular expression for any of these forms, of which each common beginning stands once.

    So a text is not tried against hundreds of names at each word, but against their first letters.

    Args:
        forms: an expression for each character, none of them empty; of two forms that both fit the longer
            one is found. Without forms nothing is met.
    """
    return _joined(list(forms), 0) if forms else "(?!)"


def _joined(forms: list[Sequence[str]], start: int) -> str:
    """What the forms have in common from a place on, and then any of what follows."""
    first, place = forms[0], start
    if len(forms) == 1:
        return "".join(first[start:])
    while all(place < len(form) and form[place] == first[place] for form in forms):
        place += 1
    branches: dict[str, list[Sequence[str]]] = {}
    for form in forms:
        if place < len(form):
            branches.setdefault(form[place], []).append(form)
    joined = "|".join(_joined(tails, place) for tails in branches.values())
    ends = any(len(form) == place for form in forms)
    return f"{''.join(first[start:place])}(?:{joined}){'?' if ends else ''}"


def without_vowels(text: str) -> str:
    """A text without the signs that Arabic sets or leaves out at will."""
    return text if text.isascii() else text.translate(_BARE)


@lru_cache(maxsize=4096)  # labels, heads and names are asked of again and again
def folded(text: str) -> str:
    """A text for comparison: lower case, straight apostrophes, plain hyphens, single blanks.

    What a pattern of `alternatives` meets is, folded, the same as the phrase that it was made of.
    """
    return " ".join(text.translate(_FOLDED).casefold().split())
