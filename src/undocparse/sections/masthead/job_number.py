"""Reads the job number at the foot of the first page ("V.07-84359", "25-00227", "K0360265")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from undocparse.languages import LANGUAGES, words
from undocparse.languages.matching import alternatives
from undocparse.layout.furniture import FurnitureWords
from undocparse.layout.pages import Layout, Line, Page

# The station's letters, year and number; then the language, a star, and the dates of translation.
_JOB = re.compile(
    r"(?P<number>(?:[A-Z]{1,3}\.?\s?)?[\dIlO]{2}\s?[-–]\s?[\dIlO]{4,6}|[A-Z]{1,2}\d{7})(?:\.?[a-z]{1,2}(?![a-z]))?X?"
    r"(?P<rest>(?:[\s*/]*+(?:\(\s?[A-Z](?:,\s?[A-Z])*\s?\)|\d{3,}+[A-Za-z]?+))*+)[\s*/.]*"
)
_LOW = 0.6  # of the page's height: no job number stands above
_POOR_DIGITS = str.maketrans({"I": "1", "l": "1", "O": "0"})
_STATION = re.compile(r"[A-Z]{1,3}\.|[A-Z]{1,2}(?=\d{7})|")
_BLANKS = re.compile(r"\s+")


def job_number(layout: Layout) -> tuple[str | None, Line | None]:
    """The job number without language letter and asterisk, and its line.

    It stands at the foot of the first page; behind a cover, on the second or the last.
    """
    pages = [page for page in layout.pages if page.lines]
    for page in dict.fromkeys(page.number for page in (*pages[:2], *pages[-1:])):
        for line in _foot(next(one for one in pages if one.number == page)):
            match = _JOB.fullmatch(_beside_number().sub("", line.text.strip()))
            if match:
                return _mended(match["number"]), line
    return None, None


@cache
def _beside_number() -> re.Pattern[str]:
    """What Word files set behind the number in one paragraph ("Please recycle"), in any language."""
    phrases = (
        phrase for language in LANGUAGES for phrase in words(language, "furniture", FurnitureWords).phrases
    )
    return re.compile(rf"\s+(?:{alternatives(phrases)})\W*$", re.IGNORECASE)


def _foot(page: Page) -> Iterator[Line]:
    for line in reversed(page.lines):
        if line.box is None or line.box[1] > _LOW * page.height:
            yield line


def _mended(number: str) -> str:
    """Without blanks; letters for digits, as poor text layers have them, undone."""
    letters = _STATION.match(number)
    head = letters[0] if letters else ""
    return head + _BLANKS.sub("", number[len(head) :]).replace("–", "-").translate(_POOR_DIGITS)
