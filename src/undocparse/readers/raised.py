"""What raised type means: a footnote mark, or the end of an ordinal ("1er", "21st") or unit ("km2")."""

from __future__ import annotations

import re
from functools import cache

from undocparse.languages import LANGUAGES, words
from undocparse.model.place import Model

_MARK = re.compile(r"(?:[\d*†‡§,;\s]+|[a-z]{1,2}(?:[,\s]+[a-z])*)/?\s*|[*†‡]+")
_NUMERAL_END = re.compile(r"(?:\d|(?<!\w)[IVXLC]+)$")
_UNIT_END = re.compile(r"(?<!\w)[kcm]?m$")
_LAST_WORD = re.compile(r"\w+$")


class RaisedWords(Model):
    """What a language sets in raised letters.

    Attributes:
        ordinals: endings of ordinals after a numeral ("er", "th").
        abbreviations: whole words whose end is raised ("no", "Mme").
        ordinal_endings: endings of 1, 2, 3 and all other ordinals, as automatic numbering prints them.
    """

    ordinals: tuple[str, ...]
    abbreviations: tuple[str, ...]
    ordinal_endings: tuple[str, str, str, str]


def is_mark(raised: str, before: str) -> bool:
    """Whether raised text is a footnote mark.

    Args:
        raised: the raised characters.
        before: the text of the line before them; its end tells ordinals and units from marks.
    """
    mark = raised.strip()
    if not mark or not _MARK.fullmatch(mark):
        return False
    if mark in {"2", "3"} and _UNIT_END.search(before):
        return False
    if not mark[0].isalpha():
        return True
    ordinals, abbreviations = _known()
    if mark in ordinals and _NUMERAL_END.search(before):
        return False
    last = _LAST_WORD.search(before)
    return not (last and last[0] + mark in abbreviations)


def ordinal(number: int, language: str) -> str | None:
    """An ordinal in figures ("21st", "1er"); null for a language without a data file."""
    if language not in LANGUAGES:
        return None
    endings = words(language, "raised", RaisedWords).ordinal_endings
    only_first = len(set(endings[1:])) == 1  # 1er, but 21e
    last = number if only_first else number % 10
    regular = last not in {1, 2, 3} or number % 100 in {11, 12, 13}
    return f"{number}{endings[3] if regular else endings[last - 1]}"


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    found = [words(language, "raised", RaisedWords) for language in LANGUAGES]
    return (
        frozenset(ending for each in found for ending in each.ordinals),
        frozenset(word for each in found for word in each.abbreviations),
    )
